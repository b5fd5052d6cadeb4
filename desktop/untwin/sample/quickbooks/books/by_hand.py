"""Changes documents as a person does in QuickBooks' own screens; what they do belongs to the start of the story."""

from dataclasses import dataclass
from typing import Any

from untwin.sample.clock import Clock, stamp
from untwin.sample.quickbooks.books.books import Books, Picture
from untwin.sample.quickbooks.books.rows import Rows
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.kinds.entity import Doc


@dataclass(frozen=True, slots=True)
class ByHand:
    """The hands of one company's bookkeeper.

    `start` is the picture that programs are judged by: it takes on what the bookkeeper changes, field by field, so that
    whatever a program did to the same document still shows.
    """

    books: Books
    clock: Clock
    start: Picture

    def change(self, entity: str, id_: str, changes: Doc) -> None:
        """Changes fields of a document."""
        old = self.books.of(entity)[id_]
        self.books.put(ENTITIES[entity], old | changes | self._signed(old))
        then = self.start.get(entity, Rows())
        if id_ in then:
            then.repaint(then[id_] | changes | self._signed(old))

    def prefer(self, group: str, **values: Any) -> None:
        """Changes settings of the company."""
        for doc in list(self.books.of("Preferences").values()):
            self.change("Preferences", doc["Id"], {group: doc[group] | values})

    def _signed(self, old: Doc) -> Doc:
        now, who = stamp(self.clock.now()), {"value": self.books.user.id}
        meta = old["MetaData"] | {"LastModifiedByRef": who, "LastUpdatedTime": now}
        return {"SyncToken": str(int(old["SyncToken"]) + 1), "MetaData": meta}
