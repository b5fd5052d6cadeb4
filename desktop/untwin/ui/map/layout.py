"""Where the parts of the map lie: blocks one below the other, each with a title, an edge with figures, and lanes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics

from untwin.domain.number_map.lanes import Block
from untwin.ui.kit.labels import second_font

SIDE = 14
_BETWEEN = 18
_NARROW, _WIDE = 190, 300


@dataclass(frozen=True, slots=True)
class BlockLayout:
    """One block: its title, the edge with figures, the strip with what is worth a look, and its lanes."""

    title: QRect
    edge: QRect
    strip: QRect
    lanes: tuple[QRect, ...]

    @property
    def top(self) -> int:
        """Where it begins."""
        return self.title.top()

    @property
    def bottom(self) -> int:
        """Where it ends."""
        return self.lanes[-1].bottom()


@dataclass(frozen=True, slots=True)
class MapLayout:
    """All blocks, as they lie above each other. `track` is where the figures are drawn, behind the lanes' names."""

    blocks: tuple[BlockLayout, ...]
    left: int
    width: int
    height: int

    def lane_at(self, y: int) -> tuple[int, int] | None:
        """The block and the lane at a height."""
        for place, block in enumerate(self.blocks):
            for number, lane in enumerate(block.lanes):
                if lane.top() <= y <= lane.bottom():
                    return place, number
        return None

    def block_at(self, y: int) -> int | None:
        """The block at a height."""
        return next((place for place, b in enumerate(self.blocks) if b.top <= y <= b.bottom), None)


def lay_out(blocks: Sequence[Block], font: QFont, width: int, names: int) -> MapLayout:
    """Lays blocks out in a width; `names` is what the longest name of a lane takes."""
    line, small = QFontMetrics(font).height(), QFontMetrics(second_font(font)).height()
    left = SIDE + min(max(names + 24, _NARROW), _WIDE)
    made, top = [], 10
    for block in blocks:
        title = QRect(SIDE, top, width - 2 * SIDE, line + 10)
        edge = QRect(left, title.bottom() + 1, width - left - SIDE, small + 10)
        strip = QRect(left, edge.bottom() + 1, edge.width(), max(small, 16))
        high = line + small + 18
        below = strip.bottom() + 5
        lanes = tuple(QRect(0, below + number * high, width, high) for number in range(len(block.lanes)))
        made.append(BlockLayout(title, edge, strip, lanes))
        top = lanes[-1].bottom() + _BETWEEN
    return MapLayout(tuple(made), left, max(width - left - SIDE, 1), top)
