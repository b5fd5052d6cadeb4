"""Turns what the hub keeps into the objects of HubSpot's CRM API: every value a text, as HubSpot writes it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from untwin.sample.hubspot.hub import Contact, Hub, Invoice, Line
from untwin.sample.wire import Json

INVOICES, CONTACTS, LINES = "0-53", "0-1", "0-8"
ALIASES = {"invoices": INVOICES, "invoice": INVOICES, "contacts": CONTACTS, "contact": CONTACTS} | {
    "line_items": LINES,
    "line_item": LINES,
}
NAMES = {INVOICES: "invoice", CONTACTS: "contact", LINES: "line_item"}
# HubSpot's own ids of what leads from one kind of object to another.
LINK_TYPES = {
    (INVOICES, CONTACTS): 177,
    (CONTACTS, INVOICES): 178,
    (INVOICES, LINES): 409,
    (LINES, INVOICES): 410,
}
_STAMPS = ("hs_createdate", "hs_lastmodifieddate", "hs_object_id")
_CONTACT_STAMPS = ("createdate", "lastmodifieddate", "hs_object_id")
DEFAULTS = {
    INVOICES: _STAMPS,
    LINES: _STAMPS,
    CONTACTS: ("createdate", "email", "firstname", "hs_object_id", "lastname", "lastmodifieddate"),
}


@dataclass(frozen=True, slots=True)
class CrmObject:
    """One object with all its properties and the ids of what it leads to."""

    id: int
    properties: dict[str, str | None]
    links: dict[str, tuple[int, ...]]
    made: str

    def answer(self, wanted: tuple[str, ...]) -> Json:
        """The object with the properties asked for; unknown ones are left out, as HubSpot does."""
        shown = {name: self.properties[name] for name in wanted if name in self.properties}
        return {
            "id": str(self.id),
            "properties": shown | {"hs_object_id": str(self.id)},
            "createdAt": self.made,
            "updatedAt": self.made,
            "archived": False,
        }


def objects(hub: Hub, kind: str) -> list[CrmObject]:
    """Every object of a kind, in the order of ids."""
    found: Iterator[CrmObject]
    if kind == INVOICES:
        found = (_invoice(i) for i in hub.invoices)
    elif kind == CONTACTS:
        found = (_contact(c, hub) for c in hub.contacts)
    else:
        found = (_line(line, i) for i in hub.invoices for line in i.lines)
    return sorted(found, key=lambda o: o.id)


def _invoice(invoice: Invoice) -> CrmObject:
    made = _moment(invoice.day)
    billed = _amount(invoice.total)
    properties: dict[str, str | None] = {
        "hs_number": invoice.number,
        "hs_invoice_status": invoice.status,
        "hs_currency": "USD",
        # A day picked in HubSpot is kept as the moment at which it begins where the account is.
        "hs_invoice_date": _moment(invoice.day, hour=5),
        "hs_due_date": _moment(invoice.day + timedelta(days=30), hour=5),
        "hs_amount_billed": billed,
        "hs_balance_due": _amount(invoice.balance),
        "hs_title": invoice.title,
        "hs_createdate": made,
        "hs_lastmodifieddate": made,
        "hs_invoice_latest_contact_id": str(invoice.contact.id),
        "hs_object_id": str(invoice.id),
    }
    links = {CONTACTS: (invoice.contact.id,), LINES: tuple(line.id for line in invoice.lines)}
    return CrmObject(invoice.id, properties, links, made)


def _contact(contact: Contact, hub: Hub) -> CrmObject:
    made = _moment(contact.day)
    properties: dict[str, str | None] = {
        "email": contact.email,
        "firstname": contact.first,
        "lastname": contact.last,
        "company": contact.company or None,
        "createdate": made,
        "lastmodifieddate": made,
        "hs_object_id": str(contact.id),
    }
    links = {INVOICES: tuple(i.id for i in hub.invoices if i.contact is contact)}
    return CrmObject(contact.id, properties, links, made)


def _line(line: Line, invoice: Invoice) -> CrmObject:
    made = _moment(invoice.day)
    properties: dict[str, str | None] = {
        "name": line.name,
        "quantity": "1",
        "price": _amount(line.amount),
        "amount": _amount(line.amount),
        "hs_line_item_currency_code": "USD",
        "hs_createdate": made,
        "hs_lastmodifieddate": made,
        "hs_object_id": str(line.id),
    }
    return CrmObject(line.id, properties, {INVOICES: (invoice.id,)}, made)


def _amount(amount: Decimal) -> str:
    return f"{amount:.2f}"


def _moment(day: date, hour: int = 17) -> str:
    return f"{day.isoformat()}T{hour:02d}:00:00Z"
