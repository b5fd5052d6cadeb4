"""Judges a duplicate number from evidence: what the holder is, and whether the sale is booked already."""

from dataclasses import dataclass
from enum import StrEnum

from untwin.domain.compare import TWIN_DAYS, Amounts, Comparison, compare
from untwin.domain.documents import SALES_SPACE, Document, Side, same_number
from untwin.domain.evidence import Evidence
from untwin.domain.incoming import Incoming, IncomingKind, IncomingState, SourceRecord
from untwin.domain.money import plain_amount
from untwin.domain.names import Likeness, compare_names


class Verdict(StrEnum):
    """What the holder is to the waiting document; the order is "the worst wins", worst first."""

    SAME_DOCUMENT = "same_document"
    JOURNAL_OR_TRUST = "journal_or_trust"
    OWNED_BY_SOURCE = "owned_by_source"
    PURCHASE_SIDE = "purchase_side"
    UNKNOWN = "unknown"
    PREFIX_CONTINUED = "prefix_continued"
    UNRELATED = "unrelated"
    NONE_FOUND = "none_found"

    @property
    def changeable(self) -> bool:
        """Whether the number may be changed at all under this verdict."""
        return self in (Verdict.UNRELATED, Verdict.PREFIX_CONTINUED)


VERDICT_WORDS = {
    Verdict.SAME_DOCUMENT: "Same document, already in QuickBooks",
    Verdict.JOURNAL_OR_TRUST: "Journal or trust document",
    Verdict.OWNED_BY_SOURCE: "Created by another app",
    Verdict.PURCHASE_SIDE: "Vendor or expense document",
    Verdict.UNKNOWN: "Not enough known",
    Verdict.PREFIX_CONTINUED: "QuickBooks continued the app's numbering",
    Verdict.UNRELATED: "Unrelated document",
    Verdict.NONE_FOUND: "No document found",
}
_ORDER = list(Verdict)


@dataclass(frozen=True, slots=True)
class HolderVerdict:
    """One document with the number, judged by itself. `blocking` ones must be cleared before a retry."""

    document_id: str
    verdict: Verdict
    reasons: tuple[str, ...]
    blocking: bool


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on a case with its reasons in words.

    Attributes:
        twin_id: the document that is the same sale, when the verdict is "same document".
        asks_maker: ids of documents about which one question is open: was it made in QuickBooks?
    """

    verdict: Verdict
    reasons: tuple[str, ...]
    holders: tuple[HolderVerdict, ...] = ()
    twin_id: str | None = None
    asks_maker: tuple[str, ...] = ()


def judge(evidence: Evidence) -> Judgement:
    """The verdict, by errors that must never happen: missing or mixed evidence is always "unknown"."""
    holders = tuple(_judge_holder(d, evidence) for d in evidence.holders)
    candidates = (
        _from_holders(holders, evidence),
        _from_twins(holders, evidence),
        _from_doubts(holders, evidence),
    )
    return min((c for c in candidates if c), key=lambda c: _ORDER.index(c.verdict))


def _from_holders(holders: tuple[HolderVerdict, ...], evidence: Evidence) -> Judgement | None:
    blocking = [h for h in holders if h.blocking]
    if not blocking:
        return Judgement(Verdict.NONE_FOUND, _nothing_found_reasons(evidence), holders)
    worst = min((h.verdict for h in blocking), key=_ORDER.index)
    if worst is Verdict.UNKNOWN:
        return None  # its reasons are among the doubts
    decisive = [h for h in blocking if h.verdict is worst]
    reasons = tuple(dict.fromkeys(r for h in decisive for r in h.reasons))
    if worst.changeable:
        reasons += ("The sale is not in QuickBooks under any other number.",)
    twin = decisive[0].document_id if worst is Verdict.SAME_DOCUMENT else None
    return Judgement(worst, reasons, holders, twin)


def _open_questions(holders: tuple[HolderVerdict, ...], evidence: Evidence) -> tuple[str, ...]:
    """The documents whose maker is the only thing that is missing."""
    by_id = {d.id: d for d in evidence.holders}
    return tuple(
        h.document_id
        for h in holders
        if h.blocking and h.verdict is Verdict.UNKNOWN and h.reasons == (_maker_question(by_id[h.document_id]),)
    )


# --- one holder -----------------------------------------------------------------------------------------


def _judge_holder(document: Document, evidence: Evidence) -> HolderVerdict:
    verdict, reasons = _holder_verdict(document, evidence)
    return HolderVerdict(document.id, verdict, reasons, _is_blocking(document, evidence))


def _is_blocking(document: Document, evidence: Evidence) -> bool:
    """Whether it stands in the waiting document's way: named by the text, or in its number space."""
    if document.id == evidence.named.txn_id:
        return True
    kind = evidence.incoming.kind if evidence.incoming else IncomingKind.UNKNOWN
    if kind is IncomingKind.TRUST or evidence.named.entity == "JournalEntry":
        return document.entity == "JournalEntry"
    return document.entity in SALES_SPACE


def _holder_verdict(document: Document, evidence: Evidence) -> tuple[Verdict, tuple[str, ...]]:
    trust = trust_reason(document, evidence.facts.trust_accounts)
    if trust:
        return Verdict.JOURNAL_OR_TRUST, (trust,)
    if document.type.side in (Side.PURCHASE, Side.UNNUMBERED):
        return Verdict.PURCHASE_SIDE, (f"A {document.type.title} is only shown here; Untwin never changes it.",)
    incoming = evidence.incoming
    if incoming is None or not incoming.complete:
        return Verdict.UNKNOWN, (_incoming_unknown(evidence),)
    comparison = compare(document, incoming, evidence)
    if comparison.same_sale:
        return Verdict.SAME_DOCUMENT, _same_reasons(document)
    owner = _owner_reason(document, evidence)
    if owner:
        return Verdict.OWNED_BY_SOURCE, (owner,)
    if not comparison.positively_different:
        return Verdict.UNKNOWN, _mixed_reasons(document, comparison)
    if not _is_blocking(document, evidence):
        return Verdict.UNRELATED, _different_reasons(document)
    return _unrelated_once_maker_is_known(document, evidence)


def trust_reason(document: Document, trust_accounts: tuple[str, ...]) -> str:
    """Why a document counts as journal or trust; empty when it doesn't."""
    if document.entity == "JournalEntry":
        return "A journal entry holds the number; renumbering journal entries is locked."
    named = {name.casefold() for name in trust_accounts}
    touched = next((a for a in document.accounts if a.casefold() in named), None)
    return f"The {document.type.title} posts to the trust account “{touched}”." if touched else ""


def _unrelated_once_maker_is_known(document: Document, evidence: Evidence) -> tuple[Verdict, tuple[str, ...]]:
    reasons = _different_reasons(document)
    if document.id in evidence.made_by_hand:
        return Verdict.UNRELATED, (*reasons, f"You said that {document.title} was made in QuickBooks.")
    if evidence.source_search.complete and document.id not in evidence.posted_by_source:
        known_from = evidence.incoming.known_from if evidence.incoming else "the source"
        return Verdict.UNRELATED, (*reasons, f"{known_from} has no record of {document.title}.")
    return Verdict.UNKNOWN, (_maker_question(document),)


def _different_reasons(document: Document) -> tuple[str, ...]:
    return (f"Other customer: {document.customer_name}.", f"Other amount: {plain_amount(document.total)}.")


def _maker_question(document: Document) -> str:
    return f"Was {document.title} made in QuickBooks by hand? No list says who made it."


def _owner_reason(document: Document, evidence: Evidence) -> str:
    if document.id in evidence.posted_by_source:
        return f"The change history shows that the source posted {document.title}."
    own = next((r for r in _other_records(evidence) if _is_record(document, r, need_number=False)), None)
    if own is None:
        return ""
    return f"The source has a record of {document.title}: {own.kind.value.replace('_', ' ')} {own.number or own.id}."


def _same_reasons(document: Document) -> tuple[str, ...]:
    return (
        f"Same customer: {document.customer_name}.",
        f"Same total to the cent: {plain_amount(document.total, document.currency)}.",
        f"Dated {document.date}, within days of the waiting document, and it names it.",
    )


_CUSTOMER_DOUBT = {
    Likeness.SAME: "The customer is the same: {name}.",
    Likeness.LIKE: "The customers are alike or related: {name}.",
    Likeness.UNKNOWN: "The customers can't be compared.",
}
_AMOUNT_DOUBT = {
    Amounts.SAME: "The total is the same: {total}.",
    Amounts.NEAR: "One of its figures fits the waiting amount.",
    Amounts.UNKNOWN: "The amounts can't be compared.",
}


def _mixed_reasons(document: Document, found: Comparison) -> tuple[str, ...]:
    doubts = (_CUSTOMER_DOUBT.get(found.customer), _AMOUNT_DOUBT.get(found.amount))
    said = tuple(d.format(name=document.customer_name, total=plain_amount(document.total)) for d in doubts if d)
    return (*said, f"So {document.title} is neither proved the same nor proved unrelated.")


# --- the same sale under another number -----------------------------------------------------------------


def _from_twins(holders: tuple[HolderVerdict, ...], evidence: Evidence) -> Judgement | None:
    incoming = evidence.incoming
    if incoming is None or not incoming.complete:
        return None
    held = {d.id for d in evidence.holders}
    others = [d for d in evidence.nearby if d.id not in held and _counts(d) and not _explained(d, evidence)]
    proved = [d for d in others if compare(d, incoming, evidence).same_sale]
    if len(proved) == 1 and not _may_answer_another(proved[0], evidence):
        why = ("It stands there under another number.",)
        return Judgement(Verdict.SAME_DOCUMENT, _same_reasons(proved[0]) + why, holders, proved[0].id)
    possible = proved or [d for d in others if _may_be_twin(d, incoming, evidence)]
    if not possible:
        return None
    said = tuple(
        f"{_capital(d.title)} of {d.date} may be the same sale: {plain_amount(d.total)}." for d in possible[:3]
    )
    return Judgement(Verdict.UNKNOWN, said, holders)


def _may_be_same(document: Document) -> str:
    return f"{_capital(document.title)} of {document.date} may be the same sale: {plain_amount(document.total)}."


def _capital(words: str) -> str:
    """Only the first letter: a number inside keeps its own letters."""
    return words[:1].upper() + words[1:]


def _may_be_twin(document: Document, incoming: Incoming, evidence: Evidence) -> bool:
    found = compare(document, incoming, evidence)
    if found.customer is Likeness.DIFFERENT or (found.days is not None and found.days > TWIN_DAYS):
        return False
    return found.amount in (Amounts.SAME, Amounts.NEAR) and not document.voided


def _counts(document: Document) -> bool:
    """A payment that is applied in full, and a deposit of known payments, book no sale of their own."""
    if document.entity == "Payment":
        return bool(document.balance)
    return document.entity != "Deposit" or not document.links


def _may_answer_another(document: Document, evidence: Evidence) -> bool:
    """Whether another bill of the same customer and total waits too: then nobody can say which one it is."""
    booked = [d.number for d in (*evidence.holders, *evidence.nearby) if d.id != document.id]
    return any(
        _is_record(document, record, need_number=False)
        and not any(same_number(record.number, number) for number in booked)
        for record in _other_records(evidence)
    )


def _explained(document: Document, evidence: Evidence) -> bool:
    """Whether another record of the source accounts for it: last month's bill of the same fee, say."""
    return any(_is_record(document, r, need_number=True) for r in _other_records(evidence))


def _other_records(evidence: Evidence) -> list[SourceRecord]:
    own = evidence.incoming.source_id if evidence.incoming else None
    return [r for r in evidence.source_records if r.id != own or r.kind is not IncomingKind.BILL]


def _is_record(document: Document, record: SourceRecord, *, need_number: bool) -> bool:
    credit = record.kind is IncomingKind.CREDIT_NOTE
    if credit != (document.entity in ("CreditMemo", "RefundReceipt")) or record.total != document.total:
        return False
    if need_number and not same_number(record.number, document.number):
        return False
    return compare_names(record.customer, document.customer_name) is not Likeness.DIFFERENT


# --- what is missing ---------------------------------------------------------------------------------------------


def _from_doubts(holders: tuple[HolderVerdict, ...], evidence: Evidence) -> Judgement | None:
    doubts = tuple(dict.fromkeys((*_gaps(evidence), *(r for h in holders if _raises_doubt(h) for r in h.reasons))))
    if not doubts:
        return None
    return Judgement(Verdict.UNKNOWN, doubts, holders, asks_maker=_open_questions(holders, evidence))


def _gaps(evidence: Evidence) -> list[str]:
    """What is missing although no document speaks against the case."""
    found: list[str] = []
    if evidence.named.number is None:
        found.append("The error names no number.")
    if evidence.incoming is None or not evidence.incoming.complete:
        found.append(_incoming_unknown(evidence))
    elif evidence.incoming.kind is IncomingKind.UNKNOWN:
        found.append("It isn't known whether a bill, a payment or something else failed.")
    if not evidence.holder_search.complete:
        found.append(f"Not every document with the number was seen. {evidence.holder_search.why_not}".strip())
    if not evidence.twin_search.complete:
        found.append(f"The search under other numbers is not complete. {evidence.twin_search.why_not}".strip())
    return found


def _raises_doubt(holder: HolderVerdict) -> bool:
    """An estimate or journal entry of the same number blocks nothing, but it may be the same sale."""
    return holder.verdict is Verdict.UNKNOWN or (not holder.blocking and holder.verdict is Verdict.SAME_DOCUMENT)


def _incoming_unknown(evidence: Evidence) -> str:
    note = evidence.incoming_note or "Customer, amount or date of the waiting document isn't known."
    if evidence.incoming and evidence.incoming.state is IncomingState.DRAFT:
        return "The waiting document is only a draft."
    return note


def _nothing_found_reasons(evidence: Evidence) -> tuple[str, ...]:
    number = evidence.named.number
    return (
        f"No document of any numbered type uses {number} now; voided ones were looked at too.",
        "The sale is not in QuickBooks under any other number.",
        "The number is free: the retry needs no change.",
    )
