"""Looks a body over before anything is done with it: names, shapes, lengths, and what is required."""

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from untwin.sample.quickbooks import faults
from untwin.sample.quickbooks.books.values import typed
from untwin.sample.quickbooks.faults import FaultError
from untwin.sample.quickbooks.kinds.entity import Doc, Entity
from untwin.sample.quickbooks.kinds.lines import DETAILS, LINE, Detail

_LONGEST = {
    "DocNumber": 21,
    "PaymentRefNum": 21,
    "PrivateNote": 4000,
    "DisplayName": 500,
    "FullyQualifiedName": 500,
    "GivenName": 100,
    "MiddleName": 100,
    "FamilyName": 100,
    "CompanyName": 100,
    "PrintOnCheckName": 110,
    "Title": 16,
    "Suffix": 16,
    "Name": 100,
}
_DATES = ("TxnDate", "DueDate", "ShipDate", "ExpirationDate")
_NO_COLONS = ("DisplayName", "Name")
_ENUMS = {
    ("Purchase", "PaymentType"): ("PaymentTypeEnum", ("Cash", "Check", "CreditCard")),
    ("BillPayment", "PayType"): ("BillPaymentTypeEnum", ("Check", "CreditCard")),
    ("Item", "Type"): (
        "ItemTypeEnum",
        ("Service", "Inventory", "NonInventory", "Group", "Category", "Bundle", "FixedAsset", "OtherCharge"),
    ),
}
_CENT = Decimal("0.01")
_NAME_PARTS = ("Title", "GivenName", "MiddleName", "FamilyName", "Suffix")


def check(entity: Entity, body: Doc, *, whole: bool) -> None:
    """Refuses a body that breaks a rule; a `whole` one also where something is missing.

    Raises:
        FaultError: 2010 about the first name or shape that is wrong; else all other mistakes in one.
    """
    for name in body:
        if name not in entity.known:
            raise faults.unsupported_property(entity.name, name, entity.known)
    typed("", body)
    _check_shape(body)
    for (kind, field), (enum, values) in _ENUMS.items():
        if kind == entity.name and body.get(field) and body[field] not in values:
            raise faults.no_such_value(enum, body[field], values)
    wrong = [*_missing(entity, body)] if whole else []
    wrong += [*_texts(entity, body), *_lines(entity, body)]
    if wrong:
        raise faults.together(wrong)


def _check_shape(body: Doc) -> None:
    """Refuses references that lead nowhere and days that are none, before anything works with them."""
    for name, value in body.items():
        if name.endswith("Ref") and name != "AttachableRef" and value and not _refers(value):
            raise faults.unreadable()
        if name in _DATES and value and not _is_date(value):
            raise faults.wrong_type("java.util.Date", str(value))
    for line in body.get("Line") or []:
        _check_line(line)


def _check_line(line: Doc) -> None:
    for name in line:
        if name not in LINE:
            raise faults.unsupported_property("Line", name, LINE)
    kind = line.get("DetailType")
    if kind and kind not in DETAILS:
        raise faults.no_such_value("LineDetailTypeEnum", kind, DETAILS)
    if kind:
        _check_detail(DETAILS[kind], line.get(DETAILS[kind].around) or {})


def _check_detail(detail: Detail, inside: Any) -> None:
    if not isinstance(inside, dict):
        raise faults.unreadable()
    for name, value in inside.items():
        if name not in detail.known:
            raise faults.unsupported_property(detail.around, name, detail.known)
        if name.endswith("Ref") and value and not _refers(value):
            raise faults.unreadable()


def _missing(entity: Entity, body: Doc) -> Iterator[FaultError]:
    for field in entity.required:
        if body.get(field) in (None, "", []) and not (field == "DisplayName" and _is_named(body)):
            yield faults.missing(field)


def _texts(entity: Entity, body: Doc) -> Iterator[FaultError]:
    for field, longest in _LONGEST.items():
        text = body.get(field)
        if isinstance(text, str) and field not in entity.dropped and len(text) > longest:
            yield faults.too_long(field, longest, len(text))
    for field in _NO_COLONS:
        text = body.get(field)
        if isinstance(text, str) and any(letter in text for letter in ":\t\n"):
            yield faults.bad_characters(field, text)


def _lines(entity: Entity, body: Doc) -> Iterator[FaultError]:
    for line in body.get("Line") or []:
        kind = line.get("DetailType")
        if kind:
            yield from _line(line, DETAILS[kind])
        elif not line.get("LinkedTxn") and entity.total != "sent":
            yield faults.missing("Line.DetailType")


def _line(line: Doc, detail: Detail) -> Iterator[FaultError]:
    inside = line.get(detail.around) or {}
    if detail.has_amount and line.get("Amount") in (None, "") and not _multiplied(inside):
        yield faults.missing("Line.Amount")
    if detail.name.endswith("Detail") and detail.has_amount and not inside and not line.get("LinkedTxn"):
        yield faults.missing(f"Line.{detail.around}")
        return
    for field in detail.required:
        if inside.get(field) in (None, ""):
            yield faults.missing(f"Line.{detail.around}.{field}")
    worth = _multiplied(inside)
    if worth and detail.has_amount and abs(worth) != abs(Decimal(line.get("Amount") or worth).quantize(_CENT)):
        yield faults.wrong_product(line["Amount"])


def _multiplied(detail: Doc) -> Decimal:
    """What so many at that price come to; 0 where either isn't said."""
    product = Decimal(detail.get("Qty") or 0) * Decimal(detail.get("UnitPrice") or 0)
    return product.quantize(_CENT, ROUND_HALF_UP)


def _refers(reference: Any) -> bool:
    return isinstance(reference, dict) and isinstance(reference.get("value"), str) and bool(reference["value"])


def _is_date(value: Any) -> bool:
    try:
        return bool(date.fromisoformat(str(value)[:10]))
    except ValueError:
        return False


def _is_named(body: Doc) -> bool:
    """Whether QuickBooks can make the name on screen out of its parts."""
    return any(body.get(part) for part in _NAME_PARTS)
