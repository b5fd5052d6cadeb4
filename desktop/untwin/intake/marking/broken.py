"""Knows a text whose lines a terminal or a printer broke at one width, in the midst of words too."""

import re

# The longest line that is one of so many columns.
WIDEST = 300
NARROWEST = 20


def width_of(lower_text: str) -> int:
    """How long the lines are that go on without a blank on the next one; 0 where no word of ours is broken in two."""
    for rest in _GOES_ON.finditer(lower_text):
        line = lower_text.rfind("\n", max(0, rest.start() - WIDEST), rest.start()) + 1
        head = _LAST_WORD.search(lower_text, max(line, rest.start() - _LONGEST), rest.start())
        if head and head.group() + rest.group("rest") in _WORDS and rest.start() - line >= NARROWEST:
            return rest.start() - line
    return 0


def goes_on_behind(width: int) -> str:
    """The pattern of a line's end that stands behind so many characters and ends no word."""
    return rf"(?P<broken>(?<=^.{{{width}}})\r?\n)"


_WORDS = frozenset(
    ("docnumber", "txntype", "txnid", "assigned", "duplicate", "document", "number", "specify", "different", "already")
)
_LONGEST = max(map(len, _WORDS))
_GOES_ON = re.compile(r"\r?\n(?P<rest>[a-z]{1,9})(?=[ =.:])")
_LAST_WORD = re.compile(r"(?<![a-z])[a-z]{1,9}\Z")
