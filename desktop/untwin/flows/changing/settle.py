"""Settles what an earlier start left open: done, not done, or a person must look; nothing is written twice."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby
from typing import Self

from untwin.domain.cases.case import Case, State
from untwin.domain.changes.history import Change, Step
from untwin.domain.changes.run import Run, RunState
from untwin.domain.changes.standing import case_after
from untwin.domain.problems import NotAllowed, Problem
from untwin.flows.changing.writing import Writing, not_read
from untwin.ports.books import Books, Connections
from untwin.ports.history import Runs
from untwin.ports.machine import Clock, Wanted, always
from untwin.ports.stores import Cases, Companies, WriteLock

AT_ONCE = 30  # changes that one request can be asked about
FINAL_SECONDS = 130.0  # QuickBooks may be working on a request for 120 s
_UNDER_CHANGE = (State.PLANNED, State.SAVING, State.NEEDS_CHECKING)


@dataclass(frozen=True, slots=True)
class Settle:
    """The flow."""

    cases: Cases
    companies: Companies
    connections: Connections
    runs: Runs
    lock: WriteLock
    clock: Clock
    writing: Writing

    def open_changes(self, *, asked: bool = False) -> tuple[Case, ...]:
        """Settles every change that is open; returns the cases that moved.

        What a person must look at is looked at again only where somebody asked for it.

        Raises:
            Busy: another Untwin is saving just now, so nothing is left open.
        """
        with self.lock.hold():
            problems = self._settle_all(asked=asked)
            # In this order: a batch is stored before its cases are planned, so that none looks as if it had none.
            under_change = self.cases.in_states(_UNDER_CHANGE)
            unfinished = self.runs.unfinished()
            batches = {case_id: run for run in unfinished for case_id in run.case_ids}
            told = [self._told(case, batches.get(case.id), problems.get(case.id, "")) for case in under_change]
            for run in unfinished:
                self.pause(run, _ENDED_MEANWHILE)
        return (*(case for case in told if case is not None), *self._looks_broken_off())

    def sent(self, books: Books, changes: Sequence[Change]) -> None:
        """Settles changes of one company that were sent, as far as QuickBooks tells.

        Reads first; only where nothing has changed the same change is sent once more, under the same id.

        Raises:
            Problem: QuickBooks could not be read; what is open stays so.
        """
        unsettled = list(changes)
        for seconds in (0, 1, 3):
            # However soon somebody wants to stop: QuickBooks gets its time, or what is on its way would be sent twice.
            self.writing.pause(seconds, always)
            # Before the reading: it says nothing about the time after it, and the computer may sleep in between.
            asked_at = self.clock.now()
            told = self.writing.read_again(books, [change.intent for change in unsettled])
            unsettled = [change for change, last in zip(unsettled, told, strict=True) if last is None]
            if not unsettled:
                return
        for change in unsettled:
            self._still_old(books, change, asked_at)

    def pause(self, run: Run, why: str) -> Run:
        """A batch that nobody carries out any more: paused where something is left of it, else ended."""
        planned = {case.id for case in self.cases.some(run.case_ids) if case.state is State.PLANNED}
        left = run.left(self.writing.history.of_run(run.id), planned)
        paused = replace(run, state=RunState.PAUSED if left else RunState.ENDED, note=why if left else "")
        stored = self.runs.get(run.id)
        if stored.state is RunState.CANCELLED and not left:
            return stored
        if stored.state is not paused.state:
            self.runs.put(paused)
        return paused

    def while_wanted(self, wanted: Wanted) -> Self:
        """The same, but no rest that QuickBooks asks for is longer than somebody wants to go on."""
        return replace(self, writing=replace(self.writing, wanted=wanted))

    # --- what QuickBooks says -----------------------------------------------------------------------------------

    def _settle_all(self, *, asked: bool) -> dict[str, str]:
        """Asks about every open change; for each case that could not be asked about, why."""
        unsettled = [c for c in self.writing.history.open_changes() if asked or c.last.step is not Step.DIFFERENT]
        problems: dict[str, str] = {}
        for change in (c for c in unsettled if c.sent_at is None):
            self.writing.not_done(change.intent, _NEVER_SENT)
        sent = sorted((c for c in unsettled if c.sent_at is not None), key=_realm)
        for realm, mine in groupby(sent, key=_realm):
            for part in _parts(list(mine)):
                try:
                    self.sent(self.connections.books(realm), part)
                except Problem as problem:
                    problems |= {c.intent.case_id: not_read(problem) for c in part}
        return problems

    def _still_old(self, books: Books, change: Change, asked_at: datetime) -> None:
        """QuickBooks shows the document as it was: sent once more where that is safe, given up when it is certain."""
        final = _is_final(change, asked_at)
        if change.times_sent > 1:
            if final:
                self.writing.not_done(change.intent, _NOT_DONE)
            return
        why_not = self._why_not_again(books, change)
        if not why_not:
            self._send_again(books, change)
        elif final:
            self.writing.not_done(change.intent, why_not)

    def _why_not_again(self, books: Books, change: Change) -> str:
        """Why it isn't sent once more: as before every sending, QuickBooks itself is looked at first."""
        intent = change.intent
        rows = self.runs.get(intent.run).rows if intent.run else ()
        mine = [row for row in rows if row.key == (intent.company, intent.order.entity, intent.order.id)]
        if not mine:
            return _NOT_DONE
        # As it is now: it may have been made read-only since.
        [checked] = self.writing.check(books, self.companies.get(intent.company), mine[:1])
        return str(checked) if isinstance(checked, Problem) else ""

    def _send_again(self, books: Books, change: Change) -> None:
        # A problem is recorded, and proves nothing: only the reading does.
        with suppress(Problem):
            self.writing.send(books, change.intent, "again")
        self.writing.read_again(books, [change.intent])

    # --- what the record says -----------------------------------------------------------------------------------

    def _told(self, case: Case, run: Run | None, problem: str) -> Case | None:
        """The case in the state that its record tells; `run` is its unfinished batch. None where it stays as it is."""
        changes = self.writing.history.of_case(case.id)
        last = run.id if run else changes[-1].intent.run if changes else ""
        mine = [change for change in changes if change.intent.run == last]
        if run and case.state is State.PLANNED and all(change.not_done for change in mine):
            # Nothing was begun, or it was paused while QuickBooks wanted to be left alone: its batch goes on with it.
            return None
        if mine:
            after = case_after(case, mine, self._rows(case, mine), self.clock.now())
        elif run is None:
            after = replace(case, judgement=None).moved(State.NEEDS_DECISION, self.clock.now(), _CUT_OFF)
        else:
            after = case.moved(State.PLANNED, self.clock.now(), _WAITS)
        if problem and after.state is State.NEEDS_CHECKING:
            after = replace(after, note=problem)
        # The note may say a next step more than the record does.
        as_it_was = after.state is case.state and case.note.startswith(after.note)
        return None if as_it_was else self._save(case, after)

    def _rows(self, case: Case, changes: Sequence[Change]) -> int:
        run_id = changes[0].intent.run if changes else ""
        if not run_id:
            return len(changes)
        return len(self.runs.get(run_id).rows_of(case.id))

    def _save(self, stored: Case, case: Case) -> Case | None:
        try:
            self.cases.save(case, stored.state)
        except NotAllowed:
            # Somebody moved it meanwhile, as who cancels a batch may at any time: then that is how it stands.
            return None
        return case

    def _looks_broken_off(self) -> list[Case]:
        """Look-ups so old that nobody can be at them any more are new again."""
        now = self.clock.now()
        old = [c for c in self.cases.in_states((State.LOOKING,)) if now - c.updated_at > _LONGEST_LOOK]
        saved = [self._save(case, case.moved(State.NEW, now, _LOOK_CUT_OFF)) for case in old]
        return [case for case in saved if case is not None]


def _is_final(change: Change, asked_at: datetime) -> bool:
    """Whether a reading that was begun then came too late for QuickBooks to be at the change still."""
    last = change.under_way_at
    return last is not None and asked_at - last >= timedelta(seconds=FINAL_SECONDS)


def _realm(change: Change) -> str:
    return change.intent.company


def _parts(changes: Sequence[Change]) -> Iterable[Sequence[Change]]:
    return (changes[start : start + AT_ONCE] for start in range(0, len(changes), AT_ONCE))


_LONGEST_LOOK = timedelta(minutes=30)
_LOOK_CUT_OFF = "Untwin ended while looking it up; nothing was changed. Look the case up again."
_NEVER_SENT = "The change was planned but never sent; nothing was changed. Look the case up again."
_NOT_DONE = "QuickBooks didn't save the new number: more than two minutes later it still shows the old one."
_CUT_OFF = "Untwin ended before anything was saved. Look the case up again."
_WAITS = "It waits for its batch to go on."
_ENDED_MEANWHILE = "Untwin ended while saving."
