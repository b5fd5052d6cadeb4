"""Knows whether a place in a text stands inside a program's source: in a call, an assigned value or a block of code."""

import re
from collections.abc import Iterator
from itertools import islice

from untwin.intake.marking.guarded import guarded

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


def in_source(text: str, at: int, end: int, *, handed: bool) -> bool:
    """Whether what stands from `at` to `end` was written into a program, not printed by one.

    `handed` tells whether what is only handed to a function counts, as in `alert("..`.

    The brackets that are open there are followed outwards: a value that is handed to a function, returned, or given a
    name is source; a record that a program printed is headed by nothing, or by what printed it.
    """
    window = text[max(0, at - REACH) : at]
    if _is_given_back(window[-NEAR:]) or _is_pieced(window[-PIECES:], text[at : end + BESIDE]):
        return True
    if _JOINED.match(text, end, end + BESIDE):
        return True
    if not (_SIGN.search(window) or _WORD.search(window)):
        return False
    if "^" in window or "```" in window:
        window = window[max((found.end() for found in _HALT.finditer(window)), default=0) :]
    indent = _indent(window, len(window))
    openers = islice(_open(window), DEPTH)
    return any(_heads_source(window, opener, indent, handed=handed) for opener in openers)


def _is_given_back(window: str) -> bool:
    """Whether a branch of a template, or a word that hands a text back, stands right before."""
    handed = any(quote in window[-_ARTICLED:] for quote in "\"'`/") and _GIVEN_BACK.search(window)
    return bool(handed or _BRANCH.search(window) or _CONSTANT.search(window))


def _is_pieced(before: str, behind: str) -> bool:
    """Whether a text is put together of pieces, or is a parameter's default: only a program's source has it so.

    `behind` begins with the text itself.
    """
    around = before + behind
    return bool(
        ("?" in around and _CHOSEN.search(before))
        or ("(\n" in around and _IN_PIECES.search(around))
        or (("{" in behind or "=(" in behind) and _TEMPLATE.search(behind))
        or (")" in behind and _DEFAULT.match(behind))
    )


def is_branch(behind: str) -> bool:
    """Whether what stands right behind a quoted text is how a program goes on: a condition, the arm of a choice."""
    return bool(_GOES_ON.match(behind))


def _open(window: str) -> Iterator[int]:
    """The brackets that are open at the window's end, the innermost first."""
    depth = 0
    for found in reversed(list(_BRACKET.finditer(window))):
        if found.group() in ")]}":
            depth += 1
        elif depth:
            depth -= 1
        else:
            yield found.start()


def _heads_source(window: str, opener: int, indent: int, *, handed: bool) -> bool:
    lead = window[max(0, opener - LEAD) : opener]
    inside = window[opener + 1 :]
    if window[opener] == "(" and not _NAMED.search(lead):
        return bool(_MADE.search(lead) or (handed and _CALLED.search(lead) and _ARGUMENTS.match(inside)))
    end = lead.rstrip()[-1:]
    if (end == "=" and _NAMED.search(lead)) or (end in _ENDS_A_NAME and _MOCKED.search(lead.lower())):
        return True
    # What a block holds is set in; what a program prints below a quoted line of its source is not.
    return window[opener] == "{" and indent > _indent(window, opener) and bool(_BLOCK.search(lead))


def _indent(window: str, at: int) -> int:
    line = window[window.rfind("\n", 0, at) + 1 :]
    return len(line) - len(line.lstrip(" \t"))


# Each begins with what is rare in a text: the search passes over all else in one go.
_SIGN = re.compile(
    r"[(\"'=>)&](?:(?<=[\w$]\()|(?<=[\"']): ?[{\[]|(?<=[=>])\s{0,4}[({\[]|(?<=\))\s?\{|(?<=&)&|(?<==)\s?\{)"
)
_WORD = guarded("uniqueness: |return|else|try", r"\b(?:uniqueness: |(?:return|else|try)\b)")
# `"Detail": (`, and its text on the next lines; a number that is yet to be filled in.
_IN_PIECES = re.compile(r"[:=]\s?\(\n\s{1,80}[\"']")
# `found ? "`, and `found ? null : "`, where something is given a value.
_CHOSEN = re.compile(
    r"(?:[=:(,]|=>|\breturn)\s{0,3}[!(]{0,2}\$?[A-Za-z_][\w.$()\[\]'\"!=<> -]{0,60}\s{1,20}\?\s{0,20}"
    r"(?:[\w.()\"'{}\[\] -]{1,60}\s{1,20}:\s{1,20})?[\"'`](?i:[^\"'`\n:]{0,40}: )?(?i:(?:an?|the|this|that|your"
    r"|you) )?\Z"
)
# `" already exists as Id " + existing.Id`: what is printed has the value there.
_JOINED = re.compile(r"[^\"'\n]{0,160}[\"']\s{0,80}(?:[+&]\s{1,3}|\.\s{1,3}\$)[A-Za-z_][\w.]{1,60}(?:[\s+&.;,()\[]|\Z)")
_TEMPLATE = re.compile(r"docnumber ?= ?[\"']?(?:\$\{|\{\{|#\{|\((?:\.|\\|\[\^))", re.IGNORECASE)
_GOES_ON = re.compile(
    r"[.!]?(?:\\n)?[\"'`](?:[)}\]]{1,3}\s?[-=]>|\s(?:if|unless) [$@\w(!]|\s(?:when|else) '|\send\b\W{0,3}(?:\Z"
    r"|\n)|\s?:\s(?:null|none|nil|\"\"|''))"
    r"|[.!]?(?:\\n)?[\"'`]\)?;\s{0,3}(?:\Z|\n|end\b|\})",
    re.IGNORECASE,
)
_DEFAULT = re.compile(r"[^\"'`\n]{0,200}[\"'`]\)\s?=>")
_BRACKET = re.compile(r"[()\[\]{}]")
# Source ends here: the caret under a quoted line, a fence.
_HALT = re.compile(r"\n[ \t]{0,40}\^{1,20}[ \t]{0,4}\n|```")
# `new Fault(`, a decorator, a dialog of Basic.
_MADE = re.compile(
    r"(?:\b(?:new|return|await|raise|throw)\s{1,3}[\w.:]{1,60}(?:<[^<>\n]{0,40}>)?|@[a-z][\w.]{1,40}"
    r"|(?<!=)#?\[[A-Za-z]\w{2,30}"
    r"|\b(?:msgbox"
    r"|messagebox\.show"
    r"|conflict|badrequest"
    r"|swal\.fire|nextresponse\.json|t\.fatalf?|t\.errorf?|fmt\.\w{3,10}|errors\.new|\w{0,12}constraint)) ?\Z",
    re.IGNORECASE,
)
# A function's name; what prints records heads them by the names of types.
_CALLED = re.compile(
    r"(?:^|[^\w$@])(?!(?:array|object|string|int|float|bool|list|dict|set|tuple|errors?|exception|fault|failed|failure"
    r"|code|status|http|qbo|quickbooks|reason|and|or|in|on|by|for|to|is|error_code|message|detail)\Z)"
    r"(?:[\w$]{1,40}(?:\.|->|::))*[a-z_$][\w$]{0,40}\Z"
)
_ARGUMENTS = re.compile(
    r"\s{0,80}(?:[{\[]|[rfbu@$]?[\"'`]|\w[\w.]{0,30},\s{0,4}[rfbu@$]?[\"'`{\[]|[\w?.]{1,40} \|\|"
    r"|(?:\w[\w.]{0,30},\s{0,4}){1,4}(?:json|body|data)=)"
)
_ENDS_A_NAME = ("=", ":")
_NAMED = re.compile(
    r"(?:\b(?:const|let|var|val|final|static|readonly|private|public|def|auto)\s[^\n;=]{0,80}=|(?:^"
    r"|\n)[ \t]{0,40}\$(?!VAR\d)\w{1,40} ="
    r"|(?:^|\n)[ \t]{0,40}_?[A-Z][A-Z_]{2,40} ?=|\[[\"']\w{1,40}[\"']\] =)\s{0,4}\Z"
)
_MOCKED = guarded(
    "ignore|pattern|expect|match|filter|jsonbody|mock|stub|fixture|example|uniqueness:",
    r"(?:\b\w{0,20}(?:ignore|pattern|expect|match|filter)\w{0,20}[\"']? ?[:=]"
    r"|[\"'](?:jsonbody|mock\w{0,20}|stub\w{0,20}|fixture\w{0,20}|examples?)[\"']:|\buniqueness:)\s{0,4}\Z",
)
_BRANCH = guarded(
    "{#|{%|<?php |@",
    r"(?:\{\{?#|\{%-? ?|<\?php |@)(?:if|unless|foreach|for|each|case|else|error(?=\())\b[^\n]{0,120}\n?\s{0,4}\Z",
)
# A quote, then an article.
_ARTICLED = 6
_CONSTANT = guarded(
    "final|const|static",
    r"\b(?:final|const|static)\s[\w<> ]{1,80}=[ \t]{0,3}\n\s{1,60}[\"'`][^\"'`\n]{0,60}\Z",
)
_GIVEN_BACK = guarded(
    "=>|return|throw|content:",
    r"(?:\(\w{0,20}\)\s?=>|\breturn|\bthrow|\bcontent:)\s{1,80}[\"'`/](?i:(?:an?|the|this|that|your|you) )?\Z",
)
_BLOCK = guarded(
    "if|for|while|switch|catch|func|fn|match|else|try|=>|class|struct|enum|interface|public|private|static|async|void",
    r"(?:\b(?:if|for|while|switch|catch|function|func|fn|match|foreach)\b[^\n]{0,90}|\belse|\btry|\)\s?=>"
    r"|\b(?:class|struct|enum|interface)\s[\w<>:, ]{1,60}|\b(?:public|private|static|async|void)\b[^\n]{0,80}\)"
    r"|\bit\(.{0,80}=>)\s{0,3}\Z",
)
