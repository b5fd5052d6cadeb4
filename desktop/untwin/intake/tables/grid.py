"""A table as it stands in a text: rows of cells, each with its place there, whatever it was written in."""

from collections.abc import Sequence
from dataclasses import dataclass

# More cells than this no row has.
CELLS = 200
# Rows by which a table's columns are judged.
SAMPLE_ROWS = 200


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row.

    Attributes:
        start, end: its span in the text.
        number: as a spreadsheet numbers it, from 1; 0 where rows have no numbers for people.
        cells: what each cell says, unquoted and trimmed.
        spans: beside them, where each stands in the text, quotes included; empty where that isn't known.
        link: an address that the row leads to, other than a cell's words.
    """

    start: int
    end: int
    number: int
    cells: tuple[str, ...]
    spans: tuple[tuple[int, int], ...] = ()
    link: str | None = None

    def place_of(self, position: int) -> int | None:
        """Which cell a position of the text lies in."""
        return next((at for at, (start, end) in enumerate(self.spans) if start <= position <= end), None)


@dataclass(frozen=True, slots=True)
class Grid:
    """One table: its header's cells (empty without a header) and the rows below; `where` names it for people.

    `title` is what stands above the header. `across`: its records stand side by side, and a row's number is that of
    its column. `loose`: it is no table on paper, but what a text says of one thing line by line.
    """

    header: tuple[str, ...]
    rows: Sequence[GridRow]
    where: str = ""
    loose: bool = False
    across: bool = False
    title: str = ""
