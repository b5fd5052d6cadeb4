"""Finds what may have taken a booked sale back: then its bill isn't in QuickBooks any more, though it looks like it."""

from untwin.domain.books.documents import Document
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.words.phrasing import capital

_BACK = ("CreditMemo", "RefundReceipt")
_SALES = ("Invoice", "SalesReceipt")


def taken_back_words(sale: Document, evidence: Evidence) -> tuple[str, ...]:
    """The sentence that says so, or none."""
    found = taken_back_by(sale, evidence)
    return (f"{capital(found.title)} of the same amount may have taken {sale.title} back.",) if found else ()


def taken_back_by(sale: Document, evidence: Evidence) -> Document | None:
    """A credit memo or refund of the sale's customer and total, not older than it; None where nothing was found.

    Whoever credits an invoice in full and has the bill posted anew books the sale once, not twice.
    """
    if sale.entity not in _SALES or sale.total is None:
        return None
    read = (*evidence.holders, *evidence.nearby)
    return next((d for d in read if d.entity in _BACK and not d.voided and _is_counterpart(d, sale)), None)


def _is_counterpart(document: Document, sale: Document) -> bool:
    figure = document.total == sale.total and document.currency == sale.currency
    late = document.date is None or sale.date is None or document.date >= sale.date
    return figure and late and document.customer_id is not None and document.customer_id == sale.customer_id
