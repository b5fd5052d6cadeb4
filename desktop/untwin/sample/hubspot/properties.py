"""What HubSpot says about the properties of its objects: their kind, and whether they can be written."""

from untwin.sample.hubspot.records import CONTACTS, INVOICES, LINES
from untwin.sample.wire import Json

# By object type: each property with its type and whether its value is HubSpot's own.
PROPERTIES: dict[str, dict[str, tuple[str, bool]]] = {
    INVOICES: {
        "hs_number": ("string", True),
        "hs_invoice_status": ("enumeration", False),
        "hs_currency": ("enumeration", False),
        "hs_invoice_date": ("datetime", False),
        "hs_due_date": ("datetime", False),
        "hs_amount_billed": ("number", True),
        "hs_balance_due": ("number", True),
        "hs_title": ("string", False),
        "hs_createdate": ("datetime", True),
        "hs_lastmodifieddate": ("datetime", True),
        "hs_object_id": ("number", True),
    },
    CONTACTS: {
        "email": ("string", False),
        "firstname": ("string", False),
        "lastname": ("string", False),
        "company": ("string", False),
        "createdate": ("datetime", True),
        "lastmodifieddate": ("datetime", True),
        "hs_object_id": ("number", True),
    },
    LINES: {
        "name": ("string", False),
        "quantity": ("number", False),
        "price": ("number", False),
        "amount": ("number", True),
        "hs_line_item_currency_code": ("enumeration", False),
        "hs_createdate": ("datetime", True),
        "hs_lastmodifieddate": ("datetime", True),
        "hs_object_id": ("number", True),
    },
}
_FIELDS = {"string": "text", "number": "number", "datetime": "date", "enumeration": "select"}
_STATUSES = ("draft", "open", "paid", "voided")


def definition(kind: str, name: str) -> Json | None:
    """One property as HubSpot defines it, or None."""
    found = PROPERTIES[kind].get(name)
    if found is None:
        return None
    value, is_its_own = found
    statuses = _STATUSES if name == "hs_invoice_status" else ()
    return {
        "name": name,
        "label": name.removeprefix("hs_").replace("_", " ").capitalize(),
        "type": value,
        "fieldType": _FIELDS[value],
        "options": [{"label": s.capitalize(), "value": s, "hidden": False} for s in statuses],
        "calculated": name == "hs_balance_due",
        "hasUniqueValue": name in ("email", "hs_object_id"),
        "hidden": False,
        "hubspotDefined": True,
        "modificationMetadata": {"archivable": True, "readOnlyDefinition": True, "readOnlyValue": is_its_own},
    }
