"""A person ends a doubt: what stands in QuickBooks now decides what it comes to, and their word is kept."""

import json
from dataclasses import replace

import pytest

from flows.conftest import Office
from flows.walk import CONFIRMED, renumbered
from untwin.domain.cases.case import State
from untwin.domain.changes.history import Step
from untwin.domain.problems import BadInput, NotAllowed


def doubtful(office: Office) -> None:
    office.books.on_change = lambda order: office.books.renumber(order, PrivateNote="meddled")
    assert renumbered(office).cases[0].state is State.NEEDS_CHECKING


def test_a_doubt_shows_what_differs_and_whether_the_new_number_stands(office: Office) -> None:
    doubtful(office)
    [doubt] = office.desk.look_closer.doubts("1")
    assert doubt.stands
    assert doubt.proof is not None
    assert [d.path for d in doubt.proof.unexpected] == ["PrivateNote"]


def test_an_accepted_change_stands_with_who_said_so_and_why(office: Office) -> None:
    doubtful(office)
    case = office.desk.look_closer.close("1", "Ann", "Morgan added a note")
    assert case.state is State.RENUMBERED
    assert "accepted as it is, says Ann: Morgan added a note" in case.note
    assert case.renumbered[0].new == "CM-1234"
    assert not case.renumbered[0].proof.holds
    assert office.desk.history.open_changes() == ()
    assert office.desk.retry("1").case.state is State.WAITING_TO_POST


def test_where_the_new_number_does_not_stand_the_case_is_looked_up_again(office: Office) -> None:
    doubtful(office)
    old = office.books.documents["111"]
    raw = json.dumps(json.loads(old.raw) | {"DocNumber": "1234", "SyncToken": "9"})
    office.books.documents["111"] = replace(old, number="1234", sync_token="9", raw=raw)
    case = office.desk.look_closer.close("1", "Ann", "Morgan took it back")
    assert case.state is State.NEEDS_DECISION
    assert case.renumbered == ()
    assert office.desk.history.of_case("1")[0].last.step is Step.NOT_DONE
    assert office.desk.look_up("1").judgement is not None


def test_a_document_that_is_gone_ends_the_doubt_as_not_done(office: Office) -> None:
    doubtful(office)
    del office.books.documents["111"]
    [doubt] = office.desk.look_closer.doubts("1")
    assert (doubt.stands, doubt.now, doubt.proof) == (False, "", None)
    assert office.desk.look_closer.close("1", "Ann", "deleted by Morgan").state is State.NEEDS_DECISION


def test_a_doubt_is_not_ended_without_a_reason_or_where_there_is_none(office: Office) -> None:
    doubtful(office)
    with pytest.raises(BadInput, match="Say what you have seen"):
        office.desk.look_closer.close("1", "Ann", "  ")
    office.desk.look_closer.close("1", "Ann", "fine")
    with pytest.raises(NotAllowed):
        office.desk.look_closer.close("1", "Ann", "once more")


def test_an_accepted_change_can_be_restored(office: Office) -> None:
    doubtful(office)
    office.desk.look_closer.close("1", "Ann", "fine")
    office.books.on_change = office.books.renumber
    plan = office.desk.restore.plan(office.desk.restore.of_case("1"))
    assert office.desk.restore(plan, CONFIRMED).cases[0].state is State.NUMBER_RESTORED
