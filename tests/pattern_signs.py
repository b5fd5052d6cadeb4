"""Tells whether whatever a pattern fits must hold one of some signs, by taking the pattern apart."""

import importlib
from collections.abc import Iterable, Sequence
from typing import Any

from untwin.intake.marking.guarded import Guarded

_PARSER: Any = importlib.import_module("re._parser")
# More spellings of one place are not followed.
SPELLINGS = 600


def unguarded(one: Guarded) -> list[str]:
    """The first few spellings of alternatives that hold none of the signs; none if the signs are complete."""
    return _missing(_PARSER.parse(one.pattern.pattern, one.pattern.flags), one.signs)


def _missing(parts: Iterable[Any], signs: Sequence[str]) -> list[str]:
    """What of a sequence holds no sign; one part whose every spelling holds one is enough."""
    least: list[str] | None = None
    run = [""]
    for operation, argument in [*parts, ("END", None)]:
        spelt = _spellings([(operation, argument)])
        if spelt is not None and len(run) * len(spelt) <= SPELLINGS:
            run = [before + after for before in run for after in spelt]
            continue
        inside = _missing_inside(str(operation), argument, signs)
        for missing in ([spelling for spelling in run if not any(sign in spelling for sign in signs)], inside):
            if missing is not None and (least is None or len(missing) < len(least)):
                least = missing
        run = [""]
    return least or []


def _missing_inside(operation: str, argument: Any, signs: Sequence[str]) -> list[str] | None:
    if operation == "SUBPATTERN":
        return _missing(argument[3], signs)
    if operation == "BRANCH":
        return [spelling for branch in argument[1] for spelling in _missing(branch, signs)]
    if operation.endswith("REPEAT") and argument[0]:
        return _missing(argument[2], signs)
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
