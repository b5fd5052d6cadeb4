"""How wide each column of a printed table is."""

from collections.abc import Iterable, Sequence

from untwin.domain.reports.report import Cell, Column, Kind
from untwin.reports.pdf_text import Style, Type
from untwin.reports.plain import words

# What may be broken: how much of the table a word or a document number gets for being in one piece, and how little
# where there is no room. Anything else is never broken: half an amount is another amount.
_PIECE = {Kind.TEXT: (0.13, 0.07), Kind.NUMBER_TEXT: (0.3, 0.07)}


def widths(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], setter: Type, styles: tuple[Style, Style], total: float
) -> list[float]:
    """Widths that make up `total` together: what must stay in one piece first, the rest as the columns ask for it.

    `styles` are the header's and the rows'.
    """
    good: list[float] = []
    least: list[float] = []
    for number, column in enumerate(columns):
        title = _widest(column.title.split(), setter, styles[0])
        cells = _widest(_pieces(column, (row[number] for row in rows)), setter, styles[1])
        for found, most in zip((good, least), _PIECE.get(column.kind, (1, 1)), strict=True):
            found.append(max(title, min(cells, total * most)))
    if sum(good) <= total:
        return _stretched(columns, good, total)
    return _pressed(good, least, total)


def _pieces(column: Column, cells: Iterable[Cell]) -> Iterable[str]:
    """What is better not broken: a word of a text, a line of anything else."""
    for text in {words(cell) for cell in cells}:
        yield from text.split() if column.kind is Kind.TEXT else text.splitlines()


def _widest(texts: Iterable[str], setter: Type, style: Style) -> float:
    return max((setter.width(text, style) for text in set(texts)), default=0.0)


def _pressed(good: list[float], least: list[float], total: float) -> list[float]:
    """Between good and least, all by the same degree; below the least only where even that is too wide."""
    spare = sum(good) - sum(least)
    degree = min((sum(good) - total) / spare, 1.0) if spare else 1.0
    between = [g - (g - low) * degree for g, low in zip(good, least, strict=True)]
    return [width * total / sum(between) for width in between]


def _stretched(columns: Sequence[Column], good: list[float], total: float) -> list[float]:
    """Shares out what is left among the texts; one whose share is less than it needs takes what it needs."""
    texts = [number for number, column in enumerate(columns) if column.kind is Kind.TEXT]
    open_ = texts or list(range(len(columns)))
    while True:
        left = total - sum(width for number, width in enumerate(good) if number not in open_)
        share = left / sum(columns[number].width_share for number in open_)
        short = [number for number in open_ if share * columns[number].width_share < good[number]]
        if not short:
            return [share * columns[n].width_share if n in open_ else width for n, width in enumerate(good)]
        open_ = [number for number in open_ if number not in short]
