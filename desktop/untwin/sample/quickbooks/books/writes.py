"""Creates, updates, voids and deletes documents by QuickBooks' rules."""

import copy
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from untwin.sample.clock import Clock, stamp
from untwin.sample.quickbooks import faults
from untwin.sample.quickbooks.books import numbering
from untwin.sample.quickbooks.books.books import Books, metadata
from untwin.sample.quickbooks.books.checks import check
from untwin.sample.quickbooks.books.complete import complete, is_balanced
from untwin.sample.quickbooks.books.links import Links
from untwin.sample.quickbooks.books.postings import Chart
from untwin.sample.quickbooks.books.whim import USUAL, Whim
from untwin.sample.quickbooks.kinds.entity import Doc, Entity

_IDENTITY = ("Id", "SyncToken", "domain", "sparse", "MetaData")
_REWORKED = frozenset({"Line", "TotalAmt", "TxnTaxDetail", "DisplayName", "Name"})
_APP = "0"
# Customers, vendors and employees share one list of names.
_PEOPLE = ("Customer", "Vendor", "Employee")


@dataclass(frozen=True, slots=True)
class Writer:
    """Changes one company's books on behalf of a caller of the API."""

    books: Books
    clock: Clock
    refuses_updates: bool = False
    """Whether an update to a used number is refused like a create, which nobody knows of the real one."""
    whim: Whim = USUAL
    allows_duplicates: bool = False
    """Whether the caller asked for a used number to be let pass."""

    def create(self, entity: Entity, body: Doc) -> Doc:
        """A new document.

        Raises:
            FaultError: whatever rule it breaks.
        """
        if entity.single or entity.read_only:
            raise faults.unsupported_operation(f"/{entity.name.lower()}")
        check(entity, body, whole=True)
        doc = self._whole(entity, {**_sent(entity, body), "Id": self.books.next_id(entity)})
        numbering.assign(self.books, entity, doc)
        if not self.allows_duplicates:
            numbering.check_free(self.books, entity, doc)
        self._check_open(doc)
        self._check_active(doc)
        self._check_service_dates(doc)
        self._check_name(entity, doc, doc["Id"])
        now = self.clock.now()
        doc |= {"domain": "QBO", "sparse": False, "SyncToken": "0", "MetaData": metadata(now, now, _APP)}
        stored = self.books.put(entity, self.whim.meddle(self._links.prepared(entity, None, doc)))
        self._links.follow(entity, None, stored)
        return stored

    def update(self, entity: Entity, body: Doc) -> Doc:
        """A changed document: sparse changes what was sent, full clears what was not.

        Raises:
            FaultError: whatever rule it breaks.
        """
        if entity.read_only:
            raise faults.unsupported_operation(f"/{entity.name.lower()}")
        old = self._current(entity, body)
        is_sparse = body.get("sparse") is True and not self.whim.ignores_sparse
        check(entity, body, whole=not is_sparse)
        if is_sparse:
            new = self._merged(entity, old, _sent(entity, body))
        else:
            new = self._replaced(entity, old, _sent(entity, body))
        self._check_open(old)
        self._check_open(new)
        if self.refuses_updates and not self.allows_duplicates and new.get("DocNumber") != old.get("DocNumber"):
            numbering.check_free(self.books, entity, new)
        self._check_name(entity, new, old["Id"])
        return self._keep(entity, old, new)

    def void(self, entity: Entity, body: Doc) -> Doc:
        """A document with all its amounts at zero.

        Raises:
            FaultError: 500 for what can't be voided, or a rule.
        """
        if not entity.voidable:
            raise faults.unsupported_operation(f"/{entity.name.lower()}?operation=void")
        old = self._current(entity, body)
        self._check_open(old)
        new = self._keep(entity, old, self._links.unlinked(entity, voided(entity, old)))
        self._links.release(entity, old)
        return new

    def delete(self, entity: Entity, body: Doc) -> Doc:
        """Takes a document out of the books.

        Raises:
            FaultError: 500 for names, which can only be made inactive, or a rule.
        """
        if not entity.can_go:
            raise faults.unsupported_operation(f"/{entity.name.lower()}?operation=delete")
        old = self._current(entity, body)
        self._check_open(old)
        if entity.name == "Payment" and any(link["TxnType"] == "Deposit" for link in old.get("LinkedTxn", [])):
            raise faults.deposited()
        self._links.follow(entity, old, None)
        self._links.release(entity, old)
        self.books.delete(entity, old["Id"], self.clock.now())
        return {"domain": "QBO", "status": "Deleted", "Id": old["Id"]}

    @property
    def _links(self) -> Links:
        return Links(self.books, self.clock)

    def _current(self, entity: Entity, body: Doc) -> Doc:
        id_ = str(body.get("Id") or "")
        if not id_.isdecimal():
            raise faults.bad_id(id_)
        old = self.books.find(entity.name, id_)
        if old is None:
            raise faults.not_found()
        if "SyncToken" not in body:
            raise faults.missing("SyncToken")
        if str(body["SyncToken"]) != old["SyncToken"]:
            raise faults.stale(self.books.user.name)
        return old

    def _check_open(self, doc: Doc) -> None:
        if self.books.is_closed(doc.get("TxnDate")):
            raise faults.closed_period()

    def _check_active(self, doc: Doc) -> None:
        customer = self.books.find("Customer", doc.get("CustomerRef", {}).get("value", ""))
        if customer is not None and not customer["Active"]:
            raise faults.not_found()

    def _check_service_dates(self, doc: Doc) -> None:
        if self.books.preference("ProductAndServicesPrefs", "RevenueRecognition") is not True:
            return
        sold = [line.get("SalesItemLineDetail", {}) for line in doc.get("Line", [])]
        if any(d.get("ItemRef", {}).get("value") in self.books.recognised and "ServiceDate" not in d for d in sold):
            raise faults.business("Enter a service date for the revenue recognition line item.")

    def _check_name(self, entity: Entity, doc: Doc, own_id: str) -> None:
        name = str(doc.get("DisplayName") or "").casefold()
        for kind in _PEOPLE if entity.name in _PEOPLE and name else ():
            self._check_unlike(kind, "DisplayName", name, (entity.name, own_id))
        for field in entity.unique:
            self._check_unlike(entity.name, field, str(doc.get(field) or "").casefold(), (entity.name, own_id))

    def _check_unlike(self, kind: str, field: str, name: str, itself: tuple[str, str]) -> None:
        for other in self.books.of(kind).values():
            if name and (kind, other["Id"]) != itself and str(other.get(field, "")).casefold() == name:
                raise faults.duplicate_name()

    def _whole(self, entity: Entity, body: Doc) -> Doc:
        doc = complete(entity, self._usual_account(entity) | body, self.books.find, self.clock.today())
        if entity.name == "JournalEntry" and not is_balanced(doc):
            raise faults.business("Debits must equal credits.")
        return doc

    def _usual_account(self, entity: Entity) -> Doc:
        """The account that QuickBooks fills in where a caller names none."""
        if not entity.usual_account:
            return {}
        chart = Chart.of(self.books.of("Account"), self.books.find)
        id_ = chart.payable if entity.usual_account == "APAccountRef" else chart.undeposited
        return {entity.usual_account: {"value": id_}} if id_ else {}

    def _merged(self, entity: Entity, old: Doc, sent: Doc) -> Doc:
        cleared = {name for name, value in sent.items() if value == ""}
        merged = {name: value for name, value in (old | sent).items() if name not in cleared}
        # Worked out anew only where something was sent that sums or names hang on: else nothing else may move.
        if not any(name in _REWORKED or name.endswith("Ref") for name in sent):
            return merged
        if "Line" in sent and "TxnTaxDetail" not in sent and old.get("TxnTaxDetail", {}).get("TxnTaxCodeRef"):
            # Other lines have another tax by the same code.
            merged["TxnTaxDetail"] = {"TxnTaxCodeRef": old["TxnTaxDetail"]["TxnTaxCodeRef"]}
        return _with_balance(entity, old, self._whole(entity, _without_sums(entity, merged)))

    def _replaced(self, entity: Entity, old: Doc, sent: Doc) -> Doc:
        # QuickBooks keeps the number and the links even where a full update leaves them out; all else it clears.
        kept = {name: old[name] for name in ("DocNumber", "LinkedTxn", "Active", *entity.kept) if name in old}
        return _with_balance(entity, old, self._whole(entity, kept | sent))

    def _keep(self, entity: Entity, old: Doc, new: Doc) -> Doc:
        new = self._links.prepared(entity, old, new)
        if _content(old) == _content(new):
            return old
        meta = old["MetaData"] | {
            "LastModifiedByRef": {"value": _APP},
            "LastUpdatedTime": stamp(self.clock.now()),
        }
        identity = {name: old[name] for name in ("Id", "domain", "sparse")}
        new = self.whim.meddle(new)
        mark = {"SyncToken": str(int(old["SyncToken"]) + 1), "MetaData": meta}
        stored = self.books.put(entity, new | identity | mark)
        self._links.follow(entity, old, stored)
        return stored


def voided(entity: Entity, doc: Doc) -> Doc:
    """The same document with all amounts at zero and a note that says so."""
    new = copy.deepcopy(doc)
    note = doc.get("PrivateNote")
    new["PrivateNote"] = f"Voided - {note}" if note else "Voided"
    for line in new.get("Line", []):
        line["Amount"] = 0
        for name in ("UnitPrice", "Qty"):
            line.get(line.get("DetailType", ""), {}).pop(name, None)
    for name in ("TotalAmt", "Balance", "Amount", *entity.open):
        if name in new:
            new[name] = 0
    return new


def _sent(entity: Entity, body: Doc) -> dict[str, Any]:
    ignored = entity.computed | set(_IDENTITY)
    return {
        name: value for name, value in body.items() if name not in ignored | set(entity.dropped) and value is not None
    }


def _without_sums(entity: Entity, doc: Doc) -> Doc:
    sums = {"Balance", *entity.open} | ({"TotalAmt"} if entity.total != "sent" else set())
    return {name: value for name, value in doc.items() if name not in sums}


def _with_balance(entity: Entity, old: Doc, new: Doc) -> Doc:
    """What was paid before stays paid."""
    for name in entity.open:
        paid = Decimal(old.get("TotalAmt", 0)) - Decimal(old.get(name, 0))
        new[name] = Decimal(new.get("TotalAmt", 0)) - paid
    if "Balance" in old and "Balance" not in new:
        new["Balance"] = old["Balance"]
    return new


def _content(doc: Doc) -> Doc:
    return {name: value for name, value in doc.items() if name not in ("SyncToken", "MetaData")}
