"""Knows words that only mention, in a sentence of people's, the error that is shown beside them as it was printed."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from untwin.domain.errors.faults import FaultKind
from untwin.intake.judging.happened import is_message, names_a_paper
from untwin.intake.judging.spot import Spot

# How far from the print of an error people speak of it.
BESIDE = 1_500

# Where an error stands as it was printed, its code, and the number that it names.
Printed = tuple[int, str | None, str | None]


def printed_at(spots: Iterable[Spot]) -> dict[FaultKind, list[Printed]]:
    """The errors that stand there as they were printed, by kind; their places rise where the spots are in order."""
    places: dict[FaultKind, list[Printed]] = {}
    for spot in spots:
        group = spot.group
        if group.kind and (spot.printed or spot.told):
            code, number = group.code.name if group.code else None, group.tail.number if group.tail else None
            places.setdefault(group.kind, []).append((group.start, code, number))
    return places


def only_mentions(spot: Spot, printed: Mapping[FaultKind, Sequence[Printed]]) -> bool:
    """Whether the words are part of a sentence that names no other document than the error `printed` near them.

    `I get the invalid grant error now and then. Here is one: {"error": "invalid_grant"}`.
    """
    group = spot.group
    kind = group.kind or group.faint
    if kind is None or kind not in printed or spot.record or group.tail:
        return False
    code = group.code.name if group.code else None
    places = printed[kind]
    first = bisect_left(places, group.start - BESIDE, key=lambda place: place[0])
    last = bisect_left(places, group.end + BESIDE, key=lambda place: place[0])
    near = [number for _, other, number in places[first:last] if code in (None, other)]
    if not near or is_message(*spot.around):
        return False
    return not names_a_paper(spot.whole_line) or any(number and number in spot.whole_line for number in near)
