"""A bill list is read whatever it is written in; what can't be read of it is named, never guessed or dropped."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from error_texts import FOLDER, Text, texts
from untwin.domain.errors.bills import BillRow
from untwin.domain.errors.columns import Holds
from untwin.domain.errors.mapping import unsure
from untwin.domain.sources.incoming import IncomingKind, IncomingState
from untwin.intake.bills import read_bills, read_bills_bytes, read_bills_file
from untwin.intake.reader import read_bytes

LISTS = [text for file in sorted((FOLDER.parent / "bills").glob("*.cases")) for text in texts(file)]
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


GERMAN = "Rechnungsnummer;Kunde;Betrag\nR-1;M\u00fcller S\u00f6hne;1.234,56\nR-2;Caf\u00e9 Gr\u00f6\u00dfe;5,00\n"
POLISH = "Numer faktury;Klient;Kwota\nF-1;\u017b\u00f3\u0142\u0107 Sp. z o.o.;5,00\n"
JAPANESE = (
    "Number,Customer,Total\n1,\u682a\u5f0f\u4f1a\u793e\u5c71\u7530\u5546\u5e97,5000\n"
    "2,\u9234\u6728\u6cd5\u5f8b\u4e8b\u52d9\u6240,6000\n"
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((GERMAN, each) for each in ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252", "mac_roman", "cp850")),
        *((POLISH, "cp1250"), (JAPANESE, "shift_jis"), (JAPANESE, "utf-8")),
    ],
)
def test_a_customer_s_name_is_read_in_every_encoding_of_old(text: str, encoding: str) -> None:
    names = [line.split(";" if ";" in line else ",")[1] for line in text.splitlines()[1:]]
    assert [row.customer for row in read_bills_bytes(text.encode(encoding), "a.csv").rows] == names


def test_lines_that_end_as_on_the_oldest_macs_are_lines() -> None:
    bills = read_bills_bytes(b"Number,Client,Total\r7,Acme,5.00\r8,Birch,6.00\r", "old.csv")
    assert [(row.number, row.where) for row in bills.rows] == [("7", "old.csv, row 2"), ("8", "old.csv, row 3")]


def test_rows_that_are_no_bills_are_named_with_the_reason() -> None:
    text = "Invoice No,Client,Total\n1.23457E+11,Acme,5.00\n#REF!,Birch,6.00\nTotal,,11.00\nMade on 1 April,,\n"
    bills = read_bills(text)

    assert bills.rows == ()
    assert [sentence.split(":")[0] for sentence in bills.unread] == ["row 2", "row 3", "row 4", "row 5"]
    assert ["spreadsheet" in sentence for sentence in bills.unread] == [True, True, False, False]


def test_a_number_that_is_only_called_an_id_is_asked_about() -> None:
    listed = read_bills("ID,Client,Issue date,Balance\n1204,Marsh,2026-03-14,5.00\n")
    assert listed.rows[0].number == "1204"
    assert unsure(listed.tables)


def _of_sheet(
    rows: Sequence[Sequence[object]], merged: tuple[str, ...] = (), formats: dict[int, str] | None = None
) -> bytes:
    book = Workbook()
    [sheet] = book.worksheets
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    for column, number_format in (formats or {}).items():
        for cell in next(sheet.iter_cols(column, column, 2)):
            cell.number_format = number_format
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def test_a_header_of_two_rows_is_one() -> None:
    upper = ["Invoice", None, "Customer", None, "Amounts", None]
    lower = ["Number", "Date", "Name", "E-mail", "Total", "Balance"]
    facts = [1204, dt.date(2026, 3, 14), "Acme", "ap@acme.example", 1250.5, 0]
    [row] = read_bills_bytes(_of_sheet([upper, lower, facts], ("A1:B1", "C1:D1", "E1:F1")), "a.xlsx").rows

    assert (row.number, row.customer, row.email) == ("1204", "Acme", "ap@acme.example")
    assert (row.total, row.balance, row.date) == (Decimal("1250.5"), Decimal(0), dt.date(2026, 3, 14))


def test_a_name_that_two_groups_share_is_told_apart_by_its_group() -> None:
    text = "Order,,Invoice,,Client\nNumber,Date,Number,Date,Name\n900,2026-01-01,1204,2026-03-14,Acme\n"
    [row] = read_bills(text).rows
    assert (row.number, row.date, row.customer) == ("1204", dt.date(2026, 3, 14), "Acme")


def test_a_cell_that_is_merged_down_holds_for_all_its_rows() -> None:
    rows: list[list[object]] = [["Client", "Number", "Total"], ["Acme", 7, 5], [None, 8, 6], ["Birch", 9, 7]]
    found = read_bills_bytes(_of_sheet(rows, ("A2:A3",)), "a.xlsx").rows
    assert [(row.number, row.customer) for row in found] == [("7", "Acme"), ("8", "Acme"), ("9", "Birch")]


def test_a_page_s_cells_stand_in_their_columns_though_some_reach_further() -> None:
    page = (
        "<table><tr><th rowspan=2>Client</th><th colspan='2'>Bill</th><th rowspan=2>Total</th></tr>"
        "<tr><th>Number</th><th>Date</th></tr>"
        "<tr><td rowspan=2>Acme</td><td>7</td><td>2026-03-14</td><td>5.00</td></tr>"
        "<tr><td>8</td><td>2026-03-15</td><td>6.00</td></tr>"
        "<tr><td>Birch</td><td>9</td><td>2026-03-16</td><td>7.00</td></tr></table>"
    )
    assert [(row.number, row.customer, row.total) for row in read_bills(page, page).rows] == [
        ("7", "Acme", Decimal("5.00")),
        ("8", "Acme", Decimal("6.00")),
        ("9", "Birch", Decimal("7.00")),
    ]


@pytest.mark.parametrize(
    ("formats", "number", "currency"),
    [
        ({1: "00000", 3: "[$\u20ac-407] #,##0.00"}, "00123", "EUR"),
        ({1: '"INV-"0000', 3: "[$\u00a3-809]#,##0.00"}, "INV-0123", "GBP"),
        ({1: "0", 3: "$#,##0.00"}, "123", None),
        ({1: "General", 3: '#,##0.00 "USD"'}, "123", "USD"),
    ],
)
def test_a_sheet_is_read_as_a_person_sees_it(formats: dict[int, str], number: str, currency: str | None) -> None:
    data = _of_sheet([["Number", "Client", "Total"], [123, "Acme", 5.1]], formats=formats)
    [row] = read_bills_bytes(data, "a.xlsx").rows
    assert (row.number, row.total, row.currency) == (number, Decimal("5.1"), currency)


def test_a_header_far_below_is_found_and_a_sum_is_named() -> None:
    rows: list[list[object]] = [[f"Line {place}"] for place in range(20)]
    rows += [["Number", "Client", "Total"], [7, "Acme", 5], ["Total", None, 5]]
    bills = read_bills_bytes(_of_sheet(rows), "a.xlsx")
    assert [row.number for row in bills.rows] == ["7"]
    assert bills.unread == ("a.xlsx, sheet Sheet, row 23: this row names no bill.",)


def test_a_second_table_below_has_a_header_of_its_own() -> None:
    rows: list[list[object]] = [["Number", "Client", "Total"], [7, "Acme", 5], [], ["Credit notes"]]
    rows += [["Client", "Credit note", "Amount"], ["Birch", 8, 6], ["Client", "Credit note", "Amount"], ["Cove", 9, 7]]
    found = read_bills_bytes(_of_sheet(rows), "a.xlsx").rows
    assert [(row.number, row.customer, row.total) for row in found] == [
        ("7", "Acme", Decimal(5)),
        ("8", "Birch", Decimal(6)),
        ("9", "Cove", Decimal(7)),
    ]
    assert found[1].where == "a.xlsx, sheet Sheet, row 6"


def test_a_table_that_is_built_of_roles_is_one() -> None:
    def row(*cells: str, role: str = "cell") -> str:
        return '<div role="row">' + "".join(f'<div class="c" role="{role}">{cell}</div>' for cell in cells) + "</div>"

    head = row("Number", "Contact", "Amount", role="columnheader")
    below = row("INV-5", "Liv Strand", "\u20ac99.00") + row("INV-6", "Ole Vik", "\u20ac12.00")
    page = f'<div role="table">{head}{below}</div>'
    rows = read_bills("Number\nContact\n", page).rows

    assert [(row.number, row.customer, row.total, row.currency) for row in rows] == [
        ("INV-5", "Liv Strand", Decimal("99.00"), "EUR"),
        ("INV-6", "Ole Vik", Decimal("12.00"), "EUR"),
    ]


@pytest.mark.parametrize("printed", ["Mara Quinn (mara@quinn.example)", "Mara Quinn <mara@quinn.example>"])
def test_a_contact_s_name_and_address_in_one_cell_are_two_things(printed: str) -> None:
    [row] = read_bills(f"Number,Associated Contact,Amount billed\nINV-1,{printed},5.00\n").rows

    assert (row.customer, row.email) == ("Mara Quinn", "mara@quinn.example")
