"""Cells of two lines: their height, and how they are painted."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from untwin.ui.labels import second_font


def row_height(font: QFont) -> int:
    """The one height of all rows."""
    return QFontMetrics(font).height() + QFontMetrics(second_font(font)).height() + 18


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
