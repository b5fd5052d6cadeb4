"""Finds what may have taken a booked sale back: then its bill isn't in QuickBooks any more, though it looks like it."""

from itertools import chain, combinations

from untwin.domain.books.documents import Document
from untwin.domain.verdicts.customers import compare_customers
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.names import Likeness
from untwin.domain.words.phrasing import capital, listed

_BACK = ("CreditMemo", "RefundReceipt")
_SALES = ("Invoice", "SalesReceipt")
_STEPS = (1, 2, 3)  # in how many a sale may be taken back
_MOST = 12  # of how many documents sums are made: many add up to anything


def taken_back_words(sale: Document, evidence: Evidence) -> tuple[str, ...]:
    """The sentence that says so, or none."""
    titles = [document.title for document in taken_back_by(sale, evidence)]
    return (f"{capital(listed(titles))} of the same amount may have taken {sale.title} back.",) if titles else ()


def taken_back_by(sale: Document, evidence: Evidence) -> tuple[Document, ...]:
    """Credit memos and refunds that come to the sale's total, none older than it; empty where nothing was found.

    Those of a customer who is only like the sale's count too, a sub-customer's for one: whoever credits an invoice in
    full and has the bill posted anew books the sale once, not twice.
    """
    if sale.entity not in _SALES or not sale.total:
        return ()
    read = {(d.entity, d.id): d for d in (*evidence.holders, *evidence.nearby)}.values()
    found = [d for d in read if _may_be_counterpart(d, sale, evidence)][:_MOST]
    ways = chain.from_iterable(combinations(found, count) for count in _STEPS)
    return next((way for way in ways if sum(d.total or 0 for d in way) == sale.total), ())


def _may_be_counterpart(document: Document, sale: Document, evidence: Evidence) -> bool:
    if document.entity not in _BACK or document.voided or document.currency != sale.currency or not evidence.incoming:
        return False
    late = document.date is None or sale.date is None or document.date >= sale.date
    return late and compare_customers(document, evidence.incoming, evidence) in (Likeness.SAME, Likeness.LIKE)
