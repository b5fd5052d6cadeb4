"""Promises that hold for every table: no exception, no row lost, columns read in any order and language."""

import csv
import html
import io
import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from error_texts import FOLDER, Text, texts
from untwin.domain.errors.columns import Holds
from untwin.intake.bills import read_bills, read_bills_bytes
from untwin.intake.reader import read_bytes, read_clipboard, read_text

FAULT = "Duplicate Document Number Error : DocNumber=31 is assigned to TxnType=Invoice with TxnId=77"
NAMES = {
    Holds.NUMBER: ("Invoice No.", "Rechnungsnummer", "N\u00b0 de facture", "Factuurnummer", "invoice_number", "Bill #"),
    Holds.CUSTOMER: ("Customer", "Kunde", "Client", "Klant", "Cliente", "Bill to"),
    Holds.AMOUNT: ("Total", "Gesamtbetrag", "Montant TTC", "Bedrag", "Importe total", "Amount billed"),
    Holds.ERROR: ("Error", "Fehlermeldung", "Message d'erreur", "Foutmelding", "Mensaje de error", "Sync error"),
}
ORDER = st.permutations(list(NAMES))
LANGUAGE = st.integers(0, 5)
WORDS = st.text(st.characters(categories=["L"]), min_size=2, max_size=12).map(lambda word: f"{word} & Co")
AMOUNTS = st.integers(1, 10**7).map(lambda cents: Decimal(cents) / 100)
CELLS = st.text(max_size=12) | st.sampled_from(["Invoice", "Customer", "Error", FAULT, '"', "1,5", "03/04/26", "=1+1"])
BILLS = st.lists(st.tuples(WORDS, AMOUNTS), min_size=1, max_size=5)
TABLE = st.lists(st.lists(CELLS, max_size=6), max_size=8)


def _as_csv(rows: list[list[str]], delimiter: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _as_page(rows: list[list[str]]) -> str:
    cells = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def _as_records(rows: list[list[str]]) -> str:
    return json.dumps([dict(zip(rows[0], row, strict=False)) for row in rows[1:]])


@settings(deadline=None)  # a slow machine is no error
@given(TABLE, st.sampled_from(",;\t|"))
def test_any_table_is_read_without_an_exception(rows: list[list[str]], delimiter: str) -> None:
    for text in (_as_csv(rows, delimiter), _as_page(rows)):
        read_clipboard(text, _as_page(rows))
        at = 0
        for finding in read_text(text).findings:
            at = text.index(finding.text, at) + len(finding.text)
        bills = read_bills(text, _as_page(rows))
        assert all(row.where for row in bills.rows)


@settings(deadline=None)  # a slow machine is no error
@given(ORDER, LANGUAGE, BILLS, st.sampled_from(["csv", "page", "json"]))
def test_columns_are_read_in_any_order_language_and_shape(
    order: list[Holds], language: int, bills: list[tuple[str, Decimal]], shape: str
) -> None:
    said = [
        {Holds.NUMBER: f"R-{at}", Holds.CUSTOMER: name, Holds.AMOUNT: f"{amount:.2f}", Holds.ERROR: FAULT}
        for at, (name, amount) in enumerate(bills)
    ]
    rows = [[NAMES[holds][language] for holds in order], *([row[holds] for holds in order] for row in said)]
    text = {"csv": _as_csv(rows, ";"), "page": _as_page(rows), "json": _as_records(rows)}[shape]

    found = [finding.columns for finding in read_text(text).findings]

    assert [(row.incoming_number, row.customer, row.total) for row in found if row] == [
        (f"R-{at}", name, amount) for at, (name, amount) in enumerate(bills)
    ]
    listed = [(row.number, row.customer, row.total) for row in read_bills(text).rows]
    assert listed == [(f"R-{at}", name, amount) for at, (name, amount) in enumerate(bills)]


@settings(deadline=None)  # a slow machine is no error
@given(BILLS)
def test_a_bill_list_loses_no_row(bills: list[tuple[str, Decimal]]) -> None:
    rows = [[str(at), name, f"{amount:,.2f}"] for at, (name, amount) in enumerate(bills)]
    listed = read_bills(_as_csv([["Bill number", "Client", "Total"], *rows, ["", "", ""], ["", "Total", "9.00"]], ","))

    assert [(row.customer, row.total) for row in listed.rows] == bills
    assert len(listed.unread) == 1


@settings(deadline=None)  # a slow machine is no error
@given(st.binary(max_size=400))
def test_any_bytes_are_read_as_a_bill_list_without_an_exception(data: bytes) -> None:
    for whole in (data, b"PK\x03\x04 xl/ " + data):
        bills = read_bills_bytes(whole, "anything")
        assert bills.rows or bills.unread


ENCODED = [text for file in sorted(FOLDER.glob("*.cases")) for text in texts(file)][::5]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ENCODED, ids=lambda text: text.name)
def test_a_text_says_the_same_in_every_encoding(text: Text, encoding: str) -> None:
    assert text.said(read_bytes(text.text.encode(encoding), "x").findings) == list(text.expected)
