"""Tells the change history as a report that an outside accountant or a bar auditor understands without Untwin."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from untwin.domain.books.documents import TYPES
from untwin.domain.cases.case import Case
from untwin.domain.changes.history import Change, HistoryRow, Purpose, Step
from untwin.domain.reports.report import Amount, Cell, Column, Kind, Report, Section, Table
from untwin.domain.words.phrasing import in_sentences

Local = Callable[[datetime], datetime]
COMES_TO = {
    Step.PROVED: "proved",
    Step.ACCEPTED: "accepted by a person",
    Step.NOT_DONE: "not done",
    Step.DIFFERENT: "to be looked at",
}
_PURPOSES = {Purpose.RENUMBER: "new number", Purpose.RESTORE: "old number given back"}
_EACH_ROW = (
    "Each row is one change of one document's number in QuickBooks Online, made by Untwin when a person had confirmed "
    "it. Untwin changes document numbers and nothing else: it never creates, deletes, voids or pays."
)
_PROVED = (
    "“Proved” means: after the change the document was read again, and on it every other field that QuickBooks' "
    "interface shows was as it had been read right before. It says nothing of what that interface doesn't show, nor of "
    "other documents."
)
_ACCEPTED = (
    "“Accepted by a person” means that something differed, that both versions were kept, and that the named person "
    "let it stand. “Not done” means that the old number stands for certain."
)
_CHAIN = (
    "The fingerprint is the last link of a chain in which each entry carries the hash of the one before it. With "
    "“untwin history verify --head FINGERPRINT” anybody can see whether everything up to this report is still there as "
    "it was recorded. That shows accidents and casual edits; it can't show a chain that was rewritten as a whole, "
    "which only a fingerprint kept elsewhere can."
)
HOW_TO_READ = (_EACH_ROW, _PROVED, _ACCEPTED, _CHAIN)


@dataclass(frozen=True, slots=True)
class Told:
    """What a report is made from.

    Attributes:
        companies: names by realm; a forgotten company shows as its realm.
        rows: what else was noted.
        local: turns a moment into the time here.
        about: pairs for the top; the fingerprint comes by itself.
    """

    changes: Sequence[Change]
    rows: Sequence[HistoryRow]
    cases: Mapping[str, Case]
    companies: Mapping[str, str]
    local: Local
    about: tuple[tuple[str, str], ...]
    head: str

    def company(self, realm: str) -> str:
        """A company's name."""
        return self.companies.get(realm) or f"company {realm}, not connected any more"


def list_report(told: Told, subtitle: str) -> Report:
    """All changes, a section for each company, and whatever else was noted."""
    realms = dict.fromkeys(sorted((c.intent.company for c in told.changes), key=told.company))
    sections = [_company_section(told, realm) for realm in realms]
    if told.rows:
        sections.append(_rows_section(told))
    if not sections:
        sections = [Section("Nothing was changed", "In this period Untwin changed no number.")]
    return Report("Changes of document numbers", subtitle, told.about, tuple(sections), HOW_TO_READ, told.head)


def _company_section(told: Told, realm: str) -> Section:
    mine = [change for change in told.changes if change.intent.company == realm]
    table = Table(_COLUMNS, tuple(_row(told, change) for change in mine))
    return Section(told.company(realm), f"{counted(mine)}.", table)


def counted(changes: Iterable[Change]) -> str:
    """How many changes there are, and what they came to: `14 changes: 12 proved, 2 not done`."""
    ends = [comes_to(change) for change in changes]
    parts = ", ".join(f"{ends.count(end)} {end}" for end in dict.fromkeys(ends))
    return f"{len(ends)} {'change' if len(ends) == 1 else 'changes'}" + (f": {parts}" if parts else "")


def comes_to(change: Change) -> str:
    """What a change came to, in a word or two."""
    return COMES_TO.get(change.outcome.step, "not settled yet")


_COLUMNS = (
    Column("When, here", Kind.MOMENT),
    Column("Who", width_share=2),
    Column("Document", width_share=2),
    Column("Customer", width_share=3),
    Column("Date", Kind.DAY),
    Column("Total", Kind.MONEY),
    Column("Old number", Kind.NUMBER_TEXT, 2),
    Column("New number", Kind.NUMBER_TEXT, 2),
    Column("Check", width_share=2),
    Column("When, UTC", Kind.MOMENT, below=True),
    Column("Case", Kind.NUMBER_TEXT, below=True),
    Column("Why", below=True),
    Column("What the check found", below=True),
    Column("Since then", below=True),
)


def _row(told: Told, change: Change) -> tuple[Cell, ...]:
    intent, at = change.intent, change.steps[0].at
    total = None if intent.total is None else Amount(intent.total, intent.currency or "")
    return (
        told.local(at),
        intent.who,
        title_of(change),
        intent.customer or "",
        intent.day,
        total,
        intent.old_number,
        intent.order.new_number,
        comes_to(change),
        at.astimezone(UTC),
        intent.case_id,
        intent.reason,
        change.outcome.note,
        since_then(told.cases.get(intent.case_id)),
    )


def title_of(change: Change) -> str:
    """`credit memo`, and that an old number was given back where it was."""
    title = TYPES[change.intent.order.entity].title
    return title if change.intent.purpose is Purpose.RENUMBER else f"{title}, {_PURPOSES[change.intent.purpose]}"


def since_then(case: Case | None) -> str:
    """How the case stands: whether the waiting document has posted."""
    if case is None:
        return ""
    posted = case.posting.sentence if case.posting else ""
    return in_sentences(case.state.words, posted)


def _rows_section(told: Told) -> Section:
    columns = (
        Column("When, here", Kind.MOMENT),
        Column("Who", width_share=2),
        Column("Company", width_share=3),
        Column("Case", Kind.NUMBER_TEXT),
        Column("What", width_share=3),
        Column("When, UTC", Kind.MOMENT, below=True),
        Column("Details", below=True),
    )
    rows = tuple(
        (
            told.local(row.at),
            row.who,
            told.company(row.company) if row.company else "",
            row.case_id,
            row.what,
            row.at.astimezone(UTC),
            row.detail,
        )
        for row in told.rows
    )
    return Section("What else was noted", "Retries, postings, decisions and settings.", Table(columns, rows))
