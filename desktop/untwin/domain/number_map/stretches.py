"""Finds what is in figures that stand in their order: stretches between leaps, gaps, figures used twice."""

import datetime as dt
from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import pairwise

from untwin.domain.number_map.lanes import Lane, Run, Stretch

_SHORT_LEAP = 100  # figures; what is missing below that is a gap, however short the series is
_SHARE = 2  # a leap is longer than that part of what the stretch spans so far


def stretches_of(figures: Sequence[int], days: Sequence[int]) -> tuple[Stretch, ...]:
    """The parts of a series between its leaps. `figures` are in order and not empty."""
    ends = [*_leaps(figures), len(figures)]
    begins = [0, *ends[:-1]]
    return tuple(_stretch(figures, days, begin, end) for begin, end in zip(begins, ends, strict=True))


def _leaps(figures: Sequence[int]) -> Iterator[int]:
    """The places behind a leap."""
    first = figures[0]
    for place, (before, figure) in enumerate(pairwise(figures), start=1):
        if figure - before > _SHORT_LEAP and figure - before > (before - first) // _SHARE:
            first = figure
            yield place


def _stretch(figures: Sequence[int], days: Sequence[int], begin: int, end: int) -> Stretch:
    latest = max(days[begin:end])
    day = dt.date.fromordinal(latest) if latest else None
    return Stretch(figures[begin], figures[end - 1], end - begin, day)


def growing(stretches: Sequence[Stretch]) -> int:
    """The place of the stretch that grows: of those with some documents the one with the latest day."""
    most = max(each.documents for each in stretches)
    some = [place for place, each in enumerate(stretches) if each.documents >= min(most, 3)]
    return max(some, key=lambda place: (stretches[place].latest or dt.date.min, stretches[place].documents))


def used_in(lanes: Sequence[Lane]) -> tuple[list[int], tuple[int, ...]]:
    """Every figure that documents of these lanes use, each once; and those that more than one document uses."""
    used: list[int] = []
    twice: list[int] = []
    last = None
    for figure in merge(*(lane.figures for lane in lanes)):
        if figure != last:
            used.append(figure)
            last = figure
        elif not twice or twice[-1] != figure:
            twice.append(figure)
    return used, tuple(twice)


def gaps_in(used: Sequence[int]) -> tuple[Run, ...]:
    """The runs of figures that nothing uses; a leap is no gap."""
    leaps = set(_leaps(used)) if used else set()
    pairs = enumerate(pairwise(used), start=1)
    return tuple((one + 1, two - 1) for place, (one, two) in pairs if two - one > 1 and place not in leaps)
