"""Tables and facts as rows for a printed page."""

from collections.abc import Iterator, Sequence

from untwin.domain.reports.report import Cell, Column, Kind, Table
from untwin.reports.pdf_pages import Pages
from untwin.reports.pdf_rows import ABOVE, Band, Row, Rows
from untwin.reports.pdf_text import GREY, Paragraph, Style
from untwin.reports.pdf_widths import widths
from untwin.reports.plain import words

_HEADER, _BODY, _FAINT = Style(8, strong=True), Style(8), Style(8, colour=GREY)
_LABEL, _VALUE = Style(8.5, colour=GREY), Style(8.5)
_LABEL_WIDTH = 150.0  # points
_LABEL_SHARE = 0.25  # of the width that the title of a sentence below its row takes at most
_GAP = 10.0  # points between columns
_RIGHT = frozenset({Kind.MONEY, Kind.COUNT})
_NONE = "\u2013"


def print_table(pages: Pages, table: Table, above: Sequence[Paragraph], alike: Sequence[Table]) -> None:
    """Prints a table.

    Args:
        pages: where it is printed.
        table: the table.
        above: what must not stand alone at the foot of a page: its heading and lead.
        alike: the report's tables, this one with them. Those with the same columns get the same widths.
    """
    setter = _RowSetter(pages, table.columns, [row for t in alike if t.columns == table.columns for row in t.rows])
    rows = Rows(pages, setter.header())
    rows.begin(above, setter.row(table.rows[0]) if table.rows else None)
    for row in table.rows:
        rows.row(setter.row(row))
    if not table.rows:
        pages.skip(ABOVE)
        pages.put(pages.type.set("Nothing to list.", _FAINT, pages.width), pages.left)


def print_facts(pages: Pages, facts: Sequence[tuple[str, str]], above: Sequence[Paragraph] = ()) -> None:
    """Prints label and value, one pair a row."""
    rows, label = Rows(pages), pages.type.points(_LABEL_WIDTH)
    bands = [[_pair(pages, pair, (_LABEL, _VALUE), pages.left, label)] for pair in facts]
    rows.begin(above, bands[0])
    for band in bands:
        rows.row(band)


class _RowSetter:
    """Sets the rows of one table: short columns side by side, those that stand below under them."""

    def __init__(self, pages: Pages, columns: tuple[Column, ...], rows: Sequence[Sequence[Cell]]) -> None:
        self._pages, self._columns = pages, columns
        beside = [number for number, column in enumerate(columns) if not column.below]
        shown = [columns[number] for number in beside]
        cells = [[row[number] for number in beside] for row in rows]
        gap = pages.type.points(_GAP)
        room = pages.width - gap * (len(beside) - 1)
        self._widths = dict(zip(beside, widths(shown, cells, pages.type, (_HEADER, _BODY), room), strict=True))
        self._indent = pages.left + (self._widths[beside[0]] + gap if len(beside) > 1 else 0.0)
        labels = [pages.type.width(column.title, _FAINT) for column in columns if column.below]
        self._label = min(max(labels, default=0.0) + gap, pages.width * _LABEL_SHARE)

    def header(self) -> Band:
        """The titles of the columns side by side."""
        return self._beside([column.title for column in self._columns], _HEADER)

    def row(self, row: Sequence[Cell]) -> Row:
        """One row: its first band, and one for each sentence below it."""
        texts = [words(cell) for cell in row]
        return [self._beside(texts, _BODY), *self._below(texts)]

    def _beside(self, texts: Sequence[str], style: Style) -> Band:
        x, cells = self._pages.left, []
        for number, width in self._widths.items():
            text, right = texts[number], self._columns[number].kind in _RIGHT
            paragraph = self._pages.type.set(text or _NONE, style if text else _FAINT, width, right=right)
            cells.append((paragraph, x))
            x += width + self._pages.type.points(_GAP)
        return Band(tuple(cells))

    def _below(self, texts: Sequence[str]) -> Iterator[Band]:
        for column, each in zip(self._columns, texts, strict=True):
            if column.below:
                # A moment stands on two lines only where it has to be narrow.
                text = each.replace("\n", " ") if column.kind is Kind.MOMENT else each
                styles = _FAINT, _BODY if text else _FAINT
                yield _pair(self._pages, (column.title, text or _NONE), styles, self._indent, self._label)


def _pair(pages: Pages, pair: tuple[str, str], styles: tuple[Style, Style], x: float, label: float) -> Band:
    """A label and its value, from `x` to the right side."""
    value = pages.left + pages.width - x - label
    narrow = label - pages.type.points(_GAP)
    paragraphs = pages.type.set(pair[0], styles[0], narrow), pages.type.set(pair[1], styles[1], value)
    return Band(tuple(zip(paragraphs, (x, x + label), strict=True)))
