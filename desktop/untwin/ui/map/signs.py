"""Paints what is worth a look on the map: gaps, overlaps, clashes, meetings, and the numbers that come next."""

from bisect import bisect_left
from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF

from untwin.domain.number_map.lanes import Block, Forecast, Lane
from untwin.domain.number_map.words import lane_title, when_words
from untwin.ui.kit.theme import Colours
from untwin.ui.kit.words import tr
from untwin.ui.map.layout import BlockLayout
from untwin.ui.map.marks import spread
from untwin.ui.map.scale import Scale

_THIN = 3.0  # pixels below which a gap is a tick
_APART = 6.0  # pixels between two ticks
_SIGN = 10.0


class Signs:
    """Paints them; the beginnings of gaps are kept, since there may be many thousands."""

    def __init__(self, font: QFont, colours: Colours) -> None:
        self._font, self._metrics, self.colours = font, QFontMetrics(font), colours
        self._firsts: dict[int, list[int]] = {}
        self._drawn: dict[int, tuple[Scale, list[QRectF], list[QRectF]]] = {}

    def paint(self, painter: QPainter, block: Block, scale: Scale, lying: BlockLayout) -> None:
        """Paints the strip above the lanes."""
        strip = lying.strip
        painter.save()
        painter.setClipRect(strip)
        painter.translate(strip.left(), strip.top())
        tall = float(strip.height() - 4)
        for first, last, _source in block.kept:
            self._span(painter, scale, (first, last), tall, self.colours.accent, Qt.BrushStyle.Dense6Pattern)
        for find in block.overlaps:
            self._span(painter, scale, (find.first, find.last), tall, self.colours.warn, Qt.BrushStyle.BDiagPattern)
        self._gaps(painter, block, scale, tall)
        self._figures(painter, block, scale, tall)
        painter.restore()

    def _span(
        self, painter: QPainter, scale: Scale, ends: tuple[int, int], tall: float, colour: str, look: Qt.BrushStyle
    ) -> None:
        left, right = max(scale.x(ends[0]), -4.0), min(scale.x(ends[1] + 1), scale.width + 4.0)
        if right < 0 or left > scale.width:
            return
        area = QRectF(left, 2, max(right - left, _THIN), tall)
        painter.fillRect(area, QBrush(QColor(colour), look))
        painter.setPen(QPen(QColor(colour), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)

    def _gaps(self, painter: QPainter, block: Block, scale: Scale, tall: float) -> None:
        kept = self._drawn.get(id(block))
        if kept is None or kept[0] != scale:
            kept = self._drawn[id(block)] = (scale, *self._gap_rects(block, scale, tall))
        painter.setPen(QPen(QColor(self.colours.edge), 1))
        painter.setBrush(QBrush(QColor(self.colours.ground)))
        painter.drawRects(kept[1])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(QColor(self.colours.edge)))
        painter.drawRects(kept[2])

    def _gap_rects(self, block: Block, scale: Scale, tall: float) -> tuple[list[QRectF], list[QRectF]]:
        """Boxes for gaps that can be seen, and ticks for those that can't."""
        firsts, gaps, pixels = self._firsts_of(block), block.gaps, scale.pixels
        at, end = max(bisect_left(firsts, scale.figure(0)) - 1, 0), bisect_left(firsts, ceil(scale.right))
        rects, ticks, apart = [], [], ceil(_APART / pixels)
        while at < end:
            first, last = gaps[at]
            x, wide = (first - scale.left) * pixels, (last - first + 1) * pixels
            if wide >= _THIN:
                # Far longer than the strip, it would be cut by the painter at some cost.
                right = min(x + wide, scale.width + 9.0)
                x = max(x, -9.0)
                wide = right - x
                rects.append(QRectF(x + 0.5, 4, wide - 1, tall - 4))
                at += 1
            else:
                ticks.append(QRectF(x, tall / 2 - 1, 2, 4))
                # Those that would touch it are left out.
                at = bisect_left(firsts, first + apart, at + 1, end)
        return rects, ticks

    def _firsts_of(self, block: Block) -> list[int]:
        if id(block) not in self._firsts:
            self._firsts[id(block)] = [first for first, _ in block.gaps]
        return self._firsts[id(block)]

    def _figures(self, painter: QPainter, block: Block, scale: Scale, tall: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half, y = scale.pixels / 2 if scale.pixels > 1 else 0.0, tall / 2 + 2
        for figure in spread(block.twice, scale, _SIGN):
            self.twice(painter, QPointF(scale.x(figure) + half, y))
        for figure in spread(block.clashes, scale, _SIGN):
            self.clash(painter, QPointF(scale.x(figure) + half, y))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def kept(self, painter: QPainter, middle: QPointF) -> None:
        """Numbers that a person keeps clear for an app, as the legend shows them."""
        area = QRectF(middle.x() - 7, middle.y() - 5, 14, 10)
        painter.fillRect(area, QBrush(QColor(self.colours.accent), Qt.BrushStyle.Dense6Pattern))
        painter.setPen(QPen(QColor(self.colours.accent), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)

    def twice(self, painter: QPainter, middle: QPointF) -> None:
        """A number that several documents use: two discs over each other."""
        painter.setPen(QPen(QColor(self.colours.surface), 1))
        painter.setBrush(QBrush(QColor(self.colours.bad)))
        painter.drawEllipse(QPointF(middle.x() - 2, middle.y()), 4.0, 4.0)
        painter.drawEllipse(QPointF(middle.x() + 2, middle.y()), 4.0, 4.0)

    def clash(self, painter: QPainter, middle: QPointF) -> None:
        """A number that an app wants and that is used: a triangle that points at it."""
        painter.setPen(QPen(QColor(self.colours.surface), 1))
        painter.setBrush(QBrush(QColor(self.colours.bad)))
        x, y = middle.x(), middle.y()
        painter.drawPolygon(QPolygonF([QPointF(x - 6, y - 6), QPointF(x + 6, y - 6), QPointF(x, y + 6)]))

    def meetings(self, painter: QPainter, block: Block, scale: Scale, area: QRect) -> None:
        """Where two series will meet: a dashed line through a lane, below what is drawn there."""
        painter.setPen(QPen(QColor(self.colours.bad), 2, Qt.PenStyle.DashLine))
        for forecast in block.forecasts:
            x = scale.x(forecast.at)
            if 0 <= x <= scale.width:
                painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))

    def flags(self, painter: QPainter, block: Block, scale: Scale, lying: BlockLayout, title: int) -> None:
        """About when they will meet, above the edge, behind what the title takes."""
        painter.setFont(self._font)
        taken = float(lying.title.left() + title + 16)
        for forecast in sorted(block.forecasts, key=lambda each: each.at):
            x = lying.edge.left() + scale.x(forecast.at)
            if lying.edge.left() <= x <= lying.edge.right():
                taken = self._flag(painter, _flag_words(block, forecast), x, lying, taken)

    def _flag(self, painter: QPainter, words: str, x: float, lying: BlockLayout, taken: float) -> float:
        wide = self._metrics.horizontalAdvance(words) + 14.0
        left = max(min(x, lying.edge.right() - wide), taken)
        if left + wide > lying.edge.right() + 1:
            return taken
        area = QRectF(left, lying.title.top() + 3, wide, lying.title.height() - 6)
        painter.setPen(QPen(QColor(self.colours.bad), 2, Qt.PenStyle.DashLine))
        # Not through the figures at the edge: one of them may stand right there.
        painter.drawLine(QPointF(x, lying.strip.top() - 3), QPointF(x, lying.lanes[0].top()))
        painter.fillRect(area, QColor(self.colours.bad_ground))
        painter.setPen(QPen(QColor(self.colours.bad), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        painter.setPen(QColor(self.colours.ink))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), words)
        return left + wide + 6

    def next_one(self, painter: QPainter, block: Block, lane: Lane, scale: Scale, on: tuple[QRect, str, float]) -> None:
        """The number that would come next: a caret, with the number where nothing stands behind it.

        `on` is where, on which ground, and where the cursor ends.
        """
        track, ground, cursor = on
        x, y = scale.x(lane.next), track.center().y() + 1.0
        if not lane.tells_next or not 0 <= x <= scale.width:
            return
        painter.setPen(QPen(QColor(self.colours.muted), 2))
        painter.drawPolyline(QPolygonF([QPointF(x + 3, y - 5), QPointF(x + 8, y), QPointF(x + 3, y + 5)]))
        words = tr("next {}").format(block.number(lane.next))
        begin = max(x + 14, cursor + 5 if cursor > x else 0.0)
        wide = self._metrics.horizontalAdvance(words) + begin - x + 4
        if _clear(lane.figures, lane.next, scale, wide) and x + wide <= scale.width:
            high = float(self._metrics.height())
            painter.fillRect(QRectF(begin - 2, y - high / 2, x + wide - begin, high), QColor(ground))
            painter.setFont(self._font)
            painter.setPen(QColor(self.colours.muted))
            painter.drawText(QPointF(begin, y + self._metrics.ascent() / 2 - 2), words)

    def elsewhere(self, painter: QPainter, block: Block, lane: Lane, scale: Scale, track: QRect) -> None:
        """Where the documents of a lane are of which none is in sight: behind which edge, and the nearest number."""
        place = bisect_left(lane.figures, scale.figure(0))
        right = place < len(lane.figures)
        number = block.number(lane.figures[place if right else place - 1])
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        area = QRect(6, track.top(), scale.width - 12, track.height())
        painter.setFont(self._font)
        painter.setPen(QColor(self.colours.muted))
        words = f"{number}  →" if right else f"←  {number}"
        painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), words)


def _flag_words(block: Block, forecast: Forecast) -> str:
    return tr("{} get here {}").format(lane_title(block.lane(forecast.lane)), when_words(forecast))


def _clear(figures: Sequence[int], figure: int, scale: Scale, pixels: float) -> bool:
    place = bisect_left(figures, figure)
    return place == len(figures) or (figures[place] - figure) * scale.pixels > pixels
