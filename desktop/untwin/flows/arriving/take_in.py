"""Takes in errors: pasted text or files become cases, each bound to one company before anything is looked up."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from untwin.domain.cases.case import Case, State
from untwin.domain.cases.repeats import Arrivals
from untwin.domain.cases.right_company import company_of, only_source
from untwin.domain.company.company import Company
from untwin.domain.errors.bills import BillList, joined_bills
from untwin.domain.errors.columns import GivenFor, Told
from untwin.domain.errors.faults import FaultKind, Finding, Reading
from untwin.domain.errors.mapping import guessed, unsure, without_guesses
from untwin.domain.problems import Cancelled, NotAllowed, Problem
from untwin.domain.waiting.listed import number_bills, of_finding
from untwin.flows.arriving.checks import CheckMemory
from untwin.flows.arriving.columns import ColumnMemory
from untwin.flows.arriving.cut_short import CutShort
from untwin.flows.arriving.folders import all_files, not_looked_into
from untwin.flows.arriving.joining import joined, joined_lists, nothing_in, tables_of
from untwin.flows.arriving.taken_in import TakenIn
from untwin.ports.machine import Clock, Intake, Patience
from untwin.ports.stores import Cases, Companies, WriteLock

T = TypeVar("T")
R = TypeVar("R", Reading, BillList)
AT_ONCE = 500  # errors that are stored together
_TRIES = 5  # how often somebody else may move a case just then
_READING_SECONDS = 3600.0
Progress = Callable[[int, int], None]  # errors taken in, errors in all


def _silent(_done: int, _of: int) -> None:
    pass


@dataclass
class _Sorted:
    """What was stored so far, by id, in the order in which it came."""

    new: dict[str, Case] = field(default_factory=dict)
    joined: dict[str, Case] = field(default_factory=dict)
    again: dict[str, Case] = field(default_factory=dict)

    def add(self, stored: Sequence[Case], arrivals: Arrivals) -> None:
        """Adds a batch; a repeat of what is new in this very paste is no known case."""
        self.new |= {case.id: case for case in stored}
        for case, _ in arrivals.changed.values():
            (self.new if case.id in self.new else self.joined)[case.id] = case
        self.again |= {case.id: case for case in arrivals.failed_again}


@dataclass(frozen=True, slots=True)
class Wishes:
    """What somebody said about errors that come in.

    Attributes:
        company: the realm that a person named; it is believed.
        source: the app that a person named.
        shown: the realm that the window shows alone; it decides only where the source doesn't.
        given: what the columns of a table hold; without it what was said before about such a table.
        forget: what was said before about such a table is forgotten first.
        asks: nothing is stored while a column of weight is unsure: somebody is there who can be asked.
        at: the very same was taken in at that moment, and its columns were corrected since: it isn't seen again.
    """

    company: str | None = None
    source: str | None = None
    shown: str | None = None
    given: Told | None = None
    forget: bool = False
    asks: bool = False
    at: datetime | None = None

    def company_of(self, source: str | None, connected: tuple[Company, ...]) -> str | None:
        """The company of an error out of this source, or None where that must be asked."""
        return self.company or company_of(source, connected, self.shown)


NOTHING_SAID = Wishes()


@dataclass(frozen=True, slots=True)
class TakeIn:
    """The flow.

    `alone` keeps two takings-in apart: of one error taken in twice at once there must be one case.
    """

    intake: Intake
    cases: Cases
    companies: Companies
    clock: Clock
    alone: WriteLock
    patience: Patience
    columns: ColumnMemory
    cut_short: CutShort
    checks: CheckMemory

    def text(
        self,
        text: str,
        company: str | None = None,
        source: str | None = None,
        *,
        page: str = "",
        wishes: Wishes = NOTHING_SAID,
        progress: Progress = _silent,
    ) -> TakenIn:
        """Takes in pasted text; `page` is the HTML that was copied with it. `company` and `source` are wishes, too.

        Raises:
            Cancelled: while it was read; nothing was stored. Later what is stored stays, and `left` says the rest.
        """
        wishes = _with(wishes, company, source)

        def errors(given: Told | None) -> Reading:
            return self.intake.read_clipboard(text, page, given) if page else self.intake.read_text(text, given)

        return self._from(errors, lambda given: self.intake.read_bills(text, page, given), wishes, progress)

    def files(
        self,
        paths: Iterable[Path],
        company: str | None = None,
        source: str | None = None,
        *,
        wishes: Wishes = NOTHING_SAID,
        progress: Progress = _silent,
    ) -> TakenIn:
        """Takes in files, and all that lie in a folder; one that can't be read is named in `unread`, the others go on.

        Raises:
            Cancelled: as for a text.
        """
        paths = tuple(paths)
        named, left_out, wishes = all_files(paths), not_looked_into(paths), _with(wishes, company, source)
        quiet: dict[Path, Reading] = {}

        def errors(given: Told | None) -> Reading:
            readings = {path: self.intake.read_file(path, given) for path in named}
            quiet.clear()
            quiet.update({path: reading for path, reading in readings.items() if not reading.findings})
            return joined(list(readings.values()))

        def bills(given: Told | None) -> BillList:
            lists = {path: self.intake.read_bills_file(path, given) for path in quiet}
            silent = nothing_in(quiet, lists) if len(named) > 1 else ()
            found = joined_lists(list(lists.values()))
            return replace(found, unread=(*found.unread, *silent))

        taken = self._from(errors, bills, wishes, progress, beside=lambda: bool(quiet))
        return replace(taken, unread=(*taken.unread, *left_out))

    def _from(
        self,
        errors: Callable[[Told | None], Reading],
        bills: Callable[[Told | None], BillList],
        wishes: Wishes,
        progress: Progress,
        beside: Callable[[], bool] = lambda: False,
    ) -> TakenIn:
        """`beside` says whether there is something in which no error was found, beside what has errors."""
        reading = self._as_said(errors, wishes)
        if not reading.findings:
            return _of_bills(reading, self._as_said(bills, wishes), wishes)
        tables = tables_of(reading)
        if wishes.asks and unsure(tables):
            return TakenIn((), (), reading.unread, tables=tables, asks_columns=True)
        if guessed(tables):
            # Nobody is there to ask: an error is a case all the same, and what was only guessed stays unknown.
            reading = self._read(lambda: errors(without_guesses(tables)))
        taken = replace(self._take(reading, wishes, progress), tables=tables)
        if taken.left:
            return taken
        lists = (reading.beside, *([self._as_said(bills, wishes)] if beside() else []))
        return _with_bills(taken, joined_bills(lists))

    def _as_said(self, read: Callable[[Told | None], R], wishes: Wishes) -> R:
        """What is read, as somebody said it now or before about tables with these headers."""
        found = self._read(lambda: read(wishes.given))
        tables = tables_of(found)
        if wishes.forget:
            self.columns.forget(tables)
        now = wishes.given.tables if isinstance(wishes.given, GivenFor) else {}
        if wishes.given is not None:
            self.columns.remember(tables, wishes.given)
            if not now:
                return found
        said = {**self.columns.of(tables), **now}
        return self._read(lambda: read(GivenFor(said))) if said.keys() - now.keys() else found

    def _read(self, read: Callable[[], T]) -> T:
        # In a thread of its own: a large text that nobody wants any more is left to itself.
        return self.patience.wait(read, _READING_SECONDS)

    def _take(self, reading: Reading, to: Wishes, progress: Progress) -> TakenIn:
        found, of = _Sorted(), len(reading.findings)
        with self.alone.hold():
            progress(0, of)
            now = to.at or self.clock.now()
            done, why = self._batches(reading, replace(to, at=now), found, progress)
        new, known, again = (tuple(each.values()) for each in (found.new, found.joined, found.again))
        with suppress(Problem):
            self.checks.taken_in((*new, *known), self.clock.now())
        return TakenIn(new, known, reading.unread, again, of - done, why, tables=reading.tables, at=now)

    def _batches(self, reading: Reading, to: Wishes, found: _Sorted, progress: Progress) -> tuple[int, str]:
        """Stores batch after batch; how many errors are there at the end, and what stopped it, where nobody has."""
        connected, of, bills = self.companies.all(), len(reading.findings), number_bills(reading.tables)
        # One moment for all of it: what came together is told from what came again.
        done, now, why = 0, to.at or self.clock.now(), ""
        try:
            if of > AT_ONCE:
                self.cut_short.begin(of)
            while done < of:
                self.patience.pause(0)
                batch = reading.findings[done : done + AT_ONCE]
                self._store([self._case(f, now, to, connected, bills=bills) for f in batch], now, found)
                done += len(batch)
                progress(done, of)
        except (Cancelled, KeyboardInterrupt):
            # A batch is stored whole or not at all: what is counted here is there.
            return done, ""
        except Problem as problem:
            # A full disk, say. What was stored before stays, so that this must be said, too.
            why = str(problem)
            if not done:
                raise
        finally:
            if done == of or why:
                with suppress(Problem):
                    self.cut_short.end()
        return done, why

    def _store(self, cases: Sequence[Case], now: datetime, found: _Sorted) -> None:
        for tries_left in reversed(range(_TRIES)):
            arrivals = Arrivals(now)
            for case, alike in zip(cases, self.cases.alike(cases), strict=True):
                arrivals.put(case, alike)
            try:
                stored = self.cases.keep(arrivals.new, list(arrivals.changed.values()))
            except NotAllowed:
                # A look-up or a watch moved one of them in between: its new state is read.
                if not tries_left:
                    raise
            else:
                found.add(stored, arrivals)
                return

    def _case(
        self, finding: Finding, now: datetime, to: Wishes, connected: tuple[Company, ...], *, bills: bool
    ) -> Case:
        source = to.source or finding.source
        realm = to.company_of(source, connected)
        number = finding.doc_number or (finding.columns and finding.columns.incoming_number) or None
        taken = None if source else only_source(next((each for each in connected if each.realm == realm), None))
        note = "" if realm else "Choose the company that this error belongs to."
        if finding.kind is FaultKind.DUPLICATE_DOC_NUMBER and number is None:
            note = "The error names no number. Type the number of the waiting document."
        return Case(
            id="",
            kind=finding.kind,
            state=State.NEW,
            company=realm,
            source=source or taken,
            source_taken=taken is not None,
            doc_number=number,
            findings=(finding,),
            created_at=now,
            updated_at=now,
            note=note,
            incoming=of_finding(finding, bills=bills),
        )


def _with(wishes: Wishes, company: str | None, source: str | None) -> Wishes:
    return replace(wishes, company=company or wishes.company, source=source or wishes.source)


def _of_bills(reading: Reading, bills: BillList, wishes: Wishes) -> TakenIn:
    """What holds no error may be a bill list; of a table that doesn't say where the numbers are, that is asked once."""
    unread = tuple(dict.fromkeys((*reading.unread, *bills.unread)))
    if not bills.rows:
        told = wishes.given.tables if isinstance(wishes.given, GivenFor) else {}
        asks = wishes.asks and any(table.layout not in told for table in bills.tables)
        return TakenIn((), (), unread, tables=bills.tables, asks_columns=asks)
    listed, asks = replace(bills, unread=unread), wishes.asks and unsure(bills.tables)
    return TakenIn((), (), unread, bills=listed, tables=bills.tables, asks_columns=asks)


def _with_bills(taken: TakenIn, bills: BillList) -> TakenIn:
    """What was taken in, and the bill list that came with it in other files."""
    unread = tuple(dict.fromkeys((*taken.unread, *bills.unread)))
    return replace(taken, unread=unread, bills=bills if bills.rows else None)
