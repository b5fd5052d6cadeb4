"""Carries out a confirmed batch: companies side by side, in each the first change alone, then thirty at a time."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby

from untwin.domain.books.documents import TYPES
from untwin.domain.cases.case import Case, State
from untwin.domain.changes.run import Run, RunRow, RunState
from untwin.domain.problems import Cancelled, Problem
from untwin.flows.changing.going import Going, Progress, unwatched
from untwin.flows.changing.part import Part
from untwin.flows.changing.settle import AT_ONCE, Settle
from untwin.ports.books import Connections
from untwin.ports.history import Runs
from untwin.ports.machine import Clock, Patience, Wanted, always
from untwin.ports.stores import Cases, Companies, WriteLock

COMPANIES_AT_ONCE = 3
HANDS = 6  # parts of one company that are under way at once
_RESTS = 3


@dataclass(frozen=True, slots=True)
class Carried:
    """What came of carrying a batch out: where it stands, its cases, and for each that went wrong the problem."""

    run: Run
    cases: tuple[Case, ...]
    problems: dict[str, Problem] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CarryOut:
    """The flow."""

    cases: Cases
    companies: Companies
    connections: Connections
    runs: Runs
    lock: WriteLock
    clock: Clock
    patience: Patience
    settle: Settle

    def __call__(self, run_id: str, progress: Progress = unwatched, wanted: Wanted = always) -> Carried:
        """Begins a batch, or goes on with one that was paused.

        A row that QuickBooks says no to is set aside; a company that can't be asked keeps its rows for later; a
        failed check stops everything.

        Raises:
            Busy: another Untwin is saving; nothing was changed.
        """
        with self.lock.hold():
            stored = self.runs.get(run_id)
            if stored.state is RunState.CANCELLED:
                return Carried(stored, self.cases.some(stored.case_ids))
            run = replace(stored, state=RunState.RUNNING, note="")
            self.runs.put(run)
            # One change alone tells whoever waits at its sheet that QuickBooks wants a rest; a batch takes it.
            going = Going(run, progress, wanted, rests=0 if len(run.case_ids) == 1 else _RESTS)
            companies = [list(rows) for _realm, rows in groupby(sorted(self._left(run), key=_realm), key=_realm)]
            # A job that is cancelled is a pause like any other.
            with suppress(Cancelled):
                self.patience.each(partial(self._company, going), companies, COMPANIES_AT_ONCE)
            ended = self.settle.pause(run, _why_paused(going))
        return Carried(ended, self.cases.some(run.case_ids), going.problems)

    def drop(self, run_id: str, why: str) -> Run:
        """Cancels what is left of a batch: its cases go back to where they came from; nothing is undone."""
        run = self.runs.get(run_id)
        rows = {row.case_id: row for row in run.rows}
        planned = [case for case in self.cases.some(run.case_ids) if case.state is State.PLANNED]
        back = [(_back(case, rows[case.id], why, self.clock), State.PLANNED) for case in planned]
        self.cases.save_all(back)
        dropped = replace(run, state=RunState.CANCELLED if back else RunState.ENDED, note=why)
        self.runs.put(dropped)
        return dropped

    def _left(self, run: Run) -> tuple[RunRow, ...]:
        planned = {case.id for case in self.cases.some(run.case_ids) if case.state is State.PLANNED}
        return run.left(self.settle.writing.history.of_run(run.id), planned)

    def _company(self, going: Going, rows: Sequence[RunRow]) -> None:
        """The first case alone: if a check fails, it fails on one change and not on a hundred and twenty."""
        # Numbers that are alike go together: one look at QuickBooks finds the users of all of them.
        units = sorted((list(mine) for _id, mine in groupby(rows, key=_case_id)), key=_new_numbers)
        realm = rows[0].company
        try:
            company = self.companies.get(realm)
            settle = self.settle.while_wanted(going.wanted)
            part = Part(self.cases, self.clock, settle, going, self.connections.books(realm), company)
            part(units[:1])
            self.patience.each(part, list(_parts(units[1:])), HANDS)
        except Problem as problem:
            going.halted.setdefault(realm, problem)
            left = [case for case in self.cases.some([u[0].case_id for u in units]) if case.state is State.PLANNED]
            going.problems |= {case.id: problem for case in left if case.id not in going.problems}


def _realm(row: RunRow) -> str:
    return row.company


def _case_id(row: RunRow) -> str:
    return row.case_id


def _new_numbers(unit: Sequence[RunRow]) -> tuple[str, str]:
    return TYPES[unit[0].entity].space or "", unit[0].new


def _parts(units: Sequence[list[RunRow]]) -> Iterator[list[list[RunRow]]]:
    """Cases in parts of up to thirty rows; the rows of one case stay together."""
    part: list[list[RunRow]] = []
    for unit in units:
        if part and sum(map(len, part)) + len(unit) > AT_ONCE:
            yield part
            part = []
        part.append(unit)
    if part:
        yield part


def _why_paused(going: Going) -> str:
    if going.alarm:
        return f"Stopped: {going.alarm}"
    problems = [problem for problem in going.halted.values() if not isinstance(problem, Cancelled)]
    return " ".join(dict.fromkeys(map(str, problems))) or "Paused, as you asked."


def _back(case: Case, row: RunRow, why: str, clock: Clock) -> Case:
    if row.came_from is State.NEEDS_DECISION:
        # The evidence may be out of date by now: the next look-up makes it new.
        case = replace(case, judgement=None)
    return case.moved(row.came_from, clock.now(), why)
