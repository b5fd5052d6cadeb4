"""Knows words that only mention, in a sentence of people's, the error that is shown beside them as it was printed."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from untwin.domain.errors.faults import FaultKind
from untwin.intake.judging.happened import is_message, names_a_paper
from untwin.intake.judging.spot import Spot

# How far from the print of an error people speak of it.
BESIDE = 1_500


def printed_at(spots: Iterable[Spot]) -> dict[FaultKind, list[tuple[int, str | None]]]:
    """Where errors stand as they were printed, by kind, each with its code; rising where the spots are in order."""
    places: dict[FaultKind, list[tuple[int, str | None]]] = {}
    for spot in spots:
        group = spot.group
        if group.kind and (spot.printed or spot.told):
            places.setdefault(group.kind, []).append((group.start, group.code.name if group.code else None))
    return places


def only_mentions(spot: Spot, printed: Mapping[FaultKind, Sequence[tuple[int, str | None]]]) -> bool:
    """Whether the words are part of a sentence that names no document, and the error is `printed` near them.

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
    near = any(code in (None, other) for _, other in places[first:last])
    return near and not is_message(*spot.around) and not names_a_paper(spot.whole_line)
