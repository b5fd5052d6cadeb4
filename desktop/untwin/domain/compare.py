"""Compares one QuickBooks document with the waiting one: customer, amount, date, direction, wording."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from untwin.domain.documents import Customer, Document, same_number
from untwin.domain.evidence import Evidence
from untwin.domain.incoming import Incoming, IncomingKind
from untwin.domain.names import Likeness, compare_names, source_mark

CENT = Decimal("0.01")
SAME_SALE_DAYS = 7  # "date within days": keyed the same week
TWIN_DAYS = 60


class Amounts(StrEnum):
    """How two amounts compare; NEAR is any other figure of the document that fits."""

    SAME = "same"
    NEAR = "near"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The findings side by side; `days` is the distance of the dates, None where one is missing."""

    customer: Likeness
    amount: Amounts
    days: int | None
    same_direction: bool | None
    references_agree: bool

    @property
    def positively_different(self) -> bool:
        """Other customer and other amount, both known: what "unrelated" needs of every document."""
        return self.customer is Likeness.DIFFERENT and self.amount is Amounts.DIFFERENT

    @property
    def same_sale(self) -> bool:
        """Proved the same: customer, total, currency, direction, date and a reference that agrees."""
        close = self.days is not None and self.days <= SAME_SALE_DAYS
        agree = self.customer is Likeness.SAME and self.amount is Amounts.SAME
        return agree and close and self.same_direction is True and self.references_agree


def compare(document: Document, incoming: Incoming, evidence: Evidence) -> Comparison:
    """Compares `document` with the waiting one, each question answered apart."""
    return Comparison(
        customer=compare_customers(document, incoming, evidence),
        amount=compare_amounts(document, incoming, evidence.facts.home_currency),
        days=_days(document, incoming),
        same_direction=_same_direction(document, incoming),
        references_agree=_references_agree(document, incoming),
    )


def compare_customers(document: Document, incoming: Incoming, evidence: Evidence) -> Likeness:
    """Same only by id, e-mail or exact name; relations and likeness are enough to be no stranger."""
    if document.customer_id and document.customer_id in evidence.incoming_customers:
        return Likeness.SAME
    customer = evidence.customer(document.customer_id)
    by_name = compare_names(incoming.customer, document.customer_name)
    if by_name is Likeness.SAME or _same_email(document, customer, incoming):
        # Not among the proved customers although the name or address agrees: namesakes, or a merged record.
        return Likeness.LIKE
    if customer and _related(customer, evidence):
        return Likeness.LIKE
    return by_name


def matching_customers(incoming: Incoming, customers: tuple[Customer, ...]) -> tuple[str, ...]:
    """The ids of `customers` that are the waiting document's customer by id, e-mail or exact name."""
    return tuple(c.id for c in customers if is_customer(incoming, c))


def compare_amounts(document: Document, incoming: Incoming, home_currency: str | None) -> Amounts:
    """Compares every figure of the document with the waiting total and balance.

    A voided document's zero is not an amount. Another currency is compared by its home-currency figure only
    to find a likeness; without one the answer is unknown.
    """
    if document.voided or document.total is None or incoming.total is None:
        return Amounts.UNKNOWN
    expected = incoming.currency or home_currency
    if document.currency is None or expected is None:
        return Amounts.UNKNOWN
    if document.currency != expected:
        return _across_currencies(document, incoming, home_currency)
    if document.total == incoming.total:
        return Amounts.SAME
    wanted = [f for f in (incoming.total, incoming.balance) if f]
    return Amounts.NEAR if _any_near(_figures(document), wanted) else Amounts.DIFFERENT


def _across_currencies(document: Document, incoming: Incoming, home_currency: str | None) -> Amounts:
    if document.home_total is None or (incoming.currency or home_currency) != home_currency:
        return Amounts.UNKNOWN
    assert incoming.total is not None  # noqa: S101 - the caller has seen to it
    margin = incoming.total * Decimal("0.02")  # a day's rate against another day's
    return Amounts.NEAR if abs(document.home_total - incoming.total) <= margin else Amounts.DIFFERENT


def _figures(document: Document) -> list[Decimal]:
    before_discount = (document.subtotal or Decimal(0)) + (document.discount or Decimal(0))
    figures = [document.total, document.subtotal, document.balance, before_discount]
    return [f for f in figures if f]


def _any_near(figures: list[Decimal], wanted: list[Decimal]) -> bool:
    return any(abs(f - w) <= CENT for f in figures for w in wanted)


def is_customer(incoming: Incoming, customer: Customer) -> bool:
    """Whether this record is the waiting document's customer: by the source's id, e-mail or exact name."""
    mark = source_mark(customer.name)
    if mark is not None and incoming.customer_source_id is not None:
        return mark == incoming.customer_source_id
    if incoming.customer_email and customer.email and _fold(incoming.customer_email) == _fold(customer.email):
        return True
    return compare_names(incoming.customer, customer.name) is Likeness.SAME


def _same_email(document: Document, customer: Customer | None, incoming: Incoming) -> bool:
    if not incoming.customer_email:
        return False
    known = {_fold(e) for e in (document.email, customer.email if customer else None) if e}
    return _fold(incoming.customer_email) in known


def _fold(address: str) -> str:
    return address.strip().casefold()


def _related(customer: Customer, evidence: Evidence) -> bool:
    family = {customer.id, customer.parent_id} - {None}
    for own_id in evidence.incoming_customers:
        own = evidence.customer(own_id)
        if own and family & ({own.id, own.parent_id} - {None}):
            return True
    return False


def _days(document: Document, incoming: Incoming) -> int | None:
    if document.date is None or incoming.date is None:
        return None
    return abs((document.date - incoming.date).days)


_TAKES_MONEY_BACK = frozenset({"CreditMemo", "RefundReceipt", "VendorCredit"})


def _same_direction(document: Document, incoming: Incoming) -> bool | None:
    if incoming.kind in (IncomingKind.BILL, IncomingKind.INTEREST):
        return document.entity in ("Invoice", "SalesReceipt")
    if incoming.kind is IncomingKind.CREDIT_NOTE:
        return document.entity in _TAKES_MONEY_BACK
    return None


def _references_agree(document: Document, incoming: Incoming) -> bool:
    """Whether the document names the waiting one's work.

    Where the source names it (a matter's number, say) the document must name it too: two matters with one fixed
    fee are two sales. Only where the source names nothing does the number alone count.
    """
    named = [r.casefold() for r in incoming.references if len(r) >= 4]
    if not named:
        return same_number(document.number, incoming.number)
    words = document.words.casefold()
    return any(name in words for name in named)
