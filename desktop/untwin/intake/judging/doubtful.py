"""Knows errors that are not quite one: a code that points to one that is shown, a row or an item that may explain."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from untwin.intake.judging.failing import says_it_failed
from untwin.intake.judging.happened import names_a_paper
from untwin.intake.judging.signs.failures import (
    ANOTHER_TIME,
    CODE_IN_A_SENTENCE,
    ON_THE_DESKTOP,
    QUICKBOOKS_OWN,
    SAME_AGAIN,
)
from untwin.intake.judging.signs.lists import EXPLAINING_ROW
from untwin.intake.judging.spot import AROUND, Spot
from untwin.intake.judging.tone import is_item_of_a_list
from untwin.intake.marking.group import Group
from untwin.intake.marking.marks import What

# How far above a code the error that it points to may be shown.
REPORT = 1_500


def shown_at(groups: Iterable[Group]) -> dict[str, list[int]]:
    """Where the errors start that say more than a code, by their codes; rising where the groups are in order."""
    starts: dict[str, list[int]] = {}
    for group in groups:
        if group.code and (not group.bare() or What.TITLE in group.seen):
            starts.setdefault(group.code.name, []).append(group.start)
    return starts


def only_points(spot: Spot, shown: Mapping[str, Sequence[int]]) -> bool:
    """Whether a code in a sentence that names no document points to an error that is `shown` below it, or before.

    `We get error 100 everywhere. Full error: ..`, `.. and it gives me the same error 2500`.
    """
    group = spot.group
    if group.code is None or not group.bare() or What.TITLE in group.seen:
        return False
    starts = shown.get(group.code.name, ())
    place = bisect_left(starts, group.end)
    below = place < len(starts) and starts[place] - group.end <= AROUND
    above = place > 0 and group.start - starts[place - 1] <= REPORT and not ANOTHER_TIME.found(spot.small_line)
    said = spot.around[0] + spot.text[group.start : group.end]
    points = ((below or above) and CODE_IN_A_SENTENCE.found(said)) or (starts and SAME_AGAIN.found(said))
    return bool(points) and not names_a_paper(spot.line)


def is_doubtful(spot: Spot) -> bool:
    """Whether a duplicate number may be another's: QuickBooks Desktop's, a row's that explains a code, an item's."""
    group, line = spot.group, spot.whole_line
    if group.tail or group.envelope or not spot.of_number:
        return False
    if ON_THE_DESKTOP.found(spot.around[0]) and "online" not in line.lower():
        return True
    if group.fields:
        return False
    if EXPLAINING_ROW.found(line):
        return not QUICKBOOKS_OWN.found(line)
    before, behind = spot.before(AROUND), spot.behind(AROUND)
    return is_item_of_a_list(before, line, behind) and not says_it_failed(before + behind)
