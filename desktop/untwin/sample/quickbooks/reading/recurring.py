"""Recurring transactions: a form and its schedule, kept as a template that is itself in no book."""

from dataclasses import replace

from untwin.sample.clock import Clock
from untwin.sample.quickbooks import faults
from untwin.sample.quickbooks.books.books import Books, metadata
from untwin.sample.quickbooks.books.complete import complete
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.kinds.entity import Doc, Entity
from untwin.sample.quickbooks.reading.outward import RECURRING

_KINDS = [
    "Bill",
    "Purchase",
    "CreditMemo",
    "Deposit",
    "Estimate",
    "Invoice",
    "JournalEntry",
    "RefundReceipt",
    "SalesReceipt",
    "Transfer",
    "VendorCredit",
    "PurchaseOrder",
]
_APP = "0"


def write_recurring(books: Books, clock: Clock, body: Doc) -> Doc:
    """Creates a template, or replaces the one whose id the form inside carries.

    Raises:
        FaultError: there is no form of a kind that can come again, it has no schedule, or it breaks a rule of its kind.
    """
    entity, sent = _inside(body)
    info = sent.get("RecurringInfo")
    if not isinstance(info, dict) or not info.get("Name"):
        raise faults.missing("RecurringInfo.Name")
    form = {name: value for name, value in sent.items() if name not in ("Id", "SyncToken", "MetaData", "DocNumber")}
    for name in form:
        if name not in entity.known:
            raise faults.unsupported_property(entity.name, name, entity.known)
    inner = complete(entity, form, books.find, clock.today())
    return _kept(books, clock, {entity.name: inner | {"RecurringInfo": info}}, sent)


def delete_recurring(books: Books, clock: Clock, body: Doc) -> Doc:
    """Takes a template away; the form inside names it.

    Raises:
        FaultError: it isn't there, or has changed.
    """
    old = _current(books, _inside(body)[1])
    books.delete(ENTITIES[RECURRING], old["Id"], clock.now())
    return {"domain": "QBO", "status": "Deleted", "Id": old["Id"]}


def _kept(books: Books, clock: Clock, form: Doc, sent: Doc) -> Doc:
    now = clock.now()
    ours: Doc = {"Id": books.next_id(ENTITIES[RECURRING]), "SyncToken": "0", "MetaData": metadata(now, now, _APP)}
    if sent.get("Id"):
        old = _current(books, sent)
        meta = ours["MetaData"] | {"CreateTime": old["MetaData"]["CreateTime"]}
        ours = {"Id": old["Id"], "SyncToken": str(int(old["SyncToken"]) + 1), "MetaData": meta}
    return books.put(ENTITIES[RECURRING], ours | {"domain": "QBO", "sparse": False} | form)


def _inside(body: Doc) -> tuple[Entity, Doc]:
    kind = next((name for name in _KINDS if isinstance(body.get(name), dict)), None)
    if kind is None:
        raise faults.missing("one of " + ", ".join(_KINDS))
    entity = ENTITIES[kind]
    return replace(entity, fields=f"{entity.fields} RecurringInfo"), body[kind]


def _current(books: Books, sent: Doc) -> Doc:
    id_ = str(sent.get("Id") or "")
    if not id_.isdecimal():
        raise faults.bad_id(id_)
    old = books.find(RECURRING, id_)
    if old is None:
        raise faults.not_found()
    if str(sent.get("SyncToken", "")) != old["SyncToken"]:
        raise faults.stale(books.user.name)
    return old
