"""QuickBooks' documents field by field: every shape that it really sends is understood, whatever it leaves out."""

import json
from dataclasses import fields
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from answers import FOLDER, row, rows, text
from untwin.domain.books.documents import Document, Line, Link, Variant, owners_of, receipts
from untwin.domain.problems import Stumbled
from untwin.quickbooks.documents import document_of, documents_of

SHAPES = sorted(path.name.removesuffix(".expected") for path in FOLDER.glob("*.json.expected"))


def told(document: Document) -> dict[str, Any]:
    """Everything that a document says, as the files `*.expected` have it; what it leaves out is not among it."""
    said = {each.name: getattr(document, each.name) for each in fields(document) if each.name != "raw"}
    known = {name: value for name, value in said.items() if value is not False and value not in (None, "", ())}
    return dict(json.loads(json.dumps(known, default=_plain)))


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, Line):
        return [value.description, value.amount, list(value.accounts)]
    return [value.entity, value.id] if isinstance(value, Link) else str(value)


@pytest.mark.parametrize("name", SHAPES)
def test_every_field_of_a_document_is_understood(name: str) -> None:
    expected = json.loads(text(f"{name}.expected"))
    raw = row(name.removesuffix(".json"), expected["entity"])
    document = document_of(expected["entity"], raw)
    assert told(document) == expected
    assert document.raw == raw


def test_a_bundle_is_the_lines_that_it_is_made_of() -> None:
    inner = [{"Amount": 480, "Description": "Draft motion"}, {"Amount": 320, "Description": "Filing"}]
    bundle = {"Amount": 800, "DetailType": "GroupLineDetail", "GroupLineDetail": {"Line": inner}}
    alone = document_of("Invoice", json.dumps({"Id": "1", "Line": [bundle]}))
    named = document_of("Invoice", json.dumps({"Id": "1", "Line": [bundle | {"Description": "Matter 7"}]}))
    empty = document_of("Invoice", json.dumps({"Id": "1", "Line": [bundle | {"GroupLineDetail": {}}]}))
    assert [line.amount for line in alone.lines] == [480, 320]
    assert [(line.description, line.amount) for line in named.lines][:2] == [("Matter 7", None), ("Draft motion", 480)]
    assert [line.amount for line in empty.lines] == [800]


def test_a_deposits_lines_say_who_paid_and_what_stands_in_the_books_by_itself() -> None:
    def line(amount: int, entity: dict[str, str] | None = None, **more: Any) -> dict[str, Any]:
        return {"Amount": amount, "DepositLineDetail": {"Entity": entity} if entity else {}, **more}

    ida = {"value": "9", "name": "Brandt, Ida", "type": "CUSTOMER"}
    lines = [
        line(480, ida),
        line(30, {"value": "9", "name": "Bank Supply", "type": "VENDOR"}),
        line(70, LinkedTxn=[{"TxnId": "4", "TxnType": "Payment"}]),
    ]
    deposit = document_of("Deposit", json.dumps({"Id": "1", "TotalAmt": 580, "Line": lines}))
    assert [(each.customer_id, each.linked) for each in deposit.lines] == [("9", False), (None, False), (None, True)]
    assert (deposit.customer_id, owners_of(deposit)) == ("9", ("9",))
    assert [(str(r.total), r.customer_name) for r in receipts(deposit)] == [("480", "Brandt, Ida"), ("30", None)]


def test_a_query_answers_with_the_same_documents_as_a_read() -> None:
    found = documents_of("CreditMemo", rows("credit_memo_query", "CreditMemo"))
    assert [(d.id, d.number, d.total, d.balance) for d in found] == [
        ("684", "5051", Decimal(85), Decimal(85)),
        ("681", "5050", Decimal(85), Decimal(85)),
        ("679", "5049", Decimal(85), Decimal(85)),
    ]


def test_what_a_full_update_took_away_is_seen_to_be_gone() -> None:
    """The update that QuickBooks answers with success moved the date and dropped memo, e-mail and words."""
    before = document_of("CreditMemo", row("credit_memo_documented", "CreditMemo"))
    after = document_of("CreditMemo", row("credit_memo_full_update", "CreditMemo"))
    assert (before.id, before.number, before.total) == (after.id, after.number, after.total)
    assert (before.date == after.date, after.email, after.lines[0].description) == (False, None, "")


def test_a_sparse_update_answers_that_it_is_none() -> None:
    assert '"sparse": false' in row("invoice_sparse_update", "Invoice")
    assert document_of("Invoice", row("invoice_sparse_update", "Invoice")).number == "5037"


@pytest.mark.parametrize(
    ("paid_by", "credit", "variant"),
    [
        ("Check", ..., Variant.CHECK),
        ("Cash", ..., Variant.EXPENSE),
        ("CreditCard", False, Variant.CARD_CHARGE),
        ("CreditCard", ..., Variant.CARD_CHARGE),
        ("CreditCard", True, Variant.CARD_CREDIT),
        (..., ..., None),
        ("Other", ..., None),
    ],
)
def test_a_purchase_is_what_it_was_paid_with(paid_by: object, credit: object, variant: Variant | None) -> None:
    raw = rows("purchase_query", "Purchase", PaymentType=paid_by, Credit=credit, DocNumber="70")[1]
    document = document_of("Purchase", raw)
    assert document.variant is variant
    assert (document.number, document.customer_id, document.customer_name) == ("70", "541", "Ink & Paper Supply")


@pytest.mark.parametrize(
    ("paid_by", "variant"), [("Check", Variant.PAID_BY_CHECK), ("CreditCard", Variant.PAID_BY_CARD), (..., None)]
)
def test_a_bill_payment_is_what_it_was_paid_with(paid_by: object, variant: Variant | None) -> None:
    raw = row("bill", "Bill", PayType=paid_by, DocNumber="8001")
    assert document_of("BillPayment", raw).variant is variant


@pytest.mark.parametrize(("unapplied", "open_"), [(0, "0"), (510, "510"), (120.5, "120.5")])
def test_what_is_open_on_a_payment_is_what_was_not_applied(unapplied: object, open_: str) -> None:
    raw = row("payment", "Payment", UnappliedAmt=unapplied, PaymentRefNum="20871", DocNumber="none of its own")
    payment = document_of("Payment", raw)
    assert (payment.number, payment.balance, payment.paid) == ("20871", Decimal(open_), open_ != "510")


def test_what_is_left_of_a_credit_is_open_where_no_balance_is_said() -> None:
    raw = row("credit_memo_create", "CreditMemo", Balance=..., RemainingCredit=30)
    assert document_of("CreditMemo", raw).balance == Decimal(30)


def entry(posting: str, amount: float, customer: str | None = None) -> dict[str, Any]:
    who = {"Entity": {"Type": "Customer", "EntityRef": {"value": customer, "name": f"Customer {customer}"}}}
    detail = {"PostingType": posting, "AccountRef": {"value": "1", "name": "Bank"}}
    return {
        "Amount": amount,
        "DetailType": "JournalEntryLineDetail",
        "JournalEntryLineDetail": detail | (who if customer else {}),
    }


def test_a_journal_entry_moves_the_sum_of_its_debits() -> None:
    lines = [entry("Debit", 100.25), entry("Debit", 20), entry("Credit", 120.25)]
    assert document_of("JournalEntry", row("journal_entry", "JournalEntry", Line=lines)).total == Decimal("120.25")
    assert document_of("JournalEntry", row("journal_entry", "JournalEntry", Line=[])).total is None


@pytest.mark.parametrize(
    ("customers", "found"), [((None, None), None), (("7", None), "7"), (("7", "7"), "7"), (("7", "9"), None)]
)
def test_a_journal_entry_is_the_customers_whom_all_its_lines_name(
    customers: tuple[str | None, str | None], found: str | None
) -> None:
    lines = [entry(posting, 85, who) for posting, who in zip(("Debit", "Credit"), customers, strict=True)]
    assert document_of("JournalEntry", row("journal_entry", "JournalEntry", Line=lines)).customer_id == found


@pytest.mark.parametrize(
    ("changes", "voided"),
    [
        ({}, True),
        ({"PrivateNote": "Voided - replaced by 5042"}, True),
        ({"PrivateNote": ...}, False),
        ({"PrivateNote": "A free consultation"}, False),
        ({"TotalAmt": 85}, False),
    ],
)
def test_only_a_zero_that_says_so_is_a_voided_document(changes: dict[str, Any], voided: bool) -> None:
    assert document_of("Invoice", row("invoice_voided", "Invoice", **changes)).voided is voided


@pytest.mark.parametrize(("status", "emailed"), [("EmailSent", True), ("NotSet", False), ("NeedToSend", False)])
def test_only_what_was_sent_is_emailed(status: str, emailed: bool) -> None:
    assert document_of("Invoice", row("invoice_read", "Invoice", EmailStatus=status)).emailed is emailed


def test_a_discount_is_read_and_the_last_subtotal_counts() -> None:
    lines = [
        {"Id": "1", "Amount": 200, "DetailType": "SalesItemLineDetail", "SalesItemLineDetail": {}},
        {"Id": "2", "Amount": 200, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}},
        {"Id": "3", "Amount": 50.5, "DetailType": "SalesItemLineDetail", "SalesItemLineDetail": {}},
        {"Amount": 250.5, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}},
        {"Amount": 25.05, "DetailType": "DiscountLineDetail", "DiscountLineDetail": {"PercentBased": True}},
    ]
    document = document_of("Invoice", row("invoice_read", "Invoice", Line=lines, TotalAmt=225.45))
    assert (document.subtotal, document.discount) == (Decimal("250.5"), Decimal("25.05"))
    assert [line.amount for line in document.lines] == [Decimal(200), Decimal("50.5"), Decimal("25.05")]


def test_another_currency_comes_with_its_worth_at_home() -> None:
    euros = {"CurrencyRef": {"value": "EUR", "name": "Euro"}, "ExchangeRate": 1.08, "HomeTotalAmt": 491.17}
    document = document_of("Invoice", row("invoice_read", "Invoice", **euros))
    assert (document.currency, document.total, document.home_total) == ("EUR", Decimal("454.79"), Decimal("491.17"))


@pytest.mark.parametrize("day", ["2026-04-20", "2026-04-20-07:00", "2026-04-20T00:00:00-07:00"])
def test_a_day_is_read_with_an_offset_or_without(day: str) -> None:
    assert document_of("Invoice", row("invoice_read", "Invoice", TxnDate=day)).date == date(2026, 4, 20)


@pytest.mark.parametrize("moment", ["2026-04-20T13:39:22", "yesterday", None])
def test_a_moment_without_an_offset_is_not_known(moment: str | None) -> None:
    raw = row("invoice_read", "Invoice", MetaData={"CreateTime": moment})
    assert document_of("Invoice", raw).created_at is None


@pytest.mark.parametrize("field", ["Line", "MetaData", "BillEmail", "CustomerRef", "CustomerMemo", "LinkedTxn"])
def test_null_is_as_good_as_absent(field: str) -> None:
    absent = document_of("Invoice", row("invoice_read", "Invoice", **{field: ...}))
    assert told(document_of("Invoice", row("invoice_read", "Invoice", **{field: None}))) == told(absent)


@pytest.mark.parametrize("changes", [{"Id": ...}, {"Line": 5}, {"BillEmail": "anna@smith.example"}, {"MetaData": [1]}])
def test_what_quickbooks_would_never_send_is_said_and_never_guessed(changes: dict[str, Any]) -> None:
    with pytest.raises(Stumbled, match="QuickBooks sent an invoice that can't be read"):
        documents_of("Invoice", [row("invoice_read", "Invoice", **changes)])
