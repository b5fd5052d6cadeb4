"""The window's settings by keys: each holds at once, is kept, and is there again at the next start."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import TEXT
from ui.conftest import Board, InlineJobs, Opened, open_window
from untwin.domain.cases.case import State
from untwin.domain.window.wishes import Look, Wishes
from untwin.ui.comfort.preferences_sheet import PreferencesSheet
from untwin.ui.deciding.change_sheet import ChangeSheet
from untwin.ui.deciding.ignore_sheet import IgnoreSheet
from untwin.ui.kit.figures import coming, coming_short, locale_named, medium_day, money
from untwin.ui.kit.theme import load_colours


@pytest.fixture(autouse=True)
def _locale() -> Iterator[None]:
    """The locale is the whole process's."""
    before = QLocale()
    yield
    QLocale.setDefault(before)


def settings(opened: Opened) -> PreferencesSheet:
    QTest.keyClick(opened.window.focusWidget() or opened.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    opened.settle()
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, PreferencesSheet)
    return sheet


def again(opened: Opened) -> Opened:
    """The same home, started once more."""
    board = Board()
    return Opened(open_window(opened.qtbot, opened.office, InlineJobs(), board), opened.office, board, opened.qtbot)


def test_colours_are_chosen_by_keys_and_hold_at_once(opened: Opened) -> None:
    sheet = settings(opened)
    assert QApplication.focusWidget() is sheet.look
    for colours in ("light", "dark", "contrast-light", "contrast-dark"):
        opened.press(Qt.Key.Key_Down)
        assert opened.window.theme.colours == load_colours(colours)
        assert load_colours(colours).warn in opened.window.styleSheet()
    assert opened.office.desk.remember.wishes().look is Look.CONTRAST_DARK


def test_text_size_by_keys_anywhere_and_in_the_settings(opened: Opened) -> None:
    opened.paste(TEXT)
    usual = opened.window.inbox.rowHeight(0)
    for _press in range(2):
        QTest.keyClick(opened.window.inbox, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    opened.settle()
    assert opened.window.comfort.wishes.text_size == 125
    assert opened.window.inbox.rowHeight(0) > usual * 1.1
    sheet = settings(opened)
    assert sheet.text_size.currentData() == 125
    opened.press(Qt.Key.Key_Minus, ctrl=True)
    assert sheet.text_size.currentData() == 110
    opened.press(Qt.Key.Key_0, ctrl=True)
    assert sheet.text_size.currentData() == 100
    assert opened.window.inbox.rowHeight(0) == usual


def test_without_single_letters_only_keys_with_ctrl_or_alt_work_and_the_hints_follow(opened: Opened) -> None:
    opened.paste(TEXT)
    sheet = settings(opened)
    QTest.mouseClick(sheet._boxes["letters"], Qt.MouseButton.LeftButton)
    opened.press(Qt.Key.Key_Escape)
    opened.press(Qt.Key.Key_R)
    assert not opened.window.ground.isVisible()
    assert not [key for action in opened.window.registry.actions for key in action.keys if len(key) == 1]
    opened.press(Qt.Key.Key_F1)
    assert opened.window.ground.sheet is not None
    assert opened.office.desk.remember.wishes().letters is False


def test_dates_and_money_follow_the_choice(opened: Opened) -> None:
    sheet = settings(opened)
    sheet.figures.setCurrentIndex(sheet.figures.findData("de_DE"))
    assert QLocale().decimalPoint() == ","
    assert sheet.figures.currentText() == "As in Germany: 31 Dez. 2026, 1.240,50"


def test_snoozes_are_told_in_the_chosen_locale(opened: Opened) -> None:
    opened.window.comfort.wish(Wishes(figures="de_DE"))
    monday, now = datetime(2026, 11, 30, 8, tzinfo=UTC), datetime(2026, 11, 27, 17, 5, tzinfo=UTC)
    assert coming(monday, now) == "Mo. 30 Nov., 08:00"
    assert coming_short(monday, now) == "Mo. 08:00"
    assert coming(now, now) == "today, 17:05"
    opened.window.comfort.wish(Wishes(figures="en_US"))
    assert coming(monday, now).replace("\N{NARROW NO-BREAK SPACE}", " ") == "Mon 30 Nov, 8:00 AM"


def test_a_computer_that_names_no_country_still_writes_readable_days_and_money() -> None:
    plain = locale_named("C")
    QLocale.setDefault(plain)
    assert coming_short(datetime(2026, 11, 30, 8, tzinfo=UTC), datetime(2026, 11, 30, tzinfo=UTC)) == "08:00"
    assert (medium_day(date(2026, 12, 31), plain), money(Decimal("1240.5"), locale=plain)) == (
        *("31 Dec 2026", "1,240.50"),
    )


def test_whether_the_retry_follows_is_proposed_as_wished(opened: Opened) -> None:
    opened.paste(TEXT)
    for wanted in (True, False):
        opened.window.comfort.wish(Wishes(then_retry=wanted))
        opened.run("renumber")
        sheet = opened.window.ground.sheet
        assert isinstance(sheet, ChangeSheet)
        assert sheet._retry.isChecked() is wanted
        opened.run("cancel")


@pytest.mark.parametrize(("view", "wanted", "goes_on"), [(1, True, True), (1, False, False), (6, True, False)])
def test_the_next_case_is_chosen_after_a_renumbering_as_wished_and_where_it_leaves_the_list(
    opened: Opened, view: int, wanted: bool, goes_on: bool
) -> None:
    opened.paste(TEXT.replace("1234", "1301"))
    opened.paste(TEXT)
    this = opened.case.id
    opened.window.comfort.wish(Wishes(next_case=wanted, then_retry=False))
    opened.run(f"view_{view}")
    opened.window.inbox.choose(opened.window.model.row_of_case(this))
    opened.settle()
    opened.run("renumber")
    opened.run("confirm")
    assert opened.office.desk.cases.get(this).state is State.RENUMBERED
    assert (opened.case.id != this) is goes_on


@pytest.mark.parametrize("wanted", [True, False])
def test_the_next_case_is_chosen_as_wished(opened: Opened, wanted: bool) -> None:
    for number in ("1301", "1302"):
        opened.paste(TEXT.replace("1234", number))
    opened.window.comfort.wish(Wishes(next_case=wanted))
    opened.run("first")
    before = opened.window.listing.chosen
    opened.run("ignore")
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, IgnoreSheet)
    sheet.reason.setText("asked the client")
    opened.run("confirm")
    opened.settle()
    assert (opened.window.listing.chosen == before) is not wanted


def test_everything_is_there_again_at_the_next_start(opened: Opened) -> None:
    wishes = Wishes(Look.DARK, 150, next_case=False, letters=False, then_retry=False, same_place=False)
    opened.window.comfort.wish(wishes)
    later = again(opened)
    assert later.window.comfort.wishes == wishes
    assert later.window.theme.colours == load_colours("dark")
    later.run("settings")
    sheet = later.window.ground.sheet
    assert isinstance(sheet, PreferencesSheet)
    assert not any(box.isChecked() for box in sheet._boxes.values())


def test_a_damaged_value_is_forgotten_in_silence(opened: Opened, qtbot: QtBot) -> None:
    opened.office.desk.person.preferences.put("window wishes", "{]")
    opened.office.desk.person.preferences.put("window keys", '{"retry": ["\\u0000"], "nobody": ["X"]}')
    later = again(opened)
    assert later.window.comfort.wishes == Wishes()
    later.paste(TEXT)
    later.run("renumber")
    assert later.window.ground.sheet is not None
