"""Finds tables in plain text: CSV with any delimiter, Markdown's and Jira's, with headers or without."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from untwin.intake.tables.grid import CELLS, Grid, GridRow
from untwin.intake.tables.headers import heads, is_header, named_columns

DELIMITERS = "\t,;|~^\x1f"
# Bars as terminals draw them, and whatever else frames a table there.
_DRAWN_BARS = "\u2502\u2503\u2551"
_BARS = str.maketrans(_DRAWN_BARS, "|||")
_RULES = "-:+= " + "".join(chr(sign) for sign in range(0x2500, 0x2580))
# Lines above a header: a report's title and its dates.
TITLE_LINES = 30
# How far back above the rows a title is looked for.
TITLE_REACH = 1_000
# A quoted cell that does not end within this is a stray quote.
CELL_LIMIT = 20_000
# Without a header, a table is text whose first lines have equally many cells.
LOOKED_AT = 50
FEWEST_ROWS = 2
FEWEST_CELLS = 3

Spans = list[tuple[int, int]]


def delimited_grids(text: str, where: str = "") -> list[Grid]:
    """The table that a text is: below a header that is understood, or of equally many cells a line; else none."""
    text = text.translate(_BARS) if any(bar in text[: 4 * CELL_LIMIT] for bar in _DRAWN_BARS) else text
    best = max((_found(text, delimiter) for delimiter in DELIMITERS), key=lambda found: found[0])
    if best[0]:
        _, delimiter, header, number, start = best
        title = text[max(0, start - TITLE_REACH) : start] if number > 1 else ""
        return [replace(grid, title=title) for grid in _parts(header, _rows(text, start, delimiter, number + 1), where)]
    delimiter = next((d for d in DELIMITERS if _even(text, d)), "")
    if not delimiter:
        return []
    rows = [row for row in _rows(text, 0, delimiter, 1) if any(row.cells) and not _ruled(row)]
    return [Grid(rows[0].cells, rows[1:], where) if heads(rows) else Grid((), rows, where)]


def _parts(header: tuple[str, ...], rows: Iterator[GridRow], where: str) -> Iterator[Grid]:
    """The table, and those below it: behind an empty line another header begins another one."""
    below: list[GridRow] = []
    behind_gap = titled = False
    for row in rows:
        if behind_gap and row.cells != header and is_header(row.cells):
            # What stands alone in the line above is this table's title.
            yield Grid(header, below[:-1] if titled else below, where)
            header, below = row.cells, []
        elif row.cells != header and not _ruled(row):
            below.append(row)
        titled = behind_gap and sum(map(bool, row.cells)) == 1
        behind_gap = titled or not any(row.cells)
    yield Grid(header, below, where)


def _found(text: str, delimiter: str) -> tuple[int, str, tuple[str, ...], int, int]:
    """How many columns of a header among the first lines are understood, the header, its row, where the rows begin."""
    for number, spans in enumerate(_split(text[: 4 * CELL_LIMIT], 0, delimiter), 1):
        if number > TITLE_LINES:
            break
        cells = _cells(text, spans)
        if is_header(cells):
            return len(named_columns(cells)), delimiter, cells, number, _next_line(text, spans[-1][1])
    return 0, delimiter, (), 0, 0


def _even(text: str, delimiter: str) -> bool:
    """Whether most of the first lines have equally many cells, more than prose would have by accident."""
    widths: list[int] = []
    for spans in _split(text[: 4 * CELL_LIMIT], 0, delimiter):
        if len(widths) == LOOKED_AT:
            break
        if text[spans[0][0] : spans[-1][1]].strip():
            widths.append(len(spans))
    if len(widths) < FEWEST_ROWS:
        return False
    width, count = Counter(widths).most_common(1)[0]
    fewest = FEWEST_CELLS if delimiter != "\t" else 2
    return width >= fewest and count * 10 >= 9 * len(widths)


def _rows(text: str, start: int, delimiter: str, number: int) -> Iterator[GridRow]:
    for count, spans in enumerate(_split(text, start, delimiter), number):
        yield GridRow(spans[0][0], spans[-1][1], count, _cells(text, spans), tuple(spans))


def _cells(text: str, spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    return tuple(_cell(text[start:end]) for start, end in spans)


def _ruled(row: GridRow) -> bool:
    """Whether a row is empty, or only the line that is drawn below a header."""
    return all(not cell.strip(_RULES) for cell in row.cells)


def _next_line(text: str, end: int) -> int:
    line_end = text.find("\n", end)
    return len(text) if line_end < 0 else line_end + 1


def _split(text: str, start: int, delimiter: str) -> Iterator[Spans]:
    """The rows as spans of their first cells, quotes included; a stray quote is a character like any other."""
    cell = _CELLS[delimiter]
    while start < len(text):
        # Jira doubles the bar between the names of a header.
        bars = len(delimiter) + text.startswith("||", start) if delimiter == "|" else 1
        spans: Spans = []
        while True:
            match = cell.match(text, start)
            end = match.end() if match else start
            spans.append((start, end))
            start = end + 1
            if len(spans) == CELLS:
                start = _next_line(text, end)
            if text[end : end + 1] != delimiter or len(spans) == CELLS:
                break
            if bars > 1 and text.startswith("|", start):
                start += 1
        yield spans


def _cell(printed: str) -> str:
    cell = printed.strip()
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"')
    # Markdown writes a bar within a cell so.
    cell = cell.replace("\\|", "|")
    return cell.strip("*_") if cell[:1] in "*_" else cell


_CELLS = {
    delimiter: re.compile(
        rf'[ ]{{0,20}}"(?:[^"]|""){{0,{CELL_LIMIT}}}+"[ \r]{{0,20}}+(?={re.escape(delimiter)}|\n|\Z)'
        + (r"|(?:[^|\\\n]|\\.|\\)*+" if delimiter == "|" else rf"|[^{re.escape(delimiter)}\n]*+")
    )
    for delimiter in DELIMITERS
}
