"""Whether the customer of a waiting document, whom QuickBooks doesn't have, is made by the source when it posts."""

from untwin.domain.sources.declared import SourceProfile
from untwin.domain.verdicts.customers import is_known
from untwin.domain.verdicts.evidence import Evidence


def is_missing(evidence: Evidence) -> bool:
    """Whether no customer of the company can be the waiting document's, inactive ones included; all were looked at."""
    incoming = evidence.incoming
    if incoming is None or not incoming.customer or not evidence.twin_search.complete:
        return False
    return not evidence.incoming_customers and not is_known(incoming, evidence.customers)


def will_be_made(evidence: Evidence, source: SourceProfile) -> bool:
    """Whether the source makes the customer, and nothing says that the sale may be booked under another name.

    Its own answer must have named the document: that its account is this company's is what tells that the company is
    the right one, now that the customer can't.
    """
    if source.makes_customers is not True or not is_missing(evidence):
        return False
    incoming = evidence.incoming
    asked = incoming is not None and bool(incoming.source_id) and not incoming.told
    return asked and not _booked_for_somebody(evidence)


def made_words(evidence: Evidence, source: SourceProfile) -> str:
    """What is said beside the verdict then."""
    customer = evidence.incoming.customer if evidence.incoming else ""
    return f"{customer} is no customer of this company yet; {source.name} makes the customer when it posts."


def missing_words(evidence: Evidence, source: SourceProfile) -> str:
    """What is in the way where nobody makes the customer, or nobody knows."""
    customer = evidence.incoming.customer if evidence.incoming else ""
    words = f"{customer} is no customer of this company, not even an inactive one. Is it the right company?"
    add = "add the customer in QuickBooks and look again."
    if source.makes_customers is False:
        return f"{words} If it is, {source.name} won't make the customer: {add}"
    if source.makes_customers is None:
        unknown = f" Whether {source.name} makes customers by itself isn't known." if source.id else ""
        return f"{words} If it is, {add}{unknown}"
    if _booked_for_somebody(evidence):
        return f"{words} A document over the same amount is booked for somebody else: if they are one customer, {add}"
    return f"{words} {source.name} makes its customers, but didn't say itself that this one is its own. If it is, {add}"


def _booked_for_somebody(evidence: Evidence) -> bool:
    incoming = evidence.incoming
    amounts = {incoming.total, incoming.balance} - {None} if incoming else set()
    return any({document.total, document.balance} & amounts for document in evidence.nearby if not document.voided)
