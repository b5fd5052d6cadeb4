"""Tells whether two series take turns, as one counter has them do, or lie over each other, as two counters do."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from untwin.domain.number_map.lanes import Find, Lane, Sign, Stretch

_SLACK = 10  # days that a number may be dated off its neighbours: people date back
_IN_TURN = 4  # of that many documents one may be out of turn
_COMPARED = 60  # stretches of a block that are compared with each other, the longest first
_PROVES = 3  # documents of the smaller series without which one counter isn't taken for granted
_ASKED = 2000  # documents of the smaller series that are asked, spread over all of them


def overlaps_in(lanes: Sequence[Lane]) -> tuple[Find, ...]:
    """Where two series lie over each other and don't take turns, in the order of their figures."""
    keys = [lane.key for lane in lanes]
    found = []
    for (lane, one), (other, two) in _pairs(lanes):
        first, last = max(one.first, two.first), min(one.last, two.last)
        if first <= last and not _take_turns(lane, other, first, last):
            both = sorted((lane.key, other.key), key=keys.index)
            found.append(Find(Sign.OVERLAP, first, last, tuple(both)))
    return tuple(sorted(found, key=lambda find: (find.first, find.last)))


def with_turns(lanes: Sequence[Lane]) -> tuple[Lane, ...]:
    """The lanes, each knowing with which others it shares a counter: their next number is then the same."""
    return tuple(replace(lane, shares=tuple(_sharing(lane, lanes))) for lane in lanes)


def counted_on(lanes: Sequence[Lane]) -> tuple[Lane, ...]:
    """The lanes, each with its next figure: one behind the last of all that it takes turns with."""
    last = {lane.key: lane.growing.last for lane in lanes}
    return tuple(replace(lane, next=1 + max(last[key] for key in (lane.key, *lane.shares))) for lane in lanes)


def _sharing(lane: Lane, lanes: Sequence[Lane]) -> Iterator[str]:
    mine = lane.growing
    for other in lanes:
        if other is not lane:
            theirs = other.growing
            first, last = max(mine.first, theirs.first), min(mine.last, theirs.last)
            enough = min(_within(lane, first, last), _within(other, first, last)) >= _PROVES
            if first <= last and enough and _take_turns(lane, other, first, last):
                yield other.key


def _pairs(lanes: Sequence[Lane]) -> Iterator[tuple[tuple[Lane, Stretch], tuple[Lane, Stretch]]]:
    every = [(lane, each) for lane in lanes for each in lane.stretches if each.documents > 1]
    longest = sorted(every, key=lambda pair: pair[1].documents, reverse=True)[:_COMPARED]
    for place, one in enumerate(longest):
        yield from ((one, other) for other in longest[place + 1 :] if one[0] is not other[0])


def _take_turns(one: Lane, other: Lane, first: int, last: int) -> bool:
    """Whether the documents of both are dated in the order of their numbers. What isn't dated proves nothing."""
    small, large = sorted((one, other), key=lambda lane: _within(lane, first, last))
    begin, end = bisect_left(small.figures, first), bisect_left(small.figures, last + 1)
    asked = range(begin, end, max((end - begin) // _ASKED, 1))
    in_turn = sum(_is_in_turn(large, small.figures[place], small.days[place]) for place in asked)
    return in_turn * _IN_TURN >= len(asked) * (_IN_TURN - 1)


def _within(lane: Lane, first: int, last: int) -> int:
    return bisect_left(lane.figures, last + 1) - bisect_left(lane.figures, first)


def _is_in_turn(lane: Lane, figure: int, day: int) -> bool:
    """Whether a document would fit between its neighbours of another series."""
    place = bisect_left(lane.figures, figure)
    if not day or (place < len(lane.figures) and lane.figures[place] == figure):
        return False
    before = lane.days[place - 1] if place else 0
    behind = lane.days[place] if place < len(lane.days) else 0
    return bool(before or behind) and before - _SLACK <= day <= (behind or day) + _SLACK
