"""Puts an error that has a whole line of a table to itself beside the document in the line above it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from untwin.domain.errors.faults import Columns
from untwin.intake.tables.grid import Grid, GridRow
from untwin.intake.tables.table_row import Row, Span


def with_lines_of_their_own(grid: Grid, rows: Iterable[Row], errors: Sequence[Span]) -> list[Row]:
    """The rows; those that hold nothing but an error have what the row above says of its document.

    Only where that is sure: the error names that document's number; or it names none, and lines of documents and of
    errors take turns from the table's first line to its last.
    """
    found = list(rows)
    lines = [_only_error(row, errors) for row in grid.rows]
    if not any(lines):
        return found
    in_turns = lines[0] is None and all(here is None or above is None for above, here in pairwise(lines))
    sure = in_turns and lines[-1] is not None
    for at, line in enumerate(lines):
        if line is None:
            continue
        above = found[at - 1] if at and lines[at - 1] is None else None
        known = above.columns if above and not _errors_in(grid.rows[at - 1], errors) else None
        number = _plain(known.incoming_number) if known else ""
        fits = bool(number) and (_plain(line[2]) == number or (line[2] is None and sure))
        found[at] = replace(found[at], columns=known if fits else _link_alone(found[at]), code=None)
    return found


def _link_alone(row: Row) -> Columns | None:
    """What is left of a row whose one cell is no number, no name and no sum, but an error."""
    link = row.columns.link if row.columns else None
    return Columns(link=link) if link else None


def _only_error(row: GridRow, errors: Sequence[Span]) -> Span | None:
    """The row's only error, where the row holds nothing else."""
    if sum(bool(cell.strip()) for cell in row.cells) != 1:
        return None
    inside = _errors_in(row, errors)
    return inside[0] if len(inside) == 1 else None


def _errors_in(row: GridRow, errors: Sequence[Span]) -> Sequence[Span]:
    first, last = (bisect_left(errors, at, key=lambda error: error[0]) for at in (row.start, row.end))
    return errors[first:last]


def _plain(number: str | None) -> str:
    return (number or "").strip().lstrip("#").strip().casefold()
