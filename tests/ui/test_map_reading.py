"""The number map and what was read: fresh, read again, stopped, of another company, or not there at all."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from builders import COMPANY, REALM
from flows.conftest import Office
from ui.conftest import Board, Opened, open_window
from ui.map_opened import firm, open_map, words_in
from untwin.domain.books.number_index import Place
from untwin.domain.problems import Unreachable
from untwin.jobs import LaneJobs
from untwin.ports.books import NumberPage
from untwin.ui.map.sheet import MapSheet

__all__ = ["firm"]


def test_f5_asks_quickbooks_what_changed_and_draws_it(firm: Opened) -> None:
    sheet = open_map(firm)
    before = sheet.drawn
    firm.press(Qt.Key.Key_F5)
    firm.qtbot.waitUntil(lambda: sheet.drawn is not before)
    assert sheet._fresh.text().startswith("As of ")


def test_where_nothing_was_read_it_says_what_to_do(opened: Opened) -> None:
    opened.window.activateWindow()
    sheet = open_map(opened)
    assert "F5 reads them" in words_in(sheet)
    opened.press(Qt.Key.Key_J)
    assert "F5 reads the numbers" in opened.said
    opened.press(Qt.Key.Key_F5)
    opened.qtbot.waitUntil(lambda: sheet.drawn is not None and sheet.drawn.documents == 1)
    assert "1 document read." in words_in(sheet)


def test_without_a_company_there_is_no_map(opened: Opened) -> None:
    opened.office.desk.companies.remove(REALM)
    opened.window.refresh()
    opened.run("map")
    assert opened.window.ground.sheet is None
    assert "No company is connected yet" in opened.said


def test_what_goes_wrong_with_reading_is_said_and_the_map_stays(firm: Opened) -> None:
    def nobody(*_asked: object) -> None:
        raise Unreachable("QuickBooks can't be reached.")

    sheet = open_map(firm)
    firm.office.books.number_changes = nobody  # type: ignore[assignment, method-assign]
    firm.press(Qt.Key.Key_F5)
    assert sheet.problem == "QuickBooks can't be reached."
    assert sheet.shows


def test_a_long_reading_is_told_and_stopped_from_the_map(qtbot: QtBot, office: Office) -> None:
    jobs, books = LaneJobs(), office.books

    def page(_entity: str, place: Place) -> NumberPage:
        jobs.patience.pause(0.02)
        return NumberPage((), Place(place.start + 999, "1"), books.clock.now())

    books.number_page, books.how_many = page, lambda _entities: (90_000,)  # type: ignore[assignment, method-assign]
    window = open_window(qtbot, office, jobs, Board())
    window.registry.run("map")
    sheet = window.ground.sheet
    assert isinstance(sheet, MapSheet)
    qtbot.waitUntil(lambda: sheet.drawn is not None)
    window.registry.run("map_read")
    qtbot.waitUntil(lambda: "0 of 90,000" in sheet._fresh.text())
    assert "Ctrl+. stops" in sheet._fresh.text()
    window.registry.run("map_stop")
    qtbot.waitUntil(lambda: not window.clerk.reading)
    assert sheet.problem == ""
    jobs.close()


def test_another_company_is_chosen_in_the_map(firm: Opened) -> None:
    other = replace(COMPANY, realm="9130000000000002", name="Bright Ltd")
    firm.office.desk.companies.put(other)
    firm.window.refresh()
    sheet = open_map(firm)
    firm.press(Qt.Key.Key_O, ctrl=True)
    assert sheet.companies.hasFocus()
    sheet.companies.setCurrentIndex(sheet.companies.findData(other.realm))
    firm.settle()
    assert sheet.realm == other.realm
    assert "F5 reads them" in words_in(sheet)
