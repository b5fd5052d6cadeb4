"""Weighs what stands around an error's words: whether the text speaks of such errors at large, or of a settled one."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from untwin.intake.judging.happened import names_a_paper, names_one
from untwin.intake.judging.signs.at_large import AT_LARGE, EXAMPLES, PRINTED_BESIDE
from untwin.intake.judging.signs.lists import CODE_AND_NAME, HANDLED, LEGEND, ROW_OF_A_CODE, SHORT_ITEM
from untwin.intake.judging.signs.plans import CHANGE, EXPECTED, GIVEN, HEADING, NOT_FOR_REAL, STORY, THEN
from untwin.intake.judging.signs.settled import AGAIN, ANSWERED, CLOSED, FORMER, OPENED_AGAIN, SETTLED, WENT_WELL, WHY

# How many different signs make a text one that speaks at large, where nothing in it is somebody's own.
ENOUGH = 2
# The same for errors whose own words instruct.
PLAINLY = 3
# How far behind the words their outcome may be told.
OUTCOME = 200
# How many codes, one a line and nothing else, make a list of them.
LISTED = 3


def speaks_at_large(around: str, enough: int = ENOUGH) -> bool:
    """Whether a text teaches or explains: it supposes, generalises or instructs, and names no document and nobody."""
    lower_around = PRINTED_BESIDE.without(around).lower()
    if sum(sign.found(lower_around) is not None for sign in AT_LARGE) < enough:
        return False
    return not names_one(EXAMPLES.without(around))


def is_settled(before: str, behind: str) -> bool:
    """Whether it is told that the matter came to a good end: it was saved all the same, or its ticket is closed."""
    ahead = SETTLED.found(before) or FORMER.found(before)
    if ahead and OPENED_AGAIN.found(before, ahead.end()):
        return False
    went_well = SETTLED.found(behind) or CLOSED.found(behind) or WENT_WELL.found(behind[:OUTCOME])
    return bool((ahead or went_well) and not AGAIN.found(behind))


def is_answered(line_before: str, behind: str) -> bool:
    """Whether the words stand in a question that is answered right behind it: `Why ..? Because ..`."""
    return bool(ANSWERED.found(behind.lower()) and WHY.found(line_before.lower()))


def is_planned(head: str, line: str) -> bool:
    """Whether the words are what a test expects, a change of a list, a sign's meaning, or a page's heading."""
    ahead = EXPECTED.found(head.lower()) or NOT_FOR_REAL.found(head)
    return bool(
        ahead
        or CHANGE.found(line)
        or LEGEND.found(line)
        or STORY.found(line.lower())
        or HEADING.found(line[len(head) :])
    )


def is_code_in_a_column(before: str, line: str, behind: str) -> bool:
    """Whether the line is one of several that hold a code and its name each, and nothing else."""
    # Words that run on into the next line's first word are judged by their own line.
    line, *more = line.split("\n")
    behind = "\n".join((*more, behind) if more else (behind,))
    behind = behind if behind.startswith("\n") or not more else "\n" + behind
    if not CODE_AND_NAME.found(line):
        return False
    above, below = before.split("\n")[:-1], behind.split("\n")[1:]
    codes = {*_run((line,)), *_run(reversed(above)), *_run(below)}
    return len(codes) >= LISTED


def is_row_of_rising_codes(before: str, line: str, behind: str) -> bool:
    """Whether the line is one of several rows that stand one below another by their codes, as in a table of all."""
    rows = (*before.split("\n")[:-1][-LISTED:], line, *behind.split("\n")[1 : 1 + LISTED])
    if not ROW_OF_A_CODE.found(line) or any(names_a_paper(row) for row in rows):
        return False
    codes = [int(found.group("code")) for row in rows if (found := ROW_OF_A_CODE.found(row))]
    return len(codes) >= LISTED and all(one < other for one, other in pairwise(codes))


def is_step(before: str, line: str) -> bool:
    """Whether the line is what a described scenario comes to: `Given ..`, `When ..`, `Then ..`."""
    return bool(THEN.found(line.lower()) and GIVEN.found(before.lower()))


def is_handled(before: str) -> bool:
    """Whether the words are an item of a list under a name that says what a program does with such errors."""
    return before.rstrip("\"'# 0123456789").endswith("-") and bool(HANDLED.found(before.lower()))


def is_item_of_a_list(before: str, line: str, behind: str) -> bool:
    """Whether the line is one of several items that are a few words each, and name nothing."""
    if not SHORT_ITEM.found(line):
        return False
    above, below = before.split("\n")[:-1][-LISTED:], behind.split("\n")[1 : 1 + LISTED]
    return sum(SHORT_ITEM.found(other) is not None for other in (*above, *below)) >= LISTED - 1


def _run(lines: Iterable[str]) -> Iterator[str]:
    """The codes of the first lines that are a code and its name each."""
    for line in lines:
        entry = CODE_AND_NAME.found(line)
        if entry is None:
            return
        yield entry.group("code")
