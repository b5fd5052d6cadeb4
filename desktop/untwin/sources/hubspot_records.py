"""HubSpot's invoices and contacts in the app's own words."""

from collections.abc import Iterable
from decimal import Decimal

from untwin.domain.sources.incoming import Incoming, IncomingKind, IncomingState, SourceLine, SourceRecord
from untwin.domain.words.reading import amount_of
from untwin.sources.hubspot_days import Zone, told_day
from untwin.sources.wire import Record

INVOICE_PROPERTIES = (
    "hs_number",
    "hs_invoice_status",
    "hs_currency",
    "hs_invoice_date",
    "hs_amount_billed",
    "hs_balance_due",
)
LINE_PROPERTIES = ("name", "amount")
CONTACT_PROPERTIES = ("email", "firstname", "lastname", "company")
WAITING = IncomingState.WAITING
_STATES = {
    "draft": IncomingState.DRAFT,
    "open": IncomingState.WAITING,
    "paid": IncomingState.WAITING,
    "voided": IncomingState.VOIDED,
}


def number_of(invoice: Record) -> str:
    """An invoice's number."""
    return _text(invoice, "hs_number")


def state_of(invoice: Record) -> IncomingState:
    """Whether HubSpot will sync it."""
    return _STATES.get(_text(invoice, "hs_invoice_status"), IncomingState.UNKNOWN)


def incoming_of(invoice: Record, contact: Record, zone: Zone) -> Incoming:
    """The waiting invoice with its one contact; an empty contact is one that isn't known."""
    return Incoming(
        kind=IncomingKind.BILL,
        number=number_of(invoice),
        customer=_customer(contact),
        total=amount_of(_text(invoice, "hs_amount_billed")),
        currency=_text(invoice, "hs_currency").upper() or None,
        date=told_day(_text(invoice, "hs_invoice_date"), zone),
        balance=amount_of(_text(invoice, "hs_balance_due")),
        state=state_of(invoice),
        known_from="HubSpot",
        source_id=str(invoice["id"]),
        customer_email=_text(contact, "email") or None,
    )


def invoice_record(invoice: Record, customer: str | None, zone: Zone) -> SourceRecord:
    """One entry of HubSpot's own list."""
    return SourceRecord(
        kind=IncomingKind.BILL,
        id=str(invoice["id"]),
        number=number_of(invoice) or None,
        customer=customer,
        total=amount_of(_text(invoice, "hs_amount_billed")),
        date=told_day(_text(invoice, "hs_invoice_date"), zone),
        state=state_of(invoice),
    )


def lines_of(lines: Iterable[Record]) -> tuple[SourceLine, ...]:
    """An invoice's lines."""
    return tuple(SourceLine(_text(line, "name"), amount_of(_text(line, "amount"))) for line in lines)


def _customer(contact: Record) -> str | None:
    """The name HubSpot gives the customer in QuickBooks: the company's, else the person's, else the address."""
    person = " ".join(filter(None, (_text(contact, "firstname"), _text(contact, "lastname"))))
    return _text(contact, "company") or person or _text(contact, "email") or None


def _text(record: Record, name: str) -> str:
    """A property as text; HubSpot leaves out what is empty, or says null."""
    properties = record.get("properties")
    value = properties.get(name) if isinstance(properties, dict) else None
    plain = isinstance(value, str | int | Decimal) and not isinstance(value, bool)
    return str(value).strip() if plain else ""
