"""One company's books as they stand: documents by entity and id, and what was deleted."""

import copy
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from untwin.sample.clock import stamp
from untwin.sample.quickbooks.entities import ENTITIES
from untwin.sample.quickbooks.entity import Doc, Entity

FIRST_ID = 1


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
    """The documents of one company (realm)."""

    realm: str
    name: str
    user: User
    rows: dict[str, dict[str, Doc]] = field(default_factory=dict)
    gone: list[Gone] = field(default_factory=list)
    counters: dict[str, int] = field(default_factory=dict)
    """The last number QuickBooks gave out itself, by number space."""

    def of(self, entity: str) -> dict[str, Doc]:
        """The documents of one entity by id."""
        return self.rows.setdefault(entity, {})

    def find(self, entity: str, id_: str) -> Doc | None:
        """One document, or None."""
        return self.of(entity).get(id_)

    def put(self, entity: Entity, doc: Doc) -> Doc:
        """Stores a document as it is."""
        self.of(entity.name)[doc["Id"]] = doc
        return doc

    def delete(self, entity: Entity, id_: str, at: datetime) -> None:
        """Takes a document out and remembers that it was there."""
        del self.of(entity.name)[id_]
        self.gone.append(Gone(entity.name, id_, at))

    def next_id(self, entity: Entity) -> str:
        """A free id: all transactions share one series, every list has its own."""
        alike = [other.name for other in ENTITIES.values() if other.is_form and entity.is_form] or [entity.name]
        used = [int(id_) for name in alike for id_ in self.of(name)]
        used += [int(gone.id) for gone in self.gone if gone.entity in alike]
        return str(max(used, default=FIRST_ID - 1) + 1)

    def in_space(self, space: str) -> Iterator[tuple[Entity, Doc]]:
        """Every document that shares a number space, oldest first."""
        kinds = [entity for entity in ENTITIES.values() if space and entity.space == space]
        found = [(entity, doc) for entity in kinds for doc in self.of(entity.name).values()]
        return iter(sorted(found, key=lambda pair: int(pair[1]["Id"])))

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

    def picture(self) -> dict[str, list[Doc]]:
        """A copy of everything, by entity, in the order of ids."""
        return {
            name: [copy.deepcopy(self.of(name)[id_]) for id_ in sorted(self.of(name), key=int)] for name in ENTITIES
        }


def metadata(created: datetime, changed: datetime, editor: str) -> Doc:
    """The MetaData of a document; the editor "0" is an app or QuickBooks itself."""
    return {
        "CreateTime": stamp(created),
        "LastModifiedByRef": {"value": editor},
        "LastUpdatedTime": stamp(changed),
    }
