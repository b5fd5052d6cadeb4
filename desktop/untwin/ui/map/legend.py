"""What the signs of the number map mean: each beside its word."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from untwin.ui.kit.labels import second_font
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import tr
from untwin.ui.map.shapes import Shape
from untwin.ui.map.signs import Signs

_SIGN, _GAP, _BETWEEN = 16, 6, 18
_WORDS = (
    "maker not known",
    "made by an app",
    "made by hand",
    "waiting to post",
    "nothing uses it",
    "overlap",
    "kept clear",
    "used twice",
    "wanted and used",
    "will meet",
)


class MapLegend(QWidget):
    """One or more lines, as many as the width needs."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._measured: tuple[str, list[int]] = ("", [])
        self.setAccessibleName(tr("What the signs mean"))
        self.setAccessibleDescription(", ".join(map(tr, _WORDS)))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What its lines need."""
        return (max(y for _x, y in self._places(width)) + 1) * self._line

    def sizeHint(self) -> QSize:
        """Its lines in the width that it has."""
        return QSize(400, self.heightForWidth(max(self.width(), 400)))

    @property
    def _line(self) -> int:
        return QFontMetrics(second_font(self.font())).height() + 6

    def _places(self, width: int) -> list[tuple[int, int]]:
        places, x, row = [], 0, 0
        for wide in self._widths():
            if x and x + wide > width:
                x, row = 0, row + 1
            places.append((x, row))
            x += wide + _BETWEEN
        return places

    def _widths(self) -> list[int]:
        font = second_font(self.font())
        if self._measured[0] != font.key():
            metrics = QFontMetrics(font)
            wide = [_SIGN + _GAP + metrics.horizontalAdvance(tr(words)) for words in _WORDS]
            self._measured = (font.key(), wide)
        return self._measured[1]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints signs and words."""
        colours, painter = self._theme.colours, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = second_font(self.font())
        metrics, signs = QFontMetrics(font), Signs(font, colours)
        painter.setFont(font)
        for words, (x, row), draw in zip(_WORDS, self._places(self.width()), self._signs(signs), strict=True):
            middle = QPointF(x + _SIGN / 2, row * self._line + self._line / 2)
            draw(painter, middle)
            painter.setPen(QColor(colours.muted))
            painter.drawText(QPointF(x + _SIGN + _GAP, middle.y() + metrics.ascent() / 2 - 1), tr(words))
        painter.end()

    def _signs(self, signs: Signs) -> tuple[Callable[[QPainter, QPointF], None], ...]:
        colours = self._theme.colours

        def shaped(shape: Shape) -> Callable[[QPainter, QPointF], None]:
            return lambda painter, middle: shape.draw(painter, middle, 10.0, colours)

        def gap(painter: QPainter, middle: QPointF) -> None:
            _box(painter, middle, colours.edge, QBrush(QColor(colours.ground)))

        def overlap(painter: QPainter, middle: QPointF) -> None:
            _box(painter, middle, colours.warn, QBrush(QColor(colours.warn), Qt.BrushStyle.BDiagPattern))

        def meeting(painter: QPainter, middle: QPointF) -> None:
            painter.setPen(QPen(QColor(colours.bad), 2, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(middle.x(), middle.y() - 8), QPointF(middle.x(), middle.y() + 8))

        return (*map(shaped, Shape), gap, overlap, signs.kept, signs.twice, signs.clash, meeting)


def _box(painter: QPainter, middle: QPointF, edge: str, brush: QBrush) -> None:
    area = QRectF(middle.x() - 7, middle.y() - 5, 14, 10)
    painter.setPen(QPen(QColor(edge), 1))
    painter.setBrush(brush)
    painter.drawRect(area)
