"""The write: checked, recorded, sent once, read again, proved; and whatever can come between."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from builders import HOLDER, REALM
from flows.conftest import Office
from flows.walk import CONFIRMED, after_sending, looked_up, renumbered, steps, with_history
from untwin.domain.cases.case import State
from untwin.domain.changes.history import NumberOrder, Step, StepRecord
from untwin.domain.problems import (
    AnswerLost,
    NotAllowed,
    Stale,
    Unreachable,
)
from untwin.flows.changing.confirm import Confirmation


def test_the_intent_is_recorded_before_the_write_and_each_step_after_it(office: Office) -> None:
    seen: list[list[Step]] = []

    def watch_the_record(order: NumberOrder) -> None:
        seen.append(steps(office))
        office.books.renumber(order)

    office.books.on_change = watch_the_record
    renumbered(office)
    assert seen == [[Step.INTENT, Step.SENT]]
    assert steps(office) == [Step.INTENT, Step.SENT, Step.ANSWERED, Step.READ_AGAIN, Step.PROVED]
    assert office.desk.history.open_changes() == ()
    assert office.lock.held == 1


def test_a_changed_holder_stops_the_write_before_it_is_sent(office: Office) -> None:
    case = looked_up(office)
    planned = office.desk.renumber.plan({case.id: {}})
    office.books.documents["111"] = replace(HOLDER, sync_token="1", total=Decimal(99))
    saved = office.desk.renumber(planned, CONFIRMED)
    assert "Somebody changed credit memo 1234" in str(saved.problems["1"])
    assert office.books.orders == []
    again = office.desk.cases.get("1")
    assert again.state is State.NEEDS_DECISION
    assert office.desk.renumber.plan({"1": {}}).refused, "its evidence is out of date"


def test_a_number_taken_meanwhile_stops_the_write(office: Office) -> None:
    case = looked_up(office)
    planned = office.desk.renumber.plan({case.id: {}})
    office.books.documents["5"] = replace(HOLDER, id="5", entity="Invoice", number="cm-1234 ")
    saved = office.desk.renumber(planned, CONFIRMED)
    assert "CM-1234 is used by" in str(saved.problems["1"])
    assert office.books.orders == []


def test_books_closed_meanwhile_stop_the_write(office: Office) -> None:
    case = looked_up(office)
    planned = office.desk.renumber.plan({case.id: {}})
    office.books.company_facts = replace(office.books.company_facts, closed_through=HOLDER.date)
    assert "closed" in office.desk.renumber(planned, CONFIRMED).problems["1"].sentence
    assert office.books.orders == []


def test_an_unconfirmed_flag_refuses_the_whole_plan(office: Office) -> None:
    office.books.documents["111"] = replace(HOLDER, emailed=True)
    case = looked_up(office)
    planned = office.desk.renumber.plan({case.id: {}})
    with pytest.raises(NotAllowed, match="e-mailed"):
        office.desk.renumber(planned, Confirmation("Ann", "because"))
    assert office.books.orders == []


def test_a_lost_answer_is_read_first_and_not_sent_twice_when_it_was_done(office: Office) -> None:
    def done_but_lost(order: NumberOrder) -> None:
        office.books.renumber(order)
        raise AnswerLost("The answer never came.")

    office.books.on_change = done_but_lost
    saved = renumbered(office)
    assert saved.cases[0].state is State.RENUMBERED
    assert len(office.books.orders) == 1
    assert Step.LOST in steps(office)


def test_a_lost_answer_is_sent_once_more_under_the_same_id_when_nothing_was_done(office: Office) -> None:
    def lost_once(order: NumberOrder) -> None:
        if len(office.books.orders) == 1:
            raise AnswerLost("The answer never came.")
        office.books.renumber(order)

    office.books.on_change = lost_once
    assert renumbered(office).cases[0].state is State.RENUMBERED
    first, second = office.books.orders
    assert first == second


def test_a_lost_answer_with_a_strangers_change_needs_a_person(office: Office) -> None:
    def lost_and_edited(order: NumberOrder) -> None:
        office.books.documents["111"] = replace(HOLDER, sync_token="4")
        raise AnswerLost("The answer never came.")

    office.books.on_change = lost_and_edited
    saved = renumbered(office)
    assert saved.cases[0].state is State.NEEDS_CHECKING
    assert len(office.books.orders) == 1
    assert len(office.desk.history.open_changes()) == 1


def test_a_silent_other_change_is_a_loud_alarm_and_both_images_stay(office: Office) -> None:
    office.books.on_change = lambda order: office.books.renumber(order, TotalAmt=84)
    saved = renumbered(office)
    assert saved.cases[0].state is State.NEEDS_CHECKING
    assert "total was 85.00 and is 84.00" in str(saved.problems["1"])
    [change] = office.desk.history.open_changes()
    assert [record.step for record in change.steps[-2:]] == [Step.READ_AGAIN, Step.DIFFERENT]
    assert '"TotalAmt": 84' in change.steps[-2].image
    assert change.intent.before == HOLDER.raw


def test_a_write_that_quickbooks_ignores_is_not_renumbered(office: Office) -> None:
    office.books.on_change = lambda _order: None
    assert renumbered(office).cases[0].state is State.NEEDS_CHECKING


def test_a_refused_write_changes_nothing_and_can_be_looked_up_again(office: Office) -> None:
    def refuse(_order: NumberOrder) -> None:
        raise Stale("QuickBooks answered: stale.", code="5010")

    office.books.on_change = refuse
    saved = renumbered(office)
    assert saved.cases[0].state is State.NEEDS_DECISION
    assert steps(office)[-1] is Step.NOT_DONE
    office.books.on_change = None
    assert office.desk.look_up("1").judgement is not None


def test_a_change_that_was_cut_off_while_sending_is_settled_at_the_next_start(office: Office) -> None:
    case = looked_up(office)
    planned = office.desk.renumber.plan({case.id: {}})

    def killed(_order: NumberOrder) -> None:
        raise KeyboardInterrupt

    office.books.on_change = killed
    with pytest.raises(KeyboardInterrupt):
        office.desk.renumber(planned, CONFIRMED)
    assert office.desk.cases.get("1").state is State.SAVING
    office.books.on_change = None
    settled = office.desk.settle.open_changes()
    assert [c.state for c in settled] == [State.RENUMBERED]
    assert office.desk.history.open_changes() == ()
    assert office.desk.settle.open_changes() == ()


def test_a_change_that_was_never_sent_is_settled_as_not_done(office: Office) -> None:
    case = looked_up(office)
    planned = office.desk.renumber.plan({case.id: {}})
    office.books.on_change = lambda _order: pytest.fail("nothing may be sent")
    record = office.desk.history.record

    class CutOff(type(office.desk.history)):  # type: ignore[misc]
        def record(self, steps: Sequence[tuple[str, StepRecord]]) -> None:
            if steps[0][1].step is Step.SENT:
                raise KeyboardInterrupt
            record(steps)

    cut_off = with_history(office, CutOff(office.desk.history.database))  # type: ignore[attr-defined]
    with pytest.raises(KeyboardInterrupt):
        cut_off(planned, CONFIRMED)
    settled = office.desk.settle.open_changes()
    assert [c.state for c in settled] == [State.NEEDS_DECISION]
    assert "never sent" in settled[0].note
    assert steps(office)[-1] is Step.NOT_DONE


def test_a_case_that_was_cut_off_before_its_intent_can_be_looked_up_again(office: Office) -> None:
    case = looked_up(office)
    office.desk.cases.save(case.moved(State.PLANNED, case.updated_at), case.state)
    assert [c.state for c in office.desk.settle.open_changes()] == [State.NEEDS_DECISION]
    assert office.desk.look_up("1").judgement is not None


def test_a_refusal_of_the_policy_comes_from_the_same_plan_function(office: Office) -> None:
    looked_up(office)
    office.desk.connect.forbid([REALM], "Ann")
    planned = office.desk.renumber.plan({"1": {}})
    assert "read-only" in planned.refused[0].reason
    with pytest.raises(NotAllowed):
        office.desk.renumber(planned, CONFIRMED)


def test_a_change_that_cannot_be_read_again_needs_checking_and_is_settled_later(office: Office) -> None:
    def unreachable() -> None:
        raise Unreachable("QuickBooks can't be reached.")

    after_sending(office, unreachable)
    saved = renumbered(office)
    assert saved.cases[0].state is State.NEEDS_CHECKING
    assert "could not be read again" in str(saved.problems["1"])
    assert len(office.desk.history.open_changes()) == 1
    office.books.before_around = None
    assert [c.state for c in office.desk.settle.open_changes()] == [State.RENUMBERED]
    assert len(office.books.orders) == 1


def test_a_refused_second_sending_may_mean_that_the_first_came_through(office: Office) -> None:
    def slow(order: NumberOrder) -> None:
        if len(office.books.orders) == 1:
            raise AnswerLost("The answer never came.")
        office.books.renumber(order)
        raise Stale("QuickBooks answered: stale.", code="5010")

    office.books.on_change = slow
    saved = renumbered(office)
    assert saved.cases[0].state is State.RENUMBERED
    assert Step.NOT_DONE not in steps(office)


def test_a_change_that_stays_undone_after_the_second_sending_stays_open(office: Office) -> None:
    def lost(_order: NumberOrder) -> None:
        raise AnswerLost("The answer never came.")

    office.books.on_change = lost
    saved = renumbered(office)
    assert saved.cases[0].state is State.NEEDS_CHECKING
    assert len(office.books.orders) == 2
    assert len(office.desk.history.open_changes()) == 1
