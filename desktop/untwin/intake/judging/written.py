"""Knows by the raw text that a programmer wrote what stands at a place: a comment, a statement, a shown tag."""

from untwin.intake.judging.signs.written import (
    ABOVE_A_CALL,
    BEHIND_A_DECLARATION,
    BELOW_A_TEST,
    CHANGED_LINE,
    CLOSES_A_DESCRIPTION,
    COMMENT,
    COMMENT_ENDS,
    DEFINED,
    DOCSTRING,
    HEADS_A_CLASS,
    LEADER,
    OPENS_A_DESCRIPTION,
    PROGRAM_BESIDE,
    REMARK,
    SHOWN_SOMETIMES,
    STATEMENT,
    TRACE,
    VALUE_SET_IN,
)

# How far around a place its line and its neighbours are looked for.
NEAR = 300
# How far before a place the tag ends that shows it.
CLOSE = 40
# How far before a place the head of a list of changes is looked for.
CHANGES = 1_200
# One of these stands in each statement.
_MARKS = ("(", ";", "//")


def is_written(raw: str, at: int) -> bool:
    """Whether a programmer wrote what stands at `at`: in a comment, amid statements, behind a tag shown on a condition.

    It is asked of the raw text: a view has lost what heads comments, and all tags.
    """
    near = max(0, at - NEAR)
    start = max(near, raw.rfind("\n", near, at) + 1)
    if BELOW_A_TEST.found(raw, near, at) or _is_headed(raw, near, start, at) or _is_in_a_description(raw, near, at):
        return True
    if CHANGED_LINE.found(raw[max(0, at - CHANGES) : at]) or _is_in_a_class(raw, near, start, at):
        return True
    stop = raw.find("\n", at, at + NEAR)
    end = stop if stop >= 0 else min(len(raw), at + NEAR)
    if BEHIND_A_DECLARATION.found(raw[start:end]) or DOCSTRING.found(raw, start, end):
        return True
    if ABOVE_A_CALL.found(raw, start, end + NEAR):
        return True
    if _is_in_a_block_of_comments(raw, start, end):
        return True
    return _is_asked_by_a_heading(raw, start, end) or _is_statement(raw, start, end)


def _is_headed(raw: str, near: int, start: int, at: int) -> bool:
    """Whether a comment begins before the place, or a tag that is shown on a condition."""
    return bool(COMMENT.found(raw, start, at) or REMARK.found(raw, near, at)) or _is_shown_sometimes(raw, near, at)


def _is_in_a_description(raw: str, near: int, at: int) -> bool:
    """Whether it stands in a description of several lines, in a program or in a list of terms."""
    if DEFINED.found(raw, near, at):
        return True
    # Asked first whether it is closed: most texts hold no such quotes at all.
    return bool(CLOSES_A_DESCRIPTION.found(raw[at : at + NEAR]) and OPENS_A_DESCRIPTION.found(raw, near, at))


def _is_in_a_class(raw: str, near: int, start: int, at: int) -> bool:
    """Whether it is a value that is set in below the head of a program's class."""
    if not VALUE_SET_IN.found(raw[start:at]):
        return False
    indent = _indent(raw[start:at])
    above = (line for line in reversed(raw[near:start].split("\n")) if line.strip() and _indent(line) < indent)
    return bool(HEADS_A_CLASS.found(next(above, "")))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_shown_sometimes(raw: str, near: int, at: int) -> bool:
    tagged = raw[max(0, at - CLOSE) : at].rstrip()[-1:] == ">"
    return tagged and bool(SHOWN_SOMETIMES.found(raw, near, at))


def _is_in_a_block_of_comments(raw: str, start: int, end: int) -> bool:
    """Whether the line and one beside it begin with what only heads comments when it heads two lines."""
    leader = LEADER.found(raw, start, end)
    if not leader or (leader.group("sign") == "*" and not COMMENT_ENDS.found(raw, max(0, start - NEAR), end + NEAR)):
        return False
    above = raw[raw.rfind("\n", 0, max(0, start - 1)) + 1 : start] if start else ""
    others = [other for line in (above, raw[end + 1 : end + 1 + NEAR]) if (other := LEADER.found(line))]
    # Two headings begin with capitals at the margin; a remark is set in, or goes on in the midst of a sentence.
    goes_on = any(one.group("sign") != "#" or one.group("indent") or one.group("goes_on") for one in (leader, *others))
    return goes_on and any(other.group("sign") == leader.group("sign") for other in others)


def _is_asked_by_a_heading(raw: str, start: int, end: int) -> bool:
    return raw.startswith("#", start) and raw[start:end].rstrip(" \r*").endswith("?")


def _is_statement(raw: str, start: int, end: int) -> bool:
    """Whether the line is a statement, and one of those around it is a program's too."""
    if not any(mark in raw[start:end] for mark in _MARKS) or not STATEMENT.found(raw, start, end):
        return False
    around = raw[max(0, start - NEAR) : end + NEAR]
    return bool(PROGRAM_BESIDE.found(around)) and not TRACE.found(around)
