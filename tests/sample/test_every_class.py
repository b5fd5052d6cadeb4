"""Every class of the ecosystem's own library at the sample: created, read, changed, found, deleted where it can be."""

import importlib
import json
import warnings
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest
import requests

from sample.caller import TODAY, Caller
from untwin.sample.process import SampleProcess

with warnings.catch_warnings():
    # Third-party modules may warn while they are imported; that is not what these tests are about.
    warnings.simplefilter("ignore")
    from quickbooks.cdc import change_data_capture
    from quickbooks.client import QuickBooks
    from quickbooks.exceptions import QuickbooksException


class _Session(requests.Session):
    access_token = ""


@pytest.fixture(scope="module")
def qb() -> Iterator[Any]:
    """The library at servers of its own, which the tests of this file share."""
    with SampleProcess("--today", TODAY, "--cycle", "3600") as process, _Session() as session:
        caller = Caller(process.greeting)
        caller.sign_in()
        session.trust_env = False
        session.access_token = caller.token

        class Pointed(QuickBooks):  # type: ignore[misc]
            api_url_v3 = f"{caller.base}/v3"

        client = Pointed(company_id=caller.realm, minorversion=75)
        client.session = session
        client.use_decimal = True
        yield client
        caller.session.close()


def _class(module: str, name: str) -> Any:
    return getattr(importlib.import_module(f"quickbooks.objects.{module}"), name)


def _new(module: str, name: str, **fields: Any) -> Any:
    made = _class(module, name)()
    for field, value in fields.items():
        setattr(made, field, value)
    return made


def _first(qb: Any, module: str, name: str) -> Any:
    return _class(module, name).all(max_results=1, qb=qb)[0]


def _bank(qb: Any) -> Any:
    return _class("account", "Account").filter(AccountType="Bank", qb=qb)[0].to_ref()


def _customer(qb: Any) -> Any:
    return _first(qb, "customer", "Customer").to_ref()


def _vendor(qb: Any) -> Any:
    return _first(qb, "vendor", "Vendor").to_ref()


def _sold(qb: Any) -> list[Any]:
    detail = _new("detailline", "SalesItemLineDetail", ItemRef=_first(qb, "item", "Item").to_ref())
    return [_new("detailline", "SalesItemLine", Amount=25, SalesItemLineDetail=detail)]


def _spent(qb: Any) -> list[Any]:
    detail = _new("detailline", "AccountBasedExpenseLineDetail", AccountRef=_bank(qb))
    return [_new("detailline", "AccountBasedExpenseLine", Amount=25, AccountBasedExpenseLineDetail=detail)]


def _deposited(qb: Any) -> list[Any]:
    detail = _new("deposit", "DepositLineDetail", AccountRef=_bank(qb))
    return [_new("deposit", "DepositLine", Amount=25, DepositLineDetail=detail)]


def _journal(qb: Any) -> list[Any]:
    sides = []
    for side in ("Debit", "Credit"):
        detail = _new("journalentry", "JournalEntryLineDetail", PostingType=side, AccountRef=_bank(qb))
        sides.append(_new("journalentry", "JournalEntryLine", Amount=25, JournalEntryLineDetail=detail))
    return sides


def _income(qb: Any) -> Any:
    return _first(qb, "item", "Item").IncomeAccountRef


def _check(qb: Any) -> Any:
    return _new("billpayment", "CheckPayment", BankAccountRef=_bank(qb))


def _paid_bill(qb: Any) -> list[Any]:
    bill = _new("bill", "Bill", VendorRef=_vendor(qb), Line=_spent(qb)).save(qb=qb)
    line = _new("billpayment", "BillPaymentLine", Amount=25)
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
    ("invoice", "Invoice"): {"CustomerRef": _customer, "Line": _sold},
    ("creditmemo", "CreditMemo"): {"CustomerRef": _customer, "Line": _sold},
    ("salesreceipt", "SalesReceipt"): {"CustomerRef": _customer, "Line": _sold},
    ("refundreceipt", "RefundReceipt"): {"CustomerRef": _customer, "Line": _sold, "DepositToAccountRef": _bank},
    ("estimate", "Estimate"): {"CustomerRef": _customer, "Line": _sold},
    ("payment", "Payment"): {"CustomerRef": _customer, "TotalAmt": _plain(25)},
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


def _made(qb: Any, kind: tuple[str, str], fields: Fields) -> Any:
    made = _new(*kind, **{name: value(qb) for name, value in fields.items()})
    made.save(qb=qb)
    return _class(*kind).get(made.Id, qb=qb)


@pytest.mark.parametrize("kind", [*NAMES, *FORMS], ids=lambda kind: kind[1])
def test_it_is_created_read_changed_and_found(qb: Any, kind: tuple[str, str]) -> None:
    made = _made(qb, kind, (NAMES | FORMS)[kind])
    assert made.SyncToken == "0"
    _change(made)
    changed = made.save(qb=qb)
    assert (changed.Id, changed.SyncToken) == (made.Id, "1")
    assert [found.Id for found in _class(*kind).filter(Id=made.Id, qb=qb)] == [made.Id]
    assert _class(*kind).count(f"Id = '{made.Id}'", qb=qb) == 1
    with pytest.raises(QuickbooksException) as stale:
        made.save(qb=qb)
    assert stale.value.error_code == 5010


def _change(made: Any) -> None:
    for field in ("PrivateNote", "Description", "CompanyName", "Note", "TaxRegistrationNumber", "FamilyName", "Name"):
        if hasattr(made, field):
            setattr(made, field, "Changed once")
            return
    raise AssertionError(f"nothing to change in {made}")


@pytest.mark.parametrize("kind", FORMS, ids=lambda kind: kind[1])
def test_a_form_is_deleted(qb: Any, kind: tuple[str, str]) -> None:
    made = _made(qb, kind, FORMS[kind])
    answer = made.delete(qb=qb)
    assert next(inner for inner in answer.values() if isinstance(inner, dict))["status"] == "Deleted"
    with pytest.raises(QuickbooksException) as gone:
        _class(*kind).get(made.Id, qb=qb)
    assert gone.value.error_code == 610


@pytest.mark.parametrize("kind", [kind for kind in FORMS if hasattr(_class(*kind), "void")], ids=lambda kind: kind[1])
def test_a_form_is_voided(qb: Any, kind: tuple[str, str]) -> None:
    made = _made(qb, kind, FORMS[kind])
    made.void(qb=qb)
    after = _class(*kind).get(made.Id, qb=qb)
    assert (Decimal(after.TotalAmt), after.PrivateNote) == (Decimal(0), "Voided")


@pytest.mark.parametrize("kind", NAMES, ids=lambda kind: kind[1])
def test_a_name_is_taken_only_once_and_becomes_inactive(qb: Any, kind: tuple[str, str]) -> None:
    cls = _class(*kind)
    field = next(name for name in ("DisplayName", "Code", "Name") if hasattr(cls(), name))
    # An employee's name on screen is made of its parts.
    taken = {name: value(qb) for name, value in NAMES[kind].items()} | {field: f"Only {kind[1]}"}
    _new(*kind, **taken).save(qb=qb)
    with pytest.raises(QuickbooksException) as doubled:
        _new(*kind, **taken).save(qb=qb)
    assert doubled.value.error_code == 6240
    if hasattr(cls(), "Active"):
        [first] = cls.filter(**{field: f"Only {kind[1]}"}, qb=qb)
        first.Active = False
        first.save(qb=qb)
        assert cls.filter(**{field: f"Only {kind[1]}"}, qb=qb) == []


def test_taxes_are_made_by_their_service_and_read_by_their_classes(qb: Any) -> None:
    agency = _new("taxagency", "TaxAgency", DisplayName="City of Bray")
    agency.save(qb=qb)
    detail = _new("taxservice", "TaxRateDetails", TaxRateName="Bray 5", RateValue=5, TaxAgencyId=agency.Id)
    service = _new("taxservice", "TaxService", TaxCode="Bray", TaxRateDetails=[detail])
    service.save(qb=qb)
    [rate] = _class("taxrate", "TaxRate").filter(Name="Bray 5", qb=qb)
    [code] = _class("taxcode", "TaxCode").filter(Name="Bray", qb=qb)
    assert (rate.RateValue, rate.AgencyRef.value) == (5, agency.Id)
    assert code.SalesTaxRateList.TaxRateDetail[0].TaxRateRef.value == rate.Id
    assert _class("taxcode", "TaxCode").get(code.Id, qb=qb).Name == "Bray"
    with pytest.raises(QuickbooksException):
        service.save(qb=qb)


def test_a_file_is_uploaded_and_fetched_again(qb: Any) -> None:
    file = _new("attachable", "Attachable", FileName="hours.txt", ContentType="text/plain", _FileBytes=b"7.5 hours")
    file.save(qb=qb)
    stored = _class("attachable", "Attachable").get(file.Id, qb=qb)
    assert (stored.FileName, stored.Size, stored.ContentType) == ("hours.txt", 9, "text/plain")
    headers = {"Authorization": f"Bearer {qb.session.access_token}"}
    address = qb.session.get(f"{qb.api_url}/company/{qb.company_id}/download/{file.Id}", headers=headers, timeout=10)
    assert qb.session.get(address.text, timeout=10).content == b"7.5 hours"


def test_a_rate_is_set_and_found_by_currency_and_day(qb: Any) -> None:
    rate = _new("exchangerate", "ExchangeRate", SourceCurrencyCode="GBP", AsOfDate="2026-11-02", Rate=1.25)
    rate.save(qb=qb)
    rate.Rate = 1.5
    rate.save(qb=qb)
    where = "SourceCurrencyCode IN ('GBP') AND AsOfDate = '2026-11-02'"
    [found] = _class("exchangerate", "ExchangeRate").where(where, qb=qb)
    assert found.Rate == Decimal("1.5")
    address = f"{qb.api_url}/company/{qb.company_id}/exchangerate"
    asked = {"sourcecurrencycode": "GBP", "asofdate": "2026-11-09"}
    assert qb.get(address, params=asked)["ExchangeRate"]["Rate"] == Decimal("1.5")


def test_a_form_comes_again_by_its_template(qb: Any) -> None:
    info = _new("recurringtransaction", "RecurringInfo", Name="Monthly advice", Active=True)
    schedule = {"IntervalType": "Monthly", "NumInterval": 1, "DayOfMonth": 1}
    info.ScheduleInfo = _new("recurringtransaction", "ScheduleInfo", **schedule)
    form = _new("recurringtransaction", "RecurringInvoice", CustomerRef=_customer(qb), Line=_sold(qb))
    form.RecurringInfo = info
    template = _new("recurringtransaction", "RecurringTransaction", Invoice=form)
    template.save(qb=qb)
    [stored] = _class("recurringtransaction", "RecurringTransaction").all(qb=qb)
    assert (stored.Invoice.RecurringInfo.Name, stored.Invoice.TotalAmt) == ("Monthly advice", 25)
    stored.Invoice.RecurringInfo.Active = False
    stored.save(qb=qb)
    read = _class("recurringtransaction", "RecurringTransaction").get(stored.Invoice.Id, qb=qb)
    assert (read.Invoice.RecurringInfo.Active, read.Invoice.SyncToken) == (False, "1")
    read.delete(qb=qb)
    assert _class("recurringtransaction", "RecurringTransaction").all(qb=qb) == []


def test_what_a_company_has_one_of_is_changed(qb: Any) -> None:
    preferences = _class("preferences", "Preferences").get(qb=qb)
    preferences.SalesFormsPrefs.AllowDeposit = True
    preferences.save(qb=qb)
    assert _class("preferences", "Preferences").get(qb=qb).SalesFormsPrefs.AllowDeposit is True
    company = _class("company_info", "CompanyInfo").get(qb.company_id, qb=qb)
    company.LegalName = "Harlow & Pike, a partnership"
    company.save(qb=qb)
    [stored] = _class("company_info", "CompanyInfo").all(qb=qb)
    assert stored.LegalName == "Harlow & Pike, a partnership"


@pytest.mark.parametrize("kind", [("budget", "Budget"), ("customertype", "CustomerType")], ids=lambda kind: kind[1])
def test_what_is_only_read_is_only_read(qb: Any, kind: tuple[str, str]) -> None:
    assert _class(*kind).count(qb=qb) == len(_class(*kind).all(qb=qb))
    with pytest.raises(QuickbooksException) as refused:
        qb.post(f"{qb.api_url}/company/{qb.company_id}/{kind[1].lower()}", '{"Name": "X"}')
    assert refused.value.error_code == 500


def test_reports_pdfs_and_sending(qb: Any) -> None:
    assert qb.get_report("ProfitAndLoss", {"start_date": "2026-01-01"})["Header"]["StartPeriod"] == "2026-01-01"
    with pytest.raises(QuickbooksException):
        qb.get_report("HoroscopeByMonth")
    invoice = _made(qb, ("invoice", "Invoice"), FORMS["invoice", "Invoice"])
    assert invoice.download_pdf(qb=qb).startswith(b"%PDF")
    invoice.send(qb=qb, send_to="kim@wren.invalid")
    sent = _class("invoice", "Invoice").get(invoice.Id, qb=qb)
    assert (sent.EmailStatus, sent.BillEmail.Address) == ("EmailSent", "kim@wren.invalid")


def test_a_batch_mixes_kinds_and_changes_are_told(qb: Any) -> None:
    names = [{"bId": str(n), "operation": "create", "Class": {"Name": f"Row {n}"}} for n in range(3)]
    asked = {"bId": "q", "Query": "SELECT * FROM Class WHERE Name LIKE 'Row %'"}
    fails = {"bId": "f", "operation": "update", "Term": {"Id": "999", "SyncToken": "0", "Name": "X"}}
    answer = qb.batch_operation(_json({"BatchItemRequest": [*names, asked, fails]}))["BatchItemResponse"]
    assert [item["bId"] for item in answer] == ["0", "1", "2", "q", "f"]
    assert len(answer[3]["QueryResponse"]["Class"]) == 3
    assert answer[4]["Fault"]["Error"][0]["code"] == "610"
    changed = change_data_capture([_class("trackingclass", "Class")], "2026-11-19T00:00:00-08:00", qb=qb)
    assert {found.Name for found in changed.Class} >= {"Row 0", "Row 1", "Row 2"}


def _json(value: Any) -> str:
    return json.dumps(value)
