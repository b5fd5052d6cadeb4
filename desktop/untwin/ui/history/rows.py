"""The change history as rows: each change and everything else that was noted, the newest first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from untwin.domain.books.documents import TYPES
from untwin.domain.cases.case import Case
from untwin.domain.changes.history import Change, HistoryRow, Purpose, Step
from untwin.domain.changes.restoring import restorable
from untwin.domain.changes.told import change_line
from untwin.domain.company.company import Company
from untwin.domain.sources.declared import source_name
from untwin.domain.words.phrasing import capital
from untwin.ui.inbox.rows import NOTHING
from untwin.ui.kit.figures import medium_day, money
from untwin.ui.kit.words import tr

COLUMNS = ("When", "Company", "Who", "What", "Check", "Case")
WHEN, COMPANY, WHO, WHAT, CHECK, CASE = range(6)


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One row.

    Attributes:
        request_id: names the change; empty where it is none.
        restorable: its new number stands, and its old one can be asked for.
        lines: two lines a column.
        utc: the moment, for a tip.
        detail: everything that was said about it.
        search: what the filter looks through; "formerly no. 1234" finds a change by its old number.
    """

    at: datetime
    case_id: str
    request_id: str
    restorable: bool
    lines: tuple[tuple[str, str], ...]
    tone: str
    utc: str
    detail: str
    search: str

    @property
    def key(self) -> tuple[datetime, str, str, str]:
        """What tells it from all others."""
        return self.at, self.case_id, self.request_id, self.detail

    @property
    def sentence(self) -> str:
        """The row for a screen reader."""
        return ", ".join(filter(None, (" ".join(filter(None, line)) for line in self.lines)))


def entries(
    rows: Iterable[HistoryRow], changes: Iterable[Change], companies: Mapping[str, Company], cases: Mapping[str, Case]
) -> tuple[HistoryEntry, ...]:
    """Everything, the newest first."""
    kept = tuple(changes)
    by_case: dict[str, list[Change]] = {}
    for change in kept:
        by_case.setdefault(change.intent.case_id, []).append(change)
    open_still = {c.intent.order.request_id for mine in by_case.values() for c in restorable(tuple(mine))}
    made = [_of_change(change, companies, cases, open_still) for change in kept]
    made += [_of_note(row, companies, cases) for row in rows]
    return tuple(sorted(made, key=lambda entry: entry.at, reverse=True))


def _of_change(
    change: Change, companies: Mapping[str, Company], cases: Mapping[str, Case], open_still: set[str]
) -> HistoryEntry:
    intent, told = change.intent, change_line(change)
    company = companies.get(intent.company)
    home = company.facts.home_currency if company and company.facts else None
    document = ", ".join(filter(None, (intent.customer or "", money(intent.total, intent.currency, home))))
    step = change.outcome.step
    words, tone = _OUTCOMES.get(step, ("! To be checked", "bad"))
    what = f"{capital(TYPES[intent.order.entity].title)} {intent.old_number} → {intent.order.new_number}"
    what = tr("{}, given back").format(what) if intent.purpose is Purpose.RESTORE else what
    formerly = tr("formerly no. {}").format(intent.old_number)
    request_id = intent.order.request_id
    made = _Made(told, (what, document), (tr(words), formerly if step in _STANDS else ""), tone, request_id)
    return made.entry(companies, cases, open_still=request_id in open_still)


def _of_note(row: HistoryRow, companies: Mapping[str, Company], cases: Mapping[str, Case]) -> HistoryEntry:
    return _Made(row, (capital(row.what), ""), ("", ""), "muted", "").entry(companies, cases, open_still=False)


_STANDS = (Step.PROVED, Step.ACCEPTED)
_OUTCOMES = {
    Step.PROVED: ("✓ Proved", "good"),
    Step.ACCEPTED: ("Accepted as it is", "warn"),
    Step.NOT_DONE: ("Not done", "muted"),
}


@dataclass(frozen=True, slots=True)
class _Made:
    """What a row is made of."""

    told: HistoryRow
    what: tuple[str, str]
    check: tuple[str, str]
    tone: str
    request_id: str

    def entry(self, companies: Mapping[str, Company], cases: Mapping[str, Case], *, open_still: bool) -> HistoryEntry:
        """The row."""
        told, local = self.told, self.told.at.astimezone()
        company, case = companies.get(told.company), cases.get(told.case_id)
        client = company.name if company else (tr("not connected any more") if told.company else NOTHING)
        about = (case.doc_number or NOTHING, source_name(case.source) if case.source else "") if case else ("", "")
        lines = (
            (medium_day(local.date()), f"{local:%H:%M:%S}"),
            (client, ""),
            (told.who, ""),
            self.what,
            self.check,
            about,
        )
        search = " ".join((*(text for line in lines for text in line), told.detail, told.what))
        return HistoryEntry(
            at=told.at,
            case_id=told.case_id if case else "",
            request_id=self.request_id,
            restorable=open_still,
            lines=lines,
            tone=self.tone,
            utc=f"{told.at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC",
            detail=capital(told.detail),
            search=search,
        )
