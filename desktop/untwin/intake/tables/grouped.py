"""Gives the rows of a report the customer under whose name they are grouped there, as QuickBooks' reports do."""

import re
from collections.abc import Iterator
from dataclasses import replace

from untwin.domain.errors.columns import Holds
from untwin.domain.words.plain_text import plain
from untwin.intake.tables.grid import Grid, GridRow
from untwin.intake.tables.headers import named_columns


def with_groups(grid: Grid) -> Grid:
    """The table with the name of each group in its rows, and without the lines that only begin and end a group.

    Only where that is sure: a line holds a name alone, the rows below it leave that column empty, and a line of the
    sum names it again. Whose name it is must be said by the column's header, or by the report's title.
    """
    place = _customers(grid)
    if place is None:
        return grid
    groups = list(_groups(grid, place))
    if not groups:
        return grid
    header = list(grid.header)
    header[place] = header[place] or "Customer"
    rows: dict[int, GridRow | None] = {}
    for first, last, name in groups:
        rows |= {first: None, last: None}
        rows |= {at: _named(grid.rows[at], place, name) for at in range(first + 1, last)}
    kept = [rows.get(at, row) for at, row in enumerate(grid.rows)]
    return replace(grid, header=tuple(header), rows=[row for row in kept if row])


def _customers(grid: Grid) -> int | None:
    """The column that may hold the names of groups."""
    if not grid.header:
        return None
    place = named_columns(grid.header).get(Holds.CUSTOMER)
    if place is None and not grid.header[0].strip() and _BY_CUSTOMER.search(plain(grid.title)):
        place = 0
    return place


def _groups(grid: Grid, place: int) -> Iterator[tuple[int, int, str]]:
    """The places of the first and the last line of each group, and its name; none within another."""
    opened: tuple[int, str] | None = None
    for at, row in enumerate(grid.rows):
        cell = row.cells[place].strip() if place < len(row.cells) else ""
        total = _TOTAL.fullmatch(cell)
        if total and opened and plain(total.group("name")) == plain(opened[1]):
            yield opened[0], at, opened[1]
            opened = None
        elif cell:
            alone = sum(bool(each.strip()) for each in row.cells) == 1
            # A group within a group: whose the rows are then, the report doesn't say in one cell.
            opened = (at, cell) if alone and opened is None and not total else None


def _named(row: GridRow, place: int, name: str) -> GridRow:
    return replace(row, cells=(*row.cells[:place], name, *row.cells[place + 1 :]))


_TOTAL = re.compile(r"(?:sub)?totals? (?:for |of |de |pour )?(?P<name>.+)", re.IGNORECASE)
_BY_CUSTOMER = re.compile(r"\b(?:by|per|par|nach|por) (?:customer|client|kunde|cliente)|\bcustomer balance|receivable")
