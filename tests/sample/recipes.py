"""Makes objects of the ecosystem's own library: what each class needs before it can be saved."""

import importlib
from collections.abc import Callable
from typing import Any


def kind_of(module: str, name: str) -> Any:
    return getattr(importlib.import_module(f"quickbooks.objects.{module}"), name)


def new(module: str, name: str, **fields: Any) -> Any:
    made = kind_of(module, name)()
    for field, value in fields.items():
        setattr(made, field, value)
    return made


def _first(qb: Any, module: str, name: str) -> Any:
    return kind_of(module, name).all(max_results=1, qb=qb)[0]


def _bank(qb: Any) -> Any:
    return kind_of("account", "Account").filter(AccountType="Bank", qb=qb)[0].to_ref()


def a_customer(qb: Any) -> Any:
    return _first(qb, "customer", "Customer").to_ref()


def _vendor(qb: Any) -> Any:
    return _first(qb, "vendor", "Vendor").to_ref()


def some_sold(qb: Any) -> list[Any]:
    detail = new("detailline", "SalesItemLineDetail", ItemRef=_first(qb, "item", "Item").to_ref())
    return [new("detailline", "SalesItemLine", Amount=25, SalesItemLineDetail=detail)]


def _spent(qb: Any) -> list[Any]:
    detail = new("detailline", "AccountBasedExpenseLineDetail", AccountRef=_bank(qb))
    return [new("detailline", "AccountBasedExpenseLine", Amount=25, AccountBasedExpenseLineDetail=detail)]


def _deposited(qb: Any) -> list[Any]:
    detail = new("deposit", "DepositLineDetail", AccountRef=_bank(qb))
    return [new("deposit", "DepositLine", Amount=25, DepositLineDetail=detail)]


def _journal(qb: Any) -> list[Any]:
    sides = []
    for side in ("Debit", "Credit"):
        detail = new("journalentry", "JournalEntryLineDetail", PostingType=side, AccountRef=_bank(qb))
        sides.append(new("journalentry", "JournalEntryLine", Amount=25, JournalEntryLineDetail=detail))
    return sides


def _income(qb: Any) -> Any:
    return _first(qb, "item", "Item").IncomeAccountRef


def _check(qb: Any) -> Any:
    return new("billpayment", "CheckPayment", BankAccountRef=_bank(qb))


def _paid_bill(qb: Any) -> list[Any]:
    bill = new("bill", "Bill", VendorRef=_vendor(qb), Line=_spent(qb)).save(qb=qb)
    line = new("billpayment", "BillPaymentLine", Amount=25)
    line.LinkedTxn = [bill.to_linked_txn()]
    return [line]


Fields = dict[str, Callable[[Any], Any]]


def _plain(value: Any) -> Callable[[Any], Any]:
    return lambda _qb: value


NAMES: dict[tuple[str, str], Fields] = {
    ("account", "Account"): {"Name": _plain("Tools"), "AccountType": _plain("Expense")},
    ("customer", "Customer"): {"DisplayName": _plain("Wren Studio")},
    ("vendor", "Vendor"): {"DisplayName": _plain("Alder Paper")},
    ("employee", "Employee"): {"GivenName": _plain("Ann"), "FamilyName": _plain("Lindqvist")},
    ("item", "Item"): {"Name": _plain("Advice"), "Type": _plain("Service"), "IncomeAccountRef": _income},
    ("term", "Term"): {"Name": _plain("Net 15"), "DueDays": _plain(15)},
    ("paymentmethod", "PaymentMethod"): {"Name": _plain("Wire")},
    ("trackingclass", "Class"): {"Name": _plain("West")},
    ("department", "Department"): {"Name": _plain("Harbour")},
    ("companycurrency", "CompanyCurrency"): {"Name": _plain("Euro"), "Code": _plain("EUR")},
    ("taxagency", "TaxAgency"): {"DisplayName": _plain("County of Marlow")},
}
FORMS: dict[tuple[str, str], Fields] = {
    ("invoice", "Invoice"): {"CustomerRef": a_customer, "Line": some_sold},
    ("creditmemo", "CreditMemo"): {"CustomerRef": a_customer, "Line": some_sold},
    ("salesreceipt", "SalesReceipt"): {"CustomerRef": a_customer, "Line": some_sold},
    ("refundreceipt", "RefundReceipt"): {"CustomerRef": a_customer, "Line": some_sold, "DepositToAccountRef": _bank},
    ("estimate", "Estimate"): {"CustomerRef": a_customer, "Line": some_sold},
    ("payment", "Payment"): {"CustomerRef": a_customer, "TotalAmt": _plain(25)},
    ("journalentry", "JournalEntry"): {"Line": _journal},
    ("deposit", "Deposit"): {"DepositToAccountRef": _bank, "Line": _deposited},
    ("transfer", "Transfer"): {"FromAccountRef": _bank, "ToAccountRef": _bank, "Amount": _plain(25)},
    ("bill", "Bill"): {"VendorRef": _vendor, "Line": _spent},
    ("vendorcredit", "VendorCredit"): {"VendorRef": _vendor, "Line": _spent},
    ("billpayment", "BillPayment"): {
        "VendorRef": _vendor,
        "TotalAmt": _plain(25),
        "PayType": _plain("Check"),
        "CheckPayment": _check,
        "Line": _paid_bill,
    },
    ("purchase", "Purchase"): {"AccountRef": _bank, "PaymentType": _plain("Cash"), "Line": _spent},
    ("purchaseorder", "PurchaseOrder"): {"VendorRef": _vendor, "APAccountRef": _bank, "Line": _spent},
    ("timeactivity", "TimeActivity"): {"NameOf": _plain("Vendor"), "VendorRef": _vendor, "Hours": _plain(2)},
    ("creditcardpayment_entity", "CreditCardPayment"): {
        "Amount": _plain(25),
        "BankAccountRef": _bank,
        "CreditCardAccountRef": _bank,
    },
    ("attachable", "Attachable"): {"Note": _plain("asked for by the client")},
}


def saved(qb: Any, kind: tuple[str, str], fields: Fields) -> Any:
    made = new(*kind, **{name: value(qb) for name, value in fields.items()})
    made.save(qb=qb)
    return kind_of(*kind).get(made.Id, qb=qb)
