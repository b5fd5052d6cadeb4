"""Text from 80 to 200 %, and a small window: nothing is clipped, nothing overlaps, and the window grows no wider."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton

from builders import TEXT
from studio.checks import look_over
from studio.pieces import SMALLEST
from ui.conftest import Opened
from untwin.domain.window.wishes import TEXT_SIZES, Look
from untwin.ui.deciding.ignore_sheet import IgnoreSheet
from untwin.ui.inbox.columns import AMOUNT
from untwin.ui.inbox.paint import PAD
from untwin.ui.kit.labels import bold_font
from untwin.ui.kit.theme import load_colours

SHEETS = ("keys", "renumber", "describe", "ignore", "bind_company", "settings", "change_keys", "palette", "history")


def sized(opened: Opened, size: int) -> None:
    opened.paste(TEXT)
    opened.window.resize(1280, 800)
    opened.window.comfort.wish(replace(opened.window.comfort.wishes, text_size=size))
    opened.settle()
    opened.settle()


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_the_desk_fits(opened: Opened, size: int) -> None:
    sized(opened, size)
    assert (opened.window.width(), opened.window.height()) == (1280, 800)
    assert look_over(opened.window) == []


def test_a_small_window_shows_amounts_and_the_case_whole(opened: Opened) -> None:
    opened.paste(TEXT)
    opened.window.resize(*SMALLEST)
    opened.settle()
    assert (opened.window.width(), opened.window.height()) == SMALLEST
    assert look_over(opened.window) == []
    assert opened.window.inbox.horizontalScrollBar().maximum() > 0


def test_views_go_as_a_whole_where_text_grows_in_a_small_window(opened: Opened) -> None:
    opened.paste(TEXT)
    opened.window.resize(*SMALLEST)
    for _ in range(8):
        opened.run("larger")
    tabs = opened.window.tabs.findChildren(QPushButton)
    shown = [tab for tab in tabs if tab.isVisible()]
    assert 1 <= len(shown) < len(tabs)
    assert any(tab.isChecked() for tab in shown)
    for tab in shown:
        assert QFontMetrics(bold_font(tab.font())).horizontalAdvance(tab.text()) < tab.width()


def test_the_ways_out_fold_where_they_would_hide_the_case(opened: Opened) -> None:
    opened.paste(TEXT)
    opened.window.resize(1280, 800)
    opened.settle()
    ways, scroll = opened.window.pane.ways, opened.window.pane._scroll
    assert ways.more.isHidden()
    opened.window.comfort.wish(replace(opened.window.comfort.wishes, text_size=200))
    opened.window.resize(*SMALLEST)
    opened.settle()
    opened.settle()
    assert look_over(opened.window.pane) == []
    assert [made.text()[0] for made in ways.buttons if made.isVisible()] == ["1"]
    assert scroll.height() >= 5 * opened.window.fontMetrics().lineSpacing()
    ways.more.click()
    opened.settle()
    assert all(made.isVisible() for made in ways.buttons)
    ways.more.click()
    opened.settle()
    assert [made.text()[0] for made in ways.buttons if made.isVisible()] == ["1"]


def test_the_keys_that_may_follow_have_room_for_their_words(opened: Opened) -> None:
    sized(opened, 200)
    opened.press(Qt.Key.Key_G)
    assert opened.window._view.strip.isVisible()
    assert look_over(opened.window._view.strip) == []


def test_a_sheets_buttons_stay_beside_each_other_where_its_foot_has_more(opened: Opened) -> None:
    sized(opened, 200)
    opened.run("renumber")
    sheet = opened.window.ground.sheet
    assert sheet is not None
    assert sheet.cancel_button.y() == sheet.confirm_button.y()


def test_an_empty_list_says_what_to_do_in_a_small_window_too(opened: Opened) -> None:
    opened.window.comfort.wish(replace(opened.window.comfort.wishes, text_size=200))
    opened.window.resize(*SMALLEST)
    opened.settle()
    opened.settle()
    assert opened.window.width() == SMALLEST[0]
    assert look_over(opened.window) == []
    opened.paste(TEXT)
    assert opened.window.pane.isVisible()
    assert opened.window.width() == SMALLEST[0]


def test_a_number_key_takes_a_way_out_that_is_folded(opened: Opened) -> None:
    opened.paste(TEXT)
    opened.window.comfort.wish(replace(opened.window.comfort.wishes, text_size=200))
    opened.window.resize(*SMALLEST)
    opened.settle()
    ignores = next(n for n, made in enumerate(opened.window.pane.ways.buttons, 1) if "Ignore" in made.text())
    opened.run(f"exit_{ignores}")
    assert isinstance(opened.window.ground.sheet, IgnoreSheet)


@pytest.mark.parametrize("action", SHEETS)
def test_sheets_fit_a_small_window(opened: Opened, action: str) -> None:
    opened.paste(TEXT)
    opened.window.resize(*SMALLEST)
    opened.run(action)
    opened.settle()
    sheet = opened.window.ground.sheet
    assert sheet is not None
    assert look_over(sheet) == []
    assert sheet.width() <= SMALLEST[0]


@pytest.mark.parametrize("size", [80, 150, 200])
@pytest.mark.parametrize("action", SHEETS)
def test_sheets_fit(opened: Opened, size: int, action: str) -> None:
    sized(opened, size)
    opened.run(action)
    sheet = opened.window.ground.sheet
    assert sheet is not None
    assert look_over(sheet) == []
    assert sheet.width() <= 1280


def test_a_sheet_that_is_open_grows_with_the_text(opened: Opened) -> None:
    sized(opened, 100)
    opened.run("settings")
    opened.run("larger")
    opened.run("larger")
    opened.settle()
    sheet = opened.window.ground.sheet
    assert sheet is not None
    assert look_over(sheet) == []


@pytest.mark.parametrize("look", list(Look))
def test_every_theme_dresses_the_window(opened: Opened, look: Look) -> None:
    opened.paste(TEXT)
    opened.window.comfort.wish(replace(opened.window.comfort.wishes, look=look))
    opened.settle()
    name = "light" if look is Look.SYSTEM else look.value
    assert opened.window.theme.colours in (load_colours(name), load_colours("dark"))
    assert look_over(opened.window, opened.window.grab().toImage()) == []


def test_an_amount_of_six_figures_is_whole_in_the_usual_window(opened: Opened) -> None:
    sized(opened, 100)
    inbox = opened.window.inbox
    needed = inbox.fontMetrics().horizontalAdvance("119,998.07")
    assert inbox.columnWidth(AMOUNT) - 2 * PAD >= needed
