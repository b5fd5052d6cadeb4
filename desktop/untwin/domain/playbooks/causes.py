"""What was changed on an invoice itself, apart from the figures that only follow from it: line, tax, payment, date."""

from collections.abc import Iterable
from decimal import Decimal

from untwin.domain.books.documents import Document, Line
from untwin.domain.cases.advice import Difference
from untwin.domain.playbooks.lines import compare_lines
from untwin.domain.playbooks.names import NOTHING
from untwin.domain.sources.incoming import Incoming
from untwin.domain.verdicts.names import Likeness, compare_names
from untwin.domain.words.days import told_day
from untwin.domain.words.money import told_amount

CUSTOMER, TOTAL, PAID, DATE = "Customer", "Total", "Paid", "Date"
EXTRAS = "Tax, discount, shipping"


def find_causes(invoice: Document, known: Incoming) -> tuple[Difference, ...]:
    """Each thing that somebody has changed, once: a total and an open balance that follow from it are none."""
    lines = list(compare_lines(_sold(invoice), known.lines)) if known.lines else []
    return (*_customer(invoice, known), *lines, *_rest(invoice, known), *_paid(invoice, known), *_date(invoice, known))


def _customer(invoice: Document, known: Incoming) -> list[Difference]:
    if compare_names(invoice.customer_name, known.customer) is not Likeness.DIFFERENT:
        return []
    return [Difference(CUSTOMER, invoice.who, known.customer or NOTHING)]


def _rest(invoice: Document, known: Incoming) -> list[Difference]:
    """What lies between the lines and the total; the total itself where the source's lines aren't known."""
    if invoice.total is None or known.total is None:
        return []
    here, there = _sum(line.amount for line in _sold(invoice)), _sum(line.amount for line in known.lines)
    if not known.lines or here is None or there is None:
        return _money(TOTAL, invoice.total, known.total)
    return _money(EXTRAS, invoice.total - here, known.total - there)


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    listed = list(amounts)
    return None if None in listed else sum((amount for amount in listed if amount is not None), Decimal(0))


def _sold(invoice: Document) -> tuple[Line, ...]:
    """Its lines without the one that holds a discount, which QuickBooks lists among them, and those without amount."""
    lines = [line for line in invoice.lines if line.amount is not None]
    discount = next((line for line in reversed(lines) if line.amount == invoice.discount), None)
    if discount is not None:
        lines.remove(discount)
    return tuple(lines)


def _paid(invoice: Document, known: Incoming) -> list[Difference]:
    here, there = (invoice.total, invoice.balance), (known.total, known.balance)
    if None in here or None in there:
        return []
    return _money(PAID, _less(*here), _less(*there))


def _less(total: Decimal | None, balance: Decimal | None) -> Decimal:
    return (total or Decimal(0)) - (balance or Decimal(0))


def _money(label: str, here: Decimal, there: Decimal) -> list[Difference]:
    return [] if here == there else [Difference(label, told_amount(here), told_amount(there))]


def _date(invoice: Document, known: Incoming) -> list[Difference]:
    if known.date is None or invoice.date == known.date:
        return []
    return [Difference(DATE, told_day(invoice.date) if invoice.date else NOTHING, told_day(known.date))]
