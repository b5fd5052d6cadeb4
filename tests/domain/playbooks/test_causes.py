"""What was changed on an invoice outside its app: each cause once, the total only as a check, payments never undone."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from builders import INCOMING, TWIN
from domain.playbooks.sights import advice, seen, text
from untwin.domain.books.documents import Document, Line
from untwin.domain.cases.advice import Advice
from untwin.domain.errors.faults import FaultKind
from untwin.domain.sources.incoming import Incoming, SourceLine

DAY = date(2026, 11, 12)
INVOICE = replace(
    TWIN,
    id="900",
    number="1234",
    date=DAY,
    memo="",
    balance=Decimal("1240.00"),
    lines=(Line("Design", Decimal("900.00")), Line("Hosting", Decimal("340.00"))),
)
KNOWN = replace(
    INCOMING,
    date=DAY,
    balance=Decimal("1240.00"),
    lines=(SourceLine("Design", Decimal("900.00")), SourceLine("Hosting", Decimal("340.00"))),
)


def told(known: Incoming = KNOWN, **changes: Any) -> Advice:
    invoice: Document = replace(INVOICE, **changes)
    return advice(FaultKind.EXTERNAL_MODIFICATION, evidence=seen(known, holders=(invoice,)))


def labels(advised: Advice) -> list[str]:
    return [row.label for row in advised.differs]


def test_a_changed_price_is_one_thing_and_its_total_only_the_check() -> None:
    lines = (Line("Design", Decimal("950.00")), Line("Hosting", Decimal("340.00")))
    found = told(lines=lines, total=Decimal("1290.00"), balance=Decimal("1290.00"))
    assert labels(found) == ["Line “Design”", "Total"]
    assert "1 thing differs from HubSpot" in text(found)
    copied = found.options[1].copy.splitlines()
    assert copied[1:] == ["Line “Design”: from 950.00 back to 900.00.", "Then its total must be 1,240.00."]


def test_a_line_that_was_deleted_is_to_be_added_again_and_an_added_one_removed() -> None:
    gone = told(lines=INVOICE.lines[:1], total=Decimal("900.00"), balance=Decimal("900.00"))
    assert "Line “Hosting”: add it again; 340.00." in gone.options[1].copy
    more = (*INVOICE.lines, Line("Rush fee", Decimal("60.00")))
    added = told(lines=more, total=Decimal("1300.00"), balance=Decimal("1300.00"))
    assert "Line “Rush fee”: remove it again; 60.00." in added.options[1].copy


def test_a_tax_that_was_added_is_named_where_the_lines_agree() -> None:
    found = told(total=Decimal("1339.20"), balance=Decimal("1339.20"), tax=Decimal("99.20"))
    assert labels(found) == ["Tax, discount, shipping"]
    assert "Tax, discount, shipping: from 99.20 back to 0.00." in found.options[1].copy
    assert "look at tax, discount and shipping" in text(found)


def test_quickbooks_own_line_for_a_discount_is_no_line_that_somebody_added() -> None:
    lines = (*INVOICE.lines, Line("", Decimal("40.00")))
    found = told(lines=lines, discount=Decimal("40.00"), total=Decimal("1200.00"), balance=Decimal("1200.00"))
    assert labels(found) == ["Tax, discount, shipping"]
    assert found.differs[0].quickbooks == "-40.00"


def test_a_payment_is_never_told_to_be_taken_out() -> None:
    found = told(balance=Decimal("240.00"))
    assert labels(found) == ["Paid"]
    assert found.differs[0].quickbooks == "1,000.00"
    assert "is not taken out" in text(found)
    assert "Paid: 1,000.00 in QuickBooks, 0.00 in HubSpot; settle first which is right." in found.options[1].copy
    assert " back to " not in found.options[1].copy


def test_an_invoice_of_another_customer_may_not_be_the_one() -> None:
    found = told(customer_name="Ortega, Luis")
    assert labels(found) == ["Customer"]
    assert "look first whether this is the invoice that HubSpot made" in text(found)


def test_a_voided_invoice_is_not_put_back_line_by_line() -> None:
    found = told(voided=True, total=Decimal(0), balance=Decimal(0), lines=(Line("Design", Decimal(0)),))
    assert "It is voided there" in text(found)
    assert found.differs == ()
    assert found.options[0].words == "The sale is off: void it in HubSpot, too"
    assert all("back to" not in option.copy for option in found.options)


def test_without_the_sources_lines_the_total_is_what_differs() -> None:
    found = told(replace(KNOWN, lines=()), total=Decimal("1290.00"), balance=Decimal("1290.00"))
    assert labels(found) == ["Total"]
    assert "Total: from 1,290.00 back to 1,240.00." in found.options[1].copy


def test_a_changed_date_is_put_back_as_well() -> None:
    found = told(date=date(2026, 11, 30))
    assert "Date: from 30 Nov 2026 back to 12 Nov 2026." in found.options[1].copy
