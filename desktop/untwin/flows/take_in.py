"""Takes in errors: pasted text or files become cases, each bound to one company before anything is looked up."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from untwin.domain.bills import BillList
from untwin.domain.case import Case, State
from untwin.domain.columns import Given, TableSeen
from untwin.domain.company import Company
from untwin.domain.faults import FaultKind, Finding, Reading
from untwin.domain.listed import number_bills, of_finding
from untwin.domain.mapping import unsure
from untwin.domain.problems import Cancelled, NotAllowed
from untwin.domain.repeats import Arrivals
from untwin.domain.right_company import company_of, only_source
from untwin.flows.checks import CheckMemory
from untwin.flows.columns import ColumnMemory
from untwin.flows.folders import all_files
from untwin.flows.joining import joined, joined_lists
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


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of one paste or import.

    Attributes:
        joined: the cases that were there already, and were seen again.
        failed_again: those among them that counted as solved.
        unread: a sentence with its place for each thing that could not be read.
        left: how many errors were not taken in because somebody stopped it.
        bills: the bill list that it is, where no error was found in it.
        tables: the tables that it came in, with what each column was taken for.
        asks_columns: a column is unsure, and nothing was stored yet.
    """

    new: tuple[Case, ...]
    joined: tuple[Case, ...]
    unread: tuple[str, ...]
    failed_again: tuple[Case, ...] = ()
    left: int = 0
    bills: BillList | None = None
    tables: tuple[TableSeen, ...] = ()
    asks_columns: bool = False

    @property
    def unbound(self) -> tuple[Case, ...]:
        """Those whose company nobody has said."""
        return tuple(case for case in (*self.new, *self.joined) if case.company is None)

    @property
    def sentence(self) -> str:
        """The toast: what, how many."""
        if self.left and not self.new and not self.joined:
            return f"Stopped: nothing was taken in, {_counted(self.left, 'error')} left."
        if self.bills is not None:
            return f"No error was found, but an invoice list with {_counted(len(self.bills.rows), 'row')}."
        if not self.new and not self.joined:
            where = "what could be read" if self.unread else "this text"
            return f"No error was found in {where}. Nothing was taken in."
        said = [_counted(len(self.new), "new case")]
        if self.joined:
            said.append(f"{len(self.joined):,} known already")
        if self.failed_again:
            said.append(f"{len(self.failed_again):,} of them failed again")
        if ignored := sum(case.state is State.IGNORED for case in self.joined):
            said.append(f"{ignored:,} of them ignored")
        words = ", ".join(said) + "."
        more = "Take the same in once more for the rest: what is there already joins its case."
        return f"Stopped: {words} {_counted(self.left, 'error')} left. {more}" if self.left else words


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"


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
        asks: nothing is stored while a column of weight is unsure: somebody is there who can be asked.
    """

    company: str | None = None
    source: str | None = None
    shown: str | None = None
    given: Given | None = None
    asks: bool = False

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

        def errors(given: Given | None) -> Reading:
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
        named, wishes = all_files(paths), _with(wishes, company, source)

        def errors(given: Given | None) -> Reading:
            return joined([self.intake.read_file(path, given) for path in named])

        def bills(given: Given | None) -> BillList:
            return joined_lists([self.intake.read_bills_file(path, given) for path in named])

        return self._from(errors, bills, wishes, progress)

    def _from(
        self,
        errors: Callable[[Given | None], Reading],
        bills: Callable[[Given | None], BillList],
        wishes: Wishes,
        progress: Progress,
    ) -> TakenIn:
        reading, known = self._as_said(errors, wishes)
        if not reading.findings:
            listed, known = self._as_said(bills, wishes)
            return _of_bills(reading, listed, asks=wishes.asks and not known and unsure(listed.tables))
        if wishes.asks and not known and unsure(reading.tables):
            return TakenIn((), (), reading.unread, tables=reading.tables, asks_columns=True)
        return self._take(reading, wishes, progress)

    def _as_said(self, read: Callable[[Given | None], R], wishes: Wishes) -> tuple[R, bool]:
        """What is read, as somebody said it now or before about a table with these headers; whether somebody did."""
        found = self._read(lambda: read(wishes.given))
        if wishes.given is not None:
            for table in found.tables:
                self.columns.remember(table, wishes.given)
            return found, True
        said = self.columns.of(found.tables)
        return (self._read(lambda: read(said)), True) if said else (found, False)

    def _read(self, read: Callable[[], T]) -> T:
        # In a thread of its own: a large text that nobody wants any more is left to itself.
        return self.patience.wait(read, _READING_SECONDS)

    def _take(self, reading: Reading, to: Wishes, progress: Progress) -> TakenIn:
        connected, of, bills = self.companies.all(), len(reading.findings), number_bills(reading.tables)
        # One moment for all of it: what came together is told from what came again.
        done, found, now = 0, _Sorted(), self.clock.now()
        with self.alone.hold():
            progress(0, of)
            try:
                while done < of:
                    self.patience.pause(0)
                    batch = reading.findings[done : done + AT_ONCE]
                    self._store([self._case(f, now, to, connected, bills=bills) for f in batch], now, found)
                    done += len(batch)
                    progress(done, of)
            except (Cancelled, KeyboardInterrupt):
                # A batch is stored whole or not at all: what is counted here is there.
                pass
        new, known, again = (tuple(each.values()) for each in (found.new, found.joined, found.again))
        self.checks.taken_in((*new, *known), self.clock.now())
        return TakenIn(new, known, reading.unread, again, of - done, tables=reading.tables)

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


def _of_bills(reading: Reading, bills: BillList, *, asks: bool) -> TakenIn:
    """What holds no error may be a bill list."""
    if not bills.rows:
        return TakenIn((), (), reading.unread)
    return TakenIn((), (), reading.unread, bills=bills, tables=bills.tables, asks_columns=asks)
