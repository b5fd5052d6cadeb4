"""Catches every document with one of some numbers: by few wide queries, and by finer ones where too much is caught."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from untwin.domain.books.documents import fold_number
from untwin.domain.problems import OutsideProblem
from untwin.quickbooks.client import Client
from untwin.quickbooks.cover import SHORT, cover
from untwin.quickbooks.holders import TOO_MANY
from untwin.quickbooks.queries import Rows, Select, contains, fetch, like, quoted, unreadable

Place = tuple[str, str]
"""A document's entity and id."""


class _Numbered(msgspec.Struct):
    """What a net asks of a document. One without a number can't have been meant: that would be no answer to it."""

    Id: str
    DocNumber: str


@dataclass(frozen=True, slots=True)
class Net:
    """One query that finds every document of an entity whose number is one of some, and perhaps others."""

    entity: str
    numbers: tuple[str, ...]
    condition: str
    finest: bool = False

    @property
    def select(self) -> Select:
        """Of each document only what tells whether it is one of those: there may be hundreds that aren't."""
        return Select(self.entity, (self.condition,), fields=("Id", "DocNumber"))

    def caught(self, rows: Rows) -> set[Place]:
        """Those that really have one of the numbers."""
        wanted = {fold_number(number) for number in self.numbers}
        return {(self.entity, row.Id) for row in _numbered(rows) if fold_number(row.DocNumber) in wanted}

    def finer(self) -> Iterator["Net"]:
        """Nets that find the same with less beside it. Raises `OutsideProblem` where there are none."""
        if self.finest:
            raise OutsideProblem(f"{TOO_MANY} Nothing was changed.", f"They have to do with number {self.numbers[0]}.")
        for number in self.numbers:
            yield from _alone(self.entity, number) if len(self.numbers) > 1 else _finest(self.entity, number)


def nets_for(entities: Sequence[str], numbers: Iterable[str], most: int) -> list[Net]:
    """Nets for numbers without blanks at their ends, `most` for each entity; more where those say too little."""
    parts = cover(tuple({fold_number(number): number for number in numbers}.values()), most)
    return [net for entity in entities for part in parts for net in _net(entity, part.pattern, part.numbers)]


def caught_by(client: Client, nets: Sequence[Net], rows: Sequence[Rows]) -> set[Place]:
    """What the nets caught, once these rows were found; nets that are too full are cast again, finer."""
    full = [net for net, found in zip(nets, rows, strict=True) if not found.complete]
    caught = {place for net, found in zip(nets, rows, strict=True) for place in net.caught(found)}
    if full:
        finer = [each for net in full for each in net.finer()]
        caught |= caught_by(client, finer, fetch(client, [net.select for net in finer]).rows)
    return caught


def exactly(number: str) -> tuple[str, ...]:
    """Conditions of which one holds for every number that is this one but for blanks at its ends, and for few others.

    A number of one or two characters is contained in half of the books' numbers.
    """
    return f"DocNumber = {quoted(number)}", *(like("DocNumber", form.format(number)) for form in _ENDS)


_ENDS = ("{} %", "% {}", "% {} %")


def _net(entity: str, pattern: str, numbers: tuple[str, ...]) -> Iterator[Net]:
    if len(pattern) >= SHORT:
        yield Net(entity, numbers, contains("DocNumber", pattern))
    else:
        yield from (net for number in numbers for net in _alone(entity, number))


def _alone(entity: str, number: str) -> Iterator[Net]:
    if len(number) >= SHORT:
        yield Net(entity, (number,), contains("DocNumber", number))
    else:
        yield from _finest(entity, number)


def _finest(entity: str, number: str) -> Iterator[Net]:
    return (Net(entity, (number,), condition, finest=True) for condition in exactly(number))


def _numbered(rows: Rows) -> list[_Numbered]:
    try:
        return [msgspec.json.decode(raw, type=_Numbered) for raw in rows.raw]
    except msgspec.DecodeError:
        raise unreadable() from None
