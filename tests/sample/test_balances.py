"""The balances of customers, vendors and accounts while documents come, change and go."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from sample.caller import TODAY, Caller
from sample.landscaped import BOUGHT, landscaped, sale, sold
from untwin.sample.clock import at
from untwin.sample.firm.bulk import fill
from untwin.sample.firm.firm import make_firm
from untwin.sample.firm.landscaper import make_landscaper
from untwin.sample.quickbooks.books.books import Books
from untwin.sample.quickbooks.books.postings import Chart, postings
from untwin.sample.quickbooks.kinds.entities import ENTITIES

Doc = dict[str, Any]
DAY = date.fromisoformat(TODAY)
CHECKING, RECEIVABLE, PAYABLE, CARD = "35", "84", "33", "41"


@pytest.fixture(scope="module")
def books() -> Iterator[Caller]:
    with landscaped() as caller:
        yield caller


def _name(books: Caller, kind: str, **fields: Any) -> str:
    answer = books.post(kind, fields)
    assert answer.status_code == 200, answer.text
    return str(next(iter(answer.json().values()))["Id"])


def _made(books: Caller, kind: str, body: Doc) -> Doc:
    answer = books.post(kind.lower(), body)
    assert answer.status_code == 200, answer.text
    return dict(answer.json()[kind])


def _gone(books: Caller, kind: str, id_: str, operation: str) -> None:
    now = books.call("GET", f"{kind.lower()}/{id_}").json()[kind]
    body = {"Id": id_, "SyncToken": now["SyncToken"]}
    assert books.post(kind.lower(), body, operation=operation).status_code == 200


def _balance(books: Caller, kind: str, id_: str, field: str = "Balance") -> Decimal:
    return Decimal(str(books.call("GET", f"{kind.lower()}/{id_}").json()[kind][field]))


def _pays(amount: int, kind: str, doc: Doc) -> Doc:
    return {"Amount": amount, "LinkedTxn": [{"TxnId": doc["Id"], "TxnType": kind}]}


def test_a_customers_balance_follows_sales_payments_and_credits(books: Caller) -> None:
    id_ = _name(books, "customer", DisplayName="Balance One")
    to = {"CustomerRef": {"value": id_}}
    invoice, other = (_made(books, "Invoice", sale(amount) | to) for amount in (100, 50))
    assert _balance(books, "Customer", id_) == 150
    pays = to | {"TotalAmt": 90, "Line": [_pays(80, "Invoice", invoice)]}
    payment = _made(books, "Payment", pays)
    assert _balance(books, "Customer", id_) == 60
    _made(books, "CreditMemo", sale(20) | to)
    assert _balance(books, "Customer", id_) == 40
    change = {"Id": other["Id"], "SyncToken": "0", "sparse": True, "Line": [sold(70)]}
    _made(books, "Invoice", change)
    assert _balance(books, "Customer", id_) == 60
    _gone(books, "Payment", payment["Id"], "delete")
    assert _balance(books, "Customer", id_) == 150
    _gone(books, "Invoice", invoice["Id"], "void")
    _gone(books, "Invoice", other["Id"], "delete")
    assert _balance(books, "Customer", id_) == -20


def test_a_parents_balance_holds_its_jobs_and_queries_see_both(books: Caller) -> None:
    parent = _name(books, "customer", DisplayName="Balance Parent")
    job = _name(books, "customer", DisplayName="A job", Job=True, ParentRef={"value": parent})
    inner = _name(books, "customer", DisplayName="A job in it", Job=True, ParentRef={"value": job})
    for id_, amount in ((parent, 1), (job, 20), (inner, 300)):
        _made(books, "Invoice", sale(amount) | {"CustomerRef": {"value": id_}})
    found = books.query("SELECT * FROM Customer WHERE DisplayName = 'Balance Parent' AND Balance > '0'")["Customer"][0]
    assert (found["Balance"], found["BalanceWithJobs"]) == (1, 321)
    most = books.query(f"SELECT * FROM Customer WHERE Id IN ('{parent}', '{job}', '{inner}') ORDERBY Balance DESC")  # noqa: S608
    assert [each["Id"] for each in most["Customer"]] == [inner, job, parent]
    asked = {"entities": "Customer", "changedSince": "2026-11-19T00:00:00-08:00"}
    told = books.call("GET", "cdc", params=asked).json()["CDCResponse"][0]["QueryResponse"][0]["Customer"]
    assert {each["Id"]: each["BalanceWithJobs"] for each in told}[job] == 320


def test_a_vendors_balance_follows_bills_credits_and_payments(books: Caller) -> None:
    id_ = _name(books, "vendor", DisplayName="Vendor One")
    line = {"Amount": 100, "DetailType": BOUGHT, BOUGHT: {"AccountRef": {"value": "64"}}}
    from_ = {"VendorRef": {"value": id_}}
    bill = _made(books, "Bill", from_ | {"Line": [line]})
    credit = _made(books, "VendorCredit", from_ | {"Line": [line | {"Amount": 30}]})
    assert _balance(books, "Vendor", id_) == 70
    check = {"PayType": "Check", "CheckPayment": {"BankAccountRef": {"value": CHECKING}}}
    lines = [_pays(100, "Bill", bill), _pays(30, "VendorCredit", credit)]
    paid = _made(books, "BillPayment", from_ | check | {"TotalAmt": 70, "Line": lines})
    assert _balance(books, "Vendor", id_) == 0
    _gone(books, "BillPayment", paid["Id"], "void")
    assert _balance(books, "Vendor", id_) == 70


@pytest.mark.parametrize("operation", ["void", "delete"])
def test_accounts_follow_what_is_posted_to_them(books: Caller, operation: str) -> None:
    def standing() -> list[Decimal]:
        accounts = (CHECKING, RECEIVABLE, PAYABLE, CARD)
        return [_balance(books, "Account", id_, "CurrentBalance") for id_ in accounts]

    before = standing()
    invoice = _made(books, "Invoice", sale(100))
    assert standing()[1] == before[1] + 100
    into = {"CustomerRef": {"value": "1"}, "TotalAmt": 100, "DepositToAccountRef": {"value": CHECKING}}
    payment = _made(books, "Payment", into | {"Line": [_pays(100, "Invoice", invoice)]})
    assert standing() == [before[0] + 100, *before[1:]]
    line = {"Amount": 25, "DetailType": BOUGHT, BOUGHT: {"AccountRef": {"value": "64"}}}
    bill = _made(books, "Bill", {"VendorRef": {"value": "46"}, "Line": [line]})
    card = _made(books, "Purchase", {"AccountRef": {"value": CARD}, "PaymentType": "CreditCard", "Line": [line]})
    # What is owed on bills is shown below zero, what is owed on a card above.
    assert standing() == [before[0] + 100, before[1], before[2] - 25, before[3] + 25]
    for kind, id_ in (("Payment", payment["Id"]), ("Invoice", invoice["Id"])):
        _gone(books, kind, id_, operation)
    for kind, id_ in (("Bill", bill["Id"]), ("Purchase", card["Id"])):
        _gone(books, kind, id_, "delete")
    assert standing() == before


def test_a_deposit_takes_payments_out_of_what_was_not_deposited(books: Caller) -> None:
    undeposited = _balance(books, "Account", "4", "CurrentBalance")
    payment = _made(books, "Payment", {"CustomerRef": {"value": "1"}, "TotalAmt": 60})
    assert _balance(books, "Account", "4", "CurrentBalance") == undeposited + 60
    line = _pays(60, "Payment", payment) | {"DetailType": "DepositLineDetail", "DepositLineDetail": {}}
    deposit = _made(books, "Deposit", {"DepositToAccountRef": {"value": CHECKING}, "Line": [line]})
    assert _balance(books, "Account", "4", "CurrentBalance") == undeposited
    linked = books.call("GET", f"payment/{payment['Id']}").json()["Payment"]["LinkedTxn"]
    assert linked == [{"TxnId": deposit["Id"], "TxnType": "Deposit"}]
    _gone(books, "Deposit", deposit["Id"], "delete")
    assert books.call("GET", f"payment/{payment['Id']}").json()["Payment"]["LinkedTxn"] == []


def test_tax_is_worked_out_by_its_code_and_follows_the_lines(books: Caller) -> None:
    taxed = {"TaxCodeRef": {"value": "TAX"}}
    lines = [sold(50, **taxed), sold(7)]
    made = _made(books, "Invoice", sale(Line=lines, TxnTaxDetail={"TxnTaxCodeRef": {"value": "2"}}))
    tax = made["TxnTaxDetail"]
    assert (tax["TotalTax"], made["TotalAmt"]) == (4, 61)
    assert tax["TaxLine"][0]["TaxLineDetail"]["NetAmountTaxable"] == 50
    change = {"Id": made["Id"], "SyncToken": "0", "sparse": True, "Line": [sold(100, **taxed)]}
    assert _made(books, "Invoice", change)["TotalAmt"] == 108
    given = sale(10, TxnTaxDetail={"TxnTaxCodeRef": {"value": "2"}, "TotalTax": 3})
    assert _made(books, "Invoice", given)["TotalAmt"] == 13


def test_the_usual_accounts_are_filled_in(books: Caller) -> None:
    line = {"Amount": 5, "DetailType": BOUGHT, BOUGHT: {"AccountRef": {"value": "64"}}}
    bill = _made(books, "Bill", {"VendorRef": {"value": "46"}, "Line": [line]})
    payment = _made(books, "Payment", {"CustomerRef": {"value": "1"}, "TotalAmt": 5})
    receipt = _made(books, "SalesReceipt", sale(5))
    assert bill["APAccountRef"] == {"value": PAYABLE, "name": "Accounts Payable (A/P)"}
    assert receipt["DepositToAccountRef"] == {"value": "4", "name": "Undeposited Funds"}
    # A payment's account is told without its name.
    assert payment["DepositToAccountRef"] == {"value": "4"}


def _recounted(books: Books) -> None:
    """What was kept in step is what a new count finds."""
    kinds = ("Customer", "Vendor", "Account")
    docs = [(ENTITIES[kind], doc) for kind in kinds for doc in books.of(kind).values()]
    kept = [books.balances.shown(*pair) for pair in docs]
    books.balances.forget()
    assert [books.balances.shown(*pair) for pair in docs] == kept


def test_every_document_posts_as_much_to_the_debit_as_to_the_credit() -> None:
    for books in (make_landscaper(DAY), make_firm(1, DAY).books):
        chart = Chart.of(books.of("Account"), books.find)
        for kind, entity in ENTITIES.items():
            for doc in books.of(kind).values():
                assert sum((each.amount for each in postings(entity, doc, chart)), Decimal(0)) == 0, (kind, doc)
                assert all(books.find("Account", each.account) for each in postings(entity, doc, chart)), (kind, doc)


def test_a_crowd_counts_as_its_documents_do() -> None:
    firm = make_firm(1, DAY)
    fill(firm, 500, 1, DAY)
    books = firm.books
    customer = next(doc for doc in books.of("Invoice").values())["CustomerRef"]["value"]
    first = books.balances.shown(ENTITIES["Customer"], books.of("Customer")[customer])["Balance"]
    fields = {"Invoice": ("Balance", 1), "CreditMemo": ("RemainingCredit", -1), "Payment": ("UnappliedAmt", -1)}
    expected = sum(
        (
            sign * Decimal(doc[field])
            for kind, (field, sign) in fields.items()
            for doc in books.of(kind).values()
            if doc["CustomerRef"]["value"] == customer
        ),
        Decimal(0),
    )
    assert first == expected
    for id_ in list(books.of("Invoice"))[50:60]:
        books.put(ENTITIES["Invoice"], books.of("Invoice")[id_] | {"Balance": Decimal(7)})
    for id_ in list(books.of("Invoice"))[60:65]:
        books.delete(ENTITIES["Invoice"], id_, at(DAY))
    _recounted(books)
