"""A change that is stopped at the door, a window closed in between, and what a killed process left behind."""

from dataclasses import replace
from datetime import timedelta

import pytest

from flows.conftest import Office
from flows.walk import CONFIRMED, after_sending, looked_up, steps
from untwin.domain.cases.case import State
from untwin.domain.changes.history import NumberOrder, Step
from untwin.domain.problems import Cancelled, KeyringProblem, Problem, Throttled


@pytest.mark.parametrize("problem", [Cancelled(), KeyringProblem("Locked."), Throttled("Slow down.")])
def test_what_stops_a_change_at_the_door_leaves_nothing_open_that_a_later_start_would_send(
    office: Office, problem: Problem
) -> None:
    def stop(_order: NumberOrder) -> None:
        raise problem

    case = looked_up(office)
    office.books.on_change = stop
    saved = office.desk.renumber(office.desk.renumber.plan({case.id: {}}), CONFIRMED)
    assert saved.problems[case.id] is problem
    assert steps(office) == [Step.INTENT, Step.SENT, Step.NOT_DONE]
    assert office.desk.history.open_changes() == ()
    assert office.desk.cases.get(case.id).state is State.NEEDS_DECISION


def test_a_window_closed_before_anything_was_sent_changes_nothing(office: Office) -> None:
    case = looked_up(office)
    planned = office.desk.renumber.plan({case.id: {}})

    def closed(*_asked: object) -> None:
        raise Cancelled

    office.books.around_changes = closed  # type: ignore[assignment, method-assign]
    saved = office.desk.renumber(planned, CONFIRMED)
    assert isinstance(saved.problems[case.id], Cancelled)
    assert office.desk.cases.get(case.id).state is State.NEEDS_DECISION
    assert office.books.orders == []


def test_a_window_closed_between_the_change_and_its_check_leaves_it_to_be_checked(office: Office) -> None:
    case = looked_up(office)

    def closed() -> None:
        raise Cancelled

    after_sending(office, closed)
    saved = office.desk.renumber(office.desk.renumber.plan({case.id: {}}), CONFIRMED)
    assert "could not be read again" in str(saved.problems[case.id])
    assert office.desk.cases.get(case.id).state is State.NEEDS_CHECKING
    office.books.before_around = None
    [settled] = office.desk.settle.open_changes()
    assert settled.state is State.RENUMBERED
    assert len(office.books.orders) == 1


def test_the_check_after_a_change_waits_while_quickbooks_wants_to_be_left_alone(office: Office) -> None:
    case, slow = looked_up(office), [Throttled("Slow down.", wait_seconds=44)]
    waited: list[float] = []

    def throttled() -> None:
        if slow:
            raise slow.pop()

    after_sending(office, throttled)
    writing = replace(office.desk.settle.writing, pause=lambda seconds, _wanted: waited.append(seconds))
    settle = replace(office.desk.settle, writing=writing)
    renumber = replace(office.desk.renumber, carry_out=replace(office.desk.carry_out, settle=settle))
    saved = renumber(office.desk.renumber.plan({case.id: {}}), CONFIRMED)
    assert saved.problems == {}
    assert waited == [44]
    assert office.desk.cases.get(case.id).state is State.RENUMBERED


def test_a_look_up_that_a_killed_process_left_behind_is_new_again_after_a_while(office: Office) -> None:
    case = looked_up(office)
    looking = replace(case, state=State.LOOKING)
    office.desk.cases.save(looking, case.state)
    # Another window may be at it just now.
    assert office.desk.settle.open_changes() == ()
    long_ago = replace(looking, updated_at=looking.updated_at - timedelta(hours=1))
    office.desk.cases.save(long_ago, State.LOOKING)
    [back] = office.desk.settle.open_changes()
    assert back.state is State.NEW
    assert "Look the case up again" in back.note
