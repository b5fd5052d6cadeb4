"""Says in words why a document is the waiting sale, may be it, or can't be told from it."""

from untwin.domain.books.documents import Document
from untwin.domain.verdicts.amounts import Amounts
from untwin.domain.verdicts.compare import Comparison, ProvedBy
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.names import Likeness
from untwin.domain.words.days import told_day
from untwin.domain.words.money import told_amount
from untwin.domain.words.phrasing import capital

_PROOF = {
    ProvedBy.LINES: "Its lines are the same, one by one.",
    ProvedBy.BILL: "It names the waiting document.",
    ProvedBy.WORK: "It names the same matter or work.",
}
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


def same_reasons(document: Document, found: Comparison, evidence: Evidence) -> tuple[str, ...]:
    """Why a document is the very same sale."""
    waiting = evidence.incoming.date if evidence.incoming else None
    proof = _PROOF.get(found.proved_by) if found.proved_by else None
    return (
        f"Same customer: {document.customer_name}.",
        f"Same total to the cent: {told_amount(document.total, document.currency, evidence.facts.home_currency)}.",
        f"Dated {told_day(document.date)}, the waiting document {told_day(waiting)}.",
        *((proof,) if proof else ()),
    )


def mixed_reasons(document: Document, found: Comparison) -> tuple[str, ...]:
    """What speaks for one sale and what is missing for the proof."""
    doubts = [_CUSTOMER_DOUBT.get(found.customer), _amount_doubt(document, found)]
    if found.contradicted:
        doubts.append("Its lines, matter or references are not those of the waiting document.")
    elif found.speaks_of_it:
        doubts.append("It names the waiting document or its work.")
    elif found.fits:
        doubts.append("Neither its lines nor a reference say which of the customer's invoices it is.")
    said = tuple(d.format(name=document.who, total=told_amount(document.total)) for d in doubts if d)
    return (*said, f"So {document.title} is neither proved the same nor proved unrelated.")


def may_be_same(document: Document) -> str:
    """What is said of a document that may be the same sale under another number."""
    title = capital(document.title)  # a number inside keeps its own letters
    return f"{title} of {told_day(document.date)} may be the same sale: {document.who}, {told_amount(document.total)}."


def _amount_doubt(document: Document, found: Comparison) -> str | None:
    if document.voided:
        return "It is voided, and nothing says what its amount was."
    return _AMOUNT_DOUBT.get(found.amount)
