"""Paints the number map: lanes with their documents, what is worth a look above them, and the cursor."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen

from untwin.domain.number_map.lanes import Block, Lane
from untwin.domain.number_map.words import block_title, lane_title, waiting_words
from untwin.ui.kit.labels import bold_font, second_font
from untwin.ui.kit.theme import Colours
from untwin.ui.kit.words import count_words, tr
from untwin.ui.map.layout import SIDE, BlockLayout, MapLayout
from untwin.ui.map.marks import SHAPED, SINGLE, Bar, bars, in_sight
from untwin.ui.map.scale import Scale
from untwin.ui.map.shapes import Shape, Shapes, shapes_of
from untwin.ui.map.signs import Signs
from untwin.ui.map.state import MapState, step_of

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
_AIR = 8  # pixels that a lane's track leaves above and below
_LOW = 0.5  # of the height: what is above stays for the shapes of single documents
_FEW = 200  # documents of an app in sight that are told by their shapes alone
_TICKS = 90.0  # pixels between two figures at the edge


class MapPainter:
    """Paints one map; fonts and what is counted once are kept."""

    def __init__(self, font: QFont, colours: Colours) -> None:
        self.colours = colours
        self.font, self.small = font, second_font(font)
        self.bold = bold_font(font)
        self.head = QFont(self.bold)
        self.head.setPointSizeF(font.pointSizeF() * 1.1)
        self._small = QFontMetrics(self.small)
        self._posted: dict[int, list[int]] = {}
        self._bars: dict[int, tuple[Scale, QRect, list[QRectF]]] = {}
        self._signs, self._shapes = Signs(self.small, colours), Shapes(self.small, colours)

    def names_width(self, blocks: Sequence[Block]) -> int:
        """How wide the longest name of a lane is."""
        bold = QFontMetrics(self.bold)
        said = [
            max(bold.horizontalAdvance(lane_title(lane)), self._small.horizontalAdvance(_below(lane)))
            for block in blocks
            for lane in block.lanes
        ]
        return max(said, default=0)

    def paint(self, painter: QPainter, state: MapState, layout: MapLayout, seen: QRect) -> None:
        """Paints what lies within `seen`."""
        painter.fillRect(seen, QColor(self.colours.surface))
        for place, lying in enumerate(layout.blocks):
            if lying.bottom >= seen.top() and lying.top <= seen.bottom():
                self._block(painter, state, place, lying)

    def _block(self, painter: QPainter, state: MapState, place: int, lying: BlockLayout) -> None:
        block, scale = state.drawn.blocks[place], state.scales[place]
        painter.setFont(self.head)
        painter.setPen(QColor(self.colours.ink))
        painter.drawText(lying.title, _LEFT, self._fitted(self.head, block_title(block), lying.title.width()))
        self._edge(painter, state, place, lying)
        self._signs.paint(painter, block, scale, lying)
        if any((block.gaps, block.twice, block.clashes, block.overlaps, block.kept)):
            self._beside(painter, lying)
        for number, area in enumerate(lying.lanes):
            chosen = state.rows[state.row] == (place, number)
            self._lane(painter, state, (place, number), area, lying, chosen=chosen)
        self._signs.flags(painter, block, scale, lying, self._title_width(block))

    def _title_width(self, block: Block) -> int:
        return QFontMetrics(self.head).horizontalAdvance(block_title(block))

    def _beside(self, painter: QPainter, lying: BlockLayout) -> None:
        painter.setFont(self.small)
        painter.setPen(QColor(self.colours.muted))
        beside = QRect(SIDE + 6, lying.strip.top(), lying.edge.left() - SIDE - 18, lying.strip.height())
        painter.drawText(beside, _LEFT, self._fitted(self.small, tr("Worth a look"), beside.width()))

    def _edge(self, painter: QPainter, state: MapState, place: int, lying: BlockLayout) -> None:
        block, scale, edge = state.drawn.blocks[place], state.scales[place], lying.edge
        widest = self._small.horizontalAdvance(block.number(max(scale.figure(scale.width), 1))) + 24.0
        _step, ticks = scale.ticks(max(_TICKS, widest))
        painter.setFont(self.small)
        painter.setPen(QColor(self.colours.line))
        painter.drawLine(edge.left(), edge.bottom(), edge.right(), edge.bottom())
        half = scale.pixels / 2 if scale.pixels >= SHAPED else 0.0
        lines, top = [], float(lying.lanes[0].top())
        for figure in ticks:
            x = edge.left() + scale.x(figure) + half
            if edge.left() <= x <= edge.right():
                lines.append(QLineF(x, edge.bottom() - 4, x, edge.bottom()))
                if scale.pixels < SHAPED:
                    lines.append(QLineF(x, top, x, lying.bottom))
        painter.drawLines(lines)
        painter.setPen(QColor(self.colours.muted))
        for figure in ticks:
            words = block.number(figure)
            x = edge.left() + scale.x(figure) + half
            wide = self._small.horizontalAdvance(words)
            if edge.left() <= x - wide / 2 and x + wide / 2 <= edge.right():
                painter.drawText(QPointF(x - wide / 2, edge.bottom() - 7), words)

    def _lane(
        self,
        painter: QPainter,
        state: MapState,
        where: tuple[int, int],
        area: QRect,
        lying: BlockLayout,
        *,
        chosen: bool,
    ) -> None:
        block, scale = state.drawn.blocks[where[0]], state.scales[where[0]]
        lane = block.lanes[where[1]]
        if chosen:
            painter.fillRect(area, QColor(self.colours.selected))
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), QColor(self.colours.accent))
        painter.setPen(QColor(self.colours.line))
        painter.drawLine(SIDE, area.bottom(), area.right() - SIDE, area.bottom())
        self._name(painter, lane, QRect(SIDE, area.top(), lying.edge.left() - SIDE - 12, area.height()))
        track = QRect(lying.edge.left(), area.top() + _AIR, lying.edge.width(), area.height() - 2 * _AIR)
        painter.save()
        painter.setClipRect(track.adjusted(0, -_AIR, 0, _AIR))
        painter.translate(track.left(), 0)
        if chosen:
            self._cursor(painter, state, track)
        self._signs.meetings(painter, block, scale, area)
        if not in_sight(lane.figures, scale):
            self._signs.elsewhere(painter, block, lane, scale, track)
        elif scale.pixels < SHAPED:
            self._dense(painter, lane, scale, track)
        else:
            self._shapes.documents(painter, block, lane, scale, track)
        ground = self.colours.selected if chosen else self.colours.surface
        end = scale.x(state.cursor + step_of(scale)) if chosen else 0.0
        self._signs.next_one(painter, block, lane, scale, (track, ground, end))
        painter.restore()

    def _name(self, painter: QPainter, lane: Lane, area: QRect) -> None:
        line, small = QFontMetrics(self.bold).height(), self._small.height()
        top = area.top() + (area.height() - line - small - 2) // 2
        painter.setFont(self.bold)
        painter.setPen(QColor(self.colours.ink))
        first = QRect(area.left() + 6, top, area.width() - 6, line)
        painter.drawText(first, _LEFT, self._fitted(self.bold, lane_title(lane), first.width()))
        painter.setFont(self.small)
        painter.setPen(QColor(self.colours.muted))
        second = QRect(first.left(), top + line + 2, first.width(), small)
        painter.drawText(second, _LEFT, self._fitted(self.small, _below(lane), second.width()))

    def _cursor(self, painter: QPainter, state: MapState, track: QRect) -> None:
        scale, figure = state.scale, state.cursor
        wide = max(step_of(scale) * scale.pixels, 3.0)
        area = QRectF(scale.x(figure), track.top() - 5, wide, track.height() + 10)
        painter.fillRect(area, QColor(self.colours.surface))
        painter.setPen(QPen(QColor(self.colours.focus), 2))
        painter.drawRect(area)

    def _dense(self, painter: QPainter, lane: Lane, scale: Scale, track: QRect) -> None:
        few = bool(lane.source) and len(in_sight(lane.figures, scale)) <= _FEW
        if not few:
            self._draw_bars(painter, lane, scale, track)
        y = track.center().y() + 1.0 if few else track.top() + 5.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for figure, each in shapes_of(lane, scale):
            middle = scale.x(figure) + (scale.pixels / 2 if scale.pixels >= SINGLE else 1.0)
            each.draw(painter, QPointF(middle, y), 8.0, self.colours)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _draw_bars(self, painter: QPainter, lane: Lane, scale: Scale, track: QRect) -> None:
        kept = self._bars.get(id(lane))
        if kept is None or kept[:2] != (scale, track):
            kept = self._bars[id(lane)] = (scale, track, list(self._bar_rects(lane, scale, track)))
        shape = Shape.APP if lane.source else Shape.UNKNOWN
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(QColor(shape.colour(self.colours))))
        painter.drawRects(kept[2])

    def _bar_rects(self, lane: Lane, scale: Scale, track: QRect) -> Iterator[QRectF]:
        high, bottom = track.height() * (_LOW if lane.source else 1.0), track.bottom() + 1.0
        there = self._there(lane)
        for bar in bars(there, scale) if scale.pixels < SINGLE else _single(there, scale):
            tall = max(bar.share * high, 4.0)
            yield QRectF(bar.x, bottom - tall, bar.width, tall)

    def _there(self, lane: Lane) -> Sequence[int]:
        """The figures of documents that are in QuickBooks: those that wait are no bars."""
        if not lane.source:
            return lane.figures
        if id(lane) not in self._posted:
            self._posted[id(lane)] = [f for f, i in zip(lane.figures, lane.ids, strict=True) if i]
        return self._posted[id(lane)]

    def _fitted(self, font: QFont, words: str, width: int) -> str:
        return QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, width)


def _single(figures: Sequence[int], scale: Scale) -> Iterator[Bar]:
    """A bar for each document."""
    for place in in_sight(figures, scale):
        yield Bar(scale.x(figures[place]), scale.pixels - 1, 1.0)


def _below(lane: Lane) -> str:
    """A lane's second line."""
    shown = len(lane.figures) - lane.waiting
    documents = f"{shown:,} {tr('document') if shown == 1 else tr('documents')}" if shown else ""
    parts = [documents, waiting_words(lane.waiting)]
    return ", ".join(filter(None, parts)) or count_words(0, tr("document"), tr("documents"))
