"""Balances and links on both sides stay right while documents come, change and go."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from sample.caller import TODAY, Caller, fault
from untwin.sample.process import SampleProcess

Doc = dict[str, Any]
SALE, BOUGHT = "SalesItemLineDetail", "AccountBasedExpenseLineDetail"


@pytest.fixture(scope="module")
def books() -> Iterator[Caller]:
    """Servers with the landscaper's books."""
    with SampleProcess("--firms", "1", "--landscaper", "--today", TODAY, "--cycle", "3600") as process:
        caller = Caller(process.greeting)
        caller.realm = process.greeting["quickbooks"]["companies"][1]["realm_id"]
        yield caller
        caller.session.close()


def _made(books: Caller, kind: str, **fields: Any) -> Doc:
    answer = books.post(kind.lower(), fields)
    assert answer.status_code == 200, answer.text
    return dict(answer.json()[kind])


def _now(books: Caller, kind: str, doc: Doc) -> Doc:
    return dict(books.call("GET", f"{kind.lower()}/{doc['Id']}").json()[kind])


def _sold(books: Caller, kind: str, amount: int, **more: Any) -> Doc:
    line = {"Amount": amount, "DetailType": SALE, SALE: {"ItemRef": {"value": "10"}}}
    return _made(books, kind, CustomerRef={"value": "1"}, Line=[line], **more)


def _bought(books: Caller, kind: str, amount: int, **more: Any) -> Doc:
    line = {"Amount": amount, "DetailType": BOUGHT, BOUGHT: {"AccountRef": {"value": "64"}}}
    return _made(books, kind, VendorRef={"value": "46"}, Line=[line], **more)


def _pays(amount: int, kind: str, doc: Doc) -> Doc:
    return {"Amount": amount, "LinkedTxn": [{"TxnId": doc["Id"], "TxnType": kind}]}


def _payment(books: Caller, total: int, *lines: Doc) -> Doc:
    return _made(books, "Payment", CustomerRef={"value": "1"}, TotalAmt=total, Line=list(lines))


def _gone(books: Caller, kind: str, doc: Doc, operation: str) -> None:
    now = _now(books, kind, doc)
    body = {"Id": now["Id"], "SyncToken": now["SyncToken"]}
    assert books.post(kind.lower(), body, operation=operation).status_code == 200


def test_a_payment_lowers_what_is_open_and_both_know_each_other(books: Caller) -> None:
    invoice = _sold(books, "Invoice", 100)
    payment = _payment(books, 70, _pays(60, "Invoice", invoice))
    assert payment["UnappliedAmt"] == 10
    after = _now(books, "Invoice", invoice)
    assert (after["Balance"], after["LinkedTxn"]) == (40, [{"TxnId": payment["Id"], "TxnType": "Payment"}])
    assert int(after["SyncToken"]) == int(invoice["SyncToken"]) + 1
    told = {pair["value"]["Name"]: pair["value"]["Value"] for pair in payment["Line"][0]["LineEx"]["any"]}
    number = invoice["DocNumber"]
    assert told == {"txnId": invoice["Id"], "txnOpenBalance": "100.00", "txnReferenceNumber": number}


def test_a_changed_payment_gives_back_and_takes(books: Caller) -> None:
    first, second = _sold(books, "Invoice", 100), _sold(books, "Invoice", 50)
    payment = _payment(books, 100, _pays(100, "Invoice", first))
    body = {"Id": payment["Id"], "SyncToken": payment["SyncToken"], "sparse": True}
    lines = [_pays(30, "Invoice", first), _pays(50, "Invoice", second)]
    changed = books.post("payment", body | {"Line": lines}).json()["Payment"]
    assert changed["UnappliedAmt"] == 20
    assert (_now(books, "Invoice", first)["Balance"], _now(books, "Invoice", second)["Balance"]) == (70, 0)
    note = body | {"SyncToken": changed["SyncToken"], "PrivateNote": "By post"}
    assert books.post("payment", note).json()["Payment"]["UnappliedAmt"] == 20
    assert _now(books, "Invoice", first)["Balance"] == 70


@pytest.mark.parametrize("operation", ["void", "delete"])
def test_a_payment_that_goes_gives_all_back(books: Caller, operation: str) -> None:
    invoice = _sold(books, "Invoice", 100)
    payment = _payment(books, 100, _pays(100, "Invoice", invoice))
    _gone(books, "Payment", payment, operation)
    after = _now(books, "Invoice", invoice)
    assert (after["Balance"], after["LinkedTxn"]) == (100, [])


@pytest.mark.parametrize("operation", ["void", "delete"])
def test_an_invoice_that_goes_frees_the_money(books: Caller, operation: str) -> None:
    invoice = _sold(books, "Invoice", 100)
    payment = _payment(books, 100, _pays(100, "Invoice", invoice))
    _gone(books, "Invoice", invoice, operation)
    after = _now(books, "Payment", payment)
    assert (after["UnappliedAmt"], after["Line"]) == (100, [])
    if operation == "void":
        assert _now(books, "Invoice", invoice)["LinkedTxn"] == []


def test_a_credit_memo_adds_to_what_a_payment_gives(books: Caller) -> None:
    invoice, credit = _sold(books, "Invoice", 100), _sold(books, "CreditMemo", 40)
    payment = _payment(books, 60, _pays(100, "Invoice", invoice), _pays(40, "CreditMemo", credit))
    after = _now(books, "CreditMemo", credit)
    assert (payment["UnappliedAmt"], after["RemainingCredit"], after["Balance"]) == (0, 0, 0)
    assert after["LinkedTxn"] == [{"TxnId": payment["Id"], "TxnType": "Payment"}]
    _gone(books, "Payment", payment, "delete")
    assert _now(books, "CreditMemo", credit)["RemainingCredit"] == 40


def test_no_more_is_applied_than_is_open_or_there(books: Caller) -> None:
    invoice = _sold(books, "Invoice", 100)
    for total, applied in ((200, 150), (50, 100)):
        body = {"CustomerRef": {"value": "1"}, "TotalAmt": total, "Line": [_pays(applied, "Invoice", invoice)]}
        assert fault(books.post("payment", body))["code"] == "6000"
    lost = {"CustomerRef": {"value": "1"}, "TotalAmt": 1, "Line": [_pays(1, "Invoice", {"Id": "999999"})]}
    assert fault(books.post("payment", lost))["code"] == "610"
    assert _now(books, "Invoice", invoice) == invoice


def test_a_bill_payment_pays_bills_with_vendor_credited(books: Caller) -> None:
    bill, credit = _bought(books, "Bill", 100), _bought(books, "VendorCredit", 30)
    paid = _made(
        books,
        "BillPayment",
        VendorRef={"value": "46"},
        TotalAmt=70,
        PayType="Check",
        CheckPayment={"BankAccountRef": {"value": "35"}},
        Line=[_pays(100, "Bill", bill), _pays(30, "VendorCredit", credit)],
    )
    link = [{"TxnId": paid["Id"], "TxnType": "BillPaymentCheck"}]
    for kind, doc in (("Bill", bill), ("VendorCredit", credit)):
        after = _now(books, kind, doc)
        assert (after["Balance"], after["LinkedTxn"]) == (0, link)
    _gone(books, "BillPayment", paid, "delete")
    assert (_now(books, "Bill", bill)["Balance"], _now(books, "VendorCredit", credit)["Balance"]) == (100, 30)


def test_an_invoice_closes_its_estimate_and_opens_it_again(books: Caller) -> None:
    estimate = _sold(books, "Estimate", 100)
    invoice = _sold(books, "Invoice", 100, LinkedTxn=[{"TxnId": estimate["Id"], "TxnType": "Estimate"}])
    after = _now(books, "Estimate", estimate)
    link = [{"TxnId": invoice["Id"], "TxnType": "Invoice"}]
    assert (after["TxnStatus"], after["LinkedTxn"]) == ("Closed", link)
    _gone(books, "Invoice", invoice, "delete")
    after = _now(books, "Estimate", estimate)
    assert (after["TxnStatus"], after["LinkedTxn"]) == ("Pending", [])


def test_the_seeded_books_add_up(books: Caller) -> None:
    for payment in books.books()["Payment"]:
        applied = sum((Decimal(str(line["Amount"])) for line in payment["Line"]), Decimal(0))
        credited = [line for line in payment["Line"] if line["LinkedTxn"][0]["TxnType"] == "CreditMemo"]
        applied -= 2 * sum((Decimal(str(line["Amount"])) for line in credited), Decimal(0))
        assert Decimal(str(payment["UnappliedAmt"])) == Decimal(str(payment["TotalAmt"])) - applied
