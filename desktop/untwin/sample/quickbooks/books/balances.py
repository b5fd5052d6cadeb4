"""The balances of customers, vendors and accounts: kept beside the documents, and shown on the names."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from untwin.sample.quickbooks.books.postings import Chart, Who, owed, postings
from untwin.sample.quickbooks.books.rows import Rows
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.kinds.entity import Doc, Entity

# What postings lean on: where one of these changes, all is added up anew.
_GROUNDS = ("Account", "Item")
_ON_BALANCE_SHEETS = ("Asset", "Liability", "Equity")
# By kind: the field of the own balance, and that of it with those of all below.
_SHOWN = {
    "Customer": ("Balance", "BalanceWithJobs"),
    "Vendor": ("Balance", ""),
    "Account": ("CurrentBalance", "CurrentBalanceWithSubAccounts"),
}


@dataclass(slots=True)
class Balances:
    """The sums of one company. They are added up when somebody first asks, and follow each change from then on."""

    of: Callable[[str], Rows]
    """The documents of a kind."""
    _sums: dict[Who, Decimal] | None = None
    _chart: Chart | None = field(default=None)

    def changed(self, entity: Entity, old: Doc | None, new: Doc | None) -> None:
        """Follows a document that came, changed or went."""
        if entity.name in _GROUNDS:
            self._sums = None
        if self._sums is None:
            return
        for doc, sign in ((old, -1), (new, 1)):
            for who, amount in self._parts(entity, doc) if doc else ():
                self._sums[who] += sign * amount

    def forget(self) -> None:
        """Adds all up anew when somebody asks the next time."""
        self._sums = None

    def shown(self, entity: Entity, doc: Doc) -> Doc:
        """A name with its balances as they are now; any other document as it is."""
        if entity.name not in _SHOWN or "status" in doc:
            return doc
        own, whole = _SHOWN[entity.name]
        more = {own: self._own(entity.name, doc)}
        if whole:
            more[whole] = sum((self._own(entity.name, each) for each in self._family(entity.name, doc)), Decimal(0))
        return doc | more

    def _own(self, kind: str, doc: Doc) -> Decimal:
        if self._sums is None:
            self._sums = self._added_up()
        amount = self._sums.get((kind, doc["Id"]), Decimal(0))
        if kind == "Account" and doc.get("Classification") not in _ON_BALANCE_SHEETS:
            return Decimal(0)
        # What is owed on a card is shown above zero, what is owed otherwise below.
        return -amount if doc.get("AccountType") == "Credit Card" else amount

    def _family(self, kind: str, doc: Doc) -> Iterator[Doc]:
        """A name and all below it."""
        yield doc
        for each in self.of(kind).own.values():
            if each.get("ParentRef", {}).get("value") == doc["Id"] and each["Id"] != doc["Id"]:
                yield from self._family(kind, each)

    def _added_up(self) -> dict[Who, Decimal]:
        sums: dict[Who, Decimal] = defaultdict(Decimal)
        self._chart = Chart.of(self.of("Account"), self._look)
        for name in ENTITIES:
            rows = self.of(name)
            for doc in rows.own.values():
                self._add(sums, ENTITIES[name], doc, Decimal(1))
            if rows.crowd is not None:
                for mould, total in rows.crowd.totals():
                    self._add(sums, ENTITIES[name], mould, total)
                for place in rows.hidden:
                    self._add(sums, ENTITIES[name], rows.crowd.doc(place), Decimal(-1))
        return sums

    def _add(self, sums: dict[Who, Decimal], entity: Entity, doc: Doc, times: Decimal) -> None:
        for who, amount in self._parts(entity, doc):
            sums[who] += times * amount

    def _parts(self, entity: Entity, doc: Doc) -> Iterator[tuple[Who, Decimal]]:
        if self._chart is None:
            return
        yield from owed(entity, doc, self._chart)
        for posting in postings(entity, doc, self._chart):
            yield ("Account", posting.account), posting.amount

    def _look(self, kind: str, id_: str) -> Doc | None:
        found: Mapping[str, Doc] = self.of(kind)
        return found.get(id_)
