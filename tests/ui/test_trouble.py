"""The outside goes away in the middle of work: the window says what, loses nothing, and goes on afterwards."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from builders import TEXT
from ui.conftest import Opened
from untwin.domain.cases.case import State
from untwin.domain.cases.exits import ExitId, exits_for
from untwin.domain.problems import KeyringProblem, Problem, SignInNeeded, Throttled, Unreachable
from untwin.domain.verdicts.verdict import Verdict

TROUBLES = {
    "QuickBooks is down": Unreachable("QuickBooks can't be reached; nothing was changed.", "Check the network."),
    "too many requests": Throttled("QuickBooks wants a pause.", "Wait a moment."),
    "signed out": SignInNeeded("The connection to QuickBooks has ended.", "Connect the company again in Companies."),
    "keyring locked": KeyringProblem("The keyring is locked.", "Unlock it, then try again."),
}


def _words(problem: Problem) -> str:
    return problem.sentence


def _saved(opened: Opened) -> None:
    """Confirms the change sheet with all it asks."""
    sheet = opened.window.ground.sheet
    assert sheet is not None
    for box in sheet.findChildren(QCheckBox):
        if box.text() != "Then retry in Clio":
            box.setChecked(True)
    opened.run("confirm")


@pytest.mark.parametrize("problem", TROUBLES.values(), ids=TROUBLES)
def test_a_look_up_that_fails_says_so_and_can_be_done_again(opened: Opened, problem: Problem) -> None:
    opened.look_only_when_told()
    opened.office.connections.problem = problem
    opened.paste(TEXT)
    [case] = opened.office.desk.cases.all()
    assert case.state is State.NEW
    assert _words(problem) in opened.said
    assert _words(problem) in case.note
    opened.office.connections.problem = None
    opened.run("look_up")
    [case] = opened.office.desk.cases.all()
    assert case.state is State.NEEDS_DECISION


@pytest.mark.parametrize("problem", TROUBLES.values(), ids=TROUBLES)
def test_a_change_that_fails_keeps_the_sheet_and_what_was_typed(opened: Opened, problem: Problem) -> None:
    opened.look_only_when_told()
    opened.paste(TEXT)
    opened.run("renumber")
    opened.office.connections.problem = problem
    _saved(opened)
    sheet = opened.window.ground.sheet
    assert sheet is not None
    assert _words(problem) in sheet.problem
    assert opened.office.books.orders == []
    opened.office.connections.problem = None
    # Meanwhile others may have changed what the sheet was made of: it is looked up anew before anything is saved.
    opened.run("confirm")
    assert "Look it up again first" in sheet.problem
    opened.run("cancel")
    assert exits_for(opened.case)[0].id is ExitId.LOOK_UP
    opened.press(Qt.Key.Key_1)
    opened.run("renumber")
    _saved(opened)
    assert opened.window.ground.sheet is None
    assert len(opened.office.books.orders) == 1
    assert opened.case.state in (State.RENUMBERED, State.WAITING_TO_POST)


@pytest.mark.parametrize("problem", TROUBLES.values(), ids=TROUBLES)
def test_a_retry_and_a_look_that_fail_leave_the_case_where_it_is(opened: Opened, problem: Problem) -> None:
    opened.look_only_when_told()
    opened.paste(TEXT)
    opened.run("renumber")
    _saved(opened)
    opened.run("view_6")
    before = opened.case
    opened.office.connections.problem = problem
    opened.run("verify")
    assert _words(problem) in opened.said
    opened.run("retry")
    assert opened.case.state is before.state
    assert opened.case.renumbered == before.renumbered
    assert opened.office.desk.history.verify().whole


def test_a_source_that_is_down_makes_nothing_unrelated_and_is_named(opened: Opened) -> None:
    opened.office.source.problem = Unreachable("Clio can't be reached.", "Check the network.")
    opened.paste(TEXT)
    judgement = opened.case.judgement
    assert judgement is not None
    assert judgement.verdict is Verdict.UNKNOWN
    assert any("Clio can't be reached" in reason for reason in judgement.reasons)
    opened.office.source.problem = None
    opened.run("look_up")
    again = opened.case.judgement
    assert again is not None
    assert again.verdict is Verdict.UNRELATED
