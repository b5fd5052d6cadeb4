"""What the ecosystem's own library does beside its classes' common ways: taxes, files, rates, templates, batches."""

import json
import warnings
from decimal import Decimal
from typing import Any

import pytest

from sample.recipes import FORMS, a_customer, kind_of, new, saved, some_sold

with warnings.catch_warnings():
    # Third-party modules may warn while they are imported.
    warnings.simplefilter("ignore")
    from quickbooks.cdc import change_data_capture
    from quickbooks.exceptions import QuickbooksException


def test_taxes_are_made_by_their_service_and_read_by_their_classes(qb: Any) -> None:
    agency = new("taxagency", "TaxAgency", DisplayName="City of Bray")
    agency.save(qb=qb)
    detail = new("taxservice", "TaxRateDetails", TaxRateName="Bray 5", RateValue=5, TaxAgencyId=agency.Id)
    service = new("taxservice", "TaxService", TaxCode="Bray", TaxRateDetails=[detail])
    service.save(qb=qb)
    [rate] = kind_of("taxrate", "TaxRate").filter(Name="Bray 5", qb=qb)
    [code] = kind_of("taxcode", "TaxCode").filter(Name="Bray", qb=qb)
    assert (rate.RateValue, rate.AgencyRef.value) == (5, agency.Id)
    assert code.SalesTaxRateList.TaxRateDetail[0].TaxRateRef.value == rate.Id
    assert kind_of("taxcode", "TaxCode").get(code.Id, qb=qb).Name == "Bray"
    with pytest.raises(QuickbooksException):
        service.save(qb=qb)


def test_a_file_is_uploaded_and_fetched_again(qb: Any) -> None:
    file = new("attachable", "Attachable", FileName="hours.txt", ContentType="text/plain", _FileBytes=b"7.5 hours")
    file.save(qb=qb)
    stored = kind_of("attachable", "Attachable").get(file.Id, qb=qb)
    assert (stored.FileName, stored.Size, stored.ContentType) == ("hours.txt", 9, "text/plain")
    headers = {"Authorization": f"Bearer {qb.session.access_token}"}
    address = qb.session.get(f"{qb.api_url}/company/{qb.company_id}/download/{file.Id}", headers=headers, timeout=10)
    assert qb.session.get(address.text, timeout=10).content == b"7.5 hours"


def test_a_rate_is_set_and_found_by_currency_and_day(qb: Any) -> None:
    rate = new("exchangerate", "ExchangeRate", SourceCurrencyCode="GBP", AsOfDate="2026-11-02", Rate=1.25)
    rate.save(qb=qb)
    rate.Rate = 1.5
    rate.save(qb=qb)
    where = "SourceCurrencyCode IN ('GBP') AND AsOfDate = '2026-11-02'"
    [found] = kind_of("exchangerate", "ExchangeRate").where(where, qb=qb)
    assert found.Rate == Decimal("1.5")
    address = f"{qb.api_url}/company/{qb.company_id}/exchangerate"
    asked = {"sourcecurrencycode": "GBP", "asofdate": "2026-11-09"}
    assert qb.get(address, params=asked)["ExchangeRate"]["Rate"] == Decimal("1.5")


def test_a_form_comes_again_by_its_template(qb: Any) -> None:
    info = new("recurringtransaction", "RecurringInfo", Name="Monthly advice", Active=True)
    schedule = {"IntervalType": "Monthly", "NumInterval": 1, "DayOfMonth": 1}
    info.ScheduleInfo = new("recurringtransaction", "ScheduleInfo", **schedule)
    form = new("recurringtransaction", "RecurringInvoice", CustomerRef=a_customer(qb), Line=some_sold(qb))
    form.RecurringInfo = info
    template = new("recurringtransaction", "RecurringTransaction", Invoice=form)
    template.save(qb=qb)
    [stored] = kind_of("recurringtransaction", "RecurringTransaction").all(qb=qb)
    assert (stored.Invoice.RecurringInfo.Name, stored.Invoice.TotalAmt) == ("Monthly advice", 25)
    stored.Invoice.RecurringInfo.Active = False
    stored.save(qb=qb)
    read = kind_of("recurringtransaction", "RecurringTransaction").get(stored.Invoice.Id, qb=qb)
    assert (read.Invoice.RecurringInfo.Active, read.Invoice.SyncToken) == (False, "1")
    read.delete(qb=qb)
    assert kind_of("recurringtransaction", "RecurringTransaction").all(qb=qb) == []


def test_what_a_company_has_one_of_is_changed(qb: Any) -> None:
    preferences = kind_of("preferences", "Preferences").get(qb=qb)
    preferences.SalesFormsPrefs.AllowDeposit = True
    preferences.save(qb=qb)
    assert kind_of("preferences", "Preferences").get(qb=qb).SalesFormsPrefs.AllowDeposit is True
    company = kind_of("company_info", "CompanyInfo").get(qb.company_id, qb=qb)
    company.LegalName = "Harlow & Pike, a partnership"
    company.save(qb=qb)
    [stored] = kind_of("company_info", "CompanyInfo").all(qb=qb)
    assert stored.LegalName == "Harlow & Pike, a partnership"


@pytest.mark.parametrize("kind", [("budget", "Budget"), ("customertype", "CustomerType")], ids=lambda kind: kind[1])
def test_what_is_only_read_is_only_read(qb: Any, kind: tuple[str, str]) -> None:
    assert kind_of(*kind).count(qb=qb) == len(kind_of(*kind).all(qb=qb))
    with pytest.raises(QuickbooksException) as refused:
        qb.post(f"{qb.api_url}/company/{qb.company_id}/{kind[1].lower()}", '{"Name": "X"}')
    assert refused.value.error_code == 500


def test_reports_pdfs_and_sending(qb: Any) -> None:
    assert qb.get_report("ProfitAndLoss", {"start_date": "2026-01-01"})["Header"]["StartPeriod"] == "2026-01-01"
    with pytest.raises(QuickbooksException):
        qb.get_report("HoroscopeByMonth")
    invoice = saved(qb, ("invoice", "Invoice"), FORMS["invoice", "Invoice"])
    assert invoice.download_pdf(qb=qb).startswith(b"%PDF")
    invoice.send(qb=qb, send_to="kim@wren.invalid")
    sent = kind_of("invoice", "Invoice").get(invoice.Id, qb=qb)
    assert (sent.EmailStatus, sent.BillEmail.Address) == ("EmailSent", "kim@wren.invalid")


def test_a_batch_mixes_kinds_and_changes_are_told(qb: Any) -> None:
    names = [{"bId": str(n), "operation": "create", "Class": {"Name": f"Row {n}"}} for n in range(3)]
    asked = {"bId": "q", "Query": "SELECT * FROM Class WHERE Name LIKE 'Row %'"}
    fails = {"bId": "f", "operation": "update", "Term": {"Id": "999", "SyncToken": "0", "Name": "X"}}
    answer = qb.batch_operation(_json({"BatchItemRequest": [*names, asked, fails]}))["BatchItemResponse"]
    assert [item["bId"] for item in answer] == ["0", "1", "2", "q", "f"]
    assert len(answer[3]["QueryResponse"]["Class"]) == 3
    assert answer[4]["Fault"]["Error"][0]["code"] == "610"
    changed = change_data_capture([kind_of("trackingclass", "Class")], "2026-11-19T00:00:00-08:00", qb=qb)
    assert {found.Name for found in changed.Class} >= {"Row 0", "Row 1", "Row 2"}


def _json(value: Any) -> str:
    return json.dumps(value)
