"""What is longer than the window is read to its end by keys: sheets and the help pages."""

from PySide6.QtCore import Qt

from ui.conftest import Opened
from untwin.ui.comfort.help_sheet import HelpSheet
from untwin.ui.kit.labels import plain
from untwin.ui.sheets.sheet import Sheet

SMALL = 820, 560


def small(opened: Opened) -> None:
    opened.window.resize(*SMALL)
    opened.settle()


def long_sheet(opened: Opened) -> Sheet:
    small(opened)
    sheet = Sheet("Long", confirm_words="Go on")
    for number in range(60):
        sheet.rows.addWidget(plain(f"Line {number}"))
    opened.window.ground.open(sheet)
    opened.qtbot.waitUntil(lambda: sheet.scrolled.verticalScrollBar().maximum() > 0)
    return sheet


def where(sheet: Sheet) -> int:
    return sheet.scrolled.verticalScrollBar().value()


def test_each_key_scrolls_a_long_sheet_whose_button_has_the_focus(opened: Opened) -> None:
    sheet = long_sheet(opened)
    bar = sheet.scrolled.verticalScrollBar()
    opened.press(Qt.Key.Key_Down)
    assert 0 < where(sheet) < bar.pageStep()
    opened.press(Qt.Key.Key_Up)
    assert where(sheet) == 0
    opened.press(Qt.Key.Key_PageDown)
    assert where(sheet) == bar.pageStep()
    opened.press(Qt.Key.Key_End)
    assert where(sheet) == bar.maximum()
    opened.press(Qt.Key.Key_Home)
    assert where(sheet) == 0
    assert sheet.cancel_button.hasFocus()


def test_where_all_is_in_sight_the_keys_are_the_buttons_own(opened: Opened) -> None:
    sheet = Sheet("Short", confirm_words="Go on")
    opened.window.ground.open(sheet)
    opened.settle()
    opened.press(Qt.Key.Key_Right)
    assert sheet.confirm_button.hasFocus()


def test_a_help_page_is_read_to_its_end_beside_its_list(opened: Opened) -> None:
    small(opened)
    opened.run("help")
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, HelpSheet)
    bar = sheet.scrolled.verticalScrollBar()
    opened.qtbot.waitUntil(lambda: bar.maximum() > 0)
    shown = sheet.page
    opened.press(Qt.Key.Key_PageDown)
    assert where(sheet) > 0
    opened.press(Qt.Key.Key_End)
    assert where(sheet) == bar.maximum()
    assert sheet.page is shown
    assert not sheet.list.visibleRegion().isEmpty()
    opened.press(Qt.Key.Key_Down)
    assert sheet.page is not shown
    assert where(sheet) == 0
