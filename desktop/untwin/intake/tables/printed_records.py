"""Reads records that a database prints one below another, each value in a line of its own behind its name."""

import re
from collections.abc import Iterator

from untwin.intake.tables.grid import CELLS, Grid, GridRow
from untwin.intake.tables.headers import named_columns


def printed_records(text: str, where: str = "") -> list[Grid]:
    """One table for each set of names, in the order in which they are met; none where no record is numbered."""
    heads = list(_HEAD.finditer(text))
    rows: dict[tuple[str, ...], list[GridRow]] = {}
    for number, head in enumerate(heads, 1):
        end = heads[number].start() if number < len(heads) else len(text)
        cells = list(_cells(text, head.end(), end))
        names = tuple(name for name, _, _ in cells)
        if len(named_columns(names)) > 1:
            spans = tuple((start, stop) for _, start, stop in cells)
            values = tuple(" ".join(text[start:stop].split()) for start, stop in spans)
            rows.setdefault(names, []).append(GridRow(head.end(), spans[-1][1], number, values, spans))
    return [Grid(names, found, where) for names, found in rows.items()]


def _cells(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The names in one record, and where the value of each stands; a value may go on in the next lines."""
    found = list(_PAIR.finditer(text, start, end))[:CELLS]
    for at, pair in enumerate(found):
        stop = found[at + 1].start() if at + 1 < len(found) else pair.end()
        yield pair.group("name").strip(), pair.start("value"), max(pair.end(), stop)


_HEAD = re.compile(r"^(?:-\[ RECORD \d{1,9} \][-+]*|\*{3,40} \d{1,9}\. row \*{3,40})[ \t\r]*\n", re.MULTILINE)
_PAIR = re.compile(r"^ *(?P<name>[^\W\d][^|:\n]{0,60}?) *[|:] ?(?P<value>[^\n]*)", re.MULTILINE)
