"""Somebody else is at the books between any two steps: the right sentence and the right state, nothing overwritten."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from builders import HOLDER, REALM, TWIN
from flows.conftest import Office
from flows.walk import CONFIRMED, looked_up, renumbered
from untwin.domain.cases.case import State
from untwin.domain.changes.history import NumberOrder, Step
from untwin.domain.problems import AnswerLost, Gone, NumberTaken, PeriodClosed, Stale

MEMO = HOLDER.id
Meddle = Callable[[Office], None]


def edit(office: Office, **changes: object) -> None:
    """Somebody saves the holder with other values."""
    old = office.books.documents[MEMO]
    raw = json.loads(old.raw) | {"SyncToken": str(int(old.sync_token) + 1)} | changes
    office.books.documents[MEMO] = replace(
        old, sync_token=raw["SyncToken"], number=raw["DocNumber"], raw=json.dumps(raw)
    )


def edited(office: Office) -> None:
    edit(office, PrivateNote="by Morgan")


def number_taken(office: Office) -> None:
    office.books.documents["5"] = replace(HOLDER, id="5", entity="Invoice", number="CM-1234")


def deleted(office: Office) -> None:
    del office.books.documents[MEMO]


def voided(office: Office) -> None:
    edit(office, TotalAmt=0, PrivateNote="Voided")


def closed(office: Office) -> None:
    office.books.company_facts = replace(office.books.company_facts, closed_through=HOLDER.date)


def posted_first(office: Office) -> None:
    office.books.documents["900"] = replace(TWIN, id="900", number="1234")


def made_read_only(office: Office) -> None:
    office.desk.connect.forbid([REALM], "Ann")


BEFORE: list[tuple[Meddle, str]] = [
    (edited, "Somebody changed credit memo 1234"),
    (number_taken, "CM-1234 is used by invoice CM-1234"),
    (deleted, "isn't in QuickBooks any more"),
    (voided, "Somebody changed credit memo 1234"),
    (closed, "closed through 3 Sep 2026 meanwhile"),
    (posted_first, "Meanwhile invoice 1234 of Smith, Anna has this number, too"),
]


@pytest.mark.parametrize(("meddle", "said"), BEFORE)
def test_between_the_look_up_and_the_sending(office: Office, meddle: Meddle, said: str) -> None:
    case = looked_up(office)
    planned = office.desk.renumber.plan({case.id: {}})
    meddle(office)
    saved = office.desk.renumber(planned, CONFIRMED)
    assert said in str(saved.problems["1"])
    assert "nothing was saved" in str(saved.problems["1"])
    assert office.desk.cases.get("1").state is State.NEEDS_DECISION
    assert office.desk.cases.get("1").judgement is None
    assert office.books.orders == []


@pytest.mark.parametrize(
    ("meddle", "problem"),
    [
        (edited, Stale("Somebody else changed it.", code="5010")),
        (number_taken, NumberTaken("The number is used.", code="6140")),
        (deleted, Gone("It isn't there.", code="610")),
        (closed, PeriodClosed("The books are closed.", code="6210")),
    ],
)
def test_between_the_last_look_and_the_sending(office: Office, meddle: Meddle, problem: Exception) -> None:
    def refused(_order: NumberOrder) -> None:
        meddle(office)
        raise problem

    office.books.on_change = refused
    saved = renumbered(office)
    assert saved.problems["1"] is problem
    assert saved.cases[0].state is State.NEEDS_DECISION
    [change] = office.desk.history.of_case("1")
    assert (change.last.step, change.done) == (Step.NOT_DONE, False)


AFTER: list[tuple[Meddle, str]] = [
    (edited, "memo wasn't there and is “by Morgan”"),
    (voided, "voided in the meantime"),
    (number_taken, "invoice CM-1234 of Ortega, Luis got CM-1234, too"),
    (deleted, "was deleted after the new number was sent"),
    (lambda office: edit(office, DocNumber="X-1"), "somebody changed it: it has X-1 now"),
    (lambda office: edit(office, DocNumber="1234"), "somebody changed it: it has 1234 now"),
]


@pytest.mark.parametrize(("meddle", "said"), AFTER)
def test_between_the_saving_and_the_reading(office: Office, meddle: Meddle, said: str) -> None:
    def change(order: NumberOrder) -> None:
        office.books.renumber(order)
        meddle(office)

    office.books.on_change = change
    saved = renumbered(office)
    assert said in str(saved.problems["1"])
    assert saved.cases[0].state is State.NEEDS_CHECKING
    [change_] = office.desk.history.open_changes()
    assert change_.last.step is Step.DIFFERENT
    assert change_.intent.before == HOLDER.raw
    assert len(office.books.orders) == 1


def test_a_document_that_was_saved_again_unchanged_in_between_is_proved(office: Office) -> None:
    def change(order: NumberOrder) -> None:
        office.books.renumber(order)
        edit(office)

    office.books.on_change = change
    assert renumbered(office).cases[0].state is State.RENUMBERED


def test_the_waiting_document_may_post_before_the_reading(office: Office) -> None:
    def change(order: NumberOrder) -> None:
        office.books.renumber(order)
        posted_first(office)

    office.books.on_change = change
    assert renumbered(office).cases[0].state is State.RENUMBERED


@pytest.mark.parametrize("meddle", [number_taken, closed, made_read_only])
def test_a_lost_change_is_not_sent_again_into_books_that_have_changed(office: Office, meddle: Meddle) -> None:
    def lost(_order: NumberOrder) -> None:
        meddle(office)
        raise AnswerLost("The answer never came.")

    office.books.on_change = lost
    saved = renumbered(office)
    assert saved.cases[0].state is State.NEEDS_CHECKING
    assert len(office.books.orders) == 1
    office.books.clock.at += timedelta(seconds=140)
    [settled] = office.desk.settle.open_changes()
    assert settled.state is State.NEEDS_DECISION
    assert len(office.books.orders) == 1
    assert office.desk.history.open_changes() == ()


def test_not_done_is_final_only_when_quickbooks_can_not_be_at_it_any_more(office: Office) -> None:
    def lost(_order: NumberOrder) -> None:
        raise AnswerLost("The answer never came.")

    office.books.on_change = lost
    assert renumbered(office).cases[0].state is State.NEEDS_CHECKING
    assert office.desk.settle.open_changes() == ()
    assert len(office.desk.history.open_changes()) == 1
    office.books.clock.at += timedelta(seconds=130)
    [settled] = office.desk.settle.open_changes()
    assert settled.state is State.NEEDS_DECISION
    assert "more than two minutes later" in settled.note
    assert len(office.books.orders) == 2, "sent once more under the same id, and never again"


def test_a_change_that_arrives_late_after_all_is_found_done(office: Office) -> None:
    kept: list[NumberOrder] = []

    def lost(order: NumberOrder) -> None:
        kept.append(order)
        raise AnswerLost("The answer never came.")

    office.books.on_change = lost
    renumbered(office)
    office.books.renumber(kept[0])
    [settled] = office.desk.settle.open_changes()
    assert settled.state is State.RENUMBERED
    assert settled.renumbered[0].proof.holds


def test_what_a_person_must_look_at_is_not_asked_about_at_every_start(office: Office) -> None:
    office.books.on_change = lambda order: office.books.renumber(order, TotalAmt=84)
    renumbered(office)
    office.books.before_around = lambda _questions: pytest.fail("nobody asked")
    assert office.desk.settle.open_changes() == ()
    assert office.desk.cases.get("1").state is State.NEEDS_CHECKING


def test_an_alarm_that_is_over_is_settled_when_somebody_asks(office: Office) -> None:
    office.books.on_change = lambda order: office.books.renumber(order, PrivateNote="meddled")
    renumbered(office)
    raw = json.loads(office.books.documents[MEMO].raw)
    del raw["PrivateNote"]
    office.books.documents[MEMO] = replace(office.books.documents[MEMO], raw=json.dumps(raw))
    [settled] = office.desk.settle.open_changes(asked=True)
    assert settled.state is State.RENUMBERED
