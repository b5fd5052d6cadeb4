"""Finds tables that a page has copied with each cell in a line of its own: first the names, then row after row."""

from collections.abc import Callable, Sequence

from untwin.domain.errors.columns import Holds
from untwin.domain.words.printed import amount_printed
from untwin.intake.tables.cells import said
from untwin.intake.tables.grid import Grid, GridRow
from untwin.intake.tables.header_words import meaning
from untwin.intake.tables.headers import is_value, named_columns
from untwin.intake.tables.values import is_day, is_number

# What is looked through of a text.
LOOKED_AT = 4_000_000
# So many names in consecutive lines are a header's.
FEWEST, MOST = 3, 15

# A line that says something: its number, its start and its words.
Line = tuple[int, int, str]


def stacked_grids(text: str, where: str = "") -> list[Grid]:
    """The table, if names are followed by rows whose every number, sum and day stands where the names say; else none.

    A cell that is empty leaves no line: from there on nothing is sure, and nothing more is taken for a row.
    """
    lines = _lines(text[:LOOKED_AT])
    at = 0
    while at < len(lines):
        width = _names(lines, at)
        # A title above the names may be one by itself: `Sync errors`.
        for first in range(at, at + width - FEWEST + 1):
            header = tuple(words for _, _, words in lines[first : at + width])
            rows = _rows(lines, at + width, header)
            if rows:
                return [Grid(header, rows, where)]
        at += max(width, 1)
    return []


def _lines(text: str) -> list[Line]:
    found, start = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        words = line.strip()
        if words:
            found.append((number, start + line.index(words), words))
        start += len(line) + 1
    return found


def _names(lines: Sequence[Line], at: int) -> int:
    """How many lines from here on are names of columns."""
    width = 0
    for _, _, words in lines[at : at + MOST]:
        if is_value(words) or meaning(words) is None:
            break
        width += 1
    return width


def _rows(lines: Sequence[Line], at: int, header: tuple[str, ...]) -> list[GridRow]:
    """The rows from here on, as far as each cell can be what its name says; none where too little can be told."""
    named = named_columns(header)
    tests = {named[holds]: test for holds, test in _TESTS.items() if holds in named}
    rows: list[GridRow] = []
    if Holds.NUMBER not in named or len(tests) < 2 or len(named) < len(header):
        return rows
    while at + len(header) <= len(lines):
        row = lines[at : at + len(header)]
        if not all(test(said(row[place][2])) for place, test in tests.items()):
            break
        spans = tuple((start, start + len(words)) for _, start, words in row)
        rows.append(GridRow(spans[0][0], spans[-1][1], row[0][0], tuple(words for _, _, words in row), spans))
        at += len(header)
    return rows


def _is_number(words: str) -> bool:
    return is_number(words) and any(c.isdigit() for c in words)


def _is_amount(words: str) -> bool:
    return amount_printed(words) is not None


_TESTS: dict[Holds, Callable[[str], bool]] = {
    Holds.NUMBER: _is_number,
    Holds.AMOUNT: _is_amount,
    Holds.BALANCE: _is_amount,
    Holds.DATE: is_day,
    Holds.DUE: is_day,
    Holds.CUSTOMER: lambda words: any(c.isalpha() for c in words),
    Holds.ERROR: lambda words: " " in words,
}
