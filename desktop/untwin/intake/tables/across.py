"""Lays down a table that stands on its side: the names of its columns one below another, its records side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from untwin.domain.errors.columns import Holds
from untwin.intake.tables.grid import CELLS, Grid, GridRow
from untwin.intake.tables.headers import is_value, named_columns
from untwin.intake.tables.table_row import Row
from untwin.intake.tables.values import is_number

# Its names and at least two records; of one record alone another part of the intake knows.
FEWEST_COLUMNS = 3
# More names than these nobody sets one below another.
MOST_NAMES = 60


def laid_down(grid: Grid) -> Grid:
    """The table with a row for each record, if it stands on its side; any other as it is."""
    rows = [row for row in grid.rows[: MOST_NAMES + 1] if any(row.cells)]
    width = max((len(row.cells) for row in rows), default=0)
    if grid.header or len(rows) > MOST_NAMES or width < FEWEST_COLUMNS:
        return grid
    rows = [row for row in rows if len(row.cells) > 1]
    names = tuple(row.cells[0].strip().rstrip(":") for row in rows)
    if not _are_names(names) or not all(row.spans for row in rows):
        return grid
    records = [_record(rows, at) for at in range(1, min(width, CELLS))]
    records = [record for record in records if any(record.cells)]
    number = named_columns(names)[Holds.NUMBER]
    if not all(is_number(own := record.cells[number]) and any(c.isdigit() for c in own) for record in records):
        return grid
    return Grid(names, records, grid.where, across=True)


def _are_names(names: Sequence[str]) -> bool:
    """Whether these name what a document has: its number and two things more, most of them known, none a value."""
    if any(is_value(name) for name in names):
        return False
    named = named_columns(names)
    return Holds.NUMBER in named and len(named) > 2 and len(named) * 2 >= len(names)


def _record(rows: Sequence[GridRow], at: int) -> GridRow:
    cells = tuple(row.cells[at] if at < len(row.cells) else "" for row in rows)
    spans = tuple(row.spans[at] if at < len(row.spans) else (-1, -1) for row in rows)
    there = [span for span in spans if span[0] >= 0]
    start, end = min((span[0] for span in there), default=0), max((span[1] for span in there), default=0)
    return GridRow(start, end, at + 1, cells, spans)


def pieces(record: GridRow, row: Row) -> Iterator[Row]:
    """One row for each cell of a record: between them stand the cells of other records."""
    for start, end in record.spans:
        if start >= 0 and end > start:
            yield replace(row, start=start, end=end, number=0, error=row.error if row.error == (start, end) else None)
