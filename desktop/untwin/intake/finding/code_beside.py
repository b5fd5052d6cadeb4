"""Finds the code that stands beside an error's words: in front, behind, amid them in brackets, or below a trace."""

import re

from untwin.domain.errors.fault_codes import KNOWN_ALONE
from untwin.domain.errors.fault_words import classify
from untwin.domain.errors.faults import FaultKind
from untwin.intake.finding.signs.codes import (
    CODE_ALONE,
    CODE_BEFORE,
    CODE_BEHIND,
    CODE_BELOW_TRACE,
    CODE_ENDS_LINE,
    CODE_FIRST,
    CODE_INSIDE,
    CODE_OF_THE_ERROR,
    CODE_RIGHT_BEFORE,
    SUBJECT_BEFORE,
    THREE_DIGITS,
)
from untwin.intake.finding.signs.extent import CLOSES_A_RECORD
from untwin.intake.marking.group import Group
from untwin.intake.marking.marks import What

# How far behind the words their code may stand alone.
BESIDE = 12
# How long the word is with which an error's words may end.
ERROR = len("error")


def with_code_beside(text: str, start: int, end: int, group: Group) -> tuple[int, int, str | None]:
    """The extent with a bare code in front or behind (`6140 - Duplicate ...`), if it is a code of this very kind.

    `start` and `end` are the extent of the group's words in the text; the code is without its zeros.
    """
    in_front, code = _with_code_in_front(text, start, group)
    if code:
        return in_front, end, code
    behind, code = _with_code_behind(text, end, group)
    if code:
        return start, behind, code
    if inside := code_inside(text, start, end, group):
        return start, end, inside
    return with_code_alone(text, start, end, group)


def _with_code_in_front(text: str, start: int, group: Group) -> tuple[int, str | None]:
    own = CODE_FIRST.found(text, start)
    if own and own.end() <= group.start and _fits(own.group("code"), group):
        return start, own.group("code").lstrip("0")
    subject = SUBJECT_BEFORE.found(text[max(0, group.start - 12) : group.start])
    for at in (start, group.start, group.start - len(subject.group() if subject else "")):
        if in_front := code_in_front(text, at, group):
            return min(start, in_front[0]), in_front[1]
    own_code = CODE_RIGHT_BEFORE.found(text[max(0, group.start - 30) : group.start])
    right_before = own_code is not None and classify("", own_code.group("code")) is group.kind
    return start, own_code.group("code") if own_code and right_before else None


def _with_code_behind(text: str, end: int, group: Group) -> tuple[int, str | None]:
    if behind := code_behind(text, end, group):
        return behind.end(), behind.group("code").lstrip("0")
    if traced := code_below_trace(text, end, group):
        closing = CLOSES_A_RECORD.found(text, traced.end("code"))
        return closing.end() if closing else traced.end("code"), traced.group("code")
    at_end = CODE_ENDS_LINE.found(text, end)
    fits = at_end is not None and _fits(at_end.group("code"), group)
    return (at_end.end(), at_end.group("code")) if at_end and fits else (end, None)


def with_code_alone(text: str, start: int, end: int, group: Group) -> tuple[int, int, str | None]:
    """The extent with the very code of this kind as a bare number amid the words, or next to them on their line."""
    since = max(start - BESIDE, text.rfind("\n", max(0, start - BESIDE), start) + 1, 0)
    line_end = text.find("\n", end, end + BESIDE)
    until = min(len(text), end + BESIDE if line_end < 0 else line_end)
    for found in CODE_ALONE.compiled.finditer(text, since, until):
        between = text[found.end() : start] + text[end : found.start()]
        if _is_its_own(found.group("code"), group) and not any(c.isalnum() for c in between):
            return min(start, found.start()), max(end, found.end()), found.group("code").lstrip("0")
    return start, end, None


def _is_its_own(code: str, group: Group) -> bool:
    """Whether a number is the code of this very kind, and not only one of a range that it may come from."""
    digits = code.lstrip("0")
    # 2020 is a year, too.
    known = digits in KNOWN_ALONE or (digits == "2020" and group.kind is FaultKind.MISSING_CUSTOMER)
    return known and _fits(digits, group)


def code_in_front(text: str, at: int, group: Group) -> tuple[int, str] | None:
    """Where a code of this kind stands in front of a place, and the code: `6140 - ..`."""
    window = max(0, at - 80)
    found = CODE_BEFORE.found(text[window:at]) if THREE_DIGITS.found(text, window, at) else None
    fits = found and _fits(found.group("code"), group)
    return (window + found.start("code"), found.group("code").lstrip("0")) if found and fits else None


def code_inside(text: str, start: int, end: int, group: Group) -> str | None:
    """The code that stands in brackets amid the error's words, from `start` to `end`."""
    inside = (own.group("code") for own in CODE_INSIDE.compiled.finditer(text, start, end))
    return next((code for code in inside if _fits(code, group)), None)


def code_below_trace(text: str, end: int, group: Group) -> re.Match[str] | None:
    """The code that what was thrown carries, below the lines of where that was."""
    traced = CODE_BELOW_TRACE.found(text, end)
    return traced if traced and _fits(traced.group("code"), group) else None


def code_behind(text: str, end: int, group: Group) -> re.Match[str] | None:
    """The code that stands right behind the error's words."""
    behind = CODE_BEHIND.found(text, end) or CODE_OF_THE_ERROR.found(text, max(0, end - ERROR))
    return behind if behind and not group.code and _fits(behind.group("code"), group) else None


def _fits(code: str, group: Group) -> bool:
    kind = group.kind or group.faint or (FaultKind.DUPLICATE_DOC_NUMBER if group.tail else None)
    digits = code.lstrip("0")
    if kind is None and What.TITLE in group.seen:
        return classify("", digits) in _TITLED
    return kind is not None and (classify("", digits) is kind or digits in _ALSO.get(kind, ()))


# What an opening that says no kind may come to.
_TITLED = (FaultKind.VALIDATION, FaultKind.OBJECT_NOT_FOUND, FaultKind.INVALID_REFERENCE)
# Codes that are printed beside a kind's words as well, by mistake or because they stand for many things.
_ALSO = {
    FaultKind.DUPLICATE_DOC_NUMBER: ("6210", "6240"),
    FaultKind.DUPLICATE_NAME: ("3100",),
    FaultKind.NUMBER_TOO_LONG: ("2050", "6000"),
    FaultKind.MISSING_CUSTOMER: ("2020", "6000"),
    FaultKind.SERVICE_DATE_REQUIRED: ("6000",),
    FaultKind.AUTH: ("5020",),
    FaultKind.EXTERNAL_MODIFICATION: ("6000",),
}
