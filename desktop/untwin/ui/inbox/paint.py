"""Paints the inbox's rows: what a row has to say is laid out once, and kept while neither it nor its place changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFont, QPainter, QPixmap

from untwin.ui.inbox.columns import AMOUNT, NUMBER, STATE, VERDICT
from untwin.ui.kit.theme import POINTS, Colours, Theme
from untwin.ui.kit.two_lines import Laid, TwoLines, Words, draw

if TYPE_CHECKING:
    from untwin.domain.window.front import FrontRow
    from untwin.ui.inbox.rows import Row

PAD = 8
ICON, SMALL = 16, 12
_MOST_KEPT = 400  # rows


@dataclass(frozen=True, slots=True)
class Sheet:
    """What all rows are painted on: their font, the columns' left edges and widths, the height, the pixel ratio."""

    font: QFont
    columns: tuple[tuple[int, int], ...]
    height: int
    ratio: float


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row and where it is: its upper edge, whether it is the chosen one, whether it is selected.

    `row` is None where its case is gone; the list hears of it in a moment.
    """

    top: int
    row: "Row | FrontRow | None"
    chosen: bool
    selected: bool


@dataclass(frozen=True, slots=True)
class _Kept:
    """How a row was laid out, from its own upper left corner."""

    row: "Row | FrontRow"
    selected: bool
    laid: tuple[Laid, ...]


class RowPaint:
    """Paints rows: two lines a cell, the state's shape or a checked box, and one focus ring around the whole row."""

    def __init__(self, theme: Theme) -> None:
        self._theme, self._paint = theme, TwoLines()
        self._kept: dict[str, _Kept] = {}
        self._for: object = None

    def paint(self, painter: QPainter, sheet: Sheet, rows: Iterable[PlacedRow], *, focused: bool) -> None:
        """Paints some rows; the painter stands where they begin at the left."""
        colours, before = self._theme.colours, 0
        self._heed((sheet.font.key(), sheet.columns, sheet.height, sheet.ratio, colours))
        width = sum(width for _, width in sheet.columns)
        for placed in rows:
            painter.translate(0, placed.top - before)
            before = placed.top
            ground = colours.selected if placed.chosen else colours.sunken if placed.selected else colours.surface
            area = QRect(0, 0, width, sheet.height)
            self._paint.ground(painter, area, colours, ground, bar=placed.chosen, ring=placed.chosen and focused)
            if placed.row is not None:
                draw(painter, self._laid(sheet, colours, placed))
                if placed.selected:
                    self._box(painter, sheet, colours)
        painter.translate(0, -before)

    def _heed(self, now: object) -> None:
        """Forgets everything where rows are painted on something else now."""
        if now != self._for or len(self._kept) > _MOST_KEPT:
            self._for = now
            self._kept.clear()

    def _laid(self, sheet: Sheet, colours: Colours, placed: PlacedRow) -> tuple[Laid, ...]:
        row, selected = placed.row, placed.selected
        if row is None:
            return ()
        kept = self._kept.get(row.id)
        if kept is None or kept.row is not row or kept.selected is not selected:
            cells = (self._cell(sheet, colours, row, c, selected=selected) for c in range(len(sheet.columns)))
            kept = self._kept[row.id] = _Kept(row, selected, tuple(cells))
        return kept.laid

    def _cell(self, sheet: Sheet, colours: Colours, row: "Row | FrontRow", column: int, *, selected: bool) -> Laid:
        left, width = sheet.columns[column]
        area = QRect(left + PAD, 0, width - 2 * PAD, sheet.height)
        tone = getattr(colours, row.tone)
        icons: tuple[tuple[QPoint, QPixmap], ...] = ()
        if column == STATE:
            side = icon_side(sheet.font)
            if not selected:
                shape = self._theme.icons.pixmap(row.icon, tone, side, sheet.ratio)
                icons = ((_corner(sheet), shape),)
            area.setLeft(area.left() + side + 8)
        first = tone if column == STATE else colours.ink
        second = colours.ink if column == VERDICT else colours.muted
        words, beside = row.lines[column]
        lines: tuple[Words, Words] = ((words, first), (beside, second, self._icons(sheet, colours, row, column)))
        bold, right = column in (NUMBER, STATE), column == AMOUNT
        return self._paint.laid(area, lines, sheet.font, right=right, bold=bold).with_icons(icons)

    def _icons(self, sheet: Sheet, colours: Colours, row: "Row | FrontRow", column: int) -> tuple[QPixmap, ...]:
        """The marks before a cell's second line."""
        names = row.state_icons if column == STATE else row.flag_icons if column == VERDICT else ()
        if not names:
            return ()
        tones = {"unread": colours.accent}
        return tuple(self._theme.icons.pixmap(n, tones.get(n, colours.muted), SMALL, sheet.ratio) for n in names)

    def _box(self, painter: QPainter, sheet: Sheet, colours: Colours) -> None:
        painter.save()
        self._paint.box(painter, _corner(sheet), colours, checked=True)
        painter.restore()


def _corner(sheet: Sheet) -> QPoint:
    return QPoint(sheet.columns[STATE][0] + PAD, (sheet.height - icon_side(sheet.font)) // 2)


def icon_side(font: QFont) -> int:
    """How large a state's shape is beside such text, in pixels."""
    return round(ICON * max(font.pointSizeF() / POINTS, 1))
