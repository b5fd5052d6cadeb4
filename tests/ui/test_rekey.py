"""Keys of a person's own: an action is chosen, a key pressed, a conflict said; everything that shows keys follows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from builders import TEXT
from ui.conftest import Opened
from ui.test_preferences import again
from untwin.ui.comfort.rekey_sheet import RekeySheet
from untwin.ui.deciding.change_sheet import ChangeSheet
from untwin.ui.keys.keymap import has_letter


def page(opened: Opened, typed: str) -> RekeySheet:
    opened.run("change_keys")
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, RekeySheet)
    sheet.filter.setText(typed)
    return sheet


def keys(opened: Opened, action: str) -> tuple[str, ...]:
    return opened.window.registry.get(action).keys


def test_a_new_key_works_at_once_and_everything_shows_it(opened: Opened) -> None:
    opened.paste(TEXT)
    page(opened, "documents new numbers")
    opened.press(Qt.Key.Key_Return)
    opened.press(Qt.Key.Key_F8)
    assert keys(opened, "renumber") == ("F8",)
    opened.press(Qt.Key.Key_Escape)
    hints = [made.text() for made in opened.window.footer.findChildren(QPushButton)]
    assert "F8   renumber" in hints
    opened.press(Qt.Key.Key_R)
    assert not opened.window.ground.isVisible()
    opened.press(Qt.Key.Key_F8)
    assert isinstance(opened.window.ground.sheet, ChangeSheet)
    opened.press(Qt.Key.Key_Escape)
    opened.run("keys")
    shown = [label.text() for label in opened.window.ground.findChildren(QLabel)]
    assert "F8" in shown


def test_it_is_there_again_at_the_next_start(opened: Opened) -> None:
    page(opened, "documents new numbers")
    opened.press(Qt.Key.Key_Return)
    opened.press(Qt.Key.Key_F8)
    assert keys(again(opened), "renumber") == ("F8",)


def test_a_conflict_is_said_and_nothing_changes_until_it_is_wanted(opened: Opened) -> None:
    sheet = page(opened, "documents new numbers")
    opened.press(Qt.Key.Key_Return)
    opened.press(Qt.Key.Key_T)
    assert sheet.problem == "“t” is the key of “Retry in the source” already. Ctrl+Enter takes it from there."
    assert keys(opened, "renumber") == ("R",)
    opened.press(Qt.Key.Key_Return, ctrl=True)
    assert keys(opened, "renumber") == ("T",)
    assert keys(opened, "retry") == ()


def test_a_stroke_that_begins_chains_waits_for_the_second_one(opened: Opened) -> None:
    page(opened, "documents new numbers")
    opened.press(Qt.Key.Key_Return)
    opened.press(Qt.Key.Key_G)
    opened.press(Qt.Key.Key_9)
    assert keys(opened, "renumber") == ("G, 9",)


def test_one_key_more_no_key_and_the_usual_ones(opened: Opened) -> None:
    sheet = page(opened, "documents new numbers")
    QTest.keyClicks(sheet.table, "+")
    opened.press(Qt.Key.Key_F8)
    assert keys(opened, "renumber") == ("R", "F8")
    opened.press(Qt.Key.Key_Backspace)
    assert keys(opened, "renumber") == ()
    opened.press(Qt.Key.Key_U)
    assert keys(opened, "renumber") == ("R",)
    assert opened.office.desk.remember.keys() == {}


def test_all_as_usual(opened: Opened) -> None:
    page(opened, "")
    opened.window.comfort.use_keys({"renumber": ("F8",), "retry": ()})
    opened.run("all_usual")
    assert (keys(opened, "renumber"), keys(opened, "retry")) == (("R",), ("T",))


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_some_keys_are_never_taken(opened: Opened, key: Qt.Key) -> None:
    sheet = page(opened, "documents new numbers")
    opened.press(Qt.Key.Key_Return)
    opened.press(key)
    assert sheet.problem
    assert keys(opened, "renumber") == ("R",)
    opened.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is sheet.table


def test_delete_is_refused_with_ctrl_too(opened: Opened) -> None:
    sheet = page(opened, "documents new numbers")
    opened.press(Qt.Key.Key_Return)
    opened.press(Qt.Key.Key_Delete, ctrl=True)
    assert "Delete is never a key" in sheet.problem


def test_esc_keeps_its_key(opened: Opened) -> None:
    sheet = page(opened, "one step back")
    opened.press(Qt.Key.Key_Return)
    assert "leads out" in sheet.problem
    assert not sheet.catcher.isVisible()


def test_a_press_of_a_button_by_mouse(opened: Opened) -> None:
    sheet = page(opened, "documents new numbers")
    [made] = [each for each in sheet.findChildren(QPushButton) if each.text().startswith("Change")]
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    opened.press(Qt.Key.Key_F8)
    assert keys(opened, "renumber") == ("F8",)


@pytest.mark.parametrize(
    ("key", "bare"),
    [("R", True), ("Shift+G", True), ("/", True), ("G, H", True), ("Ctrl+K", False), ("F5", False), ("Alt+1", False)],
)
def test_what_a_single_letter_is(key: str, bare: bool) -> None:
    assert has_letter(key) is bare


def test_the_best_fit_is_the_one_whose_key_would_change(opened: Opened) -> None:
    sheet = page(opened, "new numbers")
    assert [row[0] for row in sheet.table.shown][:2] == ["New numbers", "Give the documents new numbers"]
