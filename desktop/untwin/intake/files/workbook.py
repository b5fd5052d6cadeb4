"""Reads Excel workbooks: the values that a person would see in each sheet; formulas are never computed."""

import datetime as dt
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO

from untwin.intake.files.decode import placed
from untwin.intake.files.formulas import not_computed
from untwin.intake.files.hyperlinks import linked_rows
from untwin.intake.files.merged import merged_down
from untwin.intake.files.number_format import formatted
from untwin.intake.tables.across import laid_down
from untwin.intake.tables.grid import CELLS, Grid, GridRow
from untwin.intake.tables.grouped import with_groups
from untwin.intake.tables.headers import is_header
from untwin.intake.tables.two_level import with_one_header

# A workbook is packed: what it may unpack to, and how many rows of one sheet are read.
UNPACKED = 400_000_000
ROWS = 200_000
TITLE_ROWS = 30
# Empty rows in a row that end a sheet: some programs format a million of them.
EMPTY_ROWS = 1_000


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are an Excel workbook of the present kind (.xlsx, .xlsm)."""
    return data.startswith(b"PK\x03\x04") and b"xl/" in data and b"xl/workbook.bin" not in data


def sheets(data: bytes, name: str) -> tuple[list[tuple[str, tuple[Grid, ...]]], tuple[str, ...]]:
    """Each sheet as a text and the tables in it, and a sentence for what could not be read."""
    # As long to import as Qt for a bare window; only workbooks need it.
    from openpyxl import load_workbook  # noqa: PLC0415

    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            if sum(member.file_size for member in packed.infolist()) > UNPACKED:
                return [], (placed(name, "This workbook is too large to be read; save the sheet as CSV."),)
            unknown = not_computed(packed)
            book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
            found = [_sheet(sheet, name, _beside(packed, sheet)) for sheet in book.worksheets]
            book.close()
    except Exception:  # noqa: BLE001 - a broken workbook raises whatever the libraries below come upon
        return [], (placed(name, "This Excel file is damaged or locked with a password; save the sheet as CSV."),)
    cut = tuple(
        f"{grids[0].where} has more than {ROWS:,} rows; what lies below them was not read."
        for _, grids in found
        if sum(len(grid.rows) for grid in grids) >= ROWS - TITLE_ROWS
    )
    notes = (*cut, placed(name, unknown)) if unknown else cut
    return [one for one in found if any(grid.rows or grid.header for grid in one[1])], notes


# Where a cell stands that is only carried here from a row above.
_NOWHERE = (-1, -1)
Down = dict[tuple[int, int], int]
Links = dict[int, str]


def _beside(packed: zipfile.ZipFile, sheet: object) -> tuple[Down, Links]:
    """What is merged downwards in a sheet, and where its rows lead; nothing where its part of the file isn't known."""
    path = getattr(sheet, "_worksheet_path", "")
    return (merged_down(packed, path), linked_rows(packed, path)) if path in packed.namelist() else ({}, {})


def _sheet(sheet: object, name: str, beside: tuple[Down, Links]) -> tuple[str, tuple[Grid, ...]]:
    parts: list[str] = []
    rows = list(_rows(sheet, parts, *beside))
    where = f"{name}, sheet {sheet.title}" if name else f"sheet {sheet.title}"  # type: ignore[attr-defined]
    return "".join(parts), tuple(with_groups(with_one_header(laid_down(grid))) for grid in _tables(rows, where))


def _tables(rows: list[GridRow], where: str) -> Iterator[Grid]:
    """The sheet's tables: one below the first header, a further one where another header stands behind a gap."""
    first = next((row for row in rows[:TITLE_ROWS] if is_header(row.cells)), None)
    header, below, last = first.cells if first else (), list[GridRow](), first.number if first else 0
    title = " ".join(cell for row in rows[:TITLE_ROWS] for cell in row.cells if row.number < last)
    for row in rows:
        if first is not None and row.number <= first.number:
            continue
        apart = row.number > last + 1 or (below and len([cell for cell in below[-1].cells if cell]) == 1)
        if header and row.cells == header:
            continue
        if header and apart and is_header(row.cells):
            yield Grid(header, below, where, title=title)
            header, below = row.cells, []
        else:
            below.append(row)
        last = row.number
    yield Grid(header, below, where, title=title)


def _rows(sheet: object, parts: list[str], down: Down, links: Links) -> Iterator[GridRow]:
    """The rows with something in them; their cells are laid behind one another in `parts`, so that each has a place."""
    at = empty = 0
    carried: dict[int, tuple[int, str]] = {}
    for number, row in enumerate(sheet.iter_rows(max_row=ROWS, max_col=CELLS), 1):  # type: ignore[attr-defined]
        cells = [_shown(cell) for cell in row]
        above = _carry(cells, number, down, carried) if down else frozenset()
        while cells and not cells[-1]:
            cells.pop()
        empty = 0 if cells else empty + 1
        if empty > EMPTY_ROWS:
            return
        if not cells:
            continue
        start, spans = at, []
        for column, cell in enumerate(cells, 1):
            if column in above:
                # It stands in a row above: an error there is one error, and this row is another one of its documents.
                spans.append(_NOWHERE)
                continue
            spans.append((at, at + len(cell)))
            parts += (cell, "\t")
            at += len(cell) + 1
        parts.append("\n")
        at += 1
        yield GridRow(start, at, number, tuple(cell.strip() for cell in cells), tuple(spans), links.get(number))


def _carry(cells: list[str], number: int, down: Down, carried: dict[int, tuple[int, str]]) -> frozenset[int]:
    """Puts into a row what is merged down to it, and keeps what is merged down from it; which columns were put in."""
    put = set[int]()
    for column, (last, words) in list(carried.items()):
        if number > last:
            del carried[column]
        elif column <= len(cells) and not cells[column - 1]:
            cells[column - 1] = words
            put.add(column)
    for column, words in enumerate(cells, 1):
        if (number, column) in down:
            carried[column] = down[number, column], words
    return frozenset(put)


def _shown(cell: object) -> str:
    """A cell as a person sees it."""
    value: object = cell.value  # type: ignore[attr-defined]
    printed = _printed(value)
    figures = type(value) in (int, float)
    return formatted(printed, cell.number_format) if figures else printed  # type: ignore[attr-defined]


def _printed(value: object) -> str:
    """A cell as text: whole numbers without a point, days in the one order that means one thing."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float):
        exact = Decimal(repr(value))
        if exact == exact.to_integral_value():
            return str(int(value))
        # A sum such as 0.1 + 0.2 is stored with all its digits; nobody sees more than these.
        return format(exact.quantize(Decimal("0.000001")).normalize(), "f") if abs(exact) < 10**15 else repr(value)
    return str(value)
