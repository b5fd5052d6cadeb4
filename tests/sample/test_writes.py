"""The rules for creating, updating, voiding and deleting."""

import copy
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from untwin.sample.clock import Clock
from untwin.sample.firm.firm import make_firm
from untwin.sample.quickbooks.books.books import Books
from untwin.sample.quickbooks.books.writes import Writer
from untwin.sample.quickbooks.faults import FaultError
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.kinds.entity import Doc

DAY = date(2026, 11, 20)
MEMO = ENTITIES["CreditMemo"]
INVOICE = ENTITIES["Invoice"]


@pytest.fixture
def books() -> Books:
    return make_firm(1, DAY).books


@pytest.fixture
def writer(books: Books) -> Writer:
    return Writer(books, Clock(DAY))


def _code(caught: pytest.ExceptionInfo[FaultError]) -> tuple[str, str | None]:
    error = caught.value.envelope()["Fault"]["Error"][0]
    return error["code"], error.get("element")


def _invoice(books: Books, **more: Any) -> Doc:
    line = {
        "Amount": Decimal("100.1"),
        "DetailType": "SalesItemLineDetail",
        "SalesItemLineDetail": {"ItemRef": {"value": "1"}},
    }
    return {"CustomerRef": {"value": next(iter(books.of("Customer")))}, "Line": [line], **more}


def test_a_sparse_update_changes_what_was_sent_and_nothing_else(writer: Writer, books: Books) -> None:
    old = books.of("CreditMemo")["111"]
    new = writer.update(MEMO, {"Id": "111", "SyncToken": old["SyncToken"], "sparse": True, "DocNumber": "CM-9"})
    changed = {name for name in {*old, *new} if old.get(name) != new.get(name)}
    assert changed == {"DocNumber", "SyncToken", "MetaData"}
    assert new["SyncToken"] == str(int(old["SyncToken"]) + 1)
    assert new["sparse"] is False
    assert new["MetaData"]["CreateTime"] == old["MetaData"]["CreateTime"]


def test_a_full_update_clears_what_was_left_out_as_recorded(writer: Writer, books: Books) -> None:
    old = books.of("CreditMemo")["111"]
    noted = writer.update(MEMO, {"Id": "111", "SyncToken": old["SyncToken"], "sparse": True, "PrivateNote": "Ask Luis"})
    line = {"Amount": 85, "DetailType": "SalesItemLineDetail", "SalesItemLineDetail": {"ItemRef": {"value": "1"}}}
    body = {"Id": "111", "SyncToken": noted["SyncToken"], "CustomerRef": old["CustomerRef"], "Line": [line]}
    new = writer.update(MEMO, body)
    assert "PrivateNote" not in new
    assert "Description" not in new["Line"][0]
    assert new["TxnDate"] == DAY.isoformat()
    assert (new["DocNumber"], new["TotalAmt"], new["RemainingCredit"]) == ("1234", 85, 85)


def test_an_update_that_changes_nothing_keeps_the_sync_token(writer: Writer, books: Books) -> None:
    old = books.of("CreditMemo")["111"]
    body = {"Id": "111", "SyncToken": old["SyncToken"], "sparse": True, "DocNumber": "1234"}
    assert writer.update(MEMO, body) == old


def test_a_line_that_is_sent_replaces_all_lines_and_moves_the_totals(writer: Writer, books: Books) -> None:
    old = books.of("CreditMemo")["111"]
    line = {
        "Amount": Decimal("40.25"),
        "DetailType": "SalesItemLineDetail",
        "SalesItemLineDetail": {"ItemRef": {"value": "2"}},
    }
    new = writer.update(MEMO, {"Id": "111", "SyncToken": old["SyncToken"], "sparse": True, "Line": [line]})
    assert (new["TotalAmt"], new["Balance"], len(new["Line"])) == (Decimal("40.25"), Decimal("40.25"), 2)
    assert new["Line"][1]["DetailType"] == "SubTotalLineDetail"


def test_a_paid_invoice_stays_paid_when_it_is_updated(writer: Writer, books: Books) -> None:
    paid = next(doc for doc in books.of("Invoice").values() if doc["LinkedTxn"])
    ref = {"value": paid["CustomerRef"]["value"]}
    new = writer.update(INVOICE, {"Id": paid["Id"], "SyncToken": paid["SyncToken"], "sparse": True, "CustomerRef": ref})
    assert new == paid
    body = {"Id": paid["Id"], "SyncToken": paid["SyncToken"], "CustomerRef": ref, "Line": paid["Line"]}
    assert writer.update(INVOICE, body)["Balance"] == 0


def test_a_stale_token_is_refused_in_the_recorded_words(writer: Writer) -> None:
    with pytest.raises(FaultError) as caught:
        writer.update(MEMO, {"Id": "111", "SyncToken": "99", "sparse": True, "DocNumber": "X"})
    assert _code(caught) == ("5010", "")
    assert str(caught.value) == (
        "Stale Object Error : You and Dana Whitfield were working on this at the same time. Dana Whitfield finished"
        " before you did, so your work was not saved."
    )


@pytest.mark.parametrize(
    ("more", "code", "element"),
    [
        ({"BadJson": True}, "2010", None),
        ({"Line": []}, "2020", "Line"),
        ({"CustomerRef": None}, "2020", "CustomerRef"),
        ({"DocNumber": "1234567890123456789012"}, "2050", "DocNumber"),
        ({"CustomerRef": {"value": "777"}}, "2500", "CustomerRef"),
        ({"Line": "much"}, "2010", None),
        ({"Line": [{"Amount": "much"}]}, "2010", None),
        ({"TxnDate": "soon"}, "2010", None),
        ({"TxnDate": "2020-01-01"}, "6210", ""),
    ],
)
def test_a_body_that_breaks_a_rule_is_refused(
    writer: Writer, books: Books, more: Doc, code: str, element: str | None
) -> None:
    before = copy.deepcopy(books.picture())
    with pytest.raises(FaultError) as caught:
        writer.create(INVOICE, _invoice(books) | more)
    assert _code(caught) == (code, element)
    assert books.picture() == before


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"Id": "999999", "SyncToken": "0", "sparse": True}, "610"),
        ({"Id": "12a", "SyncToken": "0", "sparse": True}, "2030"),
        ({"Id": "111", "sparse": True}, "2020"),
    ],
)
def test_an_update_of_what_is_not_there_is_refused(writer: Writer, body: Doc, code: str) -> None:
    with pytest.raises(FaultError) as caught:
        writer.update(MEMO, body)
    assert _code(caught)[0] == code


def test_nothing_in_a_closed_period_can_be_touched(writer: Writer, books: Books) -> None:
    closed = next(doc for doc in books.of("Invoice").values() if doc["DocNumber"] == "1242")
    identity = {"Id": closed["Id"], "SyncToken": closed["SyncToken"]}
    for change in (writer.void, writer.delete):
        with pytest.raises(FaultError) as caught:
            change(INVOICE, identity)
        assert _code(caught)[0] == "6210"
    with pytest.raises(FaultError) as caught:
        writer.update(INVOICE, {**identity, "sparse": True, "DocNumber": "X"})
    assert _code(caught)[0] == "6210"
    with pytest.raises(FaultError) as caught:
        writer.update(MEMO, {"Id": "111", "SyncToken": "0", "sparse": True, "TxnDate": closed["TxnDate"]})
    assert _code(caught)[0] == "6210"


def test_a_voided_document_stays_with_zero_amounts(writer: Writer, books: Books) -> None:
    memo = books.of("CreditMemo")["111"]
    void = writer.void(MEMO, {"Id": "111", "SyncToken": memo["SyncToken"]})
    assert (void["TotalAmt"], void["Balance"], void["RemainingCredit"]) == (0, 0, 0)
    assert {line["Amount"] for line in void["Line"]} == {0}
    assert void["PrivateNote"].startswith("Voided")
    assert void["DocNumber"] == "1234"


def test_a_deleted_document_is_gone_and_remembered(writer: Writer, books: Books) -> None:
    memo = books.of("CreditMemo")["111"]
    assert writer.delete(MEMO, {"Id": "111", "SyncToken": memo["SyncToken"]})["status"] == "Deleted"
    assert books.find("CreditMemo", "111") is None
    assert [(gone.entity, gone.id) for gone in books.gone] == [("CreditMemo", "111")]


def test_names_can_be_made_inactive_but_not_deleted_and_are_shared_by_customers_and_vendors(
    writer: Writer, books: Books
) -> None:
    vendor = next(iter(books.of("Vendor").values()))
    with pytest.raises(FaultError) as caught:
        writer.create(ENTITIES["Customer"], {"DisplayName": vendor["DisplayName"].upper()})
    assert _code(caught) == ("6240", None)
    with pytest.raises(FaultError) as caught:
        writer.delete(ENTITIES["Vendor"], vendor)
    assert _code(caught)[0] == "500"
    body = {"Id": vendor["Id"], "SyncToken": "0", "sparse": True, "Active": False}
    assert writer.update(ENTITIES["Vendor"], body)["Active"] is False


def test_debits_must_equal_credits(writer: Writer, books: Books) -> None:
    entry = next(iter(books.of("JournalEntry").values()))
    with pytest.raises(FaultError) as caught:
        writer.create(ENTITIES["JournalEntry"], {"Line": entry["Line"][:1]})
    assert _code(caught)[0] == "6000"


def test_a_number_sent_to_a_payment_is_dropped(writer: Writer, books: Books) -> None:
    customer = {"value": next(iter(books.of("Customer")))}
    payment = writer.create(ENTITIES["Payment"], {"CustomerRef": customer, "TotalAmt": 5, "DocNumber": "1234"})
    assert "DocNumber" not in payment
    assert (payment["TotalAmt"], payment["UnappliedAmt"]) == (5, 5)


def test_a_created_invoice_has_the_fields_of_a_recorded_one(writer: Writer, books: Books) -> None:
    invoice = writer.create(INVOICE, _invoice(books, DocNumber="9001"))
    recorded = (
        "AllowIPNPayment AllowOnlinePayment AllowOnlineCreditCardPayment AllowOnlineACHPayment domain sparse Id"
        " SyncToken MetaData CustomField DocNumber TxnDate CurrencyRef LinkedTxn Line TxnTaxDetail CustomerRef"
        " BillAddr ShipAddr FreeFormAddress ShipFromAddr DueDate TotalAmt ApplyTaxAfterDiscount PrintStatus"
        " EmailStatus Balance"
    )
    assert " ".join(sorted(invoice)) == " ".join(sorted(recorded.split()))
    assert invoice["Line"][0]["SalesItemLineDetail"] == {
        "ItemRef": {"value": "1", "name": "Legal services"},
        "ItemAccountRef": {"value": "8", "name": "Legal Fee Income"},
        "TaxCodeRef": {"value": "NON"},
    }
    assert set(invoice["MetaData"]) == {"CreateTime", "LastModifiedByRef", "LastUpdatedTime"}
    assert invoice["MetaData"]["CreateTime"].endswith("-08:00")
