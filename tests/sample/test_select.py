"""The answering of queries from the firm's books."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from untwin.sample.firm.firm import make_firm
from untwin.sample.quickbooks.faults import FaultError
from untwin.sample.quickbooks.kinds.entity import Doc
from untwin.sample.quickbooks.query import parse
from untwin.sample.quickbooks.reading.select import select

Ask = Callable[[str], Doc]


@pytest.fixture(scope="module")
def ask() -> Ask:
    books = make_firm(1, date(2026, 11, 20)).books

    def asked(text: str) -> Doc:
        return select(parse(text), books)

    return asked


def _ids(answer: Doc, entity: str) -> list[Any]:
    return [row["Id"] for row in answer[entity]]


def test_equals_finds_a_number_and_no_rows_are_an_empty_answer(ask: Ask) -> None:
    found = ask("SELECT * FROM CreditMemo WHERE DocNumber = '1234'")
    assert (_ids(found, "CreditMemo"), found["startPosition"], found["maxResults"]) == (["111"], 1, 1)
    assert ask("SELECT * FROM CreditMemo WHERE DocNumber = '9999'") == {}


def test_a_stored_trailing_blank_is_missed_by_equals_and_found_by_like(ask: Ask) -> None:
    assert ask("SELECT * FROM Invoice WHERE DocNumber = 'INV-1236'") == {}
    assert ask("SELECT * FROM Invoice WHERE DocNumber LIKE 'INV-1236%'")["Invoice"][0]["DocNumber"] == "INV-1236 "


def test_texts_are_compared_without_case(ask: Ask) -> None:
    assert ask("SELECT * FROM CreditMemo WHERE DocNumber = 'cm-1234'")["CreditMemo"][0]["DocNumber"] == "CM-1234"
    assert ask("SELECT * FROM Customer WHERE DisplayName LIKE 'SMITH%'")["maxResults"] == 2


def test_in_finds_any_of_its_values(ask: Ask) -> None:
    found = ask("SELECT * FROM CreditMemo WHERE DocNumber IN ('1234', 'CM-1234', 'none')")["CreditMemo"]
    assert {row["DocNumber"] for row in found} == {"1234", "CM-1234"}


def test_amounts_dates_and_moments_are_compared_as_such(ask: Ask) -> None:
    assert _ids(ask("SELECT * FROM CreditMemo WHERE TotalAmt = '85.00'"), "CreditMemo") == ["111"]
    assert _ids(ask("SELECT * FROM CreditMemo WHERE TotalAmt > 84 AND TotalAmt <= 85"), "CreditMemo") == ["111"]
    assert _ids(ask("SELECT * FROM CreditMemo WHERE TxnDate <= '2026-09-03'"), "CreditMemo") == ["111"]
    since = "MetaData.LastUpdatedTime >= '2026-09-03T23:59:00Z' AND MetaData.LastUpdatedTime < '2026-10-01'"
    found = ask(f"SELECT * FROM CreditMemo WHERE {since}")["CreditMemo"]  # noqa: S608 - not SQL
    assert [row["DocNumber"] for row in found] == ["CM-1234"]


def test_a_reference_is_compared_by_its_id(ask: Ask) -> None:
    customer = ask("SELECT * FROM Customer WHERE DisplayName = 'Ortega, Luis'")["Customer"][0]["Id"]
    found = ask(f"SELECT * FROM CreditMemo WHERE CustomerRef = '{customer}'")  # noqa: S608 - not SQL
    assert _ids(found, "CreditMemo") == ["111"]


def test_pages_and_orders_fit_together(ask: Ask) -> None:
    everything = ask("SELECT * FROM Invoice ORDERBY TxnDate DESC")["Invoice"]
    dates = [row["TxnDate"] for row in everything]
    page = ask("SELECT * FROM Invoice ORDERBY TxnDate DESC STARTPOSITION 3 MAXRESULTS 2")
    assert dates == sorted(dates, reverse=True)
    assert (page["Invoice"], page["startPosition"], page["maxResults"]) == (everything[2:4], 3, 2)
    assert ask("SELECT count(*) FROM Invoice") == {"totalCount": len(everything)}


def test_chosen_fields_come_alone(ask: Ask) -> None:
    row = ask("SELECT Id, DocNumber FROM CreditMemo WHERE Id = '111'")["CreditMemo"][0]
    assert row == {"Id": "111", "DocNumber": "1234", "domain": "QBO", "sparse": True}


def test_inactive_customers_show_only_when_asked_for(ask: Ask) -> None:
    inactive = ask("SELECT * FROM Customer WHERE Active = false")["Customer"]
    everybody = ask("SELECT * FROM Customer WHERE Active IN (true, false) MAXRESULTS 1000")["Customer"]
    usual = ask("SELECT * FROM Customer MAXRESULTS 1000")["Customer"]
    assert len(inactive) == 1
    assert len(everybody) == len(usual) + 1


def test_voided_invoices_are_found(ask: Ask) -> None:
    row = ask("SELECT * FROM Invoice WHERE DocNumber = 'CM-1246'")["Invoice"][0]
    assert (row["TotalAmt"], row["Balance"], row["PrivateNote"]) == (0, 0, "Voided")


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * FROM Payment WHERE DocNumber = '1234'",
        "SELECT * FROM Payments",
        "SELECT * FROM Invoice WHERE Nonsense = '1'",
        "SELECT Nonsense FROM Invoice",
        "SELECT * FROM Invoice WHERE PrivateNote = 'x'",
        "SELECT * FROM Invoice ORDERBY Line",
        "SELECT * FROM Invoice WHERE TotalAmt = 'much'",
    ],
)
def test_what_cannot_be_asked_is_a_validation_fault(ask: Ask, text: str) -> None:
    with pytest.raises(FaultError) as caught:
        ask(text)
    error = caught.value.envelope()["Fault"]["Error"][0]
    assert (error["code"], error["Message"]) == ("4001", "Invalid query")
