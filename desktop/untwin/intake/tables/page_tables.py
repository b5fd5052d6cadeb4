"""Finds the tables of a saved or copied page: their headers, rows and the links in them."""

import html
import re

from untwin.intake.tables.grid import CELLS, Grid, GridRow
from untwin.intake.tables.headers import is_header

# What is looked at of one row.
ROW_LIMIT = 80_000
# Rows above a header: a table's title.
TITLE_ROWS = 10
# Tables within tables; deeper ones belong to the last that is counted.
DEPTH = 50

# Columns whose cells may reach down into the next rows.
CARRIED = 40
# What is looked at of one cell's tag.
TAG_LIMIT = 2_000

Spans = list[tuple[int, int]]
# By its column, how many rows further a cell reaches and what it says.
Carried = dict[int, tuple[int, str]]
# Where a cell stands that is only carried here from another place.
_NOWHERE = (-1, -1)


def page_grids(text: str, where: str = "") -> list[Grid]:
    """The tables of a page in their order, inner ones apart; the header is empty where none is known."""
    grids: list[Grid] = []
    text = _as_page(text) if _SHEET in text[:TAG_LIMIT] else text
    for spans in _tables(text):
        grids += _by_headers(_rows(text, spans), text)
    prefix = f"{where}, " if where else ""
    return [Grid(grid.header, grid.rows, f"{prefix}table {count}") for count, grid in enumerate(grids, 1)]


def _as_page(text: str) -> str:
    """Excel's sheet of 2003 as a page, every character in its place; without those that leave cells out."""
    if _LEFT_OUT.search(text):
        return ""
    return text.replace("<Row", "<tr ").replace("<Cell", "<td  ")


def _tables(text: str) -> list[Spans]:
    """Each table's rows as spans; a row ends where anything else of a table begins."""
    tables: list[Spans] = [[]]
    opened = [0]
    row: int | None = None
    for part in _PART.finditer(text):
        if row is not None:
            tables[opened[-1]].append((row, min(part.start(), row + ROW_LIMIT)))
        row = part.start() if part.group("row") else None
        if part.group("open"):
            tables.append([])
            opened = [*opened, len(tables) - 1][-DEPTH:]
        elif part.group("close") and len(opened) > 1:
            opened.pop()
    if row is not None:
        tables[opened[-1]].append((row, min(len(text), row + ROW_LIMIT)))
    return [spans for spans in tables if spans]


def _by_headers(rows: list[GridRow], text: str) -> list[Grid]:
    """The table's parts below its headers: one in its first rows by its words, any further one by its tags."""
    grids: list[Grid] = []
    header: tuple[str, ...] = ()
    below: list[GridRow] = []
    for count, row in enumerate(rows):
        tagged = bool(_ALL_HEADS.fullmatch(_kinds(text[row.start : row.end].lower())))
        first = tagged and count == 0 and len(row.cells) > 1
        if first or (is_header(row.cells) and (tagged or (count < TITLE_ROWS and not header))):
            grids += [Grid(header, below)] if below else []
            header, below = row.cells, []
        else:
            below.append(row)
    return [*grids, Grid(header, below)] if below else grids


def _kinds(row: str) -> str:
    """A letter for each of the row's cells: an h for one that heads a column."""
    return "".join("h" if "h" in (kind[1], kind[2]) else "d" for kind in _KINDS.finditer(row))


def _rows(text: str, spans: Spans) -> list[GridRow]:
    """The rows with every cell in its column: some reach over several columns, some down into the next rows."""
    carried: Carried = {}
    return [_row(text, start, end, carried) for start, end in spans]


def _row(text: str, start: int, end: int, carried: Carried) -> GridRow:
    starts = [start + match.start() for match in _CELL.finditer(text[start:end])][:CELLS]
    spans = list(zip(starts, [*starts[1:], end], strict=False))
    cells = [_words(text[begin:stop]) for begin, stop in spans]
    if carried or _SPAN.search(text, start, end):
        cells, spans = _in_columns(text, cells, spans, carried)
    link = _HREF.search(text, start, end)
    return GridRow(start, end, 0, tuple(cells), tuple(spans), link.group("url") if link else None)


def _in_columns(text: str, cells: list[str], spans: Spans, carried: Carried) -> tuple[list[str], Spans]:
    """The cells of a row in their columns, with what reaches down into it; what it hands on is put into `carried`."""
    placed: list[tuple[str, tuple[int, int]]] = []

    def put_carried() -> None:
        while len(placed) in carried and len(placed) < CELLS:
            left, words = carried.pop(len(placed))
            if left > 1:
                below[len(placed)] = left - 1, words
            placed.append((words, _NOWHERE))

    below: Carried = {}
    for words, span in zip(cells, spans, strict=True):
        put_carried()
        wide, high = (_reach(text, span, name) for name in ("col", "row"))
        for column in range(min(wide, CARRIED, CELLS - len(placed))):
            if high > 1 and len(placed) < CARRIED:
                below[len(placed)] = high - 1, "" if column else words
            placed.append(("", _NOWHERE) if column else (words, span))
    put_carried()
    carried.clear()
    carried.update(below)
    return [words for words, _ in placed], [span for _, span in placed]


def _reach(text: str, span: tuple[int, int], name: str) -> int:
    """Over how many columns or rows a cell reaches."""
    tag_end = text.find(">", span[0], min(span[1], span[0] + TAG_LIMIT))
    found = re.search(rf"\b{name}span\s?=\s?[\"']?(\d{{1,3}})", text[span[0] : max(tag_end, span[0])], re.IGNORECASE)
    return max(1, int(found.group(1))) if found else 1


def _words(cell: str) -> str:
    """What a cell says on one line, without its tags."""
    words = _TAG.sub("", _BREAK.sub(" ", cell))
    return " ".join((html.unescape(words) if "&" in words else words).split())


_BREAK = re.compile(r"</?(?:br|p|div|li|td|th|h[1-6])(?=[\s>/])[^<>]{0,4000}+>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]{0,4000}+>|<!--", re.IGNORECASE)
# Pages build tables out of other elements, too, and say by a role what each of them is.
_ROLE = r"[a-z][\w-]{0,20}\s[^<>]{0,1000}?\brole=[\"']?"
_PART = re.compile(
    rf"<(?:(?P<row>(?:tr|dt)(?=[\s>])|{_ROLE}row\b(?!-))"
    rf"|(?P<open>(?:table|dl)(?=[\s>])|{_ROLE}(?:table|grid|treegrid)\b)|(?P<close>/(?:table|dl)(?=[\s>])))",
    re.IGNORECASE,
)
_CELL = re.compile(rf"<(?:(?:t[dh]|d[dt])(?=[\s>])|{_ROLE}(?:cell|gridcell|columnheader|rowheader)\b)", re.IGNORECASE)
_KINDS = re.compile(
    r"<t([dh])(?=[\s>])|<(?!t[dh][\s>])[a-z][^<>]{0,1000}?\brole=[\"']?(?:column(h)eader|(?:grid)?cell)"
)
_ALL_HEADS = re.compile("h+")
_SHEET = "urn:schemas-microsoft-com:office:spreadsheet"
_LEFT_OUT = re.compile(r"<Cell\s[^<>]{0,200}\bss:Index=")
_SPAN = re.compile(r"(?:col|row)span", re.IGNORECASE)
_HREF = re.compile(r"\bhref\s{0,4}=\s{0,4}[\"'](?P<url>https?://[^\"'\s<>]{1,2000})", re.IGNORECASE)
