"""Draws the number map out of the index: sorts documents into lanes, lanes into blocks that share their numbers."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from untwin.domain.books.documents import TYPES, fold_number
from untwin.domain.company.house_rules import SourceRange, parts_of
from untwin.domain.number_map.forecast import forecasts_of, speed_of
from untwin.domain.number_map.lanes import Block, Lane, Made, NumberMap, Wanted
from untwin.domain.number_map.stretches import gaps_in, growing, stretches_of, used_in
from untwin.domain.number_map.turns import counted_on, overlaps_in, with_turns

# Type, id, number and ISO day of one document, as the index keeps them.
Entry = tuple[str, str, str | None, str | None]
_VENDORS_OWN = frozenset({"bill", "vendorcredit"})
_MOST_BLOCKS = 200
_LEAST = 2  # documents, or numbers that an app wants, that make a series


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the index: makers, what apps wait to use, what a person keeps clear for an app."""

    made: Sequence[Made] = ()
    wanted: Sequence[Wanted] = ()
    kept: Sequence[SourceRange] = ()


@dataclass(slots=True)
class _Column:
    """A lane while it is filled."""

    figures: list[int] = field(default_factory=list)
    days: list[int] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    entities: list[str] = field(default_factory=list)

    def add(self, figure: int, day: int, document_id: str) -> None:
        self.figures.append(figure)
        self.days.append(day)
        self.ids.append(document_id)

    def ordered(self) -> "_Column":
        """In the order of the figures. They mostly come in it, and a sort in one go would stop the window's turns."""
        if all(one <= two for one, two in pairwise(self.figures)):
            return self
        places = sorted(range(len(self.figures)), key=self.figures.__getitem__)
        entities = [self.entities[p] for p in places] if len(self.entities) > 1 else self.entities
        figures, days = ([column[p] for p in places] for column in (self.figures, self.days))
        return _Column(figures, days, [self.ids[p] for p in places], entities)


@dataclass(slots=True)
class _Heap:
    """A block while it is filled."""

    space: str
    prefix: str
    columns: dict[str, _Column] = field(default_factory=dict)
    apps: dict[str, _Column] = field(default_factory=dict)
    padded: dict[int, int] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return sum(len(column.figures) for column in (*self.columns.values(), *self.apps.values()))


class Drawing:
    """Takes the index's documents one after the other, the shortest numbers first, and makes the map of them."""

    def __init__(self) -> None:
        self._heaps: dict[tuple[str, str], _Heap] = {}
        self._days: dict[str, int] = {}
        self.documents = self.loose = self.unnumbered = self.vendors = 0

    def add(self, entries: Iterable[Entry]) -> None:
        """Sorts documents in; in steps, so that whoever waits for the window's turn gets it in between."""
        for entity, document_id, number, day in entries:
            self.documents += 1
            space = TYPES[entity].space if entity in TYPES else None
            if space is None or not number or not number.strip():
                self.unnumbered += 1
            elif space in _VENDORS_OWN:
                self.vendors += 1
            elif (parts := parts_of(number)) is None:
                self.loose += 1
            else:
                heap = self._heap(space, parts)
                column = heap.columns.get(entity)
                if column is None:
                    column = heap.columns[entity] = _Column(entities=[entity])
                column.add(int(parts[1]), self._ordinal(day), document_id)

    def _heap(self, space: str, parts: tuple[str, str]) -> _Heap:
        prefix, digits = parts
        key = (space, fold_number(prefix))
        heap = self._heaps.get(key)
        if heap is None:
            heap = self._heaps[key] = _Heap(space, prefix)
        if digits[0] == "0":
            heap.padded[len(digits)] = heap.padded.get(len(digits), 0) + 1
        return heap

    def _ordinal(self, day: str | None) -> int:
        """A day as an ordinal. Few days come often, so that each is read once."""
        if not day:
            return 0
        found = self._days.get(day)
        if found is None:
            found = self._days[day] = dt.date.fromisoformat(day).toordinal()
        return found

    def map(self, known: Known, today: dt.date, as_of: dt.datetime | None) -> NumberMap:
        """The map of what was added."""
        made = {(each.entity, each.id): each for each in known.made}
        for wanted in known.wanted:
            self._want(wanted)
        self._show_apps(made)
        heaps = sorted((h for h in self._heaps.values() if h.size >= _LEAST), key=_rank)
        small = sum(h.size for h in self._heaps.values() if h.size < _LEAST)
        blocks = tuple(_block(heap, made, known.kept, today) for heap in heaps[:_MOST_BLOCKS])
        return NumberMap(
            blocks,
            as_of,
            self.documents,
            self.loose + small,
            self.unnumbered,
            self.vendors,
            max(len(heaps) - _MOST_BLOCKS, 0),
        )

    def _want(self, wanted: Wanted) -> None:
        parts = parts_of(wanted.number)
        if parts is not None:
            column = self._heap("sales", parts).apps.setdefault(wanted.source, _Column())
            column.add(int(parts[1]), wanted.date.toordinal() if wanted.date else 0, "")
            column.entities.append("Invoice")

    def _show_apps(self, made: Mapping[tuple[str, str], Made]) -> None:
        """What is known to be an app's stands in its lane, too."""
        if not any(each.source for each in made.values()):
            return
        for heap in self._heaps.values():
            for entity, column in heap.columns.items():
                for place, document_id in enumerate(column.ids):
                    maker = made.get((entity, document_id))
                    if maker is not None and maker.source:
                        app = heap.apps.setdefault(maker.source, _Column())
                        app.add(column.figures[place], column.days[place], document_id)
                        app.entities.append(entity)


def _rank(heap: _Heap) -> tuple[bool, int, str]:
    """Sales first, then by size: what clashes stands at the top."""
    return heap.space != "sales", -heap.size, heap.prefix


def _block(heap: _Heap, made: Mapping[tuple[str, str], Made], kept: Sequence[SourceRange], today: dt.date) -> Block:
    types = [_lane(entity, "", heap.columns[entity], made, today) for entity in TYPES if entity in heap.columns]
    apps = [_lane(source, source, column, made, today) for source, column in sorted(heap.apps.items())]
    used, twice = used_in(types)
    ranges = tuple(
        (r.first, r.last, r.source)
        for r in kept
        if heap.space == "sales" and fold_number(r.prefix) == fold_number(heap.prefix)
    )
    lanes = counted_on((*with_turns(types), *apps))
    width = max(heap.padded, key=lambda digits: heap.padded[digits], default=0)
    drawn = Block(heap.space, heap.prefix, width, lanes, used, gaps_in(used), twice)
    return replace(
        drawn,
        clashes=_clashes(apps, frozenset(used)),
        overlaps=overlaps_in(types),
        kept=ranges,
        forecasts=forecasts_of(lanes, ranges),
    )


def _lane(key: str, source: str, column: _Column, made: Mapping[tuple[str, str], Made], today: dt.date) -> Lane:
    c = column.ordered()
    known = _known(c, made) if made else {}
    stretches = stretches_of(c.figures, c.days)
    main = growing(stretches)
    begin = sum(each.documents for each in stretches[:main])
    end = begin + stretches[main].documents
    speed = speed_of(c.figures[begin:end], c.days[begin:end], today)
    waiting = c.ids.count("") if source else 0
    return Lane(key, source, c.figures, c.days, c.ids, c.entities, known, stretches, main, speed, waiting=waiting)


def _known(column: _Column, made: Mapping[tuple[str, str], Made]) -> dict[int, Made]:
    several = len(column.entities) > 1
    places = ((place, column.entities[place if several else 0], i) for place, i in enumerate(column.ids))
    return {place: maker for place, entity, i in places if (maker := made.get((entity, i))) is not None}


def _clashes(apps: Iterable[Lane], used: frozenset[int]) -> tuple[int, ...]:
    """Figures that an app wants and that are used."""
    wanted = {f for lane in apps for f, i in zip(lane.figures, lane.ids, strict=True) if not i}
    return tuple(sorted(wanted & used))
