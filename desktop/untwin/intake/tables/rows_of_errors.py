"""Puts the tables of a text beside the errors found in it: which row each error stands in, and what the row says."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from untwin.domain.errors.columns import Holds, KnownBy, TableSeen, Told
from untwin.intake.tables.across import laid_down, pieces
from untwin.intake.tables.aligned import aligned_grids
from untwin.intake.tables.delimited import CELL_LIMIT, delimited_grids
from untwin.intake.tables.grid import Grid, GridRow
from untwin.intake.tables.grouped import with_groups
from untwin.intake.tables.header_words import header_words
from untwin.intake.tables.labelled import labelled_grids, upright
from untwin.intake.tables.layout import Layout, lay_out
from untwin.intake.tables.lines_of_errors import with_lines_of_their_own
from untwin.intake.tables.page_tables import page_grids
from untwin.intake.tables.printed_records import printed_records
from untwin.intake.tables.records import record_grids
from untwin.intake.tables.stacked import stacked_grids
from untwin.intake.tables.table_row import Row, Span
from untwin.intake.tables.two_level import with_one_header
from untwin.intake.tables.xml_records import xml_grids


@dataclass(frozen=True, slots=True)
class Tables:
    """All rows in their order, and each table that an error stands in as a preview shows it.

    `others` are the tables without errors, which may list bills.
    """

    rows: list[Row]
    seen: tuple[TableSeen, ...] = ()
    others: tuple[Grid, ...] = ()

    def row_at(self, position: int) -> int | None:
        """Which row a position of the text lies in."""
        index = bisect_right(self.rows, position, key=lambda row: row.start) - 1
        return index if index >= 0 and position < self.rows[index].end else None

    def reached_by(self, index: int) -> Iterator[Row]:
        """The rows below, to which this row's error cell reaches down."""
        start = self.rows[index].start
        for below in range(index + 1, len(self.rows)):
            if self.rows[below].reached_from != start:
                return
            yield self.rows[below]

    def rows_of(self, start: int, end: int) -> range:
        """The rows that a piece of the text may reach into."""
        first = max(0, bisect_right(self.rows, start, key=lambda row: row.start) - 1)
        return range(first, max(first, bisect_right(self.rows, end - 1, key=lambda row: row.start)))


def grids_of(text: str, where: str = "", errors: Sequence[Span] = ()) -> list[Grid]:
    """The tables of a text, told by its content; `where` is the text's own place.

    `errors` are the spans of the errors in it and the numbers that they name.
    """
    opening = text[:CELL_LIMIT].lstrip("\ufeff \r\n\t")
    if opening.startswith(("{", "[")):
        return record_grids(text, where)
    if _RECORD.search(text[:CELL_LIMIT]):
        return printed_records(text, where)
    found = [upright(grid) for grid in page_grids(text, where)] if "<" in opening else []
    if not found and opening.startswith("<"):
        found = xml_grids(text, where)
    found = [with_groups(with_one_header(laid_down(grid))) for grid in found or delimited_grids(text, where)]
    if not any(grid.header for grid in found):
        found = aligned_grids(text, where) or stacked_grids(text, where) or found
    headed = any(grid.header for grid in found)
    return found if headed or not errors else labelled_grids(text, where, errors) or found


def tables_of(grids: Sequence[Grid], errors: Sequence[Span], given: Told | None = None) -> Tables:
    """The tables laid out; `errors` are the spans of the errors, rising, and the numbers that they name.

    A table that holds no error, and whose header has no place for one, is left out: it is no list of errors.
    """
    rows: list[Row] = []
    seen: list[TableSeen] = []
    others: list[Grid] = []
    for grid in grids:
        places, inside = _error_places(grid, errors)
        place = places.most_common(1)[0][0] if places else None
        layout = lay_out(grid, given, place)
        if not inside and not (layout and (Holds.ERROR in layout.places or _tells_codes(grid, layout))):
            others.append(grid)
        elif layout:
            told = _tells_errors(grid, layout, sum(places.values()))
            found = list(_rows(grid, layout, told=told))
            if grid.across:
                rows += [piece for record, row in zip(grid.rows, found, strict=True) for piece in pieces(record, row)]
            else:
                rows += with_lines_of_their_own(grid, found, errors)
            seen.append(layout.seen(grid))
    return Tables(sorted(rows, key=lambda row: row.start), tuple(seen), tuple(others))


def _error_places(grid: Grid, errors: Sequence[Span]) -> tuple[Counter[int], int]:
    """How many errors have their middle in each column, as they may begin in the column of their code; and in all."""
    places: Counter[int] = Counter()
    if grid.across:
        middles = [(start + end) // 2 for start, end, _ in errors]
        columns = [place for row in grid.rows for middle in middles if (place := row.place_of(middle)) is not None]
        return Counter(columns), len(columns)
    at = inside = 0
    for row in grid.rows:
        while at < len(errors) and errors[at][0] < row.start:
            at += 1
        while at < len(errors) and errors[at][0] < row.end:
            place = row.place_of((errors[at][0] + errors[at][1]) // 2)
            places.update([place] if place is not None else [])
            at, inside = at + 1, inside + 1
    return places, inside


def _tells_errors(grid: Grid, layout: Layout, recognised: int) -> bool:
    """Whether all that the error column says are errors, known or not: its header says so, or most are known.

    A column called `Details` or `Notes` may hold one error among anything else.
    """
    place = layout.places.get(Holds.ERROR)
    if place is None or layout.known_by[Holds.ERROR] is KnownBy.VALUES:
        return False
    if layout.known_by[Holds.ERROR] is KnownBy.GIVEN or header_words(grid.header[place]) & _ERROR_NAMES:
        return True
    return recognised * 2 >= sum(layout.cell(row, Holds.ERROR) is not None for row in grid.rows)


def _tells_codes(grid: Grid, layout: Layout) -> bool:
    """Whether a column is called that of the errors' codes, in a list of documents."""
    place = layout.places.get(Holds.CODE)
    if place is None or place >= len(grid.header) or layout.places.keys().isdisjoint((Holds.NUMBER, Holds.CUSTOMER)):
        return False
    return _OF_AN_ERROR.search(grid.header[place]) is not None


def _rows(grid: Grid, layout: Layout, *, told: bool) -> Iterator[Row]:
    """The rows laid out; one to which an error cell reaches down knows from where."""
    place, last = layout.places.get(Holds.ERROR), None
    codes = _tells_codes(grid, layout)
    for row in grid.rows:
        spanned = place is not None and place < len(row.spans) and bool(row.cells[place])
        reached = spanned and row.spans[place or 0][0] < 0
        if not reached:
            last = row.start if spanned else None
        yield replace(_row(row, layout, told=told, codes=codes), reached_from=last if reached else None)


def _row(row: GridRow, layout: Layout, *, told: bool, codes: bool) -> Row:
    error = _span(row, layout, Holds.ERROR)
    coded = _span(row, layout, Holds.CODE) if codes and error is None else None
    error = error if told else None
    return Row(row.start, row.end, row.number, layout.columns(row), layout.cell(row, Holds.CODE), error, coded)


def _span(row: GridRow, layout: Layout, holds: Holds) -> tuple[int, int] | None:
    """Where a cell stands that says something; None where it lies in a row above."""
    place = layout.places.get(holds) if layout.cell(row, holds) else None
    return row.spans[place] if place is not None and place < len(row.spans) and row.spans[place][0] >= 0 else None


_RECORD = re.compile(r"^(?:-\[ RECORD 1 \]|\*{3,40} 1\. row \*{3})", re.MULTILINE)
_ERROR_NAMES = frozenset(("error", "failure", "problem", "problema"))
# In the name of the column, beside `code` or `number`.
_OF_AN_ERROR = re.compile(r"err|fehler|fault|fout|qbo?(?![a-z])|quickbooks|intuit", re.IGNORECASE)
