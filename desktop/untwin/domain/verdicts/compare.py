"""Compares one QuickBooks document with the waiting one: customer, amount, date, direction, wording."""

from dataclasses import dataclass
from enum import StrEnum

from untwin.domain.books.documents import Document
from untwin.domain.sources.incoming import Incoming, IncomingKind
from untwin.domain.verdicts.amounts import Amounts, compare_amounts, has_such_a_line
from untwin.domain.verdicts.customers import compare_customers
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.names import Likeness, is_named_in
from untwin.domain.verdicts.references import (
    Agreement,
    is_in_parts,
    is_opening,
    is_serial,
    lines_agree,
    names_bill,
    names_work,
)

SAME_SALE_DAYS = 6  # "date within days": keyed the same week; a fee of every week is seven days away
TWIN_DAYS = 60


class ProvedBy(StrEnum):
    """What beside customer, total and date says that it is the very sale; the weakest last."""

    LINES = "lines"
    BILL = "bill"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The findings side by side; `days` is the distance of the dates, None where one is missing.

    `contradicted` is True where lines, bill or matter differ: whatever else agrees, it isn't proved the same then.
    `speaks_of_it` is True where one of them agrees, or its words name the customer. `contains` is True where one
    line of a larger document has the waiting total.
    """

    customer: Likeness
    amount: Amounts
    days: int | None
    same_direction: bool | None
    proved_by: ProvedBy | None
    contradicted: bool
    speaks_of_it: bool = False
    contains: bool = False

    @property
    def positively_different(self) -> bool:
        """Other customer and other amount, both known, and nothing on it speaks of the waiting one."""
        strangers = self.customer is Likeness.DIFFERENT and self.amount is Amounts.DIFFERENT
        return strangers and not self.speaks_of_it

    @property
    def fits(self) -> bool:
        """Customer, total, currency, direction and date are those of the waiting one."""
        close = self.days is not None and self.days <= SAME_SALE_DAYS
        agree = self.customer is Likeness.SAME and self.amount is Amounts.SAME
        return agree and close and self.same_direction is True

    @property
    def same_sale(self) -> bool:
        """Proved the same: it fits, its lines or a reference agree, and none of them differs."""
        return self.fits and self.proved_by is not None and not self.contradicted


def compare(document: Document, incoming: Incoming, evidence: Evidence) -> Comparison:
    """Compares `document` with the waiting one, each question answered apart."""
    lines, bill, work = (ask(document, incoming) for ask in (lines_agree, names_bill, names_work))
    return Comparison(
        customer=compare_customers(document, incoming, evidence),
        amount=compare_amounts(
            document, incoming, evidence.facts.home_currency, multicurrency=evidence.facts.multicurrency
        ),
        days=_days(document, incoming),
        same_direction=_same_direction(document, incoming),
        proved_by=_proved_by(document, incoming, (lines, bill, work)),
        contradicted=Agreement.DIFFER in (lines, bill, work) or is_opening(document),
        speaks_of_it=Agreement.AGREE in (lines, bill, work) or is_named_in(incoming.customer, document.words),
        contains=has_such_a_line(document, incoming),
    )


def _proved_by(document: Document, incoming: Incoming, told: tuple[Agreement, Agreement, Agreement]) -> ProvedBy | None:
    found = next((by for by, said in zip(ProvedBy, told, strict=True) if said is Agreement.AGREE), None)
    # A monthly fee, a part of a price or a copied invoice names its matter, and so do all the others of that matter;
    # what is a part, a rest or a copy of a bill names that bill.
    weak = {ProvedBy.WORK: is_serial, ProvedBy.BILL: is_in_parts}
    asked = weak.get(found) if found else None
    return None if asked and asked(document, incoming) else found


def _days(document: Document, incoming: Incoming) -> int | None:
    if document.date is None or incoming.date is None:
        return None
    return abs((document.date - incoming.date).days)


def _same_direction(document: Document, incoming: Incoming) -> bool | None:
    """Whether it moves money the way the waiting one would; a refund is no credit note, whatever its figure."""
    if incoming.kind in (IncomingKind.BILL, IncomingKind.INTEREST):
        return document.entity in ("Invoice", "SalesReceipt")
    if incoming.kind is IncomingKind.CREDIT_NOTE:
        return document.entity == "CreditMemo"
    return None
