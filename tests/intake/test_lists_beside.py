"""Lists behind titles, in other scripts and beside errors are read; what is no list of bills is named."""

from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook

from untwin.domain.errors.mapping import unsure
from untwin.intake.bills import read_bills, read_bills_bytes
from untwin.intake.reader import read_bytes

FAULT = "Duplicate Document Number Error : DocNumber=31 is assigned to TxnType=Invoice with TxnId=77"


def test_a_title_behind_an_empty_line_begins_another_table() -> None:
    text = f'Failing,,\nInvoice,Error,\nI-1,"{FAULT}",\n,,\nAll invoices,,\nInvoice,Customer,Amount\nI-1,Sage,5.00\n'
    reading = read_bytes(text.encode(), "a.csv")

    assert [finding.where for finding in reading.findings] == ["a.csv, row 3"]
    assert [(row.number, row.customer) for row in reading.beside.rows] == [("I-1", "Sage")]


def test_a_list_of_vendors_bills_and_an_empty_workbook_are_named() -> None:
    vendors = read_bills_bytes(b"Bill no,Vendor,Total\n9,Staples,5.00\n", "v.csv")
    assert vendors.unread[0] == "v.csv: this is a list of vendors' bills; nothing of it was used."
    data = BytesIO()
    Workbook().save(data)
    assert read_bytes(data.getvalue(), "e.xlsx").unread == ("e.xlsx: This workbook is empty.",)


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (
            "\u0631\u0642\u0645 \u0627\u0644\u0641\u0627\u062a\u0648\u0631\u0629,\u0627\u0644\u0639\u0645\u064a\u0644",
            "\u0634\u0631\u0643\u0629 \u0627\u0644\u0628\u062d\u0631",
        ),
        (
            "\u05de\u05e1\u05e4\u05e8 \u05d7\u05e9\u05d1\u05d5\u05e0\u05d9\u05ea,\u05dc\u05e7\u05d5\u05d7",
            "\u05db\u05d4\u05df",
        ),
        (
            "\u043d\u043e\u043c\u0435\u0440 \u0441\u0447\u0435\u0442\u0430,\u043a\u043b\u0438\u0435\u043d\u0442",
            "\u0412\u0435\u043a\u0442\u043e\u0440",
        ),
    ],
)
def test_headers_in_other_scripts_are_names_like_any(header: str, name: str) -> None:
    bills = read_bills(f"{header},Total\n\u200f7001\u200f,{name},\u200f250.00\u200f\n")
    [row] = bills.rows

    assert (row.number, row.customer, row.total) == ("7001", name, Decimal("250.00"))
    assert not unsure(bills.tables)


def test_a_column_called_error_is_no_part_of_the_error_below_it() -> None:
    text = f'Invoice,Customer,Total,Error\n="0042",=HYPERLINK("http://evil"),5.00,"{FAULT}"\n'
    [finding] = read_bytes(text.encode(), "x.csv").findings

    assert (finding.where, finding.text) == ("x.csv, row 2", FAULT)
    assert finding.columns is not None
    assert (finding.columns.incoming_number, finding.columns.total) == ("0042", Decimal("5.00"))
