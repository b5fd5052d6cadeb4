"""Tells whether two lines of a log that follow each other were written at the same second."""

import re

from untwin.intake.judging.sign import Sign


def in_one_second(text: str, places: tuple[int, int], head: Sign, reach: int) -> re.Match[str] | None:
    """The head of the first place's line, if the line below the second place begins with the same time.

    `head` finds the `time` where a line begins, which is looked for no further back than `reach` characters.
    """
    first, end = places
    start = text.rfind("\n", max(0, first - reach), first) + 1
    logged, again = (head.found(text, at) for at in (start, text.index("\n", end) + 1))
    return logged if logged and again and logged.group("time") == again.group("time") else None
