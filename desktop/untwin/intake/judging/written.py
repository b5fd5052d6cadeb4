"""Knows by the raw text that a programmer wrote what stands at a place: a comment, a statement, a shown tag."""

import re

# How far around a place its line and its neighbours are looked for.
NEAR = 300
# How far before a place the tag ends that shows it.
CLOSE = 40


def is_written(raw: str, at: int) -> bool:
    """Whether a programmer wrote what stands at `at`: in a comment, amid statements, behind a tag shown on a condition.

    It is asked of the raw text: a view has lost what heads comments, and all tags.
    """
    near = max(0, at - NEAR)
    start = max(near, raw.rfind("\n", near, at) + 1)
    shown = raw[max(0, at - CLOSE) : at].rstrip()[-1:] == ">"
    if _COMMENT.match(raw, start, at) or _REMARK.search(raw, near, at) or (shown and _CONDITION.search(raw, near, at)):
        return True
    found = raw.find("\n", at, at + NEAR)
    end = found if found >= 0 else min(len(raw), at + NEAR)
    if _DOCSTRING.fullmatch(raw, start, end):
        return True
    if _is_in_a_block_of_comments(raw, start, end) or _ABOVE_A_CALL.match(raw, start, end + NEAR):
        return True
    return _is_asked_by_a_heading(raw, start, end) or _is_statement(raw, start, end)


def _is_in_a_block_of_comments(raw: str, start: int, end: int) -> bool:
    """Whether the line and one beside it begin with what only heads comments when it heads two lines."""
    leader = _LEADER.match(raw, start, end)
    if not leader or (leader.group("sign") == "*" and not _ENDS.search(raw, max(0, start - NEAR), end + NEAR)):
        return False
    above = raw[raw.rfind("\n", 0, max(0, start - 1)) + 1 : start] if start else ""
    others = [other for line in (above, raw[end + 1 : end + 1 + NEAR]) if (other := _LEADER.match(line))]
    # Two headings begin with capitals at the margin; a remark is set in, or goes on in the midst of a sentence.
    goes_on = any(one.group("sign") != "#" or one.group("indent") or one.group("goes_on") for one in (leader, *others))
    return goes_on and any(other.group("sign") == leader.group("sign") for other in others)


def _is_asked_by_a_heading(raw: str, start: int, end: int) -> bool:
    return raw.startswith("#", start) and raw[start:end].rstrip(" \r*").endswith("?")


def _is_statement(raw: str, start: int, end: int) -> bool:
    """Whether the line is a statement, and one of those around it is a program's too."""
    if not any(sign in raw[start:end] for sign in _SIGNS) or not _STATEMENT.fullmatch(raw, start, end):
        return False
    around = raw[max(0, start - NEAR) : end + NEAR]
    return bool(_BESIDE.search(around)) and not _TRACE.search(around)


_COMMENT = re.compile(r"[ \t]{0,40}(?:(?://(?!/)|/\*)[ \t]|(?:#|--|;)[ \t]{0,4}[\u2500\u2550=-]{2})")
# The ends of a comment whose lines begin with an asterisk, as the points of a list do.
_ENDS = re.compile(r"/\*|\*/")
_LEADER = re.compile(
    r"(?P<indent>[ ]{2,40}|\t{1,8})?[ \t]?(?P<sign>--|#|\*)"
    r"(?:[ \t]{1,8}(?P<goes_on>[\"'(]?[a-z])?|(?=[\r\n]))"
)
# A remark below the head of a branch: a `#` alone heads titles and log lines, too.
_REMARK = re.compile(
    r"(?:\A|\n)[ \t]{0,40}(?:if|elif|else|except|case|when|for|while|def|rescue)\b[^\n]{0,160}"
    r"\n[ \t]{1,40}#[ \t][^\n]*\Z"
)
# A line that is a description of what stands below it.
_DOCSTRING = re.compile(r"[ \t]{0,40}\"\"\"[^\"\n]{1,280}\"\"\"[ \t\r]{0,4}")
# A remark above a call that is set in as far as it.
_ABOVE_A_CALL = re.compile(r"(?P<indent>[ ]{4,80}|\t{1,8})# [^\n]{1,240}\n(?P=indent)[\w.]{2,60}(?:\(| = )[^\n]*[(\[{]")
_CONDITION = re.compile(
    r"<[^<>]{0,80}(?:\*ngif|v-(?:else-)?if|v-show|ng-(?:if|show)|x-(?:if|show)|th:if)=[^<>]{0,160}>\s{0,40}\Z"
    r"|<[^<>]{1,120}(?:\shidden\b|display: ?none)[^<>]{0,80}>\s{0,40}\Z"
    r"|&&\s{0,3}\(?\s{0,20}<[^<>]{0,120}>\s{0,40}\Z",
    re.IGNORECASE,
)
_SIGNS = ("(", ";", "//")
# A call with its arguments, what ends in a semicolon, a remark behind a value: no record is printed so.
_STATEMENT = re.compile(
    r"[ \t]{0,80}(?![\"'{\[ \t])(?:[^\n]{0,200}?[\w\])]\([^()\n]{0,160}[\"'][^\n]{0,300}\)[ \t;]{0,3}"
    r"|[^\n]{1,300}(?:;(?:[ \t]{1,8}//[ \t][^\n]{1,200})?|[\"'][ \t]//[ \t][^\n]{1,200}))\s{0,3}"
)
_BESIDE = re.compile(
    r"(?:^|\n)[ \t]{0,80}(?:(?:it|describe|test|context) [\"'(][^\n]{1,200}|(?:const|let|var|func|fn|def|class|import"
    r"|export|package|switch|match)\b[^\n]{0,200}[({:=;\"')]|(?:return|expect|assert)\b[^\n]{0,200}[;)({]|(?:end"
    r"|begin|exit|break);?|\}?\);?"
    r"|\};?)[ \t\r]{0,4}(?=\n|$)"
)
_TRACE = re.compile(r"\n[ \t]{1,12}at |Traceback|File \"|\^")
