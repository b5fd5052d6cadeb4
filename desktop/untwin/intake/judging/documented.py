"""Knows an error that documentation shows: a sample answer, a row of a table of advice, a text to be filled in."""

from untwin.intake.judging.signs.shown import (
    CALLED_A_SAMPLE,
    CHOICES,
    FILLED_IN_LATER,
    KEPT_UNDER_ITS_NAME,
    NAMED_AN_EXAMPLE,
    ROW_OF_ADVICE,
    STATUS_AND_ANSWER,
)

# How far before the words the opening of a sample is looked for.
BEFORE = 400


def is_shown(before: str, line: str) -> bool:
    """Whether documentation shows the error that stands on `line`, in lower case, `before` being all before it.

    It is shown as a sample, in a table of advice, among choices, or with a place that is filled in later.
    """
    offered = FILLED_IN_LATER.found(line) or CHOICES.found(line) or ROW_OF_ADVICE.found(line)
    return bool(offered) or _is_sample(before[-BEFORE:])


def _is_sample(window: str) -> bool:
    """Whether the words stand in an answer that documentation shows."""
    called = CALLED_A_SAMPLE.found(window) or STATUS_AND_ANSWER.found(window) or KEPT_UNDER_ITS_NAME.found(window)
    return bool(called) or _is_value_of_an_example(window)


def _is_value_of_an_example(window: str) -> bool:
    """Whether the words stand below a name such as `example:`, further in than it."""
    if not NAMED_AN_EXAMPLE.may_stand_in(window.lower()):
        return False
    last = window.rpartition("\n")[2]
    indent = len(last) - len(last.lstrip(" "))
    return any(len(found.group("indent")) < indent for found in NAMED_AN_EXAMPLE.compiled.finditer(window))
