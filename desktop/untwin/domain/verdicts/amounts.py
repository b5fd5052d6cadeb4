"""Compares amounts: every figure of a document with every figure of the waiting one; a fit may only warn."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum

from untwin.domain.books.documents import Document
from untwin.domain.sources.incoming import Incoming, SourceLine

CENT = Decimal("0.01")
_TAX = re.compile(r"\b(sales tax|tax|vat|gst|hst|pst|qst|tva|iva|mwst)\b", re.IGNORECASE)
_BESIDE_TAX = frozenset(("at", "city", "county", "local", "on", "plus", "rate", "sales", "state", "the", "total"))
_RATES_DRIFT = Decimal("0.05")  # a day's rate against another day's, within the sixty days that are searched


class Amounts(StrEnum):
    """How two amounts compare; NEAR is any other figure of the document that fits."""

    SAME = "same"
    NEAR = "near"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


def compare_amounts(
    document: Document, incoming: Incoming, home_currency: str | None, *, multicurrency: bool | None = None
) -> Amounts:
    """Compares every figure of the document with the waiting total, balance and lines.

    A voided document's zero is not an amount, nor is any other zero that no line explains: its memo may have been
    written over, or be in another language. Another currency is compared by its home-currency figure only
    to find a likeness; without one the answer is unknown.
    """
    if document.voided or document.total is None or incoming.total is None:
        return Amounts.UNKNOWN
    known = figures(document)
    if not known:
        return Amounts.UNKNOWN
    near = _any_near(known, wanted(incoming))
    expected = _currency(incoming, home_currency, multicurrency=multicurrency)
    if document.currency is None or expected is None:
        return Amounts.NEAR if near else Amounts.UNKNOWN
    if document.currency != expected:
        return Amounts.NEAR if near else _across_currencies(document, incoming, expected, home_currency)
    if document.total == incoming.total:
        return Amounts.SAME
    return Amounts.NEAR if near else Amounts.DIFFERENT


def has_such_a_line(document: Document, incoming: Incoming) -> bool:
    """Whether one line of a larger document has the waiting total: it may have been booked in one lump."""
    lines = [abs(line.amount) for line in document.lines if line.amount]
    return len(lines) > 1 and incoming.total is not None and _any_near(lines, [incoming.total])


def figures(document: Document) -> list[Decimal]:
    """Every figure under which people may know a document: with and without tax, before and after deductions."""
    zero = Decimal(0)
    tax, off = document.tax or zero, document.discount or zero
    amounts = [line.amount for line in document.lines if line.amount is not None]
    bases = [document.total, document.subtotal, *_sums(amounts)]
    known = [base for base in bases if base]
    found = [b + t + o for b in known for t in (zero, tax, -tax) for o in (zero, off, -off)]
    found += [b - document.deposit for b in known if document.deposit]
    found += [document.balance] if document.balance else []
    return [f for f in dict.fromkeys(found) if f > 0]


def wanted(incoming: Incoming) -> list[Decimal]:
    """Every figure of the waiting document; its lines may hold a tax, or what was taken off."""
    told = [(line.amount, is_tax(line)) for line in incoming.lines if line.amount is not None]
    untaxed = [amount for amount, taxed in told if not taxed]
    sums = (*_sums([amount for amount, _ in told]), *_sums(untaxed))
    return [f for f in dict.fromkeys((incoming.total, incoming.balance, *sums)) if f]


def is_tax(line: SourceLine) -> bool:
    """Whether a line of the waiting document is a tax on the others."""
    return bool(_TAX.search(line.description))


def is_nothing_but_tax(line: SourceLine) -> bool:
    """Whether it names no work besides: `Sales tax (8 %)` does not, `Tax advice` does."""
    words = re.findall(r"[^\W\d_]+", _TAX.sub(" ", line.description).casefold())
    return is_tax(line) and _BESIDE_TAX.issuperset(words)


def _sums(lines: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """What the lines come to, with what they take off and without."""
    return sum(lines, Decimal(0)), sum((line for line in lines if line > 0), Decimal(0))


def _currency(incoming: Incoming, home: str | None, *, multicurrency: bool | None) -> str | None:
    """Its currency; where none is named, the home currency if the company has no other or the source says so."""
    if incoming.currency:
        return incoming.currency.strip().upper()
    return home if incoming.in_home_currency or multicurrency is False else None


def _across_currencies(document: Document, incoming: Incoming, expected: str, home: str | None) -> Amounts:
    if document.home_total is None or expected != home:
        return Amounts.UNKNOWN
    margin = document.home_total * _RATES_DRIFT
    return Amounts.NEAR if any(abs(document.home_total - w) <= margin for w in wanted(incoming)) else Amounts.DIFFERENT


def _any_near(ours: Iterable[Decimal], theirs: Iterable[Decimal]) -> bool:
    others = list(theirs)
    return any(abs(f - w) <= CENT for f in ours for w in others)
