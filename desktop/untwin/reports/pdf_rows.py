"""Rows on printed pages: the header again on every page, and no row in two unless a page can't hold it."""

from collections.abc import Sequence
from dataclasses import dataclass

from untwin.reports.pdf_pages import Pages
from untwin.reports.pdf_text import HAIR, INK, Paragraph

ABOVE, BELOW, BETWEEN = 3.5, 4.0, 2.5  # points over, under and inside a row
_ENOUGH = 4  # a row higher than a page begins where this part of a page is left


@dataclass(frozen=True, slots=True)
class Band:
    """Paragraphs side by side, each with the place of its left side."""

    cells: tuple[tuple[Paragraph, float], ...]

    @property
    def height(self) -> float:
        """The height of the highest."""
        return max(paragraph.height() for paragraph, _ in self.cells)


Row = Sequence[Band]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows under one header, where there is one."""

    pages: Pages
    header: Band | None = None

    def head(self) -> None:
        """Prints the header."""
        if self.header is not None:
            # Without a header of their own: one that is higher than a page isn't repeated inside itself.
            Rows(self.pages).row([self.header], INK)

    def height(self, row: Row) -> float:
        """The height of a row with the space around it."""
        inside = sum(band.height for band in row)
        return inside + self.pages.type.points(ABOVE + BELOW + BETWEEN * (len(row) - 1))

    def row(self, row: Row, colour: str = HAIR) -> None:
        """Prints a row and a line: on the next page where this one can't hold it whole and the next one can."""
        fresh = self.pages.full - (self.height([self.header]) if self.header else 0.0)
        height = self.height(row)
        if height > self.pages.room and (height <= fresh or self.pages.room < fresh / _ENOUGH):
            self._turn()
        self._print(row, colour)

    def begin(self, above: Sequence[Paragraph], first: Row | None) -> None:
        """Prints what stands over the rows, and their header, on a page where the first row follows them."""
        below = (self.height([self.header]) if self.header else 0.0) + (self.height(first) if first else 0.0)
        keep_together(self.pages, above, below)
        self.head()

    def _turn(self) -> None:
        self.pages.turn()
        self.head()

    def _print(self, row: Row, colour: str) -> None:
        self.pages.skip(ABOVE)
        for number, band in enumerate(row):
            self.pages.skip(BETWEEN if number else 0)
            self._print_band(band)
        self.pages.skip(BELOW)
        self.pages.rule(colour)

    def _print_band(self, band: Band) -> None:
        firsts = [0] * len(band.cells)
        while True:
            if self._room < max(cell.next(first) for (cell, _), first in zip(band.cells, firsts, strict=True)):
                self._turn()
                self.pages.skip(ABOVE)
            firsts = self._print_lines(band, firsts)
            if all(first == len(cell) for (cell, _), first in zip(band.cells, firsts, strict=True)):
                return

    def _print_lines(self, band: Band, firsts: Sequence[int]) -> list[int]:
        """Prints of each cell what the page holds, and tells where each goes on."""
        behind = [cell.fitting(first, self._room) for (cell, _), first in zip(band.cells, firsts, strict=True)]
        parts = list(zip(band.cells, firsts, behind, strict=True))
        for (cell, x), first, end in parts:
            self.pages.draw(cell, x, first, end)
        self.pages.y += max(cell.height(first, end) for (cell, _), first, end in parts)
        return behind

    @property
    def _room(self) -> float:
        return self.pages.room - self.pages.type.points(BELOW)


def keep_together(pages: Pages, above: Sequence[Paragraph], below: float) -> None:
    """Prints a heading and what belongs to it, on a page where the height `below` follows it."""
    height = sum(each.height() + pages.type.points(ABOVE) for each in above)
    # A row as high as a page begins here, too.
    if height + min(below, pages.full / _ENOUGH) > pages.room and pages.room < pages.full:
        pages.turn()
    for paragraph in above:
        pages.put(paragraph, pages.left)
        pages.skip(ABOVE)
