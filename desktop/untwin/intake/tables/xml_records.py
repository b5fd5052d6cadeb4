"""Reads XML records as rows: an element whose children hold nothing but words is one, named by their tags."""

import re
from collections.abc import Iterator

from untwin.intake.marking.view import peel
from untwin.intake.tables.grid import CELLS, Grid, GridRow
from untwin.intake.tables.headers import named_columns

# What is looked at of one value.
VALUE_LIMIT = 20_000
# Elements within elements; deeper ones are no records.
DEPTH = 50
FEWEST_CELLS = 2

Cells = dict[str, tuple[str, tuple[int, int]]]
# Its name, where it starts, where its inside starts, and the values met in it.
Element = tuple[str, int, int, Cells]


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
    opened: list[Element] = []
    for tag in _TAG.finditer(text):
        if tag.group("empty"):
            continue
        if not tag.group("end"):
            opened = [*opened[-DEPTH:], (tag.group("name"), tag.start(), tag.end(), {})]
        elif opened and opened[-1][0] == tag.group("name"):
            closed = opened.pop()
            if len(closed[3]) >= FEWEST_CELLS:
                yield closed[1], tag.end(), closed[3]
            elif opened:
                _hand_on(text, closed, tag.start(), opened[-1][3])


def _hand_on(text: str, closed: Element, end: int, cells: Cells) -> None:
    """Gives what a closed element says to the one around it: its words, or its only value by both names."""
    name, _, inside, own = closed
    if own:
        for inner, (value, span) in own.items():
            _put(cells, f"{name} {inner}", value, span)
    else:
        _put(cells, name, peel(text[inside : min(end, inside + VALUE_LIMIT)]).text.strip(), (inside, end))


def _put(cells: Cells, name: str, value: str, span: tuple[int, int]) -> None:
    if len(cells) < CELLS:
        cells.setdefault(name, (value, span))


_TAG = re.compile(r"<(?P<end>/)?(?:\w{1,20}:)?(?P<name>[A-Za-z_][\w.-]{0,60})(?:\s[^<>]{0,2000})?(?P<empty>/)?>")
