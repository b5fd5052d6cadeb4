"""Text on a printed page: set in lines of a given width, broken wherever it must be, never cut off."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPdfWriter, QTextLayout, QTextLine, QTextOption

from untwin.reports.plain import clean
from untwin.reports.qt import FAMILY

INK, GREY, HAIR = "#000000", "#5a5a5a", "#c4c4c4"
_POINTS = 72  # an inch
_AIR = 0.5  # points: a text that just fits must not be broken because somebody has rounded


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks; the size is in points."""

    size: float
    strong: bool = False
    colour: str = INK


@dataclass(frozen=True, slots=True)
class Type:
    """Sets text for one device. All lengths are the device's own; `points` makes them."""

    device: QPdfWriter
    _fonts: dict[Style, QFont] = field(default_factory=dict)

    def points(self, length: float) -> float:
        """A length in points as the device counts it."""
        return length * self.device.resolution() / _POINTS

    def width(self, text: str, style: Style) -> float:
        """The room that a text needs to stand in one line."""
        return QFontMetricsF(self._font(style), self.device).horizontalAdvance(text) + self.points(_AIR)

    def set(self, text: str, style: Style, width: float, *, right: bool = False) -> "Paragraph":
        """A text in lines of a width, on the left or on the right side."""
        return Paragraph(clean(text), self._font(style), width, self.device, style.colour, right=right)

    def _font(self, style: Style) -> QFont:
        if style not in self._fonts:
            font = QFont(FAMILY)
            font.setPointSizeF(style.size)
            font.setWeight(QFont.Weight.DemiBold if style.strong else QFont.Weight.Normal)
            self._fonts[style] = font
        return self._fonts[style]


class Paragraph:
    """A text in its lines. Parts of it can be drawn, for one that is higher than a page."""

    def __init__(self, text: str, font: QFont, width: float, device: QPdfWriter, colour: str, *, right: bool) -> None:
        self._layout = QTextLayout(text.replace("\n", "\u2028").replace("\t", "    "), font, device)
        self._colour = QColor(colour)
        option = QTextOption(Qt.AlignmentFlag.AlignAbsolute | _side(right=right))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._lines = _broken(self._layout, width, QFontMetricsF(font, device).ascent())
        # Where each line begins, and where the last one ends.
        self._edges = [0.0]
        for line in self._lines:
            self._edges.append(max(line.y() + line.height(), self._edges[-1]))

    def __len__(self) -> int:
        return len(self._lines)

    def height(self, first: int = 0, behind: int | None = None) -> float:
        """The height of the lines from `first` to the one before `behind`."""
        return self._edges[len(self) if behind is None else behind] - self._edges[first]

    def next(self, first: int) -> float:
        """The height of one line, none where there is no further one."""
        return self.height(first, min(first + 1, len(self)))

    def fitting(self, first: int, room: float) -> int:
        """Behind which line the room ends; one line is taken in any case, so that it goes on."""
        behind = min(first + 1, len(self))
        while behind < len(self) and self.height(first, behind + 1) <= room:
            behind += 1
        return behind

    def draw(self, painter: QPainter, x: float, y: float, first: int = 0, behind: int | None = None) -> None:
        """Draws lines, the first of them at `y`."""
        painter.setPen(self._colour)
        for line in self._lines[first:behind]:
            line.draw(painter, QPointF(x, y - self._edges[first]))


def _side(*, right: bool) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft


def _broken(layout: QTextLayout, width: float, ascent: float) -> list[QTextLine]:
    lines: list[QTextLine] = []
    y = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        # Another script's font may be lower: its words stand on one line with their neighbours' all the same.
        line.setPosition(QPointF(0, y + max(0.0, ascent - line.ascent())))
        y = line.y() + line.height()
        lines.append(line)
    layout.endLayout()
    return lines
