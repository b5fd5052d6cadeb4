"""Every class of python-quickbooks, created, read, changed, found and deleted; run by run_client.py."""

from collections.abc import Callable
from typing import Any

from quickbooks.exceptions import QuickbooksException

from sample.recipes import FORMS, NAMES, kind_of, new, saved, some_sold

_CHANGED = ("PrivateNote", "Description", "CompanyName", "Note", "TaxRegistrationNumber", "FamilyName", "Name")
_ONLY_READ = (("budget", "Budget"), ("customertype", "CustomerType"), ("taxcode", "TaxCode"), ("taxrate", "TaxRate"))


def walk_classes(books: Any) -> None:
    """Walks through all of them, and says of each what was done."""
    for kind, fields in (NAMES | FORMS).items():
        # The company has names of its own, which these must not meet.
        called = {name: _called(kind[1]) for name in ("Name", "DisplayName") if name in fields}
        made = saved(books, kind, fields | called)
        field = next(each for each in _CHANGED if hasattr(made, each))
        setattr(made, field, f"Changed {kind[1]}")
        changed = made.save(qb=books)
        held(f"{kind[1]} is created, read and changed", changed.SyncToken == "1")
        found = kind_of(*kind).filter(Id=made.Id, qb=books)
        counted = kind_of(*kind).count(f"Id = '{made.Id}'", qb=books)
        held(f"{kind[1]} is found and counted", [each.Id for each in found] == [made.Id] and counted == 1)
        if kind in FORMS:
            changed.delete(qb=books)
            held(f"{kind[1]} is deleted", _is_gone(books, kind, made.Id))
        elif hasattr(made, "Active"):
            changed.Active = False
            changed.save(qb=books)
            held(f"{kind[1]} becomes inactive", kind_of(*kind).filter(Id=made.Id, Active=True, qb=books) == [])
    for kind in _ONLY_READ:
        held(f"{kind[1]} is read", len(kind_of(*kind).all(qb=books)) == kind_of(*kind).count(qb=books))
    _singles(books)
    _services(books)


def held(what: str, true: bool) -> None:  # noqa: FBT001 - said and judged in one line
    """Says what held, or ends."""
    if not true:
        raise SystemExit(f"not true: {what}")
    print(f"  ok: {what}")


def _called(kind: str) -> Callable[[Any], Any]:
    return lambda _: f"Walked {kind}"


def _is_gone(books: Any, kind: tuple[str, str], id_: str) -> bool:
    try:
        kind_of(*kind).get(id_, qb=books)
    except QuickbooksException as gone:
        return bool(gone.error_code == 610)
    return False


def _singles(books: Any) -> None:
    company = kind_of("company_info", "CompanyInfo").get(books.company_id, qb=books)
    company.LegalName = "Craig's, by law"
    held("CompanyInfo is read and changed", company.save(qb=books).LegalName == "Craig's, by law")
    preferences = kind_of("preferences", "Preferences").get(qb=books)
    preferences.SalesFormsPrefs.AllowDeposit = True
    held("Preferences are read and changed", preferences.save(qb=books).SalesFormsPrefs.AllowDeposit is True)


def _services(books: Any) -> None:
    agency = kind_of("taxagency", "TaxAgency").all(max_results=1, qb=books)[0]
    detail = new("taxservice", "TaxRateDetails", TaxRateName="Bray 5", RateValue=5, TaxAgencyId=agency.Id)
    new("taxservice", "TaxService", TaxCode="Bray", TaxRateDetails=[detail]).save(qb=books)
    held("TaxService makes a code", len(kind_of("taxcode", "TaxCode").filter(Name="Bray", qb=books)) == 1)
    rate = new("exchangerate", "ExchangeRate", SourceCurrencyCode="GBP", AsOfDate="2026-11-02", Rate=1.25)
    rate.save(qb=books)
    where = "SourceCurrencyCode IN ('GBP') AND AsOfDate = '2026-11-02'"
    held("ExchangeRate is set and found", len(kind_of("exchangerate", "ExchangeRate").where(where, qb=books)) == 1)
    _recurring(books)
    file = new("attachable", "Attachable", FileName="hours.txt", ContentType="text/plain", _FileBytes=b"7.5 hours")
    file.save(qb=books)
    held("Attachable is uploaded", kind_of("attachable", "Attachable").get(file.Id, qb=books).Size == 9)
    held("a report is told", books.get_report("BalanceSheet")["Header"]["ReportName"] == "BalanceSheet")


def _recurring(books: Any) -> None:
    info = new("recurringtransaction", "RecurringInfo", Name="Monthly advice", Active=True)
    schedule = {"IntervalType": "Monthly", "NumInterval": 1, "DayOfMonth": 1}
    info.ScheduleInfo = new("recurringtransaction", "ScheduleInfo", **schedule)
    customer = kind_of("customer", "Customer").get(1, qb=books).to_ref()
    form = new("recurringtransaction", "RecurringInvoice", CustomerRef=customer, Line=some_sold(books))
    form.RecurringInfo = info
    new("recurringtransaction", "RecurringTransaction", Invoice=form).save(qb=books)
    [stored] = kind_of("recurringtransaction", "RecurringTransaction").all(qb=books)
    held("RecurringTransaction is kept", stored.Invoice.RecurringInfo.Name == "Monthly advice")
    stored.delete(qb=books)
    held("RecurringTransaction is deleted", kind_of("recurringtransaction", "RecurringTransaction").all(qb=books) == [])
