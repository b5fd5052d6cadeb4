"""Tables that are lined up with blanks or drawn with bars are read as a person sees them, or not at all."""

import datetime as dt
from decimal import Decimal

import pytest

from untwin.intake.bills import read_bills
from untwin.intake.reader import read_text

FAULT = "Duplicate Document Number Error : DocNumber={} is assigned to TxnType=Invoice with TxnId=3"


def test_columns_that_are_parted_by_blanks_are_columns() -> None:
    first, second = read_bills(
        "Invoice   Customer            Date         Amount     Status\n"
        "INV-311   Harrow Dental       2026-01-05   210.00     Sent\n"
        "INV-312   Quill & Sons        2026-01-06   1,890.40   Paid\n"
    ).rows

    assert (first.number, first.customer, first.total) == ("INV-311", "Harrow Dental", Decimal("210.00"))
    assert (second.date, second.total, second.state_word) == (dt.date(2026, 1, 6), Decimal("1890.40"), "Paid")


def test_a_report_s_line_of_dashes_says_where_its_columns_are() -> None:
    bills = read_bills(
        "                MERIDIAN LEGAL LLP\n                INVOICE REGISTER\n\n"
        "Inv No.  Client                 Inv Date       Total    Open Bal\n"
        "-------  --------------------   ----------   --------   --------\n"
        "10021    Castellan Holdings     03/14/2026   4,200.00   4,200.00\n"
        "10023    O'Rourke & Daughters   03/31/2026    (85.00)    (85.00)\n"
        "-------  --------------------   ----------   --------   --------\n"
        "                                Total        4,115.00   4,115.00\n"
    )

    assert [(row.number, row.total, row.balance) for row in bills.rows] == [
        ("10021", Decimal("4200.00"), Decimal("4200.00")),
        ("10023", Decimal("-85.00"), Decimal("-85.00")),
    ]
    assert (bills.rows[0].where, bills.unread) == ("row 6", ("row 9: this row names no bill.",))


def test_dashes_as_long_as_the_names_alone_part_the_columns_too() -> None:
    text = (
        "DocNumber Customer        TxnDate     Amount Result\n"
        "--------- --------        -------     ------ ------\n"
        f"5501      Ember Labs      2026-04-02  310.00 {FAULT.format(5501)}\n"
        f"5502      Kite & Company  2026-04-03 1999.00 {FAULT.format(5502)}\n"
    )
    rows = [finding.columns for finding in read_text(text).findings]

    assert [(row.incoming_number, row.customer, row.total) for row in rows if row] == [
        ("5501", "Ember Labs", Decimal("310.00")),
        ("5502", "Kite & Company", Decimal("1999.00")),
    ]


def test_an_error_that_goes_on_in_the_next_lines_stays_in_its_row() -> None:
    text = (
        "Invoice  Customer    Error\n"
        "7731     Bright Co   Duplicate Document Number Error : You must specify a\n"
        "                     different number. DocNumber=7731 is assigned to\n"
        "                     TxnType=Invoice with TxnId=12\n"
        "7732     Dim Co      Duplicate Document Number Error : You must specify a\n"
        "                     different number. DocNumber=7732 is assigned to\n"
        "                     TxnType=Invoice with TxnId=13\n"
    )
    found = read_text(text).findings

    assert [(each.doc_number, each.txn_id, each.columns and each.columns.customer) for each in found] == [
        ("7731", "12", "Bright Co"),
        ("7732", "13", "Dim Co"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Invoice  Customer  Total\n77  Ash and Elm  5.00\n78  Oak  6.00\n", id="not in line"),
        pytest.param(
            "Invoice  Customer   Total\n77       Ash    $   5.00\n78       Oak    $   6.00\n", id="a sign apart"
        ),
        pytest.param("See the invoice  and the customer  for it.\nIt has  been  done.\n", id="prose"),
    ],
)
def test_what_is_not_in_line_is_no_table(text: str) -> None:
    assert read_bills(text).rows == ()


def test_a_table_that_a_terminal_has_drawn_is_read() -> None:
    rows = read_bills(
        "\u250f\u2501\u2501\u2501\u2501\u2533\u2501\u2501\u2501\u2501\u2513\n"
        "\u2503 Invoice \u2503 Customer     \u2503 Total    \u2503\n"
        "\u2521\u2501\u2501\u2501\u2501\u2547\u2501\u2501\u2501\u2501\u2529\n"
        "\u2502 K-100   \u2502 Larkspur Ltd \u2502 \u00a3120.00  \u2502\n"
        "\u2514\u2500\u2500\u2500\u2500\u2534\u2500\u2500\u2500\u2500\u2518\n"
    ).rows

    assert [(row.number, row.customer, row.total, row.currency) for row in rows] == [
        ("K-100", "Larkspur Ltd", Decimal("120.00"), "GBP")
    ]


def test_a_header_with_thousands_of_counted_names_is_one() -> None:
    many = ",".join(f"Field {count}" for count in range(16_380))
    [row] = read_bills(f"Invoice,Customer,Total,{many}\n55,Wide Co,4.00,{',' * 16_379}\n").rows

    assert (row.number, row.customer, row.total) == ("55", "Wide Co", Decimal("4.00"))


def test_a_column_of_counts_without_a_name_is_no_part_of_the_next_one() -> None:
    rows = read_bills(
        "   invoice    customer  amount\n0    P-100  Alpha Corp  100.00\n1    P-101   Beta Corp   20.00\n"
    ).rows

    assert [(row.number, row.customer, row.total) for row in rows] == [
        ("P-100", "Alpha Corp", Decimal("100.00")),
        ("P-101", "Beta Corp", Decimal("20.00")),
    ]
