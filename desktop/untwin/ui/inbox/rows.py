"""One case as one row: what each column shows, sorts by and says aloud."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from untwin.domain.books.documents import same_number
from untwin.domain.cases.case import Case, State
from untwin.domain.company.company import Company
from untwin.domain.errors.faults import FaultKind
from untwin.domain.inbox.filter_fits import in_the_way
from untwin.domain.sources.declared import source_name
from untwin.domain.verdicts.verdict import SHORT_VERDICT
from untwin.domain.words.phrasing import capital
from untwin.ui.inbox.columns import HOLDER, VERDICT, WAITING
from untwin.ui.inbox.mark_words import NO_WORDS, MarkWords, mark_words
from untwin.ui.kit.figures import medium_day, money
from untwin.ui.kit.two_lines import PARTS
from untwin.ui.kit.words import age_words, count_words, tr

NOTHING = "\N{EN DASH}"

STATE_ICONS = {
    State.NEW: "new",
    State.LOOKING: "looking",
    State.NEEDS_DECISION: "decide",
    State.PLANNED: "saving",
    State.SAVING: "saving",
    State.NEEDS_CHECKING: "checking",
    State.RENUMBERED: "renumbered",
    State.WAITING_TO_POST: "waiting",
    State.POSTED: "posted",
    State.ALREADY_IN_QUICKBOOKS: "already",
    State.NO_LONGER_NEEDED: "aside",
    State.BLOCKED: "blocked",
    State.FAILED: "failed",
    State.IGNORED: "aside",
    State.FAILED_AGAIN: "failed",
    State.NUMBER_RESTORED: "renumbered",
}
STATE_TONES = {
    State.NEEDS_DECISION: "warn",
    State.NEEDS_CHECKING: "bad",
    State.FAILED: "bad",
    State.FAILED_AGAIN: "bad",
    State.BLOCKED: "calm",
    State.POSTED: "good",
    State.ALREADY_IN_QUICKBOOKS: "good",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row, ready to paint: two lines a column; `company` is whose it is, in words."""

    case: Case
    state: State
    lines: tuple[tuple[str, str], ...]
    company: str
    marks: MarkWords = NO_WORDS

    @property
    def id(self) -> str:
        """The case's."""
        return self.case.id

    @property
    def icon(self) -> str:
        """The shape of its state."""
        return STATE_ICONS[self.state]

    @property
    def tone(self) -> str:
        """The colour of its state, by the theme's name for it."""
        return STATE_TONES.get(self.state, "ink")

    @property
    def state_icons(self) -> tuple[str, ...]:
        """What stands before the second line of its state."""
        return self.marks.state_icons

    @property
    def flag_icons(self) -> tuple[str, ...]:
        """What stands before the second line of its verdict."""
        return self.marks.flag_icons

    @property
    def sort(self) -> tuple[Any, ...]:
        """A native value a column to sort by."""
        return _sort_values(self.case, self.lines)

    @property
    def sentence(self) -> str:
        """All of it as one sentence; made for who hears it, since most rows are only seen."""
        return ", ".join((self.company, *_aloud(self.lines), *self.marks.aloud))


def row_of(
    case: Case, companies: Mapping[str, Company], now: datetime, *, looking: bool = False, several: bool = False
) -> Row:
    """The row of a case; `looking` says that a look-up is on its way, `several` that its company must be named.

    Then the company stands where the age would: among many clients, whose it is says more than since when.
    """
    company = companies.get(case.company or "")
    home = company.facts.home_currency if company and company.facts else None
    state = State.LOOKING if looking else case.state
    marks = mark_words(case, now)
    since = marks.state or _whose(case, company if several else None, now)
    verdict, beside = _verdict(case)
    lines = (
        (state_words(case, state), since),
        (case.doc_number or NOTHING, source_name(case.source) if case.source else NOTHING),
        _waiting(case),
        _amount(case, home),
        _holder(case, home),
        (verdict, PARTS.join(part for part in (marks.flags, beside) if part)),
    )
    return Row(case, state, lines, company.name if company else tr("no company yet"), marks)


def _whose(case: Case, company: Company | None, now: datetime) -> str:
    """Its company where there are several, else its age; beside a company the dot alone says that it is unread."""
    if company is not None:
        return company.name
    age = age_words(case.created_at, now)
    return tr("unread, {}").format(age) if case.marks.unread else age


def state_words(case: Case, state: State) -> str:
    """The state's word; marks stand beside it."""
    if state is State.WAITING_TO_POST and case.please_confirm:
        return tr("Please confirm")
    if state is State.WAITING_TO_POST and case.not_seen_yet:
        return tr("Not seen yet")
    if case.booked_twice:
        return tr("Booked twice")
    return tr(_SHORT_STATE.get(state, state.words))


_SHORT_STATE = {State.ALREADY_IN_QUICKBOOKS: "In QuickBooks", State.NUMBER_RESTORED: "Restored"}


def _waiting(case: Case) -> tuple[str, str]:
    incoming = case.incoming
    if incoming is None:
        return tr("not known yet"), ""
    return incoming.customer or tr("customer unknown"), medium_day(incoming.date)


def _amount(case: Case, home: str | None) -> tuple[str, str]:
    incoming = case.incoming
    repeats = count_words(case.count, "time", "times") if case.count > 1 else ""
    return (money(incoming.total, incoming.currency, home) if incoming else ""), repeats


def _holder(case: Case, home: str | None) -> tuple[str, str]:
    documents = in_the_way(case)
    if not documents:
        looked = case.evidence is not None
        return (tr("no document") if looked else tr("not looked up yet")), ""
    first = documents[0]
    facts = (first.customer_name or "", money(first.total, first.currency, home) if first.total else "")
    # Once it has another number, the column's head would be untrue of it.
    changed = (first.id, first.number) in {(each.document_id, each.old) for each in case.renumbered}
    title = tr("Was {}").format(first.title) if changed else capital(first.title)
    return _first_of(title, len(documents)), ", ".join(f for f in facts if f)


def _verdict(case: Case) -> tuple[str, str]:
    if case.kind is not FaultKind.DUPLICATE_DOC_NUMBER:
        return tr(case.kind.words), ""
    verdict = tr(SHORT_VERDICT[case.judgement.verdict]) if case.judgement else ""
    return verdict, PARTS.join((*_twin(case), *_new_numbers(case), *_flags(case)))


def _new_numbers(case: Case) -> tuple[str, ...]:
    if case.renumbered:
        return (_first_of(f"→ {case.renumbered[-1].new}", len(case.renumbered)),)
    if case.state is not State.NEEDS_DECISION:
        return ()
    offered = [p.suggestions[0] for p in case.proposed if p.suggestions]
    return (_first_of(f"→ {offered[0]}", len(offered)),) if offered else ()


def _first_of(words: str, count: int) -> str:
    return f"{words} +{count - 1}" if count > 1 else words


def _twin(case: Case) -> tuple[str, ...]:
    """Under which number the same sale stands, where that is another one."""
    twin = case.judgement.twin_id if case.judgement else None
    nearby = case.evidence.nearby if case.evidence else ()
    return tuple(f"= {d.title}" for d in nearby if d.id == twin and not same_number(d.number, case.doc_number))


def _flags(case: Case) -> list[str]:
    """What must be checked before a change; of no matter where nothing is changed."""
    if case.judgement is None or not case.judgement.changeable:
        return []
    documents = in_the_way(case)
    flags = {
        tr("e-mailed"): any(d.emailed for d in documents),
        tr("paid"): any(d.paid for d in documents),
        tr("linked"): any(d.links for d in documents),
        tr("trust"): case.judgement.unlocked,
        tr("voided"): any(d.voided for d in documents),
    }
    return [word for word, present in flags.items() if present]


def _aloud(lines: tuple[tuple[str, str], ...]) -> list[str]:
    names = (None, "number", "waiting to post", "amount", "number used by", "verdict")
    said = []
    for name, (first, second) in zip(names, lines, strict=True):
        words = " ".join(part for part in (first, second) if part)
        if words:
            said.append(f"{tr(name)} {words}" if name else words)
    return said


def _sort_values(case: Case, lines: tuple[tuple[str, str], ...]) -> tuple[Any, ...]:
    total = case.incoming.total if case.incoming else None
    return (
        case.created_at,
        (len(case.doc_number or ""), case.doc_number or ""),
        lines[WAITING][0].casefold(),
        (total is not None, total or 0),
        lines[HOLDER][0].casefold(),
        lines[VERDICT][0].casefold(),
    )
