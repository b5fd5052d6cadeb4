"""Giving an old number back: QuickBooks is asked first, what stands in the way is said, and z never writes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from builders import COMPANY, HOLDER, INCOMING, TEXT, TWIN
from flows.conftest import Office
from flows.walk import CONFIRMED
from ui.companies import words_of
from ui.conftest import Board, Opened, open_window
from untwin.domain.cases.case import State
from untwin.domain.changes.change import Flag
from untwin.domain.changes.history import NumberOrder
from untwin.domain.problems import Stale, Unreachable
from untwin.jobs import LaneJobs
from untwin.ui.deciding.ignore_sheet import IgnoreSheet
from untwin.ui.deciding.restore_sheet import RestoreSheet


@pytest.fixture
def waiting(opened: Opened) -> Opened:
    """One case whose number was changed and which waits to post."""
    opened.window.activateWindow()
    opened.paste(TEXT)
    opened.run("renumber")
    opened.run("confirm")
    return opened.look_only_when_told()


def open_sheet(opened: Opened) -> RestoreSheet:
    opened.press(Qt.Key.Key_Z)
    sheet = opened.window.ground.sheet
    assert isinstance(sheet, RestoreSheet)
    return sheet


def number(opened: Opened) -> str | None:
    return opened.office.books.documents[HOLDER.id].number


def test_z_opens_the_sheet_and_ctrl_enter_gives_the_number_back(waiting: Opened) -> None:
    sheet = open_sheet(waiting)
    assert number(waiting) == "CM-1234"
    words = words_of(sheet)
    assert "Everything else stays: customer Ortega, Luis" in words
    assert "1234 is free in QuickBooks now" in words
    assert "Clio bill 1234 can't post then" in words
    assert "Restoring ends where it posts" in words
    waiting.press(Qt.Key.Key_Return, ctrl=True)
    assert number(waiting) == "1234"
    assert waiting.state == State.NUMBER_RESTORED
    assert "Credit memo CM-1234 is 1234 again" in waiting.said
    assert waiting.window.ground.sheet is None


def test_it_says_that_quickbooks_is_asked_and_the_window_stays_free(qtbot: QtBot, office: Office) -> None:
    jobs = LaneJobs()
    try:
        window = open_window(qtbot, office, jobs, Board())
        opened = Opened(window, office, Board(), qtbot, threads=True)
        case = office.desk.take_in.text(TEXT).new[0]
        case = office.desk.look_up(case.id)
        planned = office.desk.renumber.plan({case.id: {}})
        office.desk.renumber(planned, CONFIRMED)
        window.refresh()
        opened.run("view_6")
        window.registry.run("undo")
        sheet = window.ground.sheet
        assert isinstance(sheet, RestoreSheet)
        assert "Asking QuickBooks how it stands now" in words_of(sheet)
        assert sheet.confirm_button.isHidden()
        sheet.confirm()
        qtbot.waitUntil(lambda: not sheet.confirm_button.isHidden())
        assert "Asking QuickBooks" not in words_of(sheet)
    finally:
        jobs.close()


def test_once_it_has_posted_restoring_ends_and_the_choices_are_listed(waiting: Opened) -> None:
    at = waiting.office.books.clock.now()
    waiting.office.books.documents["900"] = replace(TWIN, id="900", number="1234", date=INCOMING.date, created_at=at)
    waiting.run("verify")
    assert waiting.state == State.POSTED
    sheet = open_sheet(waiting)
    assert sheet.accessibleName() == "The old number can't be given back now"
    words = words_of(sheet)
    assert "Restoring ends there." in words
    assert "What can be done instead" in words
    assert "Undo the posting in the source first, then restore." in words
    assert sheet.confirm_button.isHidden()
    waiting.run("confirm")
    assert number(waiting) == "CM-1234"


def test_flags_are_asked_for_here_too(waiting: Opened) -> None:
    waiting.office.books.documents[HOLDER.id] = replace(
        waiting.office.books.documents[HOLDER.id], emailed=True, email="luis@example.invalid"
    )
    sheet = open_sheet(waiting)
    waiting.run("confirm")
    assert "e-mailed from QuickBooks" in sheet.problem
    sheet.asking.flags[Flag.EMAILED].setChecked(True)
    waiting.run("confirm")
    assert waiting.state == State.NUMBER_RESTORED


def test_a_problem_stays_in_the_sheet(waiting: Opened) -> None:
    def refuse(_order: NumberOrder) -> None:
        raise Stale("Somebody changed it meanwhile.", code="5010")

    sheet = open_sheet(waiting)
    waiting.office.books.on_change = refuse
    waiting.run("confirm")
    assert "Somebody changed it meanwhile." in sheet.problem
    assert waiting.window.ground.sheet is sheet
    assert waiting.state == State.WAITING_TO_POST


def test_without_quickbooks_it_says_so(waiting: Opened) -> None:
    waiting.office.connections.problem = Unreachable("QuickBooks doesn't answer.", "Try again in a minute.")
    sheet = open_sheet(waiting)
    assert sheet.problem == "QuickBooks doesn't answer. Try again in a minute."
    assert sheet.confirm_button.isHidden()


def test_a_read_only_company_gives_no_number_back(waiting: Opened) -> None:
    settings = replace(COMPANY.settings, writes_on=False)
    waiting.office.desk.companies.put(replace(COMPANY, settings=settings))
    waiting.window.refresh()
    assert "is read-only" in words_of(open_sheet(waiting))


def test_the_option_of_the_case_opens_it_too(waiting: Opened) -> None:
    waiting.press(Qt.Key.Key_4)
    assert isinstance(waiting.window.ground.sheet, RestoreSheet)


def test_z_undoes_the_last_local_step_as_long_as_it_is_offered(waiting: Opened) -> None:
    waiting.paste(TEXT.replace("1234", "1299").replace("111", "1299"))
    waiting.run("view_1")
    waiting.run("ignore")
    sheet = waiting.window.ground.sheet
    assert isinstance(sheet, IgnoreSheet)
    sheet.reason.setText("twice")
    waiting.run("confirm")
    waiting.run("view_3")
    assert waiting.case.renumbered
    waiting.run("undo")
    assert waiting.said == "1 case as before."
    waiting.run("view_3")
    assert isinstance(open_sheet(waiting), RestoreSheet)


def test_a_restored_case_has_nothing_more_to_give_back(waiting: Opened) -> None:
    open_sheet(waiting)
    waiting.run("confirm")
    waiting.run("restore")
    assert waiting.said == "No number that Untwin gave stands there."
