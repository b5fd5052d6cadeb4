"""The one way to a change: every locked case and row is refused here, for the window and the command line alike."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from untwin.domain.books.documents import TYPES, Document, Side, fold_number
from untwin.domain.cases.case import Case, State
from untwin.domain.cases.exits import ExitId, exits_for
from untwin.domain.cases.judged_before import why_look_again
from untwin.domain.changes.change import Flag, Plan, Refusal, Row, Rung, Wish
from untwin.domain.changes.next_number import next_numbers
from untwin.domain.changes.numbering import House, house_of, suggest, why_not_usable
from untwin.domain.changes.policy import home_total, why_too_much, why_untouchable
from untwin.domain.company.company import Company
from untwin.domain.errors.faults import FaultKind
from untwin.domain.verdicts.blocks import read_only
from untwin.domain.verdicts.verdict import VERDICT_WORDS
from untwin.domain.words.phrasing import small

TYPE_COUNT_ABOVE = 25


def plan(wishes: tuple[Wish, ...], companies: Mapping[str, Company]) -> Plan:
    """The plan for what somebody wants changed; numbers inside it never collide, and no document is in it twice."""
    draft = _Draft(wanted=_wanted(wishes))
    refused: list[Refusal] = []
    for wish in wishes:
        reason = why_locked(wish.case, companies)
        found = () if reason else _rows(wish, draft, companies[wish.case.company or ""])
        reason = reason or _why_not_these(found, draft, companies)
        if reason:
            refused.append(Refusal(wish.case.id, reason, _instead(wish.case)))
        else:
            draft.add(found)
    return confirmed_how(*_within_policy(draft.rows, refused, companies), companies)


@dataclass(slots=True)
class _Draft:
    """The rows so far; by company their new numbers, folded, and by document the case that it is changed for."""

    rows: list[Row] = field(default_factory=list)
    numbers: dict[str, set[str]] = field(default_factory=dict)
    documents: dict[tuple[str, str, str], str] = field(default_factory=dict)
    wanted: dict[str, dict[str, str]] = field(default_factory=dict)
    """By company, for each number, folded, the case whose waiting document shall get it."""

    def add(self, found: Iterable[Row]) -> None:
        for row in found:
            self.rows.append(row)
            self.numbers.setdefault(row.company, set()).add(fold_number(row.new))
            self.documents[row.company, row.document.entity, row.document.id] = row.case_id


def why_locked(case: Case, companies: Mapping[str, Company]) -> str:
    """Why this case's numbers may not be changed now; empty when they may."""
    company = companies.get(case.company or "")
    if company is None:
        return "The case belongs to no connected company."
    if case.state is State.BLOCKED and case.blocks:
        return " ".join(block.sentence for block in case.blocks)
    if case.state is not State.NEEDS_DECISION:
        return _WRONG_STATE.get(case.state, f"It is “{case.state.words}”: {case.next_clause}.")
    return why_look_again(case) or _why_its_verdict_locks(case, company)


def _why_its_verdict_locks(case: Case, company: Company) -> str:
    if case.kind is not FaultKind.DUPLICATE_DOC_NUMBER:
        return f"No number is in its way, so none is changed: {case.kind.words.lower()}."
    if case.judgement is None or case.evidence is None:
        again = "Look it up again first: what was known may have changed meanwhile."
        return again if case.evidence else "It hasn't been looked up."
    if not case.judgement.changeable:
        words = VERDICT_WORDS[case.judgement.verdict]
        return f"Locked: {small(words)}. {case.judgement.reasons[0]}"
    if case.judgement.unlocked and company.settings.trust_unlock is None:
        return f"Locked: documents on trust accounts are locked in {company.name} again."
    block = read_only(company)
    return block.sentence if block else ""


def _instead(case: Case) -> tuple[str, ...]:
    """What can be done where no number is changed; a way that others lock is not named."""
    ways = [w.words for w in exits_for(case) if w.id is not ExitId.RENUMBER and not (w.option and w.option.locks)]
    return (f"Instead: {'; '.join(ways)}.",) if ways else ()


_WRONG_STATE = {
    State.BLOCKED: "It is blocked; the case says by what.",
    State.RENUMBERED: "The number is changed already; retry in the source.",
}


def confirmed_how(rows: Iterable[Row], refused: Iterable[Refusal], companies: Mapping[str, Company]) -> Plan:
    """The plan of these rows with what must be confirmed: the rung of the ladder, and each kind of flag once."""
    kept = tuple(rows)
    flags = {f for r in kept for f in r.flags} | ({Flag.SEVERAL} if len(kept) > 1 else set())
    rung = Rung.CHECK_BOXES if flags else Rung.SHEET
    if len(kept) > TYPE_COUNT_ABOVE or any(_asks(kept, companies[realm]) for realm in {r.company for r in kept}):
        rung = Rung.TYPE_COUNT
    shown = tuple(f for f in Flag if f in flags)
    return Plan(kept, tuple(refused), rung, shown, _totals(kept), next_numbers(kept, companies))


def flags_of(document: Document) -> tuple[Flag, ...]:
    """What a person must have seen about a document before its number changes."""
    found = {Flag.EMAILED: document.emailed, Flag.PAID: document.paid, Flag.LINKED: bool(document.links)}
    return tuple(flag for flag, present in found.items() if present)


def _why_not_these(found: tuple[Row, ...], draft: _Draft, companies: Mapping[str, Company]) -> str:
    for row in found:
        reason = why_untouchable(row.document, companies[row.company])
        if reason:
            return reason
        other = draft.documents.get((row.company, row.document.entity, row.document.id))
        if other is not None:
            return f"Case {other} gives {row.document.title} its new number already; look this one up again afterwards."
    return ""


def _rows(wish: Wish, draft: _Draft, company: Company) -> tuple[Row, ...]:
    assert wish.case.evidence is not None  # noqa: S101 - why_locked has seen to both
    assert wish.case.judgement is not None  # noqa: S101
    changeable = wish.case.judgement.giving_way
    several = (Flag.SEVERAL,) if len(changeable) > 1 else ()
    realm, mine = wish.case.company or "", set(wish.case.evidence.taken)
    wanted = draft.wanted.get(realm, {})
    taken = _Taken((mine, draft.numbers.get(realm, set()), wanted))
    house = house_of(wish.case, wish.case.evidence, company)
    rows: list[Row] = []
    for document in wish.case.evidence.holders:
        if document.id in changeable and TYPES[document.entity].side is Side.SALES:
            trust = (Flag.TRUST,) if changeable[document.id].unlocked else ()
            row = _row(wish, document, taken, (*trust, *several), house)
            other = wanted.get(fold_number(row.new))
            needed = other is not None and other != wish.case.id
            rows.append(replace(row, why_not=f"{row.new} is needed by case {other}.") if needed else row)
            mine.add(fold_number(row.new))
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class _Taken:
    """Numbers that can't be given, folded. A batch of a thousand has one for each case: nothing is copied."""

    parts: tuple[Container[str], ...]

    def __contains__(self, number: object) -> bool:
        return any(number in part for part in self.parts)


def _wanted(wishes: Iterable[Wish]) -> dict[str, dict[str, str]]:
    wanted: dict[str, dict[str, str]] = {}
    for case in (wish.case for wish in wishes if wish.case.waiting_number):
        wanted.setdefault(case.company or "", {})[fold_number(case.waiting_number or "")] = case.id
    return wanted


def _row(wish: Wish, document: Document, taken: Container[str], further: tuple[Flag, ...], house: House) -> Row:
    evidence, realm = wish.case.evidence, wish.case.company or ""
    suggested = suggest(document, taken, house)
    # A number that was typed and then emptied stays empty: the sheet says so instead of guessing.
    new = wish.numbers.get(document.id, suggested.numbers[0] if suggested.numbers else "")
    return Row(
        case_id=wish.case.id,
        company=realm,
        document=document,
        new=new,
        flags=(*flags_of(document), *further),
        suggestions=suggested.numbers,
        why_not=why_not_usable(new, document.number, taken, house.ranges),
        passed_over=suggested.passed_over,
        known=tuple(holder.id for holder in evidence.holders) if evidence else (),
    )


def _within_policy(
    rows: list[Row], refused: list[Refusal], companies: Mapping[str, Company]
) -> tuple[list[Row], list[Refusal]]:
    """A company whose policy allows less than this gets nothing of it: which rows to leave out is a person's choice."""
    over = {realm: _too_much(rows, companies[realm]) for realm in {row.company for row in rows}}
    kept = [row for row in rows if not over[row.company]]
    stopped = dict.fromkeys((row.case_id, over[row.company]) for row in rows if over[row.company])
    return kept, [*refused, *(Refusal(case_id, reason) for case_id, reason in stopped)]


def _too_much(rows: list[Row], company: Company) -> str:
    return why_too_much([row.document for row in rows if row.company == company.realm], company)


def _asks(rows: tuple[Row, ...], company: Company) -> bool:
    """Whether the company wants the count typed for so much money; what can't be told counts as much."""
    limit = company.settings.ask_above
    if limit is None:
        return False
    total = home_total([row.document for row in rows if row.company == company.realm], company)
    return total is None or total > limit


def _totals(rows: tuple[Row, ...]) -> dict[str, Decimal]:
    totals: dict[str, Decimal] = {}
    for row in rows:
        if row.document.total is not None:
            currency = row.document.currency or ""
            totals[currency] = totals.get(currency, Decimal(0)) + row.document.total
    return totals
