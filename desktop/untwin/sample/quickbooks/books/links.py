"""Keeps what pays and what is paid in step: balances, what is left to apply, and the links on both sides."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from untwin.sample.clock import Clock, stamp
from untwin.sample.quickbooks import faults
from untwin.sample.quickbooks.books.books import Books
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.kinds.entity import Doc, Entity, named

Key = tuple[str, str]
"""The kind and the id of a document."""

# What a payment pays, and what adds to the money it has to give.
_PAYS = {"Payment": {"Invoice": 1, "CreditMemo": -1}, "BillPayment": {"Bill": 1, "VendorCredit": -1}}
_PAYERS = {"Payment": "Payment", "BillPaymentCheck": "BillPayment", "BillPaymentCreditCard": "BillPayment"}
# What a document that is made out of another one does to that: the field, as it was, as it becomes.
_CLOSES = {
    ("Invoice", "Estimate"): ("TxnStatus", "Pending", "Closed"),
    ("Bill", "PurchaseOrder"): ("POStatus", "Open", "Closed"),
}


@dataclass(frozen=True, slots=True)
class Links:
    """The links of one company's books; without a clock the documents at the other ends keep their times."""

    books: Books
    clock: Clock | None

    def prepared(self, entity: Entity, old: Doc | None, new: Doc) -> Doc:
        """A payment as it is to be stored: what it leaves unapplied, and what was open before it.

        Raises:
            FaultError: 610, it pays something that is not there; 6000, it pays more than is open or than it has.
        """
        if entity.name not in _PAYS or (old and _money(old) == _money(new)):
            return new
        before, now = _applied(entity, old), _applied(entity, new)
        opened = {key: self._open(key) + before.get(key, Decimal(0)) for key in now}
        if any(now[key] > opened[key] for key in now):
            raise faults.business("The amount applied is more than the open balance.")
        left = Decimal(new.get("TotalAmt", 0)) - sum(_PAYS[entity.name][kind] * now[kind, id_] for kind, id_ in now)
        if left < 0:
            raise faults.business("The amount applied is more than the amount of the payment.")
        if entity.name == "BillPayment":
            return new
        return new | {"UnappliedAmt": left, "Line": [self._dressed(line, opened) for line in new.get("Line", [])]}

    def follow(self, entity: Entity, old: Doc | None, new: Doc | None) -> None:
        """Lets the other ends know what a document pays or is made out of now."""
        if entity.name in _PAYS:
            before, now = _applied(entity, old), _applied(entity, new)
            for key in dict.fromkeys((*before, *now)):
                change = before.get(key, Decimal(0)) - now.get(key, Decimal(0))
                if change:
                    self._pay(key, change, _link(entity, new or old or {}), stays=key in now)
        for key in sorted(set(_deposited(entity, old)) ^ set(_deposited(entity, new))):
            self._change(key, {}, _link(entity, new or old or {}), stays=key in _deposited(entity, new))
        origins, still = set(_origins(entity, old)), set(_origins(entity, new))
        for key in sorted(origins ^ still):
            field, opened, closed = _CLOSES[entity.name, key[0]]
            link, stays = _link(entity, new or old or {}), key in still
            self._change(key, {field: closed if stays else opened}, link, stays=stays)

    def release(self, entity: Entity, old: Doc) -> None:
        """Takes a document that is voided or deleted out of the payments that paid it, whose money is free again."""
        own = (entity.name, old["Id"])
        for link in old.get("LinkedTxn", []):
            payer = self.books.find(_PAYERS.get(link["TxnType"], ""), link["TxnId"])
            if payer is None or own not in _applied(kind := ENTITIES[_PAYERS[link["TxnType"]]], payer):
                continue
            lines = [line for line in payer["Line"] if own not in _linked([line])]
            freed = _PAYS[kind.name][entity.name] * _applied(kind, payer)[own]
            left = {"UnappliedAmt": Decimal(payer["UnappliedAmt"]) + freed} if "UnappliedAmt" in payer else {}
            self._store(kind, payer, {"Line": lines} | left)
        stored = self.books.find(*own)
        if stored is not None and any(link["TxnType"] in _PAYERS for link in stored.get("LinkedTxn", [])):
            kept = [link for link in stored["LinkedTxn"] if link["TxnType"] not in _PAYERS]
            self.books.put(entity, stored | {"LinkedTxn": kept})

    def unlinked(self, entity: Entity, doc: Doc) -> Doc:
        """A voided document: a payment pays nothing any more."""
        return doc | {"Line": []} if entity.name in _PAYS else doc

    def _open(self, key: Key) -> Decimal:
        doc = self.books.find(*key)
        if doc is None:
            raise faults.not_found()
        return Decimal(doc.get("Balance", 0))

    def _dressed(self, line: Doc, opened: dict[Key, Decimal]) -> Doc:
        for kind, id_ in _linked([line]):
            if (kind, id_) in opened:
                number = self.books.of(kind)[id_].get("DocNumber", "")
                told = {"txnId": id_, "txnOpenBalance": f"{opened[kind, id_]:.2f}", "txnReferenceNumber": number}
                return line | {"LineEx": {"any": [named(*pair) for pair in told.items()]}}
        return line

    def _pay(self, key: Key, change: Decimal, link: Doc, *, stays: bool) -> None:
        doc = self.books.find(*key)
        if doc is not None:
            opened = {name: Decimal(doc.get(name, 0)) + change for name in ENTITIES[key[0]].open}
            self._change(key, opened, link, stays=stays)

    def _change(self, key: Key, fields: Doc, link: Doc, *, stays: bool) -> None:
        doc = self.books.find(*key) if key[0] in ENTITIES else None
        if doc is None:
            return
        links = [each for each in doc.get("LinkedTxn", []) if each != link]
        self._store(ENTITIES[key[0]], doc, fields | {"LinkedTxn": [*links, link] if stays else links})

    def _store(self, entity: Entity, doc: Doc, fields: Doc) -> None:
        mark: Doc = {}
        if self.clock is not None:
            meta = doc["MetaData"] | {"LastUpdatedTime": stamp(self.clock.now())}
            mark = {"SyncToken": str(int(doc["SyncToken"]) + 1), "MetaData": meta}
        self.books.put(entity, doc | fields | mark)


def _money(doc: Doc) -> tuple[object, object]:
    return doc.get("TotalAmt"), doc.get("Line")


def _applied(entity: Entity, doc: Doc | None) -> dict[Key, Decimal]:
    """How much a payment applies to what."""
    found: dict[Key, Decimal] = defaultdict(Decimal)
    for line in (doc or {}).get("Line", []):
        for key in _linked([line]):
            if key[0] in _PAYS[entity.name] and line.get("Amount"):
                found[key] += Decimal(line["Amount"])
                break
    return found


def _origins(entity: Entity, doc: Doc | None) -> list[Key]:
    """What a document is made out of."""
    return [key for key in _linked([doc or {}, *(doc or {}).get("Line", [])]) if (entity.name, key[0]) in _CLOSES]


def _deposited(entity: Entity, doc: Doc | None) -> list[Key]:
    """What a deposit brings to the bank."""
    return _linked((doc or {}).get("Line", [])) if entity.name == "Deposit" else []


def _linked(holders: Iterable[Doc]) -> list[Key]:
    links = [link for holder in holders for link in holder.get("LinkedTxn") or []]
    return [(str(link.get("TxnType")), str(link.get("TxnId"))) for link in links]


def _link(entity: Entity, doc: Doc) -> Doc:
    paid_by = "CreditCard" if doc.get("PayType") == "CreditCard" else "Check"
    kind = f"BillPayment{paid_by}" if entity.name == "BillPayment" else entity.name
    return {"TxnId": doc["Id"], "TxnType": kind}
