"""Chains of two strokes: the strip that shows what may follow, and what ends it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from builders import TEXT
from ui.conftest import Opened
from untwin.ui.history_sheet import HistorySheet
from untwin.ui.registry import Action, Place, double_keys


def test_after_the_first_stroke_a_strip_shows_what_may_follow(opened: Opened) -> None:
    opened.press(Qt.Key.Key_G)
    strip = opened.window._view.strip
    shown = {made.text().split("   ")[0]: made.text() for made in strip.findChildren(QPushButton)}
    assert strip.isVisible()
    assert shown["h"] == "h   Change history"
    assert shown["g"] == "g   First case"


def test_the_second_stroke_runs_it_and_the_strip_goes(opened: Opened) -> None:
    opened.press(Qt.Key.Key_G)
    opened.press(Qt.Key.Key_H)
    assert isinstance(opened.window.ground.sheet, HistorySheet)
    assert not opened.window._view.strip.isVisible()


def test_a_chain_of_the_list_works_beside_those_of_the_desk(opened: Opened) -> None:
    for number in ("1301", "1302", "1303"):
        opened.paste(TEXT.replace("1234", number))
    opened.run("last")
    opened.press(Qt.Key.Key_G)
    opened.press(Qt.Key.Key_G)
    assert opened.window.inbox.currentIndex().row() == 0


def test_esc_ends_it_and_nothing_else_goes_back(opened: Opened) -> None:
    opened.paste(TEXT)
    opened.run("open")
    before = QApplication.focusWidget()
    opened.press(Qt.Key.Key_G)
    opened.press(Qt.Key.Key_Escape)
    assert not opened.window._view.strip.isVisible()
    assert QApplication.focusWidget() is before


def test_a_stroke_that_is_none_of_them_is_told_and_does_nothing_else(opened: Opened) -> None:
    opened.paste(TEXT)
    opened.press(Qt.Key.Key_G)
    opened.press(Qt.Key.Key_R)
    assert opened.said.startswith("“g r” is no key here.")
    assert opened.window.ground.sheet is None
    opened.press(Qt.Key.Key_R)
    assert opened.window.ground.sheet is not None


def test_shift_alone_is_no_stroke(opened: Opened) -> None:
    opened.press(Qt.Key.Key_G)
    opened.press(Qt.Key.Key_Shift)
    assert opened.window._view.strip.isVisible()


def test_by_mouse(opened: Opened) -> None:
    opened.press(Qt.Key.Key_G)
    strip = opened.window._view.strip
    [made] = [each for each in strip.findChildren(QPushButton) if each.text().startswith("h ")]
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    opened.settle()
    assert isinstance(opened.window.ground.sheet, HistorySheet)
    assert not strip.isVisible()


def test_in_a_text_field_the_letter_is_a_letter(opened: Opened) -> None:
    opened.run("filter")
    opened.press(Qt.Key.Key_G)
    assert opened.window.tabs.filter.text() == "g"
    assert not opened.window._view.strip.isVisible()


@pytest.mark.parametrize(("one", "other"), [("G", "G, H"), ("G, H", "G")])
def test_a_key_that_begins_anothers_chain_means_two_things(one: str, other: str) -> None:
    def nothing(_context: object) -> None:
        pass

    both = [Action(name, name, (key,), Place.DESK, nothing) for name, key in (("one", one), ("other", other))]
    assert double_keys(both) == (f"{one}: one and other",)
