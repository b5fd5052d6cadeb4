"""The plan: which numbers would change, what a person must have seen first, and why the rest is refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from untwin.domain.blocks import read_only
from untwin.domain.case import Case, State
from untwin.domain.company import Company
from untwin.domain.documents import TYPES, Document, Side, fold_number
from untwin.domain.numbering import suggest, why_not_usable
from untwin.domain.verdict import VERDICT_WORDS

TYPE_COUNT_ABOVE = 25


class Flag(StrEnum):
    """A kind of fact that a person must tick off before a change; the values name it on the command line."""

    EMAILED = "emailed"
    PAID = "paid"
    LINKED = "linked"
    SEVERAL = "several"


class Rung(StrEnum):
    """How a plan is confirmed."""

    SHEET = "sheet"
    CHECK_BOXES = "check_boxes"
    TYPE_COUNT = "type_count"


@dataclass(frozen=True, slots=True)
class Wish:
    """A case somebody wants changed, with numbers typed for some of its documents (by document id)."""

    case: Case
    numbers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """One document whose number would change. `why_not` says what is wrong with the new number, if anything."""

    case_id: str
    company: str
    document: Document
    new: str
    flags: tuple[Flag, ...]
    suggestions: tuple[str, ...]
    why_not: str = ""

    @property
    def old(self) -> str:
        """Its number now."""
        return self.document.number or ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A case that the plan leaves out, and why."""

    case_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything one confirmation would do, and everything it would not."""

    rows: tuple[Row, ...]
    refused: tuple[Refusal, ...]
    rung: Rung
    flags: tuple[Flag, ...]
    total: Decimal

    @property
    def ready(self) -> bool:
        """Whether every row has a number that may be given."""
        return bool(self.rows) and not any(row.why_not for row in self.rows)

    def missing(self, accepted: frozenset[Flag], typed_count: int | None) -> tuple[str, ...]:
        """What a person has still to confirm, one sentence each; empty when all of it is."""
        said = [FLAG_WORDS[flag] for flag in self.flags if flag not in accepted]
        if self.rung is Rung.TYPE_COUNT and typed_count != len(self.rows):
            said.append(f"Type the number of rows to confirm them: {len(self.rows)}.")
        return tuple(said)


FLAG_WORDS = {
    Flag.EMAILED: "It was e-mailed from QuickBooks: the customer holds the old number.",
    Flag.PAID: "Money has moved on it: payments stay linked, but a remittance may name the old number.",
    Flag.LINKED: "Other documents are linked to it; they stay linked.",
    Flag.SEVERAL: "More than one document gets a new number.",
}


def plan(wishes: tuple[Wish, ...], companies: Mapping[str, Company]) -> Plan:
    """The one way to a change: every locked case is refused here, for the window and the command line alike."""
    rows: list[Row] = []
    refused: list[Refusal] = []
    planned: dict[str, set[str]] = {}
    for wish in wishes:
        reason = why_locked(wish.case, companies)
        if reason:
            refused.append(Refusal(wish.case.id, reason))
        else:
            rows += _rows(wish, planned.setdefault(wish.case.company or "", set()))
    over = {realm for realm, company in companies.items() if _count(rows, realm) > company.settings.most_rows}
    refused += [Refusal(r.case_id, _TOO_MANY) for r in rows if r.company in over]
    return _confirmed_how(tuple(r for r in rows if r.company not in over), tuple(refused), companies)


_TOO_MANY = "This company's policy allows fewer changes in one confirmation."


def _count(rows: list[Row], realm: str) -> int:
    return sum(1 for row in rows if row.company == realm)


def why_locked(case: Case, companies: Mapping[str, Company]) -> str:
    """Why this case's numbers may not be changed now; empty when they may."""
    company = companies.get(case.company or "")
    if company is None:
        return "The case is bound to no connected company."
    if case.state is not State.NEEDS_DECISION:
        return _WRONG_STATE.get(case.state, f"It is “{case.state.words}”: {case.next_step.lower()}.")
    if case.judgement is None or case.evidence is None:
        return "It hasn't been looked up."
    if not case.judgement.verdict.changeable:
        return f"Locked: {VERDICT_WORDS[case.judgement.verdict].lower()}. {case.judgement.reasons[0]}"
    block = read_only(company)
    return block.sentence if block else ""


_WRONG_STATE = {
    State.BLOCKED: "It is blocked; the case says by what.",
    State.RENUMBERED: "The number is changed already; retry in the source.",
}


def _rows(wish: Wish, planned: set[str]) -> list[Row]:
    assert wish.case.evidence is not None  # noqa: S101 - why_locked has seen to both
    assert wish.case.judgement is not None  # noqa: S101
    changeable = {h.document_id for h in wish.case.judgement.holders if h.blocking and h.verdict.changeable}
    rows = []
    several = (Flag.SEVERAL,) if len(changeable) > 1 else ()
    for document in wish.case.evidence.holders:
        if document.id in changeable and TYPES[document.entity].side is Side.SALES:
            row = _row(wish, document, planned, several)
            planned.add(fold_number(row.new))
            rows.append(row)
    return rows


def _row(wish: Wish, document: Document, planned: set[str], several: tuple[Flag, ...]) -> Row:
    taken = frozenset(wish.case.evidence.taken if wish.case.evidence else ()) | planned
    suggestions = suggest(document, taken)
    # A number that was typed and then emptied stays empty: the sheet says so instead of guessing.
    new = wish.numbers.get(document.id, suggestions[0] if suggestions else "")
    why_not = why_not_usable(new, document.number, taken)
    return Row(
        wish.case.id,
        wish.case.company or "",
        document,
        new,
        (*_flags(document), *several),
        suggestions,
        why_not,
    )


def _flags(document: Document) -> tuple[Flag, ...]:
    found = {Flag.EMAILED: document.emailed, Flag.PAID: document.paid, Flag.LINKED: bool(document.links)}
    return tuple(flag for flag, present in found.items() if present)


def _confirmed_how(rows: tuple[Row, ...], refused: tuple[Refusal, ...], companies: Mapping[str, Company]) -> Plan:
    total = sum((r.document.total or Decimal(0) for r in rows), Decimal(0))
    flags = {f for r in rows for f in r.flags} | ({Flag.SEVERAL} if len(rows) > 1 else set())
    asks = [companies[r.company].settings.ask_above for r in rows]
    rung = Rung.CHECK_BOXES if flags else Rung.SHEET
    if len(rows) > TYPE_COUNT_ABOVE or any(limit is not None and total > limit for limit in asks):
        rung = Rung.TYPE_COUNT
    return Plan(rows, refused, rung, tuple(f for f in Flag if f in flags), total)
