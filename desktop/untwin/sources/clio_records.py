"""Clio's bills and credit memos in the app's own words; whatever isn't what it should be is not known."""

from untwin.domain.sources.incoming import Incoming, IncomingKind, IncomingState, SourceRecord
from untwin.domain.words.reading import amount_of, day_of
from untwin.sources.wire import Record

BILL = "id,number,state,type,kind,total,balance,issued_at,client{id,name},matters{id,display_number}"
CREDIT = "id,date,amount,description,contact{id,name}"
_STATES = {
    "draft": IncomingState.DRAFT,
    "awaiting_approval": IncomingState.DRAFT,
    "awaiting_payment": IncomingState.WAITING,
    "paid": IncomingState.WAITING,
    "void": IncomingState.VOIDED,
    "deleted": IncomingState.DELETED,
}
# Clio keeps its requests for trust money among the bills, with numbers of the same row.
_TRUST = "trust_kind"


def waits(bill: Record) -> bool:
    """Whether Clio will sync it."""
    return _state(bill) is IncomingState.WAITING


def client_of(bill: Record) -> str:
    """The id of a bill's client; empty where none is told."""
    return _text(_part(bill, "client"), "id")


def incoming_of(bill: Record) -> Incoming:
    """The waiting bill or request for trust money."""
    client = _part(bill, "client")
    found = bill.get("matters")
    matters = [m for m in found if isinstance(m, dict)] if isinstance(found, list) else []
    return Incoming(
        kind=_kind(bill),
        number=_text(bill, "number"),
        customer=_text(client, "name") or None,
        total=amount_of(bill.get("total")),
        # Clio bills in the firm's own currency; it names none.
        currency=None,
        in_home_currency=True,
        date=day_of(bill.get("issued_at")),
        balance=amount_of(bill.get("balance")),
        state=_state(bill),
        known_from="Clio",
        source_id=str(bill["id"]),
        customer_source_id=_text(client, "id") or None,
        references=tuple(filter(None, (_text(m, "display_number") for m in matters))),
    )


def bill_record(bill: Record) -> SourceRecord:
    """One bill of Clio's own list."""
    return SourceRecord(
        kind=_kind(bill),
        id=str(bill["id"]),
        number=_text(bill, "number") or None,
        customer=_text(_part(bill, "client"), "name") or None,
        total=amount_of(bill.get("total")),
        date=day_of(bill.get("issued_at")),
        state=_state(bill),
    )


def credit_record(credit: Record) -> SourceRecord:
    """One credit memo; Clio gives them no number."""
    return SourceRecord(
        kind=IncomingKind.CREDIT_NOTE,
        id=str(credit["id"]),
        number=None,
        customer=_text(_part(credit, "contact"), "name") or None,
        total=amount_of(credit.get("amount")),
        date=day_of(credit.get("date")),
    )


def _kind(bill: Record) -> IncomingKind:
    return IncomingKind.TRUST if bill.get("kind") == _TRUST else IncomingKind.BILL


def _state(bill: Record) -> IncomingState:
    return _STATES.get(_text(bill, "state"), IncomingState.UNKNOWN)


def _part(record: Record, name: str) -> Record:
    part = record.get(name)
    return part if isinstance(part, dict) else {}


def _text(record: Record, name: str) -> str:
    """A plain value as text; what is none is empty."""
    value = record.get(name)
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
