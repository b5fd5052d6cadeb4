"""Finds tables whose columns are lined up with blanks, as terminals, reports and old programs print them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from untwin.intake.tables.grid import CELLS, SAMPLE_ROWS, Grid, GridRow
from untwin.intake.tables.headers import is_header, is_value
from untwin.intake.tables.two_level import one_header

# Lines that may be a header are looked at closely; a text with more of them is no report.
CANDIDATES = 400
# Longer lines are no table's that is lined up.
LONGEST = 4_000
# What is looked through of a text.
LOOKED_AT = 8_000_000
# One row in so many may run over its columns.
MISFITS = 10

# A line: its start in the text, and its words.
Line = tuple[int, str]
# Longer cells are words, whatever figures are in them.
SHORT = 40

# A cell with its span in the line.
_Cell = tuple[str, tuple[int, int]]
# What a row is made of: its line's number, its start, its cells and their spans.
_Open = tuple[int, int, list[str], list[tuple[int, int]]]


def aligned_grids(text: str, where: str = "") -> list[Grid]:
    """Each table below a header that is understood, whose every row keeps to the columns; else none."""
    grids: list[Grid] = []
    lines = _Lines(text)
    while (at := lines.next_header()) is not None:
        grid, behind = _table(lines, at, where)
        grids += [grid] if grid else []
        lines.at = behind
    return grids


class _Lines:
    """The lines of a text, and how far they were looked through for headers."""

    def __init__(self, text: str) -> None:
        self.all: list[Line] = []
        self.at = self.tried = start = 0
        for line in text[:LOOKED_AT].split("\n"):
            self.all.append((start, line.rstrip()))
            start += len(line) + 1

    def next_header(self) -> int | None:
        """The place of the next line that may be a header."""
        for at in range(self.at, len(self.all)):
            line = self.all[at][1]
            ruled = at + 1 < len(self.all) and _ruler(self.all[at + 1][1]) is not None
            if len(line) > LONGEST or "\t" in line or not (ruled or _PARTED.search(line)):
                continue
            self.tried += 1
            if self.tried > CANDIDATES:
                return None
            if ruled or is_header([cell for cell, _ in _by_gutters(line)]):
                return at
        return None


def _table(lines: _Lines, at: int, where: str) -> tuple[Grid | None, int]:
    """The table below the header at this line, and the line behind it."""
    ruler = _ruler(lines.all[at + 1][1]) if at + 1 < len(lines.all) else None
    body = [line for _, line in _block(lines.all, at + 1 + (ruler is not None))]
    cuts = _ruler_cuts(ruler, body[:SAMPLE_ROWS]) if ruler else _header_cuts(lines.all[at][1], body[:SAMPLE_ROWS])
    header = _header(lines.all, at, cuts, ruled=ruler is not None)
    if not ruler and (counted := _counted(lines.all[at][1], body[:SAMPLE_ROWS])):
        cuts, header = [counted, *cuts], ("", *header)
    misfits = sum(not _keeps_to(line, cuts) for line in body)
    if not cuts or not body or not is_header(header) or misfits * MISFITS > len(body):
        return None, at + 1
    first = at + 1 + (ruler is not None)
    rows, behind = _rows(lines.all, first, cuts, header)
    return Grid(header, rows, where), behind


def _header(lines: Sequence[Line], at: int, cuts: Sequence[int], *, ruled: bool) -> tuple[str, ...]:
    """The names of the columns; above a ruler they may stand in two lines."""
    header = tuple(cell for cell, _ in _cut(lines[at][1], cuts))
    if not ruled or is_header(header) or not at:
        return header
    upper = [cell for cell, _ in _cut(lines[at - 1][1], cuts)]
    return one_header(upper, header) or tuple(f"{a} {b}".strip() for a, b in zip(upper, header, strict=True))


def _block(lines: Sequence[Line], at: int) -> Iterator[Line]:
    """The lines from here to the next empty one; those that are drawn are left out."""
    for place in range(at, len(lines)):
        if not lines[place][1]:
            return
        if not _DRAWN.fullmatch(lines[place][1]):
            yield lines[place]


def _ruler(line: str) -> list[tuple[int, int]] | None:
    """The columns that a line of dashes below a header draws; None if it is none."""
    if len(line) > LONGEST or not _DRAWN.fullmatch(line):
        return None
    drawn = [found.span() for found in _DASHES.finditer(line)]
    return drawn if len(drawn) > 1 else None


def _ruler_cuts(ruler: Sequence[tuple[int, int]], body: Sequence[str]) -> list[int]:
    """Where the columns are parted: between the dashes of two, the last place where the fewest rows have words."""
    gaps = [range(end, start) for (_, end), (start, _) in pairwise(ruler)]
    return [min(gap, key=lambda at: (sum(line[at : at + 1].strip() != "" for line in body), -at)) for gap in gaps]


def _header_cuts(header: str, body: Sequence[str]) -> list[int]:
    """Where the columns are parted: between two names, the last place where no row has words; none if there is none."""
    cuts: list[int] = []
    names = _by_gutters(header)
    for (_, (_, end)), (_, (start, _)) in pairwise(names):
        free = {at for at in range(end, start) if all(not line[at : at + 1].strip() for line in body)}
        # One blank alone stands between the words, or the thousands, of one cell.
        wide = [at for at in free if at - 1 in free]
        if not wide:
            return []
        cuts.append(max(wide))
    return cuts


def _counted(header: str, body: Sequence[str]) -> int:
    """Where a column of counts without a name ends, as programs print them before their tables; 0 if there is none."""
    free = {
        at for at in range(len(header) - len(header.lstrip())) if all(not line[at : at + 1].strip() for line in body)
    }
    wide = [at for at in free if at - 1 in free]
    counts = [line[: max(wide)].strip() for line in body] if wide else []
    return max(wide) if counts and all(count.isdigit() for count in counts) else 0


def _rows(lines: Sequence[Line], at: int, cuts: Sequence[int], header: tuple[str, ...]) -> tuple[list[GridRow], int]:
    """The rows from here on as far as they keep to the columns, and the line behind them."""
    rows: list[_Open] = []
    behind, gap = at, False
    for place in range(at, len(lines)):
        start, line = lines[place]
        if not line or _DRAWN.fullmatch(line):
            gap = gap or not line
            continue
        fits = _keeps_to(line, cuts)
        cells = _cut(line, cuts) if fits else _one_cell(line, len(header))
        if gap and (not fits or sum(bool(cell) for cell, _ in cells) < 2):
            break
        behind, gap = place + 1, False
        if tuple(cell for cell, _ in cells) == header:
            continue
        if rows and _goes_on(cells):
            _add(rows[-1], start, cells)
        else:
            spans = [(start + begin, start + end) for _, (begin, end) in cells]
            rows.append((place + 1, start, [cell for cell, _ in cells], spans))
    return [_row(row) for row in rows], max(behind, at)


def _one_cell(line: str, width: int) -> list[_Cell]:
    """A line that runs over the columns: of what is in which nobody knows, it is told behind the last one."""
    return [*[("", (0, 0))] * width, (line.strip(), (0, len(line)))]


def _goes_on(cells: Sequence[_Cell]) -> bool:
    """Whether a line only goes on with the words of the row above: it begins with nothing, and holds no value."""
    filled = [cell for cell, _ in cells if cell]
    return not cells[0][0] and not any(len(cell) < SHORT and is_value(cell) for cell in filled)


def _add(row: _Open, start: int, cells: Sequence[_Cell]) -> None:
    for at, (cell, (_, end)) in enumerate(cells):
        if cell:
            row[2][at] = f"{row[2][at]} {cell}".strip()
            row[3][at] = row[3][at][0], start + end


def _row(row: _Open) -> GridRow:
    number, start, cells, spans = row
    return GridRow(start, max(end for _, end in spans), number, tuple(cells), tuple(spans))


def _keeps_to(line: str, cuts: Sequence[int]) -> bool:
    """Whether no cell runs into the next column, and none but the last looks like two."""
    if len(line) > LONGEST or any(line[cut : cut + 1].strip() for cut in cuts):
        return False
    return not any("  " in cell for cell, _ in _cut(line, cuts)[:-1])


def _cut(line: str, cuts: Sequence[int]) -> list[_Cell]:
    """The line's cells with their spans in it."""
    cells = []
    for start, end in zip([0, *cuts], [*cuts, max(len(line), *cuts, 0)], strict=True):
        words = line[start:end]
        begin = start + len(words) - len(words.lstrip())
        cells.append((words.strip(), (begin, begin + len(words.strip()))))
    return cells


def _by_gutters(line: str) -> list[_Cell]:
    return [(found.group(), found.span()) for found in _NAME.finditer(line)][:CELLS]


_PARTED = re.compile(r"\S {2,}\S")
_NAME = re.compile(r"\S+(?: \S+)*")
_DASHES = re.compile(r"[-=\u2500\u2501\u2550]+")
_DRAWN = re.compile(r"[-=\u2500\u2501\u2550 ]*[-=\u2500\u2501\u2550][-=\u2500\u2501\u2550 ]*")
