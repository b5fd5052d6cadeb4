"""Tables of two-line rows: how still they hold, how high a row is, and how its ground and its words are painted."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygon
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTableView

from untwin.ui.labels import second_font
from untwin.ui.theme import Colours

BOX = 16


def row_height(font: QFont) -> int:
    """The one height of all rows."""
    return QFontMetrics(font).height() + QFontMetrics(second_font(font)).height() + 18


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


def paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, colours: Colours, *, first: bool, focused: bool, ground: str = ""
) -> None:
    """Paints what lies under a cell: the chosen row has a bar in its first cell, and a ring where it has the focus."""
    area, chosen = option.rect, bool(option.state & QStyle.StateFlag.State_Selected)
    painter.fillRect(area, QColor(colours.selected if chosen else ground or colours.surface))
    painter.setPen(QColor(colours.line))
    painter.drawLine(area.bottomLeft(), area.bottomRight())
    if not chosen:
        return
    if first:
        painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), QColor(colours.accent))
    if focused:
        painter.setPen(QPen(QColor(colours.focus), 2))
        painter.drawLine(area.left(), area.top() + 1, area.right(), area.top() + 1)
        painter.drawLine(area.left(), area.bottom(), area.right(), area.bottom())


def paint_box(painter: QPainter, corner: QPoint, colours: Colours, *, checked: bool) -> None:
    """Paints a check box."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.accent if checked else colours.edge), 1))
    painter.setBrush(QColor(colours.accent if checked else colours.surface))
    painter.drawRoundedRect(QRect(corner.x(), corner.y(), BOX, BOX), 4, 4)
    if checked:
        painter.setPen(QPen(QColor(colours.on_accent), 2))
        painter.drawPolyline(QPolygon([corner + point for point in (QPoint(4, 8), QPoint(7, 11), QPoint(12, 5))]))


def paint_lines(
    painter: QPainter,
    area: QRect,
    lines: tuple[str, str],
    font: QFont,
    colours: tuple[str, str],
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Paints two lines, the second one small; one alone stands in the middle."""
    fonts = (font, second_font(font))
    fonts[1].setWeight(QFont.Weight.Normal)
    for place, text, each, colour in zip(_halves(area, fonts, two=bool(lines[1])), lines, fonts, colours, strict=True):
        painter.setPen(QColor(colour))
        painter.setFont(each)
        fitted = QFontMetrics(each).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, fitted)


def _halves(area: QRect, fonts: tuple[QFont, QFont], *, two: bool) -> tuple[QRect, QRect]:
    first, second = (QFontMetrics(font).height() for font in fonts)
    height = first + (second + 2 if two else 0)
    top = area.top() + (area.height() - height) // 2
    return (
        QRect(area.left(), top, area.width(), first),
        QRect(area.left(), top + first + 2, area.width(), second),
    )
