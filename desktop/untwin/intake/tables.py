"""Reads a text as a table (CSV, tab-separated, a page's, JSON records): where its rows stand and what they say."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from untwin.domain.faults import Columns
from untwin.intake.headers import Header, Holds, header
from untwin.intake.view import peel

DELIMITERS = "\t,;|"
# Lines above a header: a report's title and its dates.
TITLE_LINES = 10
# A quoted cell that does not end within this is a stray quote.
CELL_LIMIT = 20_000
CELLS = 200
# So many records without a known name are no table.
STRANGERS = 1_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    Attributes:
        start, end: its span in the text.
        number: as a spreadsheet numbers it, the header being counted; 0 where rows have no numbers for people.
        columns: what it says about the waiting document.
        code: what stands in its code column.
        error: the span of its error cell, None if empty.
    """

    start: int
    end: int
    number: int
    columns: Columns | None
    code: str | None = None
    error: tuple[int, int] | None = None


def sheet_rows(text: str) -> list[Row]:
    """The rows of a text with a delimiter (CSV and its kin); none without a header that is understood."""
    for delimiter in DELIMITERS:
        found = _find_header(text, delimiter)
        if found:
            head, number, start = found
            split = enumerate(_split(text, start, delimiter), number + 1)
            return [_row(text, spans, count, head) for count, spans in split]
    return []


def record_rows(text: str) -> list[Row]:
    """The rows of a page's tables or of JSON records; none if the text is neither."""
    opening = text[:CELL_LIMIT].lstrip("\ufeff \r\n\t")
    if opening.startswith(("{", "[")):
        return list(_records(text))
    return list(_page_rows(text)) if "<" in opening else []


def _find_header(text: str, delimiter: str) -> tuple[Header, int, int] | None:
    """The header among the first lines, its row number, and where the rows begin."""
    for number, spans in enumerate(_split(text[: 4 * CELL_LIMIT], 0, delimiter), 1):
        if number > TITLE_LINES:
            return None
        head = header([_cell(text[start:end]) for start, end in spans]) if len(spans) > 1 else None
        if head:
            return head, number, _next_line(text, spans[-1][1])
    return None


def _next_line(text: str, end: int) -> int:
    line_end = text.find("\n", end)
    return len(text) if line_end < 0 else line_end + 1


def _split(text: str, start: int, delimiter: str) -> Iterator[list[tuple[int, int]]]:
    """The rows as spans of their first cells, quotes included; a stray quote is a character like any other."""
    cell = _CELLS[delimiter]
    while start < len(text):
        spans: list[tuple[int, int]] = []
        while True:
            match = cell.match(text, start)
            end = match.end() if match else start
            spans.append((start, end))
            start = end + 1
            if len(spans) == CELLS:
                start = _next_line(text, end)
            if text[end : end + 1] != delimiter or len(spans) == CELLS:
                break
        yield spans


def _row(text: str, spans: list[tuple[int, int]], number: int, head: Header) -> Row:
    cells = [_cell(text[start:end]) for start, end in spans]
    place = head.places.get(Holds.ERROR)
    error = spans[place] if place is not None and head.cell(cells, Holds.ERROR) else None
    return Row(spans[0][0], spans[-1][1], number, head.columns(cells), head.cell(cells, Holds.CODE), error)


def _cell(printed: str) -> str:
    cell = printed.strip()
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"')
    return cell


def _page_rows(text: str) -> Iterator[Row]:
    """The rows of a page's tables; a header counts until the next header."""
    starts = [match.start() for match in _TABLE_ROW.finditer(text)]
    head: Header | None = None
    for start, following in pairwise([*starts, len(text)]):
        end = min(following, start + 4 * CELL_LIMIT)
        cells = [peel(cell).text.strip() for cell in _TABLE_CELL.split(text[start:end])[1:CELLS]]
        found = header(cells)
        if found:
            head = found
        elif head:
            link = _HREF.search(text, start, end)
            yield Row(start, end, 0, _with_link(head.columns(cells), link), head.cell(cells, Holds.CODE))


def _with_link(columns: Columns | None, link: re.Match[str] | None) -> Columns | None:
    if columns is None or columns.link or link is None:
        return columns
    return Columns(columns.customer, columns.amount, columns.date, columns.incoming_number, link.group("url"))


def _records(text: str) -> Iterator[Row]:
    """JSON records, one a line or in one list; text that isn't JSON after all has none."""
    strangers = 0
    for start, end, record in _objects(text):
        cells = {key: str(value) for key, value in record.items() if isinstance(value, str | int | float)}
        head = header(list(cells))
        strangers = 0 if head else strangers + 1
        if strangers > STRANGERS:
            return
        if head:
            yield Row(start, end, 0, head.columns(list(cells.values())))


def _objects(text: str) -> Iterator[tuple[int, int, dict[str, object]]]:
    decode = json.JSONDecoder(parse_float=str, parse_int=str).raw_decode
    list_start = _LIST_START.match(text)
    at = list_start.end() if list_start else 0
    while True:
        at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr]
        found = _object_at(text, at, decode)
        if found is None:
            return
        record, end = found
        if isinstance(record, dict):
            yield at, end, record
        at = end


def _object_at(text: str, at: int, decode: Callable[[str, int], tuple[object, int]]) -> tuple[object, int] | None:
    if text[at : at + 1] != "{":
        return None
    try:
        return decode(text, at)
    except (ValueError, RecursionError):
        # Not JSON, or nested to exhaust a parser: the scan has read its errors, only the columns stay unknown.
        return None


_CELLS = {
    delimiter: re.compile(
        rf'[ ]{{0,20}}"(?:[^"]|""){{0,{CELL_LIMIT}}}+"[ \r]{{0,20}}+(?={re.escape(delimiter)}|\n|\Z)'
        rf"|[^{re.escape(delimiter)}\n]*+"
    )
    for delimiter in DELIMITERS
}
_TABLE_ROW = re.compile(r"<tr(?=[\s>])", re.IGNORECASE)
_TABLE_CELL = re.compile(r"(?=<t[dh](?=[\s>]))", re.IGNORECASE)
_HREF = re.compile(r"\bhref\s{0,4}=\s{0,4}[\"'](?P<url>https?://[^\"'\s<>]{1,2000})", re.IGNORECASE)
_LIST_START = re.compile(r"\s*+(?:\{\s*+\"\w{1,40}\"\s*+:\s*+)?\[")
_BETWEEN = re.compile(r"[\s,]*+")
