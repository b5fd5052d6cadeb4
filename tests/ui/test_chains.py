"""Chains of two strokes: the strip that shows what may follow, and what ends it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from builders import TEXT
from ui.conftest import Opened
from untwin.ui.acting.registry import Action, Place, double_keys
from untwin.ui.history.sheet import HistorySheet


def test_after_the_first_stroke_a_strip_shows_what_may_follow(opened: Opened) -> None:
    opened.press(Qt.Key.Key_G)
    strip = opened.window._view.strip
    assert strip.isVisible()
    assert {"Change history, h", "First case, g"} <= {made.accessibleName() for made in strip.findChildren(QPushButton)}


def test_the_strip_has_columns_the_key_first(opened: Opened) -> None:
    opened.press(Qt.Key.Key_G)
    strip = opened.window._view.strip
    choices = strip.findChildren(QPushButton)
    keys = [label for label in strip.findChildren(QLabel) if len(label.text()) == 1]
    lefts = sorted({made.x() for made in choices})
    columns = -(-len(choices) // (-(-len(choices) // len(lefts))))
    assert len(keys) == len(choices) >= len(lefts) == columns
    assert {lefts[n + 1] - lefts[n] for n in range(len(lefts) - 1)} == {lefts[1] - lefts[0]}
    assert len({key.x() for key in keys}) == len(lefts)
    for key, made in zip(keys, choices, strict=True):
        assert key.geometry().center().y() == pytest.approx(made.geometry().center().y(), abs=1)
        assert 0 < made.x() - key.x() < 40


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
    [made] = [each for each in strip.findChildren(QPushButton) if each.accessibleName().endswith(", h")]
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
