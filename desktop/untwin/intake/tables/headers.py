"""Tells the header of a table from its rows, in whatever language it is written."""

import re
from collections.abc import Sequence

from untwin.domain.errors.columns import Holds
from untwin.domain.words.printed import amount_printed, day_printed
from untwin.intake.tables.grid import SAMPLE_ROWS, GridRow
from untwin.intake.tables.header_words import header_words, meaning


def named_columns(cells: Sequence[str]) -> dict[Holds, int]:
    """By what is held, the place of the column whose name says so best."""
    best: dict[Holds, tuple[int, int]] = {}
    for place, cell in enumerate(cells):
        known = meaning(cell)
        if known and (known[0] not in best or known[1] < best[known[0]][0]):
            best[known[0]] = (known[1], place)
    return {holds: place for holds, (_, place) in best.items()}


def numbered_columns(cells: Sequence[str], sample: Sequence[Sequence[str]]) -> dict[Holds, int]:
    """The same, but a column that only counts the rows from 1 on is no number where another one is named for it."""
    places = named_columns(cells)
    at = places.get(Holds.NUMBER)
    if at is None or header_words(cells[at]) != {"no"} or not _counts([row[at] for row in sample if at < len(row)]):
        return places
    known = [(place, meaning(cell)) for place, cell in enumerate(cells) if place != at]
    others = [place for place, own in known if own and own[0] is Holds.NUMBER]
    return places | {Holds.NUMBER: others[0]} if others else places


def _counts(values: Sequence[str]) -> bool:
    """Whether values are 1, 2, 3 and so on."""
    return len(values) > 1 and all(value.strip(" .)") == str(at) for at, value in enumerate(values, 1))


def is_header(cells: Sequence[str]) -> bool:
    """Whether this row is a header: two known names at least, one of them not the error's, and no values.

    `Invoice | Missing customer | 120.00` names a column and yet is a row: headers hold no amounts, days or ids.
    """
    if len(cells) < 2:
        return False
    values = [cell for cell in cells if is_value(cell)]
    if values and not (len(cells) > _WIDE and all(_COUNTED.fullmatch(cell) for cell in values)):
        return False
    named = named_columns(cells)
    return len(named) > 1 and bool(named.keys() - {Holds.ERROR, Holds.CODE})


def heads(rows: Sequence[GridRow]) -> bool:
    """Whether the first row is a header in a language that nobody here knows: words, above columns of values."""
    if len(rows) < 2 or not all(rows[0].cells) or any(is_value(cell) for cell in rows[0].cells):
        return False
    below = [row.cells for row in rows[1:SAMPLE_ROWS]]
    width = len(rows[0].cells)
    return any(all(place < len(cells) and is_value(cells[place]) for cells in below) for place in range(width))


# In a table as wide as this the names may be counted: `Custom field 104`.
_WIDE = 20
_COUNTED = re.compile(r"[A-Za-z][A-Za-z _]{0,40}\d{1,5}")


def is_value(cell: str) -> bool:
    """Whether a cell holds what no header does: an amount, a day, an address, a number of three figures."""
    figures = sum(c.isdigit() for c in cell)
    if "@" in cell or "://" in cell or len(cell) > 120:
        return True
    return bool(figures) and (figures > 2 or amount_printed(cell) is not None or day_printed(cell) is not None)
