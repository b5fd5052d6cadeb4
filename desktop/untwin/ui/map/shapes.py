"""The shapes of single documents: who made one is told by its shape and its colour, never by the colour alone."""

from bisect import bisect_right
from collections.abc import Iterator
from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF

from untwin.domain.number_map.lanes import Block, Lane, Made, Maker
from untwin.ui.kit.theme import Colours
from untwin.ui.map.marks import in_sight, spread
from untwin.ui.map.scale import Scale

_LARGEST = 11.0
_STACKED = 3  # documents with one number that are drawn beside each other
_APART = 9.0  # pixels between the marks of known makers, where documents are only bars


class Shape(Enum):
    """How a document is drawn, and the word for it."""

    UNKNOWN = "maker not known"
    APP = "made by an app"
    HAND = "made by hand"
    WAITING = "waiting to post"

    def colour(self, colours: Colours) -> str:
        """Its colour."""
        named = {Shape.UNKNOWN: "calm", Shape.APP: "accent", Shape.HAND: "good", Shape.WAITING: "warn"}
        return str(getattr(colours, named[self]))

    def draw(self, painter: QPainter, middle: QPointF, size: float, colours: Colours) -> None:
        """Draws it around a point: a disc, a square, a triangle, an empty diamond."""
        colour, half = QColor(self.colour(colours)), size / 2
        hollow = self is Shape.WAITING
        painter.setPen(QPen(colour, 2) if hollow else Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(QColor(colours.surface)) if hollow else QBrush(colour))
        if self is Shape.UNKNOWN:
            painter.drawEllipse(middle, half, half)
        elif self is Shape.APP:
            painter.drawRect(QRectF(middle.x() - half, middle.y() - half, size, size))
        elif self is Shape.HAND:
            painter.drawPolygon(_points(middle, (0, -half), (half, half), (-half, half)))
        else:
            painter.drawPolygon(_points(middle, (0, -half), (half, 0), (0, half), (-half, 0)))


def _points(middle: QPointF, *offsets: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(middle.x() + dx, middle.y() + dy) for dx, dy in offsets])


def shape_of(lane: Lane, place: int) -> Shape:
    """The shape of one document."""
    if not lane.ids[place]:
        return Shape.WAITING
    made: Made | None = lane.known.get(place)
    if made is None:
        return Shape.UNKNOWN
    return Shape.HAND if made.maker is Maker.HAND else Shape.APP


def shapes_of(lane: Lane, scale: Scale) -> Iterator[tuple[int, Shape]]:
    """Documents in sight whose maker is known or that wait, where all others are only bars."""
    if lane.source:
        for figure in spread(lane.figures, scale, _APART):
            yield figure, shape_of(lane, last_place(lane, figure))
        return
    places = in_sight(lane.figures, scale)
    last = None
    for place in lane.known:
        figure = lane.figures[place]
        if place in places and (last is None or abs(figure - last) * scale.pixels >= _APART):
            last = figure
            yield figure, shape_of(lane, place)


def last_place(lane: Lane, figure: int) -> int:
    """The place of the last document with a figure: one that waits stands behind one that is there."""
    return bisect_right(lane.figures, figure) - 1


class Shapes:
    """Draws documents one by one; with their numbers, where there is room for them."""

    def __init__(self, font: QFont, colours: Colours) -> None:
        self._font, self._metrics, self._colours = font, QFontMetrics(font), colours

    def documents(self, painter: QPainter, block: Block, lane: Lane, scale: Scale, track: QRect) -> None:
        """Draws those of a lane that are in sight."""
        named = scale.pixels >= self._metrics.horizontalAdvance(block.number(scale.figure(scale.width))) + 8
        size = min(scale.pixels - 1, _LARGEST)
        y = track.center().y() - (self._metrics.height() / 2 if named else 0.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        before, beside = None, 0
        for place in in_sight(lane.figures, scale):
            figure, shape = lane.figures[place], shape_of(lane, place)
            beside = min(beside + 1, _STACKED) if figure == before else 0
            x = scale.x(figure) + scale.pixels / 2
            shape.draw(painter, QPointF(x + beside * 4, y - beside * 3), size, self._colours)
            if named and figure != before:
                self._number(painter, block.number(figure), x, y + size / 2)
            before = figure
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _number(self, painter: QPainter, words: str, x: float, bottom: float) -> None:
        painter.setFont(self._font)
        painter.setPen(QColor(self._colours.ink))
        wide = self._metrics.horizontalAdvance(words)
        painter.drawText(QPointF(x - wide / 2, bottom + self._metrics.ascent() + 3), words)
