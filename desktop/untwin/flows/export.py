"""Hands the change history out, all of it or a part, as Excel, CSV or PDF; and a plan before it is confirmed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from untwin.domain.changes.change import Plan
from untwin.domain.changes.history import Change, HistoryRow
from untwin.domain.number_map.lanes import NumberMap
from untwin.domain.number_map.report import map_report
from untwin.domain.problems import BadInput
from untwin.domain.reports.case_report import case_report
from untwin.domain.reports.change_report import Told, list_report
from untwin.domain.reports.plan_report import plan_report
from untwin.domain.reports.report import Report, Section
from untwin.flows.person import Person
from untwin.ports.history import History
from untwin.ports.machine import Clock, Reports
from untwin.ports.stores import Cases, Companies


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be handed out. `month` is a year and a month by the clock here; nothing named is everything."""

    company: str | None = None
    month: tuple[int, int] | None = None
    case_id: str | None = None


@dataclass(frozen=True, slots=True)
class Export:
    """The flow. `local` turns a moment into the time here."""

    history: History
    cases: Cases
    companies: Companies
    reports: Reports
    clock: Clock
    person: Person
    local: Callable[[datetime], datetime]

    def __call__(self, file: Path, wanted: Wanted, *, replace: bool = False) -> int:
        """Writes the report and returns how many changes it tells; its ending says what kind of file it is.

        Raises:
            BadInput: an ending nobody knows, a file that is there already, a folder that isn't, an unknown case.
            Problem: the history isn't as it was recorded, or the file can't be written.
        """
        told = self._told(wanted)
        self.reports.write(self._report(told, wanted), file, replace=replace)
        return len(told.changes)

    def dry_run(self, planned: Plan, file: Path, *, replace: bool = False) -> None:
        """Writes what a plan would do, and what it would not; nothing is changed. Raises as a call does."""
        names = {company.realm: company.name for company in self.companies.all()}
        self.reports.write(plan_report(planned, names, self._about("Dry run")), file, replace=replace)

    def number_map(self, drawn: NumberMap, company: str, file: Path, *, replace: bool = False) -> int:
        """Writes the number map as tables and returns how many series it tells. Raises as a call does."""
        as_of = "not complete" if drawn.as_of is None else f"{self.local(drawn.as_of):%Y-%m-%d %H:%M %z}"
        about = (*self._about("Number map"), ("QuickBooks read last", as_of))
        self.reports.write(map_report(drawn, company, about), file, replace=replace)
        return sum(len(block.lanes) for block in drawn.blocks)

    def shown(
        self, title: str, subtitle: str, sections: tuple[Section, ...], file: Path, *, replace: bool = False
    ) -> None:
        """Writes what stands on the screen, with who wrote it and when. Raises as a call does."""
        self.reports.write(Report(title, subtitle, self._about(title), sections), file, replace=replace)

    def _report(self, told: Told, wanted: Wanted) -> Report:
        if wanted.case_id is not None:
            return case_report(told, self.cases.get(wanted.case_id))
        return list_report(told, self._subtitle(told, wanted))

    def _told(self, wanted: Wanted) -> Told:
        changes = [c for c in self.history.changes() if self._fits(wanted, c)]
        rows = [row for row in self.history.rows() if self._row_fits(wanted, row)]
        names = {company.realm: company.name for company in self.companies.all()}
        ids = list(dict.fromkeys(change.intent.case_id for change in changes))
        cases = {case.id: case for case in self.cases.some(ids)}
        head = self.history.head()
        return Told(changes, rows, cases, names, self.local, self._about("Change history"), head)

    def _about(self, what: str) -> tuple[tuple[str, str], ...]:
        now = self.clock.now()
        made = f"{self.local(now):%Y-%m-%d %H:%M %z} ({now:%Y-%m-%d %H:%M} UTC)"
        return (("What this is", what), ("Made by", f"{self.person.name}, with Untwin"), ("Made at", made))

    def _subtitle(self, told: Told, wanted: Wanted) -> str:
        whose = "All companies" if wanted.company is None else told.company(wanted.company)
        when = "everything on record" if wanted.month is None else f"{wanted.month[0]}-{wanted.month[1]:02}"
        return f"{whose}, {when}"

    def _fits(self, wanted: Wanted, change: Change) -> bool:
        intent = change.intent
        return self._matches(wanted, intent.company, intent.case_id, change.steps[0].at)

    def _row_fits(self, wanted: Wanted, row: HistoryRow) -> bool:
        return self._matches(wanted, row.company, row.case_id, row.at)

    def _matches(self, wanted: Wanted, company: str, case_id: str, at: datetime) -> bool:
        here = self.local(at)
        return (
            wanted.company in (None, company)
            and wanted.case_id in (None, case_id)
            and wanted.month in (None, (here.year, here.month))
        )


def month_of(text: str) -> tuple[int, int]:
    """`2026-10` as a year and a month. Raises `BadInput`."""
    try:
        at = datetime.strptime(text.strip(), "%Y-%m")  # noqa: DTZ007 - a month has no offset
    except ValueError:
        raise BadInput(f"“{text}” is no month.", "Type it like 2026-10.") from None
    return at.year, at.month
