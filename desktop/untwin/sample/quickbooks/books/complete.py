"""Fills in what QuickBooks adds to a document itself: names of references, line ids, totals and balances."""

import copy
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from untwin.sample.quickbooks import faults
from untwin.sample.quickbooks.kinds.entity import Doc, Entity
from untwin.sample.quickbooks.kinds.sales_tax import work_out_tax

Look = Callable[[str, str], Doc | None]
"""Finds a document by entity and id."""

_DOLLARS = {"value": "USD", "name": "United States Dollar"}
_LEADS_TO = {
    "CustomerRef": "Customer",
    "VendorRef": "Vendor",
    "ItemRef": "Item",
    "AccountRef": "Account",
    "DepositToAccountRef": "Account",
    "FromAccountRef": "Account",
    "ToAccountRef": "Account",
    "APAccountRef": "Account",
    "ARAccountRef": "Account",
    "BankAccountRef": "Account",
    "CCAccountRef": "Account",
    "IncomeAccountRef": "Account",
    "ExpenseAccountRef": "Account",
    "AssetAccountRef": "Account",
    "CreditCardAccountRef": "Account",
    "EmployeeRef": "Employee",
    "ClassRef": "Class",
    "DepartmentRef": "Department",
    "SalesTermRef": "Term",
    "TermRef": "Term",
    "PaymentMethodRef": "PaymentMethod",
    "AgencyRef": "TaxAgency",
}
_SUMMED = "SubTotalLineDetail"


def complete(entity: Entity, body: Doc, look: Look, today: date) -> Doc:
    """A whole document out of what a caller sent.

    Raises:
        FaultError: 2500, a reference leads nowhere.
    """
    doc = copy.deepcopy(dict(entity.defaults)) | copy.deepcopy(
        {name: value for name, value in body.items() if value not in (None, "") and name not in entity.dropped}
    )
    _name_references(doc, look, entity.name)
    for name in entity.unnamed:
        doc.get(name, {}).pop("name", None)
    if "TxnDate" in entity.known:
        # A moment is taken for its day.
        doc["TxnDate"] = str(doc.get("TxnDate") or today.isoformat())[:10]
    if entity.is_form:
        doc.setdefault("CurrencyRef", dict(_DOLLARS))
        _finish_form(entity, doc, look)
    elif entity.is_list:
        _finish_name(entity, doc, look)
    return doc


def total_of(doc: Doc) -> Decimal:
    """What a document's lines and tax add up to."""
    amounts = [_signed(line) for line in doc.get("Line", []) if line.get("DetailType") != _SUMMED]
    return sum(amounts, Decimal(0)) + Decimal(doc.get("TxnTaxDetail", {}).get("TotalTax") or 0)


def is_balanced(doc: Doc) -> bool:
    """Whether the debits of a journal entry equal its credits."""
    sides = {"Debit": Decimal(0), "Credit": Decimal(0)}
    for line in doc.get("Line", []):
        side = line.get("JournalEntryLineDetail", {}).get("PostingType")
        if side in sides:
            sides[side] += Decimal(line.get("Amount", 0))
    return sides["Debit"] == sides["Credit"]


def _signed(line: Doc) -> Decimal:
    amount = Decimal(line.get("Amount") or 0)
    return -amount if line.get("DetailType") == "DiscountLineDetail" else amount


def _finish_form(entity: Entity, doc: Doc, look: Look) -> None:
    doc["Line"] = [*_lines(entity, doc, look)] if "Line" in doc else []
    work_out_tax(doc, look)
    if entity.total == "lines":
        doc["TotalAmt"] = total_of(doc)
    elif entity.total == "zero":
        doc["TotalAmt"] = 0
    if entity.name == "Transfer":
        del doc["Line"]
    for name in entity.open:
        doc.setdefault(name, doc["TotalAmt"])
    if entity.settled:
        doc["Balance"] = 0
    if "DueDate" in entity.known and entity.name in ("Invoice", "Bill"):
        doc.setdefault("DueDate", (date.fromisoformat(doc["TxnDate"]) + timedelta(days=30)).isoformat())
    _address(doc, look)


def _address(doc: Doc, look: Look) -> None:
    """Where none was sent, QuickBooks takes the addresses of the customer or vendor."""
    vendor = look("Vendor", doc.get("VendorRef", {}).get("value", ""))
    if vendor and "Balance" in doc and "BillAddr" in vendor:
        doc.setdefault("VendorAddr", copy.deepcopy(vendor["BillAddr"]))
    customer = look("Customer", doc.get("CustomerRef", {}).get("value", ""))
    if customer and "TxnTaxDetail" in doc and "ApplyTaxAfterDiscount" in doc:
        for name in ("BillAddr", "ShipAddr"):
            if "BillAddr" in customer:
                doc.setdefault(name, copy.deepcopy(customer["BillAddr"]))
        company = look("CompanyInfo", "1")
        if company and "ShipFromAddr" not in doc:
            address = company["CompanyAddr"]
            town = f"{address['City']}, {address['CountrySubDivisionCode']}  {address['PostalCode']}"
            doc["ShipFromAddr"] = {"Id": address["Id"], "Line1": address["Line1"], "Line2": town}


def _lines(entity: Entity, doc: Doc, look: Look) -> Iterator[Doc]:
    sent = [_filled(line) for line in doc["Line"] if line.get("DetailType") != _SUMMED]
    for place, line in enumerate(sent, start=1):
        if line.get("DetailType") == "DiscountLineDetail" and "Amount" not in line:
            line["Amount"] = _discount(line["DiscountLineDetail"], sent)
        yield _line(entity, line, place, look)
    if any("SalesItemLineDetail" in line for line in sent):
        amount = sum((_signed(line) for line in sent), Decimal(0))
        yield {"Amount": amount, "DetailType": _SUMMED, "SubTotalLineDetail": {}}


def _filled(line: Doc) -> Doc:
    """A line without what was left empty, and with the amount that its price makes."""
    done: Doc = {name: value for name, value in line.items() if value not in (None, "")}
    kind = str(line.get("DetailType"))
    if isinstance(done.get(kind), dict):
        done[kind] = {name: value for name, value in done[kind].items() if value is not None}
        price, count = done[kind].get("UnitPrice"), done[kind].get("Qty")
        if price and count:
            done.setdefault("Amount", (Decimal(price) * Decimal(count)).quantize(Decimal("0.01"), ROUND_HALF_UP))
    if kind == "GroupLineDetail" and "Amount" not in done:
        inner = done.get(kind, {}).get("Line") or []
        done["Amount"] = sum((Decimal(each.get("Amount") or 0) for each in inner), Decimal(0))
    return done


def _discount(detail: Doc, lines: list[Doc]) -> Decimal:
    """What so many percent of all that is sold come to."""
    sold = sum((Decimal(line["Amount"]) for line in lines if "SalesItemLineDetail" in line), Decimal(0))
    return (sold * Decimal(detail.get("DiscountPercent") or 0) / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _line(entity: Entity, line: Doc, place: int, look: Look) -> Doc:
    if "DetailType" not in line:
        # A line that only links (a payment's) has neither id nor detail.
        return line
    own: Doc = {"Id": str(place)} | ({"LineNum": place} if entity.numbers_lines else {})
    done: Doc = own | copy.deepcopy(dict(entity.line_defaults)) | line | {"CustomExtensions": []}
    detail = done.get(done["DetailType"], {})
    _name_references(detail, look)
    if done["DetailType"] == "SalesItemLineDetail":
        _sell(detail, look)
    elif done["DetailType"].endswith("ExpenseLineDetail"):
        detail.setdefault("BillableStatus", "NotBillable")
        detail.setdefault("TaxCodeRef", {"value": "NON"})
    return done


def _sell(detail: Doc, look: Look) -> None:
    item = look("Item", detail.get("ItemRef", {}).get("value", ""))
    if item and "IncomeAccountRef" in item:
        detail.setdefault("ItemAccountRef", dict(item["IncomeAccountRef"]))
    detail.setdefault("TaxCodeRef", {"value": "NON"})


def _name_references(holder: Doc, look: Look, own: str = "") -> None:
    """Gives references their names; `own` is the kind that a parent is of."""
    for name, reference in holder.items():
        if not isinstance(reference, dict) or "value" not in reference:
            continue
        entity = _led_to(name, reference, own)
        if not entity:
            continue
        found = look(entity, reference["value"])
        if found is None:
            raise faults.invalid_reference(name, str(reference["value"]))
        reference["name"] = found.get("DisplayName") or found.get("FullyQualifiedName") or found.get("Name")


def _led_to(name: str, reference: Doc, own: str) -> str:
    if name in ("EntityRef", "Entity"):
        # A deposit says CUSTOMER where other documents say Customer.
        return str(reference.get("type") or "").capitalize()
    return own if name == "ParentRef" else _LEADS_TO.get(name, "")


def _finish_name(entity: Entity, doc: Doc, look: Look) -> None:
    if "DisplayName" in entity.known:
        parts = (doc.get(part) for part in ("Title", "GivenName", "MiddleName", "FamilyName", "Suffix"))
        doc.setdefault("DisplayName", " ".join(str(part) for part in parts if part))
    name = doc.get("DisplayName") or doc.get("Name") or ""
    if "FullyQualifiedName" in entity.known and entity.name != "Vendor":
        parent = look(entity.name, doc.get("ParentRef", {}).get("value", ""))
        doc["FullyQualifiedName"] = f"{parent['FullyQualifiedName']}:{name}" if parent else name
    if "PrintOnCheckName" in entity.known:
        doc.setdefault("PrintOnCheckName", name)
        doc.setdefault("CurrencyRef", dict(_DOLLARS))
