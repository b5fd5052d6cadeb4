"""How wide columns and how high rows of a sheet are, reckoned from their text."""

from collections.abc import Iterable
from datetime import datetime
from math import ceil
from unicodedata import east_asian_width

from untwin.domain.reports.report import Cell, Column, Kind
from untwin.reports.plain import moment, words

NARROWEST, WIDEST = 9, 40  # in characters, as Excel counts widths
ARROW = 4  # the filter's arrow stands on the header's last characters
_LINE, _HIGHEST = 15, 409  # points; Excel has no higher rows
_FILLED = 0.85  # of a line, as the next word goes to the next one and other systems' fonts are wider
_BROKEN = frozenset({Kind.TEXT, Kind.NUMBER_TEXT})


def text_of(cell: Cell) -> str:
    """A cell as Excel shows it: all but text in one line."""
    return " ".join(moment(cell)) if isinstance(cell, datetime) else words(cell)


def width(column: Column, cells: Iterable[Cell]) -> int:
    """Wide enough for the longest line; a number without room shows as `####`, so only text is held to a width."""
    header = max(map(_length, column.title.split()), default=0) + ARROW
    longest = max((_length(line) for cell in cells for line in text_of(cell).splitlines()), default=0) + 2
    return max(NARROWEST, min(header, WIDEST), min(longest, WIDEST) if column.kind in _BROKEN else longest)


def height(texts: Iterable[str], widths: Iterable[int]) -> int:
    """High enough for the text with the most lines: not every program reckons that itself when it opens a file."""
    lines = max(_lines(text, wide) for text, wide in zip(texts, widths, strict=True))
    return min(lines * _LINE, _HIGHEST)


def _lines(text: str, wide: int) -> int:
    return sum(max(1, ceil(_length(line) / (wide * _FILLED))) for line in text.split("\n"))


def _length(text: str) -> int:
    """Characters, a Chinese or Japanese one as two."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
