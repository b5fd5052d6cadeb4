"""Tells whether the waiting document has posted, by comparing what QuickBooks has now with what was expected."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from untwin.domain.compare import Amounts, compare_amounts, is_customer
from untwin.domain.documents import Customer, Document, same_number
from untwin.domain.evidence import Evidence
from untwin.domain.incoming import Incoming, IncomingKind
from untwin.domain.money import plain_amount

_POSTS_AS = {
    IncomingKind.BILL: "Invoice",
    IncomingKind.INTEREST: "Invoice",
    IncomingKind.CREDIT_NOTE: "CreditMemo",
    IncomingKind.PAYMENT: "Payment",
    IncomingKind.TRUST: "JournalEntry",
}


class Outcome(StrEnum):
    """What one look at QuickBooks says about the waiting document."""

    NOT_SEEN = "not_seen"
    POSTED = "posted"
    PLEASE_CONFIRM = "please_confirm"
    NUMBER_TAKEN_AGAIN = "number_taken_again"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Posting:
    """The outcome, the document it leans on, one sentence, and what is not as expected."""

    outcome: Outcome
    sentence: str
    document_id: str | None = None
    entity: str | None = None
    differences: tuple[str, ...] = ()


def look_for_posting(evidence: Evidence, candidates: tuple[Document, ...], since: datetime) -> Posting:
    """Judges `candidates`, every sales document with the waiting number, read just now.

    Args:
        evidence: the case's evidence; its waiting document is what is expected.
        candidates: documents with the number, the former holders left out.
        since: QuickBooks' clock when the renumber was proved, or the retry began.
    """
    incoming = evidence.incoming
    if incoming is None:
        return Posting(Outcome.NOT_SEEN, "Nothing is known about the waiting document yet.")
    held = [d for d in candidates if same_number(d.number, incoming.number) and not d.voided]
    new = [d for d in held if d.created_at is not None and d.created_at >= since.replace(microsecond=0)]
    if not held:
        return Posting(Outcome.NOT_SEEN, f"{incoming.number} is not in QuickBooks yet.")
    if len(new) > 1:
        return Posting(Outcome.TWICE, f"Booked twice: {len(new)} documents carry {incoming.number} now.", new[0].id)
    if not new:
        return _taken(held[0], incoming)
    return _compare(new[0], incoming, evidence)


def _compare(found: Document, incoming: Incoming, evidence: Evidence) -> Posting:
    customer_fits = _right_customer(found, incoming, evidence)
    amount_fits = compare_amounts(found, incoming, evidence.facts.home_currency) is Amounts.SAME
    if not customer_fits and not amount_fits:
        return _taken(found, incoming)
    differences = tuple(_differences(found, incoming, customer_fits=customer_fits, amount_fits=amount_fits))
    words = f"{found.title}, {found.who}, {plain_amount(found.total)}"
    if differences:
        return Posting(
            Outcome.PLEASE_CONFIRM,
            f"Posted as {words}, but not as expected.",
            found.id,
            found.entity,
            differences,
        )
    return Posting(Outcome.POSTED, f"Posted as {words}, as expected.", found.id, found.entity)


def _right_customer(found: Document, incoming: Incoming, evidence: Evidence) -> bool:
    """The source may have made the customer together with the posting: then its name must prove it."""
    if found.customer_id in evidence.incoming_customers:
        return True
    return is_customer(incoming, Customer(found.customer_id or "", found.customer_name or "", found.email))


def _differences(found: Document, incoming: Incoming, *, customer_fits: bool, amount_fits: bool) -> list[str]:
    said: list[str] = []
    if found.entity != _POSTS_AS.get(incoming.kind):
        said.append(f"It is {found.type.one}.")
    if not customer_fits:
        said.append(f"It names {found.who}, not {incoming.customer}.")
    if not amount_fits:
        said.append(f"Its total is {plain_amount(found.total)}, not {plain_amount(incoming.total)}.")
    if found.date != incoming.date:
        said.append(f"It is dated {found.date}, not {incoming.date}.")
    return said


def _taken(found: Document, incoming: Incoming) -> Posting:
    who = f"{found.who}, {plain_amount(found.total)}"
    words = f"{incoming.number} is used by another {found.type.title} now: {who}."
    return Posting(Outcome.NUMBER_TAKEN_AGAIN, words, found.id, found.entity)
