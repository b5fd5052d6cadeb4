"""Where a figure lies on the map: how many pixels one figure takes, and which one stands at the left edge."""

import math
from dataclasses import dataclass, replace

_STEP = 2.0  # levels that double the scale
CLOSEST = 13  # a figure takes 90 pixels: its number can be read
FURTHEST = -80
_MARGIN = 0.12  # of the width that stays free around what is shown


@dataclass(frozen=True, slots=True)
class Scale:
    """`left` is the figure at the left edge, `level` the zoom (two up doubles it), `width` what there is, in pixels."""

    left: float = 0.0
    level: int = 0
    width: int = 800

    @property
    def pixels(self) -> float:
        """How many pixels a figure takes; under 1 several share one."""
        return float(2.0 ** (self.level / _STEP))

    @property
    def right(self) -> float:
        """The figure at the right edge."""
        return self.left + self.width / self.pixels

    def x(self, figure: float) -> float:
        """Where a figure begins."""
        return (figure - self.left) * self.pixels

    def figure(self, x: float) -> int:
        """The figure at a place."""
        return math.floor(self.left + x / self.pixels)

    def zoomed(self, steps: int, about: float) -> "Scale":
        """Closer (or further away) with one figure staying where it is."""
        level = min(max(self.level + steps, FURTHEST), CLOSEST)
        at = self.x(about)
        closer = replace(self, level=level)
        return replace(closer, left=about - at / closer.pixels)

    def panned(self, pixels: float) -> "Scale":
        """Moved by some pixels."""
        return replace(self, left=self.left + pixels / self.pixels)

    def fitting(self, first: int, last: int) -> "Scale":
        """Showing all of these figures, as close as that goes."""
        room = self.width * (1 - 2 * _MARGIN)
        level = math.floor(math.log2(room / (last - first + 1)) * _STEP)
        fitted = replace(self, level=min(max(level, FURTHEST), CLOSEST))
        return replace(fitted, left=(first + last + 1) / 2 - self.width / fitted.pixels / 2)

    def showing(self, figure: int) -> "Scale":
        """Moved as little as needed, so that a figure is well in sight."""
        # Where hardly more than one figure has room, the margins on both sides must not ask for more than there is.
        spare = max(self.width - self.pixels, 0) / 4
        margin = min(self.width * _MARGIN, 90, spare) / self.pixels
        if figure < self.left + margin:
            return replace(self, left=figure - margin)
        if figure + 1 > self.right - margin:
            return replace(self, left=figure + 1 + margin - self.width / self.pixels)
        return self

    def with_width(self, width: int) -> "Scale":
        """In another width; what stands at the left stays there."""
        return replace(self, width=max(width, 1))

    def ticks(self, least: float) -> tuple[int, range]:
        """Round figures to write at the edge, at least so many pixels apart: their step, and they themselves."""
        step = 1
        for factor in _rounds():
            step = factor
            if step * self.pixels >= least:
                break
        begin = math.ceil(self.left / step) * step
        return step, range(max(begin, 0), math.ceil(self.right) + 1, step)


def _rounds() -> list[int]:
    return [factor * 10**power for power in range(19) for factor in (1, 2, 5)]
