"""Takes patterns apart: whether whatever one fits must hold one of some pieces, and which alternatives it has."""

import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

_PARSER: Any = importlib.import_module("re._parser")
# More spellings of one place are not followed.
SPELLINGS = 600


def holding_none(pattern: re.Pattern[str], pieces: Sequence[str]) -> list[str]:
    """The first few spellings that a pattern can fit and that hold none of the pieces."""
    return _missing(_PARSER.parse(pattern.pattern, pattern.flags), pieces)


def alternatives(pattern: str) -> list[str]:
    """One pattern for each alternative that is no plain word: of the outermost choice that a pattern offers."""
    front, choices, rest = "", _divided(pattern), ""
    if len(choices) == 1:
        front, choices, rest = _longest_choice(pattern)
    plain = re.compile(r"(?:[\w' -]|(?<=\w)[.?])*")
    return [f"{front}(?:{choice}){rest}" for choice in choices if not plain.fullmatch(choice)]


def _divided(pattern: str) -> list[str]:
    """The parts of a pattern between the bars that stand in no bracket."""
    parts, since = [], 0
    for at, sign, depth in _walked(pattern):
        if sign == "|" and depth == 0:
            parts.append(pattern[since:at])
            since = at + 1
    return [*parts, pattern[since:]]


def _longest_choice(pattern: str) -> tuple[str, list[str], str]:
    """What stands before the longest choice in brackets, its alternatives, and what stands behind it."""
    best, opened = (0, 0), 0
    for at, sign, depth in _walked(pattern):
        if sign == "(" and depth == 0:
            opened = at
        elif sign == ")" and depth == 1 and pattern.startswith("(?:", opened) and at - opened > best[1] - best[0]:
            best = (opened, at)
    start, end = best
    if not end or pattern[end + 1 : end + 2] in ("?", "{", "*", "+"):
        return "", [pattern], ""
    return pattern[:start], _divided(pattern[start + 3 : end]), pattern[end + 1 :]


def _walked(pattern: str) -> Iterator[tuple[int, str, int]]:
    """The brackets and bars of a pattern that are its own, each with how many brackets are open before it."""
    depth, at, inside = 0, 0, 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 2
            continue
        if inside:
            # A bracket that closes right behind the opening one is a member of the set.
            inside = 0 if sign == "]" and pattern[inside:at] not in ("", "^") else inside
        elif sign == "[":
            inside = at + 1
        elif sign in "(|)":
            yield at, sign, depth
            depth += {"(": 1, "|": 0, ")": -1}[sign]
        at += 1


def _missing(parts: Iterable[Any], pieces: Sequence[str]) -> list[str]:
    """What of a sequence holds no piece; one part whose every spelling holds one is enough."""
    least: list[str] | None = None
    run = [""]
    for operation, argument in [*parts, ("END", None)]:
        spelt = _spellings([(operation, argument)])
        if spelt is not None and len(run) * len(spelt) <= SPELLINGS:
            run = [before + after for before in run for after in spelt]
            continue
        inside = _missing_inside(str(operation), argument, pieces)
        for missing in ([spelling for spelling in run if not any(piece in spelling for piece in pieces)], inside):
            if missing is not None and (least is None or len(missing) < len(least)):
                least = missing
        run = [""]
    return least or []


def _missing_inside(operation: str, argument: Any, pieces: Sequence[str]) -> list[str] | None:
    if operation == "SUBPATTERN":
        return _missing(argument[3], pieces)
    if operation == "BRANCH":
        return [spelling for branch in argument[1] for spelling in _missing(branch, pieces)]
    if operation.endswith("REPEAT") and argument[0]:
        return _missing(argument[2], pieces)
    return None


def _spellings(parts: Iterable[Any]) -> list[str] | None:
    """All that a sequence can be; None if that is open."""
    run = [""]
    for operation, argument in parts:
        more = _spelt(str(operation), argument)
        if more is None or len(run) * len(more) > SPELLINGS:
            return None
        run = [before + after for before in run for after in more]
    return run


def _spelt(operation: str, argument: Any) -> list[str] | None:
    if operation == "LITERAL":
        return [chr(argument).lower()]
    if operation in ("AT", "ASSERT", "ASSERT_NOT"):
        return [""]
    if operation == "IN":
        plain = all(str(sort) == "LITERAL" for sort, _ in argument)
        return [chr(one).lower() for _, one in argument] if plain else None
    if operation == "SUBPATTERN":
        return _spellings(argument[3])
    if operation == "BRANCH":
        all_of_them = [_spellings(branch) for branch in argument[1]]
        return None if None in all_of_them else [one for own in all_of_them for one in own or ()]
    if operation == "MAX_REPEAT" and argument[0] == 0 and argument[1] == 1:
        once = _spellings(argument[2])
        return None if once is None else ["", *once]
    return None
