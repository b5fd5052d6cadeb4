"""A table's columns are known by headers of any language and order, by their values, or by what a person says."""

import datetime as dt
from decimal import Decimal

import pytest

from untwin.domain.errors.columns import Holds, KnownBy, given_of
from untwin.domain.errors.faults import Columns
from untwin.domain.problems import BadInput
from untwin.intake.reader import read_clipboard, read_text
from untwin.intake.tables.header_words import meaning

FAULT = "Duplicate Document Number Error : DocNumber=31 is assigned to TxnType=Invoice with TxnId=77"
HEADERS = {
    Holds.NUMBER: "Invoice #|Bill Number|Rechnungs-Nr.|N\u00b0 de facture|N\u00ba factura|Factuurnummer|N\u00famero",
    Holds.CUSTOMER: "Customer|Bill To|Kunde|Nom du client|Cliente|Klantnaam|Associated contact",
    Holds.AMOUNT: "Total (USD)|Amount billed|Gesamtbetrag|Montant TTC|Importe total|Totaalbedrag|Valor total|Importo",
    Holds.BALANCE: "Balance due|Offener Betrag|Montant d\u00fb|Saldo pendiente|Openstaand bedrag|hs_balance_due",
    Holds.DATE: "Issued|Rechnungsdatum|Date d'\u00e9mission|Fecha de factura|Factuurdatum|Data da fatura|Data",
    Holds.DUE: "Due date|F\u00e4lligkeitsdatum|Date d'\u00e9ch\u00e9ance|Vencimiento|Vervaldatum|Data scadenza",
    Holds.STATE: "Status|Statut|Estado|Stato",
    Holds.CURRENCY: "Currency|W\u00e4hrung|Devise|Moneda|Moeda",
    Holds.ERROR: "Error message|Fehlermeldung|Message d'erreur|Mensaje de error|Foutmelding|Messaggio di errore",
}


@pytest.mark.parametrize(("holds", "name"), [(holds, n) for holds, names in HEADERS.items() for n in names.split("|")])
def test_a_header_is_known_in_seven_languages(holds: Holds, name: str) -> None:
    assert (meaning(name) or (None,))[0] is holds


@pytest.mark.parametrize(
    "name",
    ["Customer ID", "Record ID", "hs_object_id", "Payment date", "Net amount", "Tax", "Created at", "Phone no."],
)
def test_a_header_that_only_resembles_one_is_not_taken(name: str) -> None:
    assert meaning(name) is None


def test_a_row_comes_out_structured_with_its_mapping() -> None:
    text = f"Fehler;Betrag;W\u00e4hrung;Kunde;Rechnungs-Nr.;Datum\n{FAULT};1.234,56;EUR;M\u00fcller;R-7;03.04.2026\n"
    reading = read_text(text)

    [finding] = reading.findings
    assert finding.columns == Columns(
        customer="M\u00fcller",
        amount="1.234,56",
        date="03.04.2026",
        incoming_number="R-7",
        currency="EUR",
        total=Decimal("1234.56"),
        day=dt.date(2026, 4, 3),
    )
    [table] = reading.tables
    assert {c.holds: (c.place, c.known_by) for c in table.columns}[Holds.CUSTOMER] == (4, KnownBy.HEADER)
    assert table.given[Holds.CUSTOMER] == "Kunde"


def test_a_person_s_word_outranks_the_header() -> None:
    text = f"Customer,Matter owner,Total,Error\nAcme,Jones,5.00,{FAULT}\n"

    [finding] = read_text(text, given={Holds.CUSTOMER: "Matter owner"}).findings
    assert finding.columns is not None
    assert finding.columns.customer == "Jones"
    [finding] = read_text(text, given={Holds.CUSTOMER: "2", Holds.AMOUNT: ""}).findings
    assert finding.columns is not None
    assert (finding.columns.customer, finding.columns.amount) == ("Jones", None)


def test_a_table_without_a_header_is_known_by_its_values() -> None:
    text = f"R-1\tAcme Ltd\t12.50\t2026-03-01\t{FAULT}\nR-2\tBirch & Co\t7.00\t2026-03-02\t{FAULT}\n"
    reading = read_text(text)

    rows = [finding.columns for finding in reading.findings if finding.columns]
    assert [(row.incoming_number, row.customer, row.total) for row in rows] == [
        ("R-1", "Acme Ltd", Decimal("12.50")),
        ("R-2", "Birch & Co", Decimal("7.00")),
    ]
    assert {column.known_by for column in reading.tables[0].columns} == {KnownBy.VALUES}


def test_a_date_that_means_two_days_is_settled_by_another_row_or_left_open() -> None:
    rows = [f"1,A,03/04/2026,{FAULT}", f"2,B,25/04/2026,{FAULT}"]
    header = "Invoice No,Customer,Date,Error"

    settled = read_text("\n".join([header, *rows])).findings[0].columns
    left_open = read_text("\n".join([header, rows[0]])).findings[0].columns
    assert settled is not None
    assert left_open is not None
    assert (settled.day, left_open.day, left_open.date) == (dt.date(2026, 4, 3), None, "03/04/2026")


def test_a_body_row_that_sounds_like_a_header_is_a_row() -> None:
    page = (
        "<table><tr><th>Record</th><th>Customer</th><th>Error</th></tr>"
        f"<tr><td>Invoice</td><td>Customer</td><td>{FAULT}</td></tr>"
        f"<tr><td>8</td><td>Birch</td><td>{FAULT}</td></tr></table>"
    )
    assert [f.columns.customer for f in read_text(page).findings if f.columns] == ["Customer", "Birch"]


def test_of_words_and_page_of_one_copy_the_one_that_tells_more_is_read() -> None:
    page = (
        f"<table><tr><th>Invoice</th><th>Customer</th><th>Error</th></tr><tr><td>9</td><td>Birch</td><td>{FAULT}</td></tr>"
        "</table>"
    )
    words = f"Invoice\nCustomer\nError\n9\nBirch\n{FAULT}\n"

    for reading in (read_clipboard(words, page), read_clipboard(f"Invoice\tCustomer\tError\n9\tBirch\t{FAULT}", "<p>")):
        [finding] = reading.findings
        assert finding.columns is not None
        assert finding.columns.customer == "Birch"
    assert len(read_clipboard(words, "").findings) == 1


def test_a_mapping_is_typed_as_words_and_a_strange_one_is_refused() -> None:
    assert given_of(["customer=Kunde", "amount=4", "due="]) == {
        Holds.CUSTOMER: "Kunde",
        Holds.AMOUNT: "4",
        Holds.DUE: "",
    }
    for strange in ("customer", "colour=Kunde"):
        with pytest.raises(BadInput):
            given_of([strange])
