"""One company's books as they stand: documents by entity and id, and what was deleted."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from untwin.sample.clock import stamp
from untwin.sample.quickbooks.books.balances import Balances
from untwin.sample.quickbooks.books.crowd import Crowd
from untwin.sample.quickbooks.books.rows import Rows
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.kinds.entity import Doc, Entity

FIRST_ID = 1
# Which documents share one series of ids: all transactions do, every list has its own.
_SERIES = {entity.name: "" if entity.is_form else entity.name for entity in ENTITIES.values()}

Picture = dict[str, Rows]
"""Documents by entity and id."""


@dataclass(frozen=True, slots=True)
class User:
    """The person on whose behalf an app is connected, named in 5010 faults."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Gone:
    """A deleted document, as change data capture remembers it."""

    entity: str
    id: str
    at: datetime


@dataclass(slots=True)
class Books:
    """The documents of one company (realm).

    A document that was put here is never changed in place: a change puts another one under its id.
    """

    realm: str
    name: str
    user: User
    rows: dict[str, Rows] = field(default_factory=lambda: defaultdict(Rows))
    gone: list[Gone] = field(default_factory=list)
    recognised: set[str] = field(default_factory=set)
    """Items whose revenue is recognised over a time of service: no field of the API shows it."""
    phantoms: dict[str, str] = field(default_factory=dict)
    """Numbers of sales forms that are refused although nobody has them, with the id that is named."""
    counters: dict[str, int] = field(default_factory=dict)
    """The last number QuickBooks gave out itself, by number space."""
    tell: Callable[[tuple[str, str, str]], None] = field(default=lambda _: None, compare=False, repr=False)
    """Hears of each document that changes: its company, kind and id."""
    balances: Balances = field(init=False, compare=False, repr=False)
    """What customers and vendors owe or are owed, and what stands in the accounts."""
    _last_ids: dict[str, int] = field(default_factory=lambda: defaultdict(lambda: FIRST_ID - 1))
    """The highest id that was ever used, by series."""

    def __post_init__(self) -> None:
        self.balances = Balances(self.of)

    def of(self, entity: str) -> Rows:
        """The documents of one entity by id."""
        return self.rows[entity]

    def find(self, entity: str, id_: str) -> Doc | None:
        """One document, or None."""
        return self.of(entity).get(id_)

    def put(self, entity: Entity, doc: Doc) -> Doc:
        """Stores a document as it is."""
        self.balances.changed(entity, self.find(entity.name, doc["Id"]), doc)
        self.of(entity.name).put(doc)
        self._used(entity, int(doc["Id"]))
        self.tell((self.realm, entity.name, doc["Id"]))
        return doc

    def put_back(self, entity: Entity, id_: str, doc: Doc | None) -> None:
        """Restores a document as it stood in an earlier run; None where it was deleted."""
        if doc is not None:
            self.of(entity.name).put(doc)
        elif id_ in self.of(entity.name):
            self.of(entity.name).drop(id_)
        self._used(entity, int(id_))
        self.balances.forget()

    def take_up(self, entity: Entity, crowd: Crowd) -> None:
        """Lets a crowd of documents stand behind those of an entity."""
        self.of(entity.name).stand_behind(crowd)
        self.balances.forget()
        self._used(entity, *crowd.ids[-1:])

    def delete(self, entity: Entity, id_: str, at: datetime) -> None:
        """Takes a document out and remembers that it was there."""
        self.balances.changed(entity, self.find(entity.name, id_), None)
        self.of(entity.name).drop(id_)
        self.gone.append(Gone(entity.name, id_, at))
        self.tell((self.realm, entity.name, id_))

    def next_id(self, entity: Entity) -> str:
        """A free id in the entity's series."""
        return str(self._last_ids[_SERIES[entity.name]] + 1)

    def _used(self, entity: Entity, *ids: int) -> None:
        series = _SERIES[entity.name]
        self._last_ids[series] = max(self._last_ids[series], *ids, FIRST_ID - 1)

    def with_number(self, space: str, number: str) -> Iterator[tuple[Entity, Doc]]:
        """Every document of a number space that has a number, oldest first."""
        kinds = [entity for entity in ENTITIES.values() if space and entity.space == space]
        found = [(entity, id_) for entity in kinds for id_ in self.of(entity.name).with_number(number)]
        for entity, id_ in sorted(found, key=lambda pair: int(pair[1])):
            yield entity, self.of(entity.name)[id_]

    def preference(self, group: str, name: str) -> Any:
        """One preference, or None."""
        for doc in self.of("Preferences").values():
            return doc.get(group, {}).get(name)
        return None

    def flag(self, name: str) -> bool:
        """One of the Warn flags, which QuickBooks keeps as the words "true" and "false"."""
        values: list[Doc] = self.preference("OtherPrefs", "NameValue") or []
        return any(pair["Name"] == name and pair["Value"] == "true" for pair in values)

    def is_closed(self, day: str | None) -> bool:
        """Whether a date lies in the closed period."""
        closed: str | None = self.preference("AccountingInfoPrefs", "BookCloseDate")
        return bool(closed and day) and date.fromisoformat(str(day)) <= date.fromisoformat(str(closed))

    def picture(self) -> Picture:
        """Everything as it stands now, by entity, in the order of ids."""
        return {name: self.of(name).picture() for name in ENTITIES}


def metadata(created: datetime, changed: datetime, editor: str) -> Doc:
    """The MetaData of a document; the editor "0" is an app or QuickBooks itself."""
    return {
        "CreateTime": stamp(created),
        "LastModifiedByRef": {"value": editor},
        "LastUpdatedTime": stamp(changed),
    }
