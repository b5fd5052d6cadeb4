"""The window opens as it was left, and as at the first start where what was kept is damaged, gone, or off screen."""

import pytest
from PySide6.QtGui import QGuiApplication

from builders import COMPANY, TEXT
from ui.conftest import Board, InlineJobs, Opened, open_window
from untwin.domain.window.bookmark import Bookmark
from untwin.domain.window.wishes import Wishes


def again(opened: Opened) -> Opened:
    """Closed, and started once more on the same home."""
    opened.window.close()
    board = Board()
    return Opened(open_window(opened.qtbot, opened.office, InlineJobs(), board), opened.office, board, opened.qtbot)


def test_view_company_filter_and_case_are_as_they_were(opened: Opened) -> None:
    for number in ("1301", "1302", "1303"):
        opened.paste(TEXT.replace("1234", number))
    opened.run("view_6")
    opened.window.header.show_company(COMPANY.realm)
    opened.window.tabs.filter.setText("130")
    opened.window.inbox.choose(1)
    chosen = opened.window.listing.chosen
    later = again(opened)
    assert later.window.listing.view == 5
    assert later.window.header.company == COMPANY.realm
    assert later.window.tabs.filter.text() == "130"
    assert later.window.listing.chosen == chosen
    assert later.window.inbox.currentIndex().row() == 1


def test_sizes_are_as_they_were(opened: Opened) -> None:
    opened.paste(TEXT)
    opened.window.resize(790, 590)
    opened.window._view.panes.setSizes([300, 490])
    opened.settle()
    panes = opened.window._view.panes.sizes()
    opened.window.inbox.setColumnWidth(0, 200)
    opened.settle()
    later = again(opened)
    later.settle()
    assert later.window.size().height() == 590
    assert later.office.desk.remember.bookmark().panes == tuple(panes)
    # On this small screen the list can't become as narrow again; unasked the case would have less still.
    assert later.window._view.panes.sizes()[1] > 0.395 * sum(panes)
    widths = [later.window.inbox.columnWidth(column) for column in range(6)]
    assert widths[0] == max(widths)


@pytest.mark.parametrize("damaged", ["{", "[]", '{"view": 7, "panes": "wide", "columns": [1], "case": "no such"}'])
def test_what_is_damaged_falls_back_in_silence(opened: Opened, damaged: str) -> None:
    opened.paste(TEXT)
    opened.window.close()
    opened.office.desk.person.preferences.put("window place", damaged)
    board = Board()
    window = open_window(opened.qtbot, opened.office, InlineJobs(), board)
    assert window.listing.view == 0
    assert window.model.rowCount() == 1
    assert window.toast.text == ""


def test_a_window_off_every_screen_is_brought_back(opened: Opened) -> None:
    opened.window.close()
    opened.office.desk.remember.keep_bookmark(Bookmark(frame=(90_000, -70_000, 700, 500)))
    window = open_window(opened.qtbot, opened.office, InlineJobs(), Board())
    assert QGuiApplication.primaryScreen().geometry().contains(window.geometry().topLeft())


def test_a_company_that_is_gone_is_forgotten(opened: Opened) -> None:
    opened.window.close()
    opened.office.desk.remember.keep_bookmark(Bookmark(company="no such realm"))
    assert open_window(opened.qtbot, opened.office, InlineJobs(), Board()).header.company != "no such realm"


def test_who_does_not_wish_it_gets_the_usual_window(opened: Opened) -> None:
    opened.window.comfort.wish(Wishes(same_place=False))
    opened.run("view_6")
    assert again(opened).window.listing.view == 0
