"""Tables of two-line rows: how still they hold, how high a row is, and how its ground and its words are painted."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap, QPolygon
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyleOptionViewItem, QTableView

from untwin.ui.kit.labels import bold_font, second_font
from untwin.ui.kit.theme import POINTS, Colours

BOX = 16
PARTS = "  "  # between the parts of a line: a number, then what warns
_LEAST_OF_FIRST = 7  # letters that tell it apart
_SQUEEZED = 0.96  # what columns can do without at 100 %; less, and amounts can't be read


def row_height(font: QFont) -> int:
    """The one height of all rows."""
    return QFontMetrics(font).height() + QFontMetrics(second_font(font)).height() + 18


def width_to_share(table: QTableView, shares: Sequence[int]) -> int:
    """The width for a table's columns: what is seen; where that is too little it is more, and scrolls sideways.

    `shares` are what the columns have to say, in pixels at 100 %.
    """
    scale = table.font().pointSizeF() / POINTS
    return max(table.viewport().width(), int(sum(shares) * scale * (1 if scale > 1 else _SQUEEZED)))


def hold_still(table: QTableView) -> None:
    """Whole rows, one at a time, nothing to edit, no frame and no grid; Tab leaves the table."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setCornerButtonEnabled(False)
    table.setFrameShape(QTableView.Shape.NoFrame)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)


def fix_heads(table: QTableView) -> None:
    """Heads that tell and do nothing: the table itself says how wide its columns are and how high its rows."""
    rows, columns = table.verticalHeader(), table.horizontalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    columns.setHighlightSections(False)
    columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    columns.setMinimumSectionSize(30)
    columns.setSectionsClickable(False)


def shortened(metrics: QFontMetrics, text: str, width: int) -> str:
    """The text for a width, with an ellipsis where it is too long and what tells it apart still in sight.

    An amount at its end stays whole; a number keeps its beginning and its end; of words the first ones stay. Of
    several parts the last one stays whole, since what warns stands last.
    """
    if metrics.horizontalAdvance(text) <= width:
        return text
    parts = text.split(PARTS)
    if len(parts) > 1:
        return _parts_shortened(metrics, parts, width)
    amount = _AMOUNT.search(text)
    if amount:
        room = width - metrics.horizontalAdvance(amount.group())
        return metrics.elidedText(text[: amount.start()], Qt.TextElideMode.ElideRight, room) + amount.group()
    middle = " " not in text
    mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
    return metrics.elidedText(text, mode, width)


def _parts_shortened(metrics: QFontMetrics, parts: list[str], width: int) -> str:
    """All parts but a shorter first one, else the first and the last one and how many are between them."""
    first, *others = parts
    between = f" +{len(others) - 1}" if len(others) > 1 else ""
    for rest in (PARTS.join(others), f"{others[-1]}{between}"):
        room = width - metrics.horizontalAdvance(f"{PARTS}{rest}")
        short = metrics.elidedText(first, Qt.TextElideMode.ElideRight, room)
        if len(short) >= min(len(first), _LEAST_OF_FIRST):
            return f"{short}{PARTS}{rest}"
    return metrics.elidedText(f"{first}{PARTS}{others[-1]}{between}", Qt.TextElideMode.ElideRight, width)


# A customer and an amount by the person's locale: "Whitcombe Joinery, EUR 3.846,25".
_AMOUNT = re.compile(r", (?:[A-Z]{3} )?-?\d[\d.,'\u2019\u00a0\u202f]*$")


class TwoLines:
    """Paints the cells of a table. It keeps fonts, colours and shortened texts: to make them takes most of the time."""

    def __init__(self) -> None:
        self._fonts: dict[str, _Fonts] = {}
        self._last: tuple[QFont | None, dict[bool, _Fonts]] = None, {}
        self._colours: dict[str, QColor] = {}

    def under(
        self, painter: QPainter, option: QStyleOptionViewItem, colours: Colours, *, first: bool, focused: bool
    ) -> None:
        """Paints what lies under a cell: the chosen row has a bar in its first cell, and a ring where it has focus."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = colours.selected if chosen else colours.surface
        self.ground(painter, option.rect, colours, ground, bar=chosen and first, ring=chosen and focused)

    def ground(
        self, painter: QPainter, area: QRect, colours: Colours, ground: str, *, bar: bool = False, ring: bool = False
    ) -> None:
        """Paints what lies under a cell or a whole row: a line at its foot, a bar at its left, a ring along it."""
        painter.fillRect(area, self._colour(ground))
        painter.setPen(self._colour(colours.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if bar:
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), self._colour(colours.accent))
        if ring:
            painter.setPen(QPen(self._colour(colours.focus), 2))
            painter.drawLine(area.left(), area.top() + 1, area.right(), area.top() + 1)
            painter.drawLine(area.left(), area.bottom(), area.right(), area.bottom())

    def box(self, painter: QPainter, corner: QPoint, colours: Colours, *, checked: bool) -> None:
        """Paints a check box."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour(colours.accent if checked else colours.edge), 1))
        painter.setBrush(self._colour(colours.accent if checked else colours.surface))
        painter.drawRoundedRect(QRect(corner.x(), corner.y(), BOX, BOX), 4, 4)
        if checked:
            painter.setPen(QPen(self._colour(colours.on_accent), 2))
            painter.drawPolyline(QPolygon([corner + point for point in (QPoint(4, 8), QPoint(7, 11), QPoint(12, 5))]))

    def lines(
        self,
        painter: QPainter,
        area: QRect,
        lines: Iterable["Words"],
        font: QFont,
        *,
        right: bool = False,
        bold: bool = False,
    ) -> None:
        """Paints a line or two, each with its colour, the second one small; one alone stands in the middle.

        The second one may have icons behind its colour, which stand before it.
        """
        draw(painter, (self.laid(area, lines, font, right=right, bold=bold),))

    def laid(
        self, area: QRect, lines: Iterable["Words"], font: QFont, *, right: bool = False, bold: bool = False
    ) -> "Laid":
        """The same, to be drawn as often as it is wanted."""
        fonts, side, width = self._fonts_of(font, bold=bold), _RIGHT if right else _LEFT, area.width()
        shown = [each for each in lines if each[0]]
        height = sum(fonts.heights[: len(shown)]) + (2 if len(shown) > 1 else 0)
        top = area.top() + (area.height() - height) // 2
        found: list[LaidWords] = []
        before: list[tuple[QPoint, QPixmap]] = []
        for place, (text, colour, *icons) in enumerate(shown):
            line = QRect(area.left(), top, width, fonts.heights[place])
            for some in icons:
                line.setLeft(_place_icons(line, some, before))
            words = fonts.shortened(text, place, line.width())
            found.append((fonts.fonts[place], self._colour(colour), line, side, words))
            top += fonts.heights[0] + 2
        return Laid(tuple(found), tuple(before))

    def _fonts_of(self, font: QFont, *, bold: bool) -> "_Fonts":
        # To tell fonts apart takes a while, and cells one after the other mostly have the very same.
        if self._last[0] is not font:
            self._last = font, {}
        if bold not in self._last[1]:
            key = f"{font.key()}{bold}"
            if key not in self._fonts:
                # A copy: the option's own font is gone once the cell is painted.
                self._fonts[key] = _Fonts(bold_font(font) if bold else QFont(font))
            self._last[1][bold] = self._fonts[key]
        return self._last[1][bold]

    def _colour(self, name: str) -> QColor:
        if name not in self._colours:
            self._colours[name] = QColor(name)
        return self._colours[name]


class _Fonts:
    """The fonts of both lines, their heights, and texts that were shortened to a width."""

    def __init__(self, font: QFont) -> None:
        second = second_font(font)
        second.setWeight(QFont.Weight.Normal)
        self.fonts = (font, second)
        self._metrics = tuple(QFontMetrics(each) for each in self.fonts)
        self.heights = tuple(metrics.height() for metrics in self._metrics)
        self._texts: dict[tuple[str, int, int], str] = {}

    def shortened(self, text: str, place: int, width: int) -> str:
        """The text, with an ellipsis where it is too long."""
        key = (text, place, width)
        if key not in self._texts:
            if len(self._texts) > _MOST_TEXTS:
                self._texts.clear()
            self._texts[key] = shortened(self._metrics[place], text, width)
        return self._texts[key]


def _place_icons(line: QRect, icons: Sequence[QPixmap], placed: list[tuple[QPoint, QPixmap]]) -> int:
    """Places icons at the left of a line; where its words begin then."""
    left = line.left()
    for icon in icons:
        size = icon.deviceIndependentSize().toSize()
        placed.append((QPoint(left, line.top() + (line.height() - size.height()) // 2), icon))
        left += size.width() + _GAP
    return left


LaidWords = tuple[QFont, QColor, QRect, int, str]


@dataclass(frozen=True, slots=True)
class Laid:
    """A cell's words and icons, each in its place."""

    words: tuple[LaidWords, ...]
    icons: tuple[tuple[QPoint, QPixmap], ...] = ()

    def with_icons(self, icons: tuple[tuple[QPoint, QPixmap], ...]) -> "Laid":
        """Some more icons."""
        return Laid(self.words, (*self.icons, *icons))


def draw(painter: QPainter, cells: Iterable[Laid]) -> None:
    """Draws what was laid out."""
    for cell in cells:
        for font, colour, line, side, text in cell.words:
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(line, side, text)
        for place, icon in cell.icons:
            painter.drawPixmap(place, icon)


Words = tuple[str, str] | tuple[str, str, tuple[QPixmap, ...]]
_GAP = 4
# Put together once: Python takes its time over flags.
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
_MOST_TEXTS = 4000
