"""Notifications that tell the waiting document line by line, as `Invoice: 1093`."""

from decimal import Decimal

import pytest

from untwin.domain.errors.faults import Columns
from untwin.intake.reader import read_text

ERROR = "Duplicate Document Number Error : You must specify a different number. This number has already been used."

PAGE = f"""<p>Failed</p><table>
<tr><td>Invoice #:</td><td>1093</td></tr><tr><td>Bill to</td><td>Pinnacle Roofing</td></tr>
<tr><td>Total</td><td>2,410.00</td></tr><tr><td>Error</td><td>{ERROR}</td></tr></table>"""


def columns(text: str) -> list[Columns | None]:
    """What stands beside each error of a text."""
    return [finding.columns for finding in read_text(text).findings]


def only(text: str) -> Columns:
    found = columns(text)
    assert len(found) == 1
    assert found[0] is not None
    return found[0]


def test_a_mail_that_tells_the_document_by_labels_fills_the_waiting_document() -> None:
    told = only(
        "Hi Dana,\n\nwe were unable to sync this invoice:\n\n  Invoice:   1093\n  Customer:  Pinnacle Roofing\n"
        f"  Amount:    $2,410.00\n  Reason:    {ERROR}\n\nPlease try again.\n"
    )
    assert (told.incoming_number, told.customer, told.total) == ("1093", "Pinnacle Roofing", Decimal("2410.00"))


@pytest.mark.parametrize(
    "text",
    [
        f"Sync failed: {ERROR}\n\nRechnungsnummer: 1093\nKunde: Pinnacle Roofing\nBetrag: 2.410,00 EUR\n",
        f"Invoice no\t1093\nCustomer\tPinnacle Roofing\nTotal\t2410.00\nError\t{ERROR}\n",
        PAGE,
    ],
    ids=["the error above, in German", "two columns", "two columns of a page"],
)
def test_wherever_the_only_error_stands_beside_the_only_block(text: str) -> None:
    told = only(text)
    assert (told.incoming_number, told.customer, told.total) == ("1093", "Pinnacle Roofing", Decimal(2410))


def test_each_block_speaks_of_the_error_in_it() -> None:
    one = f"Invoice: {{number}}\nCustomer: {{name}}\nError: {ERROR}\n\n"
    found = columns(one.format(number="12", name="Able") + one.format(number="13", name="Baker"))
    assert [(told.incoming_number, told.customer) for told in found if told] == [("12", "Able"), ("13", "Baker")]


@pytest.mark.parametrize(
    "text",
    [
        f"Invoice: 12\nCustomer: Able\n\nInvoice: 13\nCustomer: Baker\n\n\n\n\n\nOne failed: {ERROR}\n",
        f"Sync failed: {ERROR}\nDocNumber=77 is assigned to TxnType=Bill with TxnId=5\n\nInvoice: 12\nCustomer: A\n",
        f"Subject: Invoice sync\nFrom: app@example.com\nInvoice: 12\nCustomer: Able\n\n{ERROR}\n",
        f"Company: Harlow LLP\nDate: 20 Nov 2026\n{ERROR}\n",
        f"Invoice: 12\n{ERROR}\n",
    ],
    ids=[
        "two blocks, and the error in neither",
        "the error names another number",
        "the head of a letter",
        "labels that may be the app's own",
        "a number alone",
    ],
)
def test_what_may_speak_of_something_else_is_not_taken(text: str) -> None:
    assert columns(text) == [None]


def test_the_day_and_the_company_beside_an_error_may_be_its_own() -> None:
    told = only(f"Invoice: 12\nCustomer: Able\nCompany: Harlow LLP\nDate: 20 Nov 2026\nError: {ERROR}\n")
    assert (told.customer, told.date, told.day) == ("Able", None, None)


def test_the_day_of_the_invoice_is_read() -> None:
    told = only(f"Invoice: 12\nInvoice date: 20 Nov 2026\nError: {ERROR}\n")
    assert told.day is not None
    assert told.day.isoformat() == "2026-11-20"


def test_the_findings_themselves_stay_what_they_are() -> None:
    (finding,) = read_text(f"Invoice: 1093\nCustomer: Able\nError: {ERROR}\n").findings
    assert (finding.doc_number, finding.message, finding.where) == (None, ERROR, "line 3")
