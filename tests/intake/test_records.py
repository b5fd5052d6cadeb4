"""Records of programs, JSON and XML, are rows named by their keys, their tags and their attributes."""

import json
from decimal import Decimal

from untwin.intake.bills import read_bills
from untwin.intake.reader import read_text

FAULT = "Duplicate Document Number Error : DocNumber={} is assigned to TxnType=Invoice with TxnId=3"


def test_a_list_of_records_behind_another_one_is_read_too() -> None:
    invoices = [{"number": f"J-{n}", "customer": {"name": "Lupin"}, "total": 15.5, "currency": "CAD"} for n in (1, 2)]
    errors = [{"invoice": "J-1", "error": FAULT.format("J-1")}]
    reading = read_text(json.dumps({"errors": errors, "invoices": invoices}))

    assert [finding.doc_number for finding in reading.findings] == ["J-1"]
    assert [(row.number, row.customer, row.total, row.currency) for row in reading.beside.rows] == [
        ("J-1", "Lupin", Decimal("15.5"), "CAD"),
        ("J-2", "Lupin", Decimal("15.5"), "CAD"),
    ]


def test_a_list_of_lists_is_a_table_below_its_names() -> None:
    [finding] = read_text(
        json.dumps([["Invoice", "Customer", "Total", "Error"], ["A-1", "Arr Co", "3.00", FAULT.format("A-1")]])
    ).findings

    assert finding.columns is not None
    assert (finding.columns.incoming_number, finding.columns.customer) == ("A-1", "Arr Co")


def test_an_invoice_of_quickbooks_own_is_understood() -> None:
    invoice = {
        "DocNumber": "1501",
        "CurrencyRef": {"value": "USD", "name": "United States Dollar"},
        "CustomerRef": {"value": "5", "name": "Kestrel"},
        "TotalAmt": 100.5,
        "Line": [{"Amount": 99}],
    }
    [row] = read_bills(json.dumps({"QueryResponse": {"Invoice": [invoice], "startPosition": 1}})).rows

    assert (row.number, row.customer, row.total, row.currency) == ("1501", "Kestrel", Decimal("100.5"), "USD")


def test_attributes_say_what_a_record_is_about() -> None:
    row = '<failure invoice="X-{0}" customer="Axle &amp; Co" total="19.00"><message code="6140">{1}</message></failure>'
    text = f'<failures company="Ours" date="2026-03-04">{row.format(1, FAULT.format("X-1"))}</failures>'
    [finding] = read_text(text).findings

    assert finding.columns is not None
    assert (finding.columns.incoming_number, finding.columns.customer, finding.columns.total) == (
        *("X-1", "Axle & Co"),
        Decimal("19.00"),
    )


def test_records_that_are_nothing_but_attributes_are_a_list() -> None:
    bills = read_bills('<rows><row number="P-1" client="Pear" amount="5.00"/><row number="P-2" client="Plum"/></rows>')

    assert [(row.number, row.customer, row.total) for row in bills.rows] == [
        ("P-1", "Pear", Decimal("5.00")),
        ("P-2", "Plum", None),
    ]


def test_an_attribute_of_a_value_is_no_record() -> None:
    text = '<r><Invoice><No>7</No><Customer>Elm</Customer><Total currency="GBP" scale="2">8.00</Total></Invoice></r>'
    [row] = read_bills(text).rows

    assert (row.number, row.customer, row.total, row.currency) == ("7", "Elm", Decimal("8.00"), "GBP")


def test_how_many_there_are_is_no_record() -> None:
    invoice = {"properties": {"hs_number": "INV-9", "hs_amount_billed": "99.5", "hs_invoice_date": "2026-03-03"}}
    [row] = read_bills(json.dumps({"total": 1, "results": [{"id": "88", **invoice}]})).rows

    assert (row.number, row.total) == ("INV-9", Decimal("99.5"))
