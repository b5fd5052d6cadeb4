"""The number index: a local copy of each document's number. It suggests and draws; it is never evidence."""

import datetime as dt
from dataclasses import dataclass, field, replace
from decimal import Decimal

from untwin.domain.books.documents import NUMBERED

# Change data capture looks back 30 days; a day less, since clocks differ.
REACHES_BACK = dt.timedelta(days=29)
# Changes are asked for from a little before the last look: what was being saved then must not slip through.
OVERLAP = dt.timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Numbered:
    """One document as the index knows it: enough to find it and to draw it, not enough to judge it."""

    entity: str
    id: str
    number: str | None
    date: dt.date | None
    total: Decimal | None
    currency: str | None
    customer: str | None
    changed_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Place:
    """How far one type is read: the row to go on from, and the id that must stand there."""

    start: int = 1
    last_id: str = ""


@dataclass(frozen=True, slots=True)
class IndexState:
    """How far a company's index is.

    Attributes:
        began_at: QuickBooks' clock when the reading of everything began; None before that.
        done: the types that are read to their end.
        places: where the others go on.
        fresh_at: QuickBooks' clock of the last look for changes; None until everything was read once.
        round: counts the readings of everything, so that what vanished between two of them can be told.
    """

    began_at: dt.datetime | None = None
    done: tuple[str, ...] = ()
    places: dict[str, Place] = field(default_factory=dict)
    fresh_at: dt.datetime | None = None
    round: int = 0

    def is_whole(self, now: dt.datetime) -> bool:
        """Whether changes alone bring it up to date; else there is something to read from its start."""
        return set(NUMBERED) <= set(self.done) and self._reaches(self.fresh_at, now)

    def begun(self, now: dt.datetime) -> "IndexState":
        """At the start of a reading; one that was broken off lately goes on where it was."""
        if self._reaches(self.fresh_at or self.began_at, now):
            return self
        return IndexState(began_at=now, round=self.round + 1)

    def ended(self) -> "IndexState":
        """With every type read; what changed since the reading began is still to be asked for."""
        return replace(self, fresh_at=self.fresh_at or self.began_at)

    @staticmethod
    def _reaches(since: dt.datetime | None, now: dt.datetime) -> bool:
        return since is not None and now - since < REACHES_BACK

    def at_place(self, entity: str, place: Place) -> "IndexState":
        """With the place where a type goes on."""
        return replace(self, places={**self.places, entity: place})

    def with_done(self, entity: str) -> "IndexState":
        """With one more type read to its end."""
        left = {name: place for name, place in self.places.items() if name != entity}
        return replace(self, done=(*self.done, entity), places=left)

    def without(self, entities: tuple[str, ...]) -> "IndexState":
        """With these types to be read again from their start."""
        return replace(self, done=tuple(e for e in self.done if e not in entities), round=self.round + 1)
