"""Esc loses nothing that was typed: a note, a reason, a line about what waits stand there again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from builders import TEXT
from ui.conftest import Opened
from untwin.domain.sources.incoming import SourceAnswer

KEPT = "What you typed is kept: it stands there when you open this again."


def typed(opened: Opened) -> str:
    sheet = opened.window.ground.sheet
    assert sheet is not None
    return sheet.typed


def write(opened: Opened, words: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)
    opened.settle()


@pytest.mark.parametrize(
    ("key", "shift"), [(Qt.Key.Key_N, False), (Qt.Key.Key_I, False), (Qt.Key.Key_D, True)], ids=["note", "why", "line"]
)
def test_what_was_typed_stands_there_again_after_esc(opened: Opened, key: Qt.Key, shift: bool) -> None:
    opened.office.source.answer = SourceAnswer(None)
    opened.paste("\n\n".join((TEXT, TEXT.replace("1234", "1299"))))
    opened.window.inbox.setFocus()
    opened.press(key, shift=shift)
    write(opened, "Roe Family 12.00")
    opened.press(Qt.Key.Key_Escape)
    assert opened.said == KEPT
    opened.press(key, shift=shift)
    assert typed(opened) == "Roe Family 12.00"
    opened.press(Qt.Key.Key_Escape)
    opened.press(Qt.Key.Key_J)
    opened.press(key, shift=shift)
    assert typed(opened) == "", "it was about another case"


def test_what_was_confirmed_or_taken_out_again_is_no_draft(opened: Opened) -> None:
    opened.paste(TEXT)
    opened.window.inbox.setFocus()
    opened.press(Qt.Key.Key_N)
    write(opened, "ask Ann")
    opened.press(Qt.Key.Key_Escape)
    opened.press(Qt.Key.Key_N)
    opened.press(Qt.Key.Key_Return, ctrl=True)
    assert opened.case.marks.note == "ask Ann"
    opened.press(Qt.Key.Key_N)
    opened.press(Qt.Key.Key_A, ctrl=True)
    opened.press(Qt.Key.Key_Backspace)
    opened.press(Qt.Key.Key_Escape)
    opened.press(Qt.Key.Key_N)
    assert typed(opened) == "ask Ann", "the note as it is kept, not an emptied one"


def test_a_sheet_that_comes_in_its_place_loses_nothing(opened: Opened) -> None:
    opened.paste(TEXT)
    opened.window.inbox.setFocus()
    opened.press(Qt.Key.Key_N)
    write(opened, "ask Ann")
    opened.press(Qt.Key.Key_F1, shift=True)
    opened.press(Qt.Key.Key_Escape)
    opened.press(Qt.Key.Key_N)
    assert typed(opened) == "ask Ann"
