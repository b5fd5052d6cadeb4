"""Knows whether a place in a text stands inside a program's source: in a call, an assigned value or a block of code."""

from collections.abc import Iterator
from itertools import islice

from untwin.intake.judging.signs.source_places import (
    ARGUMENTS,
    BLOCK,
    BRACKET,
    BRANCH_GOES_ON,
    CALLED,
    CHOSEN,
    DEFAULT,
    GIVEN_BACK,
    HALT,
    HANDED_BACK,
    IN_PIECES,
    JOINED,
    MADE,
    MAY_BE_SOURCE,
    MOCKED,
    NAMED,
    OPENS_A_RECORD,
    PRINTED,
    TEMPLATE,
)

# How far back the brackets around a place are followed, and how much of a line is read before each.
REACH = 900
LEAD = 100
# How many brackets around a place are looked at; a text of nothing but brackets has hundreds.
DEPTH = 8
# How far back the line that hands a text back begins.
NEAR = 240
# How far before a text the bracket around its pieces opens, and how far behind it the source goes on.
PIECES = 320
BESIDE = 160
# A quote, then an article.
ARTICLED = 6
_ENDS_A_NAME = ("=", ":")
_OPENERS = "([{"


def in_source(text: str, at: int, end: int, *, handed: bool) -> bool:
    """Whether what stands from `at` to `end` was written into a program, not printed by one.

    `handed` tells whether what is only handed to a function counts, as in `alert("..`.

    The brackets that are open there are followed outwards: a value that is handed to a function, returned, or given a
    name is source; a record that a program printed is headed by nothing, or by what printed it.
    """
    window = text[max(0, at - REACH) : at]
    if _is_given_back(window[-NEAR:]) or _is_pieced(window[-PIECES:], text[at : end + BESIDE]):
        return True
    if JOINED.found(text, end, end + BESIDE):
        return True
    if not any(opener in window for opener in _OPENERS) or not MAY_BE_SOURCE.found(window):
        return False
    window = _behind_quoted_source(window)
    indent = _indent(window, len(window))
    openers = islice(_open(window), DEPTH)
    return any(_heads_source(window, opener, indent, handed=handed) for opener in openers)


def _behind_quoted_source(window: str) -> str:
    """What stands behind the last caret or fence of a window."""
    if "^" not in window and "```" not in window:
        return window
    return window[max((found.end() for found in HALT.compiled.finditer(window)), default=0) :]


def _is_given_back(window: str) -> bool:
    """Whether a branch of a template, or a word that hands a text back, stands right before."""
    quoted = any(quote in window[-ARTICLED:] for quote in "\"'`/")
    return bool((quoted and GIVEN_BACK.found(window)) or HANDED_BACK.found(window))


def _is_pieced(before: str, behind: str) -> bool:
    """Whether a text is put together of pieces, or is a parameter's default: only a program's source has it so.

    `behind` begins with the text itself.
    """
    around = before + behind
    return bool(
        ("?" in around and CHOSEN.found(before))
        or ("(\n" in around and IN_PIECES.found(around))
        or (("{" in behind or "=(" in behind or "=%" in behind) and TEMPLATE.found(behind))
        or (")" in behind and DEFAULT.found(behind))
    )


def is_branch(behind: str) -> bool:
    """Whether what stands right behind a quoted text is how a program goes on: a condition, the arm of a choice."""
    return bool(BRANCH_GOES_ON.found(behind))


def _open(window: str) -> Iterator[int]:
    """The brackets that are open at the window's end, the innermost first."""
    depth = 0
    for found in reversed(list(BRACKET.compiled.finditer(window))):
        if found.group() in ")]}":
            depth += 1
        elif depth:
            depth -= 1
        else:
            yield found.start()


def _heads_source(window: str, opener: int, indent: int, *, handed: bool) -> bool:
    lead = window[max(0, opener - LEAD) : opener]
    if window[opener] == "(" and not NAMED.found(lead):
        return _is_called(lead, window[opener + 1 :], handed=handed)
    if _is_named(lead):
        return True
    # What a block holds is set in; what a program prints below a quoted line of its source is not.
    if window[opener] != "{" or indent <= _indent(window, opener) or OPENS_A_RECORD.found(window, opener + 1):
        return False
    return bool(BLOCK.found(lead))


def _is_called(lead: str, inside: str, *, handed: bool) -> bool:
    """Whether a bracket is that of a call, by what stands before it and in it."""
    if PRINTED.found(inside):
        return False
    return bool(MADE.found(lead) or (handed and CALLED.found(lead) and ARGUMENTS.found(inside)))


def _is_named(lead: str) -> bool:
    """Whether a bracket is the value of a name that only source has."""
    end = lead.rstrip()[-1:]
    return bool((end == "=" and NAMED.found(lead)) or (end in _ENDS_A_NAME and MOCKED.found(lead.lower())))


def _indent(window: str, at: int) -> int:
    line = window[window.rfind("\n", 0, at) + 1 :]
    return len(line) - len(line.lstrip(" \t"))
