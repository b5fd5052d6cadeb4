"""The computer sleeps, a job is cancelled, another start comes in between: what is said stays true."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from builders import REALM
from flows.conftest import Office
from flows.crew import Crew, crew
from flows.walk import after_sending, renumbered, steps
from reach import QuickPatience
from untwin.domain.cases.case import Case, State
from untwin.domain.changes.history import Intent, NumberOrder, Step
from untwin.domain.changes.run import Run, RunState
from untwin.domain.problems import AnswerLost, Busy, Cancelled, Problem, SignInNeeded, Unreachable
from untwin.ports.books import ChangeAnswer, ChangeQuestion
from untwin.store.cases import StoredCases
from untwin.store.database import Database
from untwin.store.history import StoredHistory
from untwin.store.runs import StoredRuns

HOUR = timedelta(hours=1)


def lose(office: Office, meanwhile: Callable[[], None] = lambda: None) -> None:
    def lost(_order: NumberOrder) -> None:
        meanwhile()
        raise AnswerLost("The answer never came.")

    office.books.on_change = lost


def sleep_after(office: Office, reading: int) -> None:
    """An hour goes by after so many readings."""
    ask, read = office.books.around_changes, []

    def asked(questions: Sequence[ChangeQuestion]) -> tuple[ChangeAnswer, ...]:
        found = ask(questions)
        read.append(questions)
        if len(read) == reading:
            office.books.clock.at += HOUR
        return found

    office.books.around_changes = asked  # type: ignore[method-assign]


def test_a_reading_from_before_a_sleep_says_nothing_about_the_hour_after_it(office: Office) -> None:
    lose(office)
    renumbered(office)
    sleep_after(office, 3)
    assert office.desk.settle.open_changes() == ()
    [change] = office.desk.history.open_changes()
    assert change.times_sent == 2
    office.books.renumber(change.intent.order)
    [settled] = office.desk.settle.open_changes()
    assert settled.state is State.RENUMBERED


def test_a_change_that_left_after_a_sleep_is_not_given_up_at_once(office: Office) -> None:
    def asleep_then_forbidden() -> None:
        # The step was recorded before the sleep, and the request left after it.
        office.books.clock.at += HOUR
        office.desk.connect.forbid([REALM], "Ann")

    lose(office, asleep_then_forbidden)
    saved = renumbered(office)
    assert saved.cases[0].state is State.NEEDS_CHECKING
    assert steps(office)[-1] is Step.LOST
    office.books.clock.at += timedelta(seconds=140)
    [settled] = office.desk.settle.open_changes()
    assert settled.state is State.NEEDS_DECISION
    assert steps(office)[-1] is Step.NOT_DONE


def test_a_sign_in_that_another_untwin_is_at_proves_that_nothing_was_sent(office: Office) -> None:
    def busy(_order: NumberOrder) -> None:
        raise Busy("Another Untwin is signing in to this company just now.")

    office.books.on_change = busy
    saved = renumbered(office)
    assert saved.cases[0].state is State.NEEDS_DECISION
    assert steps(office) == [Step.INTENT, Step.SENT, Step.NOT_DONE]


@pytest.fixture
def many(office: Office) -> Crew:
    return crew(office)


def test_a_company_that_is_forgotten_in_the_middle_of_a_batch_leaves_nothing_unread(many: Crew) -> None:
    ids = many.add(5)

    def change(order: NumberOrder) -> None:
        many.books.renumber(order)
        if len(many.books.orders) == 3:
            many.desk.companies.remove(REALM)

    many.books.on_change = change
    carried = many.desk.carry_out(many.confirmed(ids).id)
    assert many.states(ids) == [State.RENUMBERED] * 3 + [State.PLANNED] * 2
    assert carried.run.state is RunState.PAUSED
    assert many.desk.history.open_changes() == ()


@dataclass(frozen=True)
class Full(StoredHistory):
    """A disk that has room for so many intents."""

    room: list[object]

    def intend(self, intents: Sequence[Intent], at: datetime) -> None:
        if not self.room:
            raise Problem("The disk is full; nothing was stored or changed.", "Make room and try again.")
        self.room.pop()
        super().intend(intents, at)


def test_a_disk_that_gets_full_in_the_middle_of_a_batch_leaves_nothing_unread(many: Crew) -> None:
    ids = many.add(5)
    full = Full(database_of(many), [None] * 3)
    writing = replace(many.desk.settle.writing, history=full)
    settle = replace(many.desk.settle, writing=writing)
    carried = replace(many.desk.carry_out, settle=settle)(many.confirmed(ids).id)
    assert many.states(ids) == [State.RENUMBERED] * 3 + [State.PLANNED] * 2
    assert (carried.run.state, "disk is full" in carried.run.note) == (RunState.PAUSED, True)
    assert len(many.books.orders) == 3


def test_what_is_said_of_an_unread_change_never_says_that_nothing_was_changed(office: Office) -> None:
    def unreachable() -> None:
        raise Unreachable("QuickBooks can't be reached; nothing was changed.", "Check the network and try again.")

    after_sending(office, unreachable)
    [case] = renumbered(office).cases
    assert case.state is State.NEEDS_CHECKING
    assert "QuickBooks can't be reached. Check the network" in case.note
    assert "nothing was changed" not in case.note


def test_a_second_sending_that_is_refused_says_nothing_of_the_first(office: Office) -> None:
    problems = [SignInNeeded("QuickBooks no longer accepts this connection; nothing was changed."), AnswerLost("Lost.")]

    def change(_order: NumberOrder) -> None:
        raise problems.pop()

    office.books.on_change = change
    [case] = renumbered(office).cases
    assert case.state is State.NEEDS_CHECKING
    assert "whether it was saved isn't known yet: QuickBooks no longer accepts this connection." in case.note
    assert "nothing was changed" not in case.note


@dataclass
class Stubborn(QuickPatience):
    """Somebody cancels the job once so many parts were begun."""

    after: int = 0

    def each(self, work, things, width):  # type: ignore[no-untyped-def]
        if self.after == 0:
            raise Cancelled
        self.after -= 1
        return super().each(work, things, width)


@pytest.mark.parametrize("after", [0, 1])
def test_a_job_that_is_cancelled_leaves_a_paused_batch(many: Crew, after: int) -> None:
    ids = many.add(4)
    run = many.confirmed(ids)
    carried = replace(many.desk.carry_out, patience=Stubborn(after=after))(run.id)
    assert (carried.run.state, carried.run.note) == (RunState.PAUSED, "Paused, as you asked.")
    assert many.desk.runs.get(run.id).state is RunState.PAUSED
    assert many.states(ids) == [State.RENUMBERED] * after + [State.PLANNED] * (4 - after)


def test_a_batch_that_was_cancelled_is_not_begun_again(many: Crew) -> None:
    run = many.confirmed(many.add(2))
    many.desk.carry_out.drop(run.id, "Cancelled.")
    assert many.desk.carry_out(run.id).run.state is RunState.CANCELLED
    assert many.desk.runs.get(run.id).note == "Cancelled."


@dataclass(frozen=True)
class CasesThen(StoredCases):
    """Cases that were read right before something happened."""

    happens: Callable[[], object]

    def in_states(self, states: Collection[State]) -> tuple[Case, ...]:
        found = super().in_states(states)
        if State.PLANNED in states:
            self.happens()
        return found


@dataclass(frozen=True)
class RunsThen(StoredRuns):
    """Batches that were read right before something happened."""

    happens: Callable[[], object]

    def unfinished(self) -> tuple[Run, ...]:
        found = super().unfinished()
        self.happens()
        return found


def database_of(many: Crew) -> Database:
    assert isinstance(many.desk.cases, StoredCases)
    return many.desk.cases.database


def test_a_batch_that_is_confirmed_while_another_start_settles_goes_on(many: Crew) -> None:
    ids, confirmed = many.add(3), list[Run]()
    runs = RunsThen(database_of(many), lambda: confirmed.append(many.confirmed(ids)))
    replace(many.desk.settle, runs=runs).open_changes()
    assert many.states(ids) == [State.PLANNED] * 3
    many.desk.carry_out(confirmed[0].id)
    assert many.states(ids) == [State.RENUMBERED] * 3


def test_a_batch_that_is_cancelled_while_another_start_settles_stays_cancelled(many: Crew) -> None:
    ids = many.add(3)
    run = many.confirmed(ids)
    cases = CasesThen(database_of(many), lambda: many.desk.carry_out.drop(run.id, "Cancelled."))
    replace(many.desk.settle, cases=cases).open_changes()
    assert many.states(ids) == [State.NEEDS_DECISION] * 3
    assert many.desk.runs.get(run.id).state is RunState.CANCELLED
