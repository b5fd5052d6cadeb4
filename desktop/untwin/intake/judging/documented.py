"""Knows an error that documentation shows: a sample answer, a row of a table of advice, a text to be filled in."""

from untwin.intake.judging.happened import names_a_paper, names_one
from untwin.intake.judging.signs.lists import TABLE_OF_A_TEST
from untwin.intake.judging.signs.shown import (
    ADVICE,
    ANSWER_TO_COME,
    ANSWERS_IN_A_LIST,
    BLANKS_IN_IT,
    CALLED_A_SAMPLE,
    CHOICES,
    FILLED_IN_LATER,
    LEFT_OUT,
    MESSAGE_OF_A_DIAGRAM,
    NAMED_AN_EXAMPLE,
    OF_A_CHANGELOG,
    REMEDY_BELOW,
    ROW_OF_ADVICE,
    SAMPLE,
    SAVED,
    SHOWN_BY_AN_ARTICLE,
)
from untwin.intake.judging.spot import Spot

# How far before the words the opening of a sample is looked for.
BEFORE = 400
# How far beside them the lines of a list.
BESIDE = 160


def is_shown_by_an_article(spot: Spot) -> bool:
    """Whether the error stands between two headings of an article: its symptoms above, the cause or remedy below.

    Even one that names its document; but nobody speaks there of a document or of themselves.
    """
    before, behind = spot.before(BEFORE), spot.behind(BEFORE)
    if not (SHOWN_BY_AN_ARTICLE.found(before) and REMEDY_BELOW.found(behind)):
        return False
    return not names_one(f"{before} \u2026 {behind}")


def is_shown(spot: Spot) -> bool:
    """Whether documentation shows the error.

    It is shown as a sample, in a table of advice, among choices, or with a place that is filled in later.
    """
    head, line, window = spot.around[0].lower(), spot.small_line, spot.before(BEFORE)
    if SAVED.found(window) or LEFT_OUT.found(spot.around[1]) or ANSWER_TO_COME.found(window):
        return True
    if CALLED_A_SAMPLE.found(window):
        return True
    if spot.group.envelope:
        return False
    if BLANKS_IN_IT.found(spot.around[1]):
        return True
    if (
        SAMPLE.found(window)
        or TABLE_OF_A_TEST.found(window)
        or ROW_OF_ADVICE.found(line)
        or _is_value_of_an_example(window)
    ):
        return True
    if ADVICE.found(spot.line) and _is_beside_advice(window, spot.behind(BEFORE)):
        return True
    beside = f"{window[-BESIDE:]}{spot.around[1]}{spot.behind(BESIDE)}"
    offered = (
        (spot.of_number and ANSWERS_IN_A_LIST.found(beside))
        or (CHOICES.found(line) and "a)" in head)
        or FILLED_IN_LATER.found(line)
        or MESSAGE_OF_A_DIAGRAM.found(spot.line)
        or OF_A_CHANGELOG.found(window)
    )
    return bool(offered) and not names_a_paper(spot.line)


def _is_beside_advice(before: str, behind: str) -> bool:
    """Whether the line above or the one below is an item of advice as well."""
    above, below = before.split("\n")[:-1], behind.split("\n")[1:]
    return any(ADVICE.found(line) for line in (*above[-1:], *below[:1]))


def _is_value_of_an_example(window: str) -> bool:
    """Whether the words stand below a name such as `example:`, further in than it."""
    if not NAMED_AN_EXAMPLE.may_stand_in(window.lower()):
        return False
    last = window.rpartition("\n")[2]
    indent = len(last) - len(last.lstrip(" "))
    return any(len(found.group("indent")) < indent for found in NAMED_AN_EXAMPLE.compiled.finditer(window))
