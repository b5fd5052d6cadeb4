"""Judges one document that uses the number: what it is to the waiting document."""

from untwin.domain.compare import Amounts, Comparison, compare
from untwin.domain.documents import SALES_SPACE, Document, Side
from untwin.domain.evidence import Evidence
from untwin.domain.incoming import IncomingKind, IncomingState
from untwin.domain.money import plain_amount
from untwin.domain.names import Likeness
from untwin.domain.records import is_record, other_records
from untwin.domain.verdict import HolderVerdict, Verdict


def judge_holder(document: Document, evidence: Evidence) -> HolderVerdict:
    """The verdict on one document by itself, and whether it stands in the way."""
    verdict, reasons = _holder_verdict(document, evidence)
    return HolderVerdict(document.id, verdict, reasons, _is_blocking(document, evidence))


def _is_blocking(document: Document, evidence: Evidence) -> bool:
    """Whether it stands in the waiting document's way: named by the text, or in its number space."""
    if document.id == evidence.named.txn_id:
        return True
    kind = evidence.incoming.kind if evidence.incoming else IncomingKind.UNKNOWN
    if kind is IncomingKind.TRUST or _named_entity(evidence) == "JournalEntry":
        return document.entity == "JournalEntry"
    return document.entity in SALES_SPACE


def _named_entity(evidence: Evidence) -> str | None:
    """The type that the text names: what its id leads to outranks the word, which may be another language's."""
    by_id = evidence.named_found if evidence.named.txn_id else None
    return by_id.entity if by_id else evidence.named.entity


def _only_shown(document: Document) -> str:
    return f"{document.type.one.capitalize()} is only shown here; Untwin never changes it."


def _holder_verdict(document: Document, evidence: Evidence) -> tuple[Verdict, tuple[str, ...]]:
    trust = trust_reason(document, evidence.facts.trust_accounts)
    if trust:
        return Verdict.JOURNAL_OR_TRUST, (trust,)
    if document.type.side in (Side.PURCHASE, Side.UNNUMBERED):
        return Verdict.PURCHASE_SIDE, (_only_shown(document),)
    incoming = evidence.incoming
    if incoming is None or not incoming.complete:
        return Verdict.UNKNOWN, (incoming_unknown(evidence),)
    comparison = compare(document, incoming, evidence)
    if comparison.same_sale:
        return Verdict.SAME_DOCUMENT, same_reasons(document)
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
    touched = next((a for a in document.accounts if _is_one_of(a, trust_accounts)), None)
    return f"The {document.type.title} posts to the trust account “{touched}”." if touched else ""


def _is_one_of(printed: str, names: tuple[str, ...]) -> bool:
    """Whether an account is one of these, or lies under one: it is printed as `Liabilities:Client trust:Matter 7`."""
    path = f":{printed.casefold()}:"
    return any(f":{name.casefold()}:" in path for name in names if name)


def _unrelated_once_maker_is_known(document: Document, evidence: Evidence) -> tuple[Verdict, tuple[str, ...]]:
    reasons = _different_reasons(document)
    if document.id in evidence.made_by_hand:
        return Verdict.UNRELATED, (*reasons, f"You said that {document.title} was made in QuickBooks.")
    if evidence.source_search.complete and document.id not in evidence.posted_by_source:
        known_from = evidence.incoming.known_from if evidence.incoming else "the source"
        return Verdict.UNRELATED, (*reasons, f"{known_from} has no record of {document.title}.")
    return Verdict.UNKNOWN, (maker_question(document),)


def _different_reasons(document: Document) -> tuple[str, ...]:
    return (f"Other customer: {document.customer_name}.", f"Other amount: {plain_amount(document.total)}.")


def maker_question(document: Document) -> str:
    """The one short question that is asked where nothing else is missing."""
    return f"Was {document.title} made in QuickBooks by hand? No list says who made it."


def _owner_reason(document: Document, evidence: Evidence) -> str:
    if document.id in evidence.posted_by_source:
        return f"The change history shows that the source posted {document.title}."
    own = next((r for r in other_records(evidence) if is_record(document, r, need_number=False)), None)
    if own is None:
        return ""
    return f"The source has a record of {document.title}: {own.kind.value.replace('_', ' ')} {own.number or own.id}."


def same_reasons(document: Document) -> tuple[str, ...]:
    """Why a document is the very same sale."""
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


def incoming_unknown(evidence: Evidence) -> str:
    """What is missing about the waiting document."""
    note = evidence.incoming_note or "Customer, amount or date of the waiting document isn't known."
    if evidence.incoming and evidence.incoming.state is IncomingState.DRAFT:
        return "The waiting document is only a draft."
    return note
