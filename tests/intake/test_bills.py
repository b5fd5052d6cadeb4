"""A bill list is read whatever it is written in; what can't be read of it is named, never guessed or dropped."""

import datetime as dt
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from error_texts import FOLDER, Text, texts
from untwin.domain.bills import BillRow
from untwin.domain.columns import Holds
from untwin.domain.incoming import IncomingKind, IncomingState
from untwin.intake.bills import read_bills, read_bills_bytes, read_bills_file
from untwin.intake.reader import read_bytes

LISTS = texts(FOLDER.parent / "bills" / "lists.cases")
# What the corpus calls by shorter names; all else it says of a row is called as it is.
ATTRIBUTES = {"no": "number", "day": "date"}
FAULT = "Duplicate Document Number Error : DocNumber=31 is assigned to TxnType=Invoice with TxnId=77"


@pytest.mark.parametrize("text", LISTS, ids=lambda text: text.name)
def test_a_bill_list_of_the_corpus_is_read_as_it_says(text: Text) -> None:
    page = text.text if text.text.startswith("<") else ""
    rows = read_bills(text.text, page).rows

    asked = [[word for word in row if word not in ("code", "type", "id")] for row in text.expected]
    assert [_said(row, words) for row, words in zip(rows, asked, strict=True)] == [
        {word: row[word] for word in words} for row, words in zip(text.expected, asked, strict=True)
    ]


def _said(row: BillRow, words: list[str]) -> dict[str, str]:
    """What the row says; a row whose kind isn't told is a bill, as is the corpus's own word for a row."""
    values = {word: getattr(row, ATTRIBUTES.get(word, word)) for word in words}
    if row.kind is IncomingKind.UNKNOWN:
        values["kind"] = "bill"
    return {word: "none" if value is None else str(value) for word, value in values.items()}


def test_a_list_out_of_clio_is_read() -> None:
    text = (
        "Bill Number,Client,Matter,Issue date,Due date,Total,Balance,State\n"
        '204,"Marsh, Ann",00017-Marsh,03/14/2026,04/13/2026,"1,250.00","1,000.00",Awaiting Payment\n'
        "205,Holt Ltd,00018-Holt,03/02/2026,04/01/2026,90.00,0.00,Void\n"
    )
    first, second = read_bills(text).rows

    assert (first.number, first.customer, first.total, first.balance) == (
        *("204", "Marsh, Ann"),
        *(Decimal("1250.00"), Decimal("1000.00")),
    )
    assert (first.date, first.state, first.matter) == (dt.date(2026, 3, 14), IncomingState.WAITING, "00017-Marsh")
    assert (second.date, second.state) == (dt.date(2026, 3, 2), IncomingState.VOIDED)


def test_a_list_pasted_from_a_page_is_read_with_its_links() -> None:
    page = (
        "<table><thead><tr><th>Number</th><th>Contact</th><th>Amount billed</th><th>Type</th></tr></thead><tbody>"
        '<tr><td><a href="https://crm.example/i/9">INV-9</a></td><td>Birch</td><td>\u20ac 1.200,50</td>'
        "<td>Credit note</td></tr></tbody></table>"
    )
    [row] = read_bills("Number\nContact\nINV-9\nBirch", page).rows

    assert (row.number, row.customer, row.total, row.currency) == ("INV-9", "Birch", Decimal("1200.50"), "EUR")
    assert (row.link, row.kind) == ("https://crm.example/i/9", IncomingKind.CREDIT_NOTE)


def test_what_cannot_be_read_is_named_with_its_place() -> None:
    bills = read_bills("Invoice no,Customer,Total,Date\n7,Acme,about 5,03/04/2026\n,Total,12.00,\n")

    [row] = bills.rows
    assert row.where == "row 2"
    assert [sentence.split()[1] for sentence in row.unread] == ["amount", "date"]
    assert bills.unread == ("row 3: this row names no bill.",)


def test_a_text_without_a_list_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Dear Ann, the bills are late again.")
    bills = read_bills_file(tmp_path / "a.txt")
    assert bills.rows == ()
    assert bills.unread


def test_a_person_says_which_column_is_the_number() -> None:
    text = "Our mark,Customer,Total\nA-1,Acme,5.00\n"
    [row] = read_bills(text, given={Holds.NUMBER: "Our mark"}).rows
    assert row.number == "A-1"


def _workbook() -> bytes:
    book = Workbook()
    sheet = book.create_sheet("March", 0)
    sheet.append(["Bills of March"])
    sheet.append([])
    sheet.append(["Invoice No", "Customer", "Total", "Date", "Error"])
    sheet.append([2087, "Marsh", 1250.5, dt.date(2026, 3, 4), FAULT])
    other = book.create_sheet("April")
    other.append(["Rechnungsnummer", "Kunde", "Betrag", "Fehler"])
    other.append(["R-9", "Huber", 0.1 + 0.2, "=1+1"])
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def test_every_sheet_of_a_workbook_is_read() -> None:
    bills = read_bills_bytes(_workbook(), "all.xlsx")

    assert [(row.number, row.customer, row.total) for row in bills.rows] == [
        ("2087", "Marsh", Decimal("1250.5")),
        ("R-9", "Huber", Decimal("0.3")),
    ]
    assert bills.rows[0].date == dt.date(2026, 3, 4)
    assert [row.where for row in bills.rows] == ["all.xlsx, sheet March, row 4", "all.xlsx, sheet April, row 2"]


def test_an_error_in_a_workbook_has_its_sheet_row_and_columns() -> None:
    [finding] = read_bytes(_workbook(), "all.xlsx").findings

    assert (finding.where, finding.text, finding.txn_id) == ("all.xlsx, sheet March, row 4", FAULT, "77")
    assert finding.columns is not None
    assert (finding.columns.customer, finding.columns.total) == ("Marsh", Decimal("1250.5"))


def test_a_broken_workbook_is_a_sentence() -> None:
    reading = read_bytes(_workbook()[:3000], "cut.xlsx")
    assert reading.findings == ()
    assert reading.unread
