"""Tables that stand on their side, records printed one below another, and reports in groups."""

import datetime as dt
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook

from untwin.intake.bills import read_bills, read_bills_bytes
from untwin.intake.reader import read_text

FAULT = "Duplicate Document Number Error : DocNumber={} is assigned to TxnType=Invoice with TxnId=3"


def test_a_table_on_its_side_has_a_record_in_each_column() -> None:
    reading = read_text(
        "Invoice\t4001\t4002\nCustomer\tHale\tPike\nAmount\t500.00\t60.00\nDate\t2026-08-01\t2026-08-02\n"
        f"Error\t{FAULT.format(4001)}\tThe gizmo refused it\n"
    )
    rows = [finding.columns for finding in reading.findings]

    assert [(row.incoming_number, row.customer, row.total, row.day) for row in rows if row] == [
        ("4001", "Hale", Decimal("500.00"), dt.date(2026, 8, 1)),
        ("4002", "Pike", Decimal("60.00"), dt.date(2026, 8, 2)),
    ]


def test_a_sheet_on_its_side_is_a_bill_list() -> None:
    book = Workbook()
    for row in (["Bill number", "51", "52"], ["Client", "Ann", "Bo"], ["Total", 10, 20.5]):
        book.worksheets[0].append(row)
    data = BytesIO()
    book.save(data)
    rows = read_bills_bytes(data.getvalue(), "side.xlsx").rows

    assert [(row.number, row.customer, row.total, row.where) for row in rows] == [
        ("51", "Ann", Decimal(10), "side.xlsx, sheet Sheet, column 2"),
        ("52", "Bo", Decimal("20.5"), "side.xlsx, sheet Sheet, column 3"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Invoice\t4001\tTotal\nCustomer\tHale\t\nAmount\t5.00\t5.00\n", id="a column of sums"),
        pytest.param("Ann\t4001\t4002\nCustomer\tHale\tPike\nDate\t2026-08-01\t2026-08-02\n", id="no number"),
    ],
)
def test_what_is_not_plainly_on_its_side_is_left_as_it_is(text: str) -> None:
    assert [row.customer for row in read_bills(text).rows if row.customer in ("Hale", "Pike")] == []


@pytest.mark.parametrize(
    ("first", "second", "mark"),
    [
        ("-[ RECORD 1 ]-------", "-[ RECORD 2 ]-------", " |"),
        ("*************************** 1. row ***************************", "*** 2. row ***", ":"),
    ],
)
def test_records_that_a_database_prints_are_rows(first: str, second: str, mark: str) -> None:
    def record(number: int, name: str, error: str) -> str:
        return f"number{mark} {number}\ncustomer{mark} {name}\ntotal{mark} 15.00\nerror{mark} {error}\n"

    reading = read_text(
        f"{first}\n{record(7101, 'Iris', FAULT.format(7101))}{second}\n{record(7102, 'Rose', 'The gizmo refused it')}"
    )
    rows = [finding.columns for finding in reading.findings]
    assert [(row.incoming_number, row.customer) for row in rows if row] == [("7101", "Iris"), ("7102", "Rose")]


BY_CUSTOMER = (
    "Sales by Customer Detail\nFable & Finch\n\n"
    ",Transaction date,Num,Amount\nWinthrop,,,\n,03/14/2026,1044,100.00\n,03/15/2026,1045,80.00\n"
    "Total for Winthrop,,,180.00\nOstrich,,,\n,03/16/2026,1046,5.00\nTotal for Ostrich,,,5.00\nTOTAL,,,185.00\n"
)


def test_a_report_in_groups_says_whose_its_rows_are() -> None:
    bills = read_bills(BY_CUSTOMER)

    assert [(row.number, row.customer) for row in bills.rows] == [
        *(("1044", "Winthrop"), ("1045", "Winthrop")),
        ("1046", "Ostrich"),
    ]
    assert bills.unread == ("row 12: this row names no bill.",)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(BY_CUSTOMER.replace("by Customer", "by Product"), id="groups of something else"),
        pytest.param(BY_CUSTOMER.replace("Total for Winthrop", "Total for Ostrich"), id="another name's sum"),
        pytest.param(BY_CUSTOMER.replace("Winthrop,,,\n", "Winthrop,,,\nJob 7,,,\n"), id="groups in groups"),
    ],
)
def test_a_group_that_is_not_surely_a_customer_s_names_nobody(text: str) -> None:
    assert {row.customer for row in read_bills(text).rows if row.number in ("1044", "1045")} == {None}


def test_pairs_of_a_page_are_the_row_of_their_error() -> None:
    pair = "<dt>{}</dt><dd>{}</dd>".format
    page = "".join(
        f"<dl>{pair('Invoice', n)}{pair('Customer', who)}{pair('Error', FAULT.format(n))}</dl>"
        for n, who in ((612, "Bram"), (613, "Stoker"))
    )
    rows = [finding.columns for finding in read_text(f"<div>{page}</div>").findings]

    assert [(row.incoming_number, row.customer) for row in rows if row] == [("612", "Bram"), ("613", "Stoker")]


EXCEL_2003 = (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row>'
    "<Cell><Data>Bill</Data></Cell><Cell><Data>Client</Data></Cell><Cell><Data>Total</Data></Cell></Row><Row>"
    "<Cell><Data>11</Data></Cell><Cell><Data>Opal</Data></Cell><Cell{}><Data>4.5</Data></Cell></Row></Table>"
    "</Worksheet></Workbook>"
)


def test_excel_s_sheet_of_2003_is_a_table_unless_it_leaves_cells_out() -> None:
    [row] = read_bills_bytes(EXCEL_2003.format("").encode(), "old.xls").rows
    assert (row.number, row.customer, row.total) == ("11", "Opal", Decimal("4.5"))
    assert read_bills_bytes(EXCEL_2003.format(' ss:Index="5"').encode(), "old.xls").rows == ()
