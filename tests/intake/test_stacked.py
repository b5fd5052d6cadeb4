"""A page's table that was copied with each cell in a line of its own is rows again, as far as that is sure."""

from decimal import Decimal

import pytest

from untwin.intake.bills import read_bills
from untwin.intake.reader import read_text

FAULT = "Duplicate Document Number Error : DocNumber={} is assigned to TxnType=Invoice with TxnId=3"


def test_each_error_has_its_row() -> None:
    text = f"Sync errors\n\nInvoice\nCustomer\nAmount\nError\nW-1\nAlder\n$5.00\n{FAULT.format('W-1')}\n"
    reading = read_text(f"{text}\nW-2\nBirch\n$6.00\n{FAULT.format('W-2')}\nRows per page\n10\n")
    rows = [finding.columns for finding in reading.findings]

    assert [(row.incoming_number, row.customer, row.total) for row in rows if row] == [
        ("W-1", "Alder", Decimal("5.00")),
        ("W-2", "Birch", Decimal("6.00")),
    ]
    assert [finding.where for finding in reading.findings] == ["row 7", "row 12"]


def test_behind_an_empty_cell_nothing_is_sure() -> None:
    text = "Number\nContact\nAmount\nINV-5\nLiv Strand\n\u20ac99.00\nINV-6\n\u20ac12.00\nINV-7\nOle Vik\n\u20ac7.00\n"

    assert [(row.number, row.customer) for row in read_bills(text).rows] == [("INV-5", "Liv Strand")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Number\nContact\nINV-5\nLiv\n", id="two names"),
        pytest.param("Customer\nMatter\nStatus\nLiv\nOne\nOpen\n", id="no number"),
        pytest.param("Invoice\nCustomer\nAmount\nare three words\nof a help page\nand no table\n", id="prose"),
    ],
)
def test_what_is_not_surely_such_a_table_is_none(text: str) -> None:
    assert read_bills(text).rows == ()
