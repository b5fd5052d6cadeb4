"""A landscaper's books that follow Intuit's own sample company in names and ids, for programs that lean on them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from untwin.resources import resource
from untwin.sample.clock import at
from untwin.sample.quickbooks.books.books import Books, User, metadata
from untwin.sample.quickbooks.books.complete import complete
from untwin.sample.quickbooks.books.links import Links
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.kinds.entity import Doc

NAME = "Craig's Design and Landscaping Services"
_REALM = "4620816365007870"
_GROUPS = {"Bank": "Asset", "Income": "Revenue", "Equity": "Equity"}
_THANKS = "Thank you for your business and have a great day!"
_CREDITS = ("Payable", "Liability", "Credit Card")


def make_landscaper(today: date) -> Books:
    """The books as they stand on a date; the same ones every time but for their days."""
    data: dict[str, Any] = json.loads(resource("sample", "landscaper.json").read_text("utf-8"), parse_float=Decimal)
    making = _Making(Books(_REALM, NAME, User("4620816365007871", "Craig Carlson")), today)
    making.company(data["preferences"])
    for kind, body in (*_lists(data), *_taxes(data)):
        making.put(kind, body, 400)
    for paper in data["papers"]:
        making.put(paper["entity"], _paper(paper), paper["ago"])
    for row in data["hours"]:
        making.put("TimeActivity", _hours(*row[:-1]), row[-1])
    making.settle(data["papers"])
    making.books.counters |= {"sales": 1037, "estimate": 1003, "purchaseorder": 1002}
    return making.books


@dataclass(frozen=True, slots=True)
class _Making:
    books: Books
    today: date

    def put(self, kind: str, body: Doc, ago: int) -> None:
        entity, day = ENTITIES[kind], self.today - timedelta(days=ago)
        if "TxnDate" in entity.known:
            body |= {"TxnDate": day.isoformat()}
        made = at(day, 10)
        ours = {"domain": "QBO", "sparse": False, "SyncToken": "0", "MetaData": metadata(made, made, "0")}
        self.books.put(entity, complete(entity, body, self.books.find, self.today) | ours)

    def company(self, preferences: Doc) -> None:
        address = {
            "Id": "1",
            "Line1": "123 Sierra Way",
            "City": "San Pablo",
            "CountrySubDivisionCode": "CA",
            "PostalCode": "87999",
            "Country": "US",
        }
        about: Doc = {"CompanyName": NAME, "LegalName": NAME, "CompanyAddr": address, "LegalAddr": address}
        about |= {"CustomerCommunicationAddr": address, "Country": "US", "FiscalYearStartMonth": "January"}
        about |= {"Email": {"Address": "noreply@quickbooks.invalid"}, "WebAddr": {}, "SupportedLanguages": "en"}
        about |= {"PrimaryPhone": {"FreeFormNumber": "(555) 555-0100"}}
        about |= {"CompanyStartDate": "2024-01-01", "NameValue": [{"Name": "NeoEnabled", "Value": "true"}]}
        self.put("CompanyInfo", about | {"Id": "1"}, 400)
        self.put("Preferences", preferences | {"Id": "1"}, 400)

    def settle(self, papers: list[Doc]) -> None:
        """What is paid is paid, and each side knows the other."""
        links = Links(self.books, None)
        for paper in papers:
            entity, doc = ENTITIES[paper["entity"]], self.books.of(paper["entity"])[str(paper["id"])]
            if "pays" in paper or "estimate" in paper:
                links.follow(entity, None, self.books.put(entity, links.prepared(entity, None, doc)))
            elif paper.get("open") == 0:
                self.books.put(entity, doc | {"Balance": 0})


def _lists(data: dict[str, Any]) -> Iterator[tuple[str, Doc]]:
    ids = {name: str(id_) for id_, name, *_ in data["accounts"]}
    for id_, path, kind, detail in data["accounts"]:
        parent, _, name = path.rpartition(":")
        body = {"Id": str(id_), "Name": name, "AccountType": kind, "AccountSubType": detail}
        body["Classification"] = _group(kind)
        yield "Account", body | ({"SubAccount": True, "ParentRef": {"value": ids[parent]}} if parent else {})
    for id_, name, given, family, parent in data["customers"]:
        called = {"Id": str(id_), "DisplayName": name, "GivenName": given, "FamilyName": family}
        called |= {"PrimaryEmailAddr": {"Address": f"{given}@{family}.invalid"}, "Taxable": True}
        called |= {"BillAddr": _address(id_), "ShipAddr": _address(id_)}
        yield "Customer", called | ({"Job": True, "ParentRef": {"value": str(parent)}} if parent else {})
    for id_, name in data["vendors"]:
        yield "Vendor", {"Id": str(id_), "DisplayName": name, "CompanyName": name, "BillAddr": _address(id_)}
    for id_, given, family in data["employees"]:
        yield "Employee", {"Id": str(id_), "GivenName": given, "FamilyName": family, "DisplayName": f"{given} {family}"}
    for id_, name, kind, price, account in data["items"]:
        body = {"Id": str(id_), "Name": name, "Type": kind, "UnitPrice": price, "Description": name}
        yield "Item", body | {"IncomeAccountRef": {"value": str(account)}, "Taxable": kind == "Inventory"}
    for id_, name, days in data["terms"]:
        yield "Term", {"Id": str(id_), "Name": name, "DueDays": days}
    for id_, name, kind in data["methods"]:
        yield "PaymentMethod", {"Id": str(id_), "Name": name, "Type": kind}


def _taxes(data: dict[str, Any]) -> Iterator[tuple[str, Doc]]:
    for id_, name in data["agencies"]:
        yield "TaxAgency", {"Id": str(id_), "DisplayName": name}
    for id_, name, value, agency in data["rates"]:
        yield "TaxRate", {"Id": str(id_), "Name": name, "RateValue": value, "AgencyRef": {"value": str(agency)}}
    for id_, name, rates in data["codes"]:
        details = [{"TaxRateRef": {"value": str(rate)}, "TaxTypeApplicable": "TaxOnAmount"} for rate in rates]
        yield "TaxCode", {"Id": str(id_), "Name": name, "SalesTaxRateList": {"TaxRateDetail": details}}


def _group(kind: str) -> str:
    if any(word in kind for word in _CREDITS):
        return "Liability"
    return _GROUPS.get(kind) or ("Asset" if "Asset" in kind or "Receivable" in kind else _gain_or_loss(kind))


def _gain_or_loss(kind: str) -> str:
    return "Revenue" if "Income" in kind else "Expense"


def _address(id_: int) -> Doc:
    address = {"Id": str(100 + id_), "Line1": f"{4500 + id_} Finch St.", "City": "Bayshore"}
    town = {"CountrySubDivisionCode": "CA", "PostalCode": "94326", "Lat": "INVALID", "Long": "INVALID"}
    return address | town


def _printed(customer: int) -> Doc:
    """An address in lines, as QuickBooks keeps it on a form that somebody edited."""
    address = _address(customer)
    lines = {"Line1": "Accounts payable", "Line2": "The owner", "Line3": address["Line1"]}
    town = f"{address['City']}, {address['CountrySubDivisionCode']}  {address['PostalCode']}"
    return {"Id": str(300 + customer), **lines, "Line4": town, "Lat": "INVALID", "Long": "INVALID"}


def _paper(paper: Doc) -> Doc:
    """One transaction as a caller would send it."""
    body: Doc = {"Id": str(paper["id"])}
    field = "PaymentRefNum" if paper["entity"] == "Payment" else "DocNumber"
    if paper.get("number"):
        body[field] = paper["number"]
    for name, reference in (("customer", "CustomerRef"), ("vendor", "VendorRef")):
        if name in paper:
            body[reference] = {"value": str(paper[name])}
    body |= _money(paper) | {"Line": list(_lines(paper))} | _words(paper)
    if paper["entity"] == "Purchase":
        body["EntityRef"] = {"value": body.pop("VendorRef")["value"], "type": "Vendor"}
    if paper["entity"] in ("PurchaseOrder", "Bill", "VendorCredit"):
        body["APAccountRef"] = {"value": "33"}
    return body


def _words(paper: Doc) -> Doc:
    """What is said to the customer, and when an invoice is to be paid."""
    found: Doc = {}
    if paper["entity"] in ("Invoice", "CreditMemo", "SalesReceipt"):
        found |= {"CustomerMemo": {"value": _THANKS}, "BillEmail": {"Address": "office@customer.invalid"}}
    if paper["entity"] == "SalesReceipt":
        found["CustomField"] = [{"DefinitionId": "1", "Name": "Crew #", "Type": "StringType"}]
    if "estimate" in paper:
        found["LinkedTxn"] = [{"TxnId": str(paper["estimate"]), "TxnType": "Estimate"}]
    if paper["entity"] == "Invoice":
        found |= {"SalesTermRef": {"value": "3"}, "BillAddr": _printed(paper["customer"])}
        found |= {"AllowOnlineCreditCardPayment": True, "AllowOnlineACHPayment": True}
    return found


def _money(paper: Doc) -> Doc:
    """From where to where, how much tax, how it was paid."""
    found: Doc = {}
    if "tax" in paper:
        found["TxnTaxDetail"] = _taxed(paper)
    if "status" in paper:
        found["TxnStatus"] = paper["status"]
    if "total" in paper:
        found["Amount" if paper["entity"] == "Transfer" else "TotalAmt"] = paper["total"]
    if paper["entity"] == "Transfer":
        return found | {"FromAccountRef": _value(paper["from"]), "ToAccountRef": _value(paper["to"])}
    if "to" in paper:
        found["DepositToAccountRef"] = _value(paper["to"])
    if paper["entity"] == "BillPayment":
        found |= {"PayType": "Check", "CheckPayment": {"BankAccountRef": _value(paper["from"])}}
    if "paid" in paper:
        found |= {"PaymentType": paper["paid"], "AccountRef": _value(paper["from"])}
    return found


def _taxed(paper: Doc) -> Doc:
    """The tax of California on everything."""
    net = sum((Decimal(count) * Decimal(price) for _, _, count, price in paper["items"]), Decimal(0))
    rate = {"TaxRateRef": {"value": "3"}, "PercentBased": True, "TaxPercent": 8, "NetAmountTaxable": net}
    line = {"Amount": paper["tax"], "DetailType": "TaxLineDetail", "TaxLineDetail": rate}
    return {"TotalTax": paper["tax"], "TxnTaxCodeRef": {"value": "2"}, "TaxLine": [line]}


def _lines(paper: Doc) -> Iterator[Doc]:
    for item, about, count, price in paper.get("items", ()):
        detail = {"ItemRef": _value(item), "Qty": count, "UnitPrice": price}
        kind, amount = "SalesItemLineDetail", Decimal(count) * Decimal(price)
        link = {"LinkedTxn": _words(paper)["LinkedTxn"]} if "estimate" in paper else {}
        yield {"Amount": amount, "Description": about, "DetailType": kind, kind: detail} | link
    for item, about, count, price in paper.get("goods", ()):
        kind, detail = "ItemBasedExpenseLineDetail", {"ItemRef": _value(item), "Qty": count, "UnitPrice": price}
        yield {"Amount": Decimal(count) * Decimal(price), "Description": about, "DetailType": kind, kind: detail}
    for account, about, amount in paper.get("accounts", ()):
        detail = {"AccountRef": _value(account)}
        kind = "AccountBasedExpenseLineDetail"
        yield {"Amount": amount, "Description": about, "DetailType": kind, kind: detail}
    for account, side, amount in paper.get("journal", ()):
        detail = {"AccountRef": _value(account), "PostingType": side}
        yield {"Amount": amount, "DetailType": "JournalEntryLineDetail", "JournalEntryLineDetail": detail}
    for account, about, amount in paper.get("deposits", ()):
        detail = {"AccountRef": _value(account)}
        yield {"Amount": amount, "Description": about, "DetailType": "DepositLineDetail", "DepositLineDetail": detail}
    if "pays" in paper:
        paid = "Bill" if paper["entity"] == "BillPayment" else "Invoice"
        yield {"Amount": paper["total"], "LinkedTxn": [{"TxnId": str(paper["pays"]), "TxnType": paid}]}


def _hours(id_: int, employee: int, customer: int, item: int, hours: Any) -> Doc:
    whole = int(hours)
    minutes = int((Decimal(hours) - whole) * 60)
    worked = {"Id": str(id_), "NameOf": "Employee", "EmployeeRef": _value(employee), "CustomerRef": _value(customer)}
    return worked | {"ItemRef": _value(item), "Hours": whole, "Minutes": minutes, "HourlyRate": 15}


def _value(id_: int) -> Doc:
    return {"value": str(id_)}
