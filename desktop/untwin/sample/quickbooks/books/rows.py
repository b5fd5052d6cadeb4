"""The documents of one kind in a company's books: those that were put there one by one, and a crowd behind them."""

from array import array
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from untwin.sample.quickbooks.books.crowd import Crowd
from untwin.sample.quickbooks.books.index import Index
from untwin.sample.quickbooks.kinds.entity import Doc

Order = tuple[tuple[str, bool], ...]


@dataclass(slots=True, eq=False)
class Rows(Mapping[str, Doc]):
    """Documents by id. What replaces or removes a document of the crowd hides it there."""

    ids: "array[int]" = field(default_factory=lambda: array("Q"))
    """All of them, in order."""
    own: dict[str, Doc] = field(default_factory=dict)
    index: Index = field(default_factory=Index)
    """Where the own ones stand."""
    crowd: Crowd | None = None
    hidden: set[int] = field(default_factory=set)
    """The places in the crowd that don't count any more."""
    orders: dict[Order, list[int]] = field(default_factory=dict)
    """All ids in the orders that were asked for since the last change."""

    def __getitem__(self, id_: str) -> Doc:
        """One document."""
        if id_ in self.own:
            return self.own[id_]
        place = self._place(id_)
        if place is None or self.crowd is None:
            raise KeyError(id_)
        return self.crowd.doc(place)

    def __contains__(self, id_: object) -> bool:
        """Whether there is one with an id."""
        return id_ in self.own or self._place(str(id_)) is not None

    def __iter__(self) -> Iterator[str]:
        """The ids, in order."""
        return map(str, self.ids)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.ids)

    def part(self, id_: int, names: Iterable[str]) -> Doc:
        """A document, or at least these fields of it."""
        own = self.own.get(str(id_))
        if own is None and self.crowd is not None:
            place = self.crowd.place(str(id_))
            return {} if place is None else self.crowd.part(place, names)
        return own or {}

    def put(self, doc: Doc) -> None:
        """Stores a document under its id."""
        id_: str = doc["Id"]
        if id_ in self.own:
            self.index.drop(self.own[id_])
        elif not self._hide(id_):
            self._number(int(id_))
        self.index.add(doc)
        self.own[id_] = doc
        self.orders.clear()

    def drop(self, id_: str) -> None:
        """Takes a document out."""
        if id_ in self.own:
            self.index.drop(self.own.pop(id_))
        else:
            self._hide(id_)
        del self.ids[bisect_left(self.ids, int(id_))]
        self.orders.clear()

    def stand_behind(self, crowd: Crowd) -> None:
        """Takes up a crowd, whose ids all come after those that are here."""
        self.crowd = crowd
        self.ids.extend(crowd.ids)
        self.orders.clear()

    def picture(self) -> "Rows":
        """The same documents, which stay as they are."""
        return Rows(self.ids[:], dict(self.own), Index(), self.crowd, set(self.hidden))

    def repaint(self, doc: Doc) -> None:
        """Replaces a document of a picture, in which nobody searches."""
        self._hide(doc["Id"])
        self.own[doc["Id"]] = doc

    def with_number(self, number: str) -> Iterator[str]:
        """The ids of those with a number, whatever its case and the blanks around it."""
        yield from self.index.with_number(number)
        if self.crowd is None or self.crowd.number != "DocNumber":
            return
        for place in self.crowd.with_number(number.strip()):
            if place not in self.hidden:
                yield str(self.crowd.ids[place])

    def _place(self, id_: str) -> int | None:
        place = self.crowd.place(id_) if self.crowd else None
        return None if place in self.hidden else place

    def _hide(self, id_: str) -> bool:
        """Hides the one of the crowd with an id; whether there was one."""
        place = self._place(id_)
        if place is not None:
            self.hidden.add(place)
        return place is not None

    def _number(self, id_: int) -> None:
        if not self.ids or id_ > self.ids[-1]:
            self.ids.append(id_)
        else:
            insort(self.ids, id_)
