"""Counts what is drawn at each place of a lane: a hundred thousand documents cost no more than a screen's width."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from untwin.ui.map.scale import Scale

BAR = 2  # pixels; documents that lie closer together share a bar
_STEPS = 16
SINGLE = 3.0  # pixels that a figure takes from which on each document has a bar of its own
SHAPED = 7.0  # and from which on it has the shape of its maker


@dataclass(frozen=True, slots=True)
class Bar:
    """Documents that are drawn together: from where to where, and how full of them it is, from 0 to 1."""

    x: float
    width: float
    share: float


def in_sight(figures: Sequence[int], scale: Scale) -> range:
    """The places of the figures that can be seen."""
    first, last = scale.figure(0), scale.figure(scale.width) + 1
    return range(bisect_left(figures, first), bisect_right(figures, last))


def bars(figures: Sequence[int], scale: Scale) -> Iterator[Bar]:
    """The documents in sight as bars; neighbours that are equally full are one."""
    places = in_sight(figures, scale)
    if not places:
        return
    per_bar, left, stop = BAR / scale.pixels, scale.left, places.stop
    column = max(int(scale.x(figures[places[0]]) // BAR), 0)
    end = min(int(scale.x(figures[places[-1]]) // BAR), scale.width // BAR)
    begin, share, at, whole, near = column, -1.0, places[0], max(per_bar, 1.0), ceil(per_bar) + 1
    while column <= end:
        # Whole figures are compared, and near ones first: both make it several times as fast.
        until, hence = ceil(left + (column + 1) * per_bar), at + near
        after = bisect_left(figures, until, at, hence if hence < stop and figures[hence] >= until else stop)
        # Sixteenths of the height: finer steps are not seen, and equal neighbours are one bar.
        full = min(-(-(after - at) * _STEPS // whole), _STEPS) / _STEPS
        if full != share:
            if share > 0:
                yield Bar(begin * BAR, (column - begin) * BAR, share)
            begin, share = column, full
        at, column = after, column + 1
    if share > 0:
        yield Bar(begin * BAR, (column - begin) * BAR, share)


def spread(figures: Sequence[int], scale: Scale, least: float) -> Iterator[int]:
    """Of the figures in sight those that lie so many pixels apart: signs are not drawn over each other."""
    places = in_sight(figures, scale)
    at, step = places.start, least / scale.pixels
    while at < places.stop:
        yield figures[at]
        at = bisect_left(figures, ceil(figures[at] + step), at + 1, places.stop)
