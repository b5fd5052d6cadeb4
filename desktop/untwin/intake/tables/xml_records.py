"""Reads XML records as rows: an element whose children and attributes hold nothing but words, named by them."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from untwin.intake.marking.view import peel
from untwin.intake.tables.grid import CELLS, Grid, GridRow
from untwin.intake.tables.headers import named_columns

# What is looked at of one value.
VALUE_LIMIT = 20_000
# Elements within elements; deeper ones are no records.
DEPTH = 50
FEWEST_CELLS = 2

Cells = dict[str, tuple[str, tuple[int, int]]]


@dataclass(slots=True)
class _Element:
    """Its name, where it starts, where its inside starts, its attributes and the values met in it.

    `holds_records`: it is a list of records, and none itself by its attributes alone.
    """

    name: str
    start: int
    inside: int
    attributes: Cells
    cells: Cells = field(default_factory=dict)
    holds_records: bool = False

    @property
    def record(self) -> Cells | None:
        """What it says, if it is a record."""
        told = self.attributes | self.cells
        known = self.cells or (len(named_columns(tuple(self.attributes))) >= FEWEST_CELLS and not self.holds_records)
        return told if known and len(told) >= FEWEST_CELLS else None


def xml_grids(text: str, where: str = "") -> list[Grid]:
    """One table for each set of tags, in the order in which they are met."""
    rows: dict[tuple[str, ...], list[GridRow]] = {}
    for start, end, cells in _records(text):
        header = tuple(cells)
        if named_columns(header):
            values = tuple(value for value, _ in cells.values())
            spans = tuple(span for _, span in cells.values())
            rows.setdefault(header, []).append(GridRow(start, end, 0, values, spans))
    return [Grid(header, found, where) for header, found in rows.items()]


def _records(text: str) -> Iterator[tuple[int, int, Cells]]:
    """Each element that is a record, as it closes."""
    opened: list[_Element] = []
    for tag in _TAG.finditer(text):
        name = tag.group("name")
        if not tag.group("end"):
            opened = [*opened[-DEPTH:], _Element(name, tag.start(), tag.end(), _attributes(tag))]
        if (tag.group("end") or tag.group("empty")) and opened and opened[-1].name == name:
            closed = opened.pop()
            record = closed.record
            if record is not None:
                yield closed.start, tag.end(), record
            if opened and record is not None:
                opened[-1].holds_records = True
            elif opened:
                _hand_on(text, closed, tag.start(), opened[-1].cells)


def _attributes(tag: re.Match[str]) -> Cells:
    """What the tag itself says, without what programs say to one another."""
    if "=" not in (tag.group("attributes") or ""):
        return {}
    start = tag.start("attributes")
    found: Cells = {}
    for said in _ATTRIBUTE.finditer(tag.group("attributes")):
        span = (start + said.start("value"), start + said.end("value"))
        _put(found, said.group("name"), html.unescape(said.group("value")).strip(), span)
    return found


def _hand_on(text: str, closed: _Element, end: int, cells: Cells) -> None:
    """Gives what a closed element says to the one around it: its words, or its only value by both names."""
    for inner, (value, span) in (closed.attributes | closed.cells).items():
        _put(cells, f"{closed.name} {inner}", value, span)
    if not closed.cells and end > closed.inside:
        words = peel(text[closed.inside : min(end, closed.inside + VALUE_LIMIT)]).text.strip()
        _put(cells, closed.name, words, (closed.inside, end))


def _put(cells: Cells, name: str, value: str, span: tuple[int, int]) -> None:
    if len(cells) < CELLS:
        cells.setdefault(name, (value, span))


_TAG = re.compile(
    r"<(?P<end>/)?(?:\w{1,20}:)?(?P<name>[A-Za-z_][\w.-]{0,60})(?P<attributes>\s[^<>]{0,2000}?)?(?P<empty>/)?>"
)
_ATTRIBUTE = re.compile(r"\s(?!xmlns)(?P<name>[A-Za-z_][\w.-]{0,60})\s?=\s?([\"'])(?P<value>.{0,1000}?)\2", re.DOTALL)
