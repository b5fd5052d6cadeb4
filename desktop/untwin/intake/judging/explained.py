"""Knows texts that explain or hold an error's words: help pages, and a program's list of all that it may say."""

import re

from untwin.intake.marking.guarded import guarded

# How much behind the words is looked at.
BEHIND = 320
BEFORE = 500
# The longest name that a text is looked up by, with all that stands between them.
KEY = 130


def is_explained(behind: str) -> bool:
    """Whether what stands behind an error's words goes on to say what such an error is and when it comes."""
    return bool(_EXPLAINED.match(behind[:BEHIND].lower()))


def is_of_a_list(before: str) -> bool:
    """Whether the words are a value in a list of texts, under the name by which its program looks them up."""
    lower_before = before[-BEFORE:].lower()
    start = max(0, len(lower_before) - KEY)
    return any(pattern.search(lower_before, start) for pattern in (_KEYED, _DEFINED, _ROW, _UNIT, _ANSWER))


def is_table_of_meanings(before: str, line: str) -> bool:
    """Whether a row stands under a head that has columns for codes and their meanings, and for nothing else."""
    heads = before[-BEFORE:].lower().split("\n")[:-1]
    at = next((place for place, head in enumerate(heads) if _names_meanings(head)), None)
    if at is None:
        return False
    rows = " ".join((*heads[at + 1 :], before.rpartition("\n")[2], line))
    heading = _cells(heads[at])
    tells_when = heading[-1] == "when" and not _TIME.search(rows)
    return tells_when or len(_codes(rows)) > 1 or any(_GUIDE.fullmatch(cell) for cell in heading)


def is_under_a_guide(before: str) -> bool:
    """Whether a row stands right under a head whose columns are messages, their meanings and their remedies alone."""
    for line in reversed(before[-BEFORE:].lower().split("\n")[:-1]):
        cells = _cells(line)
        if len(cells) < 2:
            return False
        if _names_meanings(line) and any(_GUIDE.fullmatch(cell) for cell in cells):
            return True
    return False


def _names_meanings(head: str) -> bool:
    cells = _cells(head)
    return len(cells) > 1 and all(
        cell == "when" or _MEANING.fullmatch(cell) or _GUIDE.fullmatch(cell) for cell in cells
    )


def _cells(head: str) -> list[str]:
    return [cell for cell in (cell.strip(" *`\"'#") for cell in _DIVIDED.split(head)) if cell]


def is_entry_of_codes(window: str, at: int) -> bool:
    """Whether what stands at `at` is an entry of a list of codes, or of a table whose head says what codes mean."""
    if "assigned to" in window:
        return False
    entries = list(_ENTRY.finditer(window)) if _NUMBERED.search(window) else []
    own = len(entries) > 1 and any(
        found.start() <= at + 1 and "\n" not in window[found.end() : at] for found in entries
    )
    if own and len({found.group(found.lastgroup or 0) for found in entries}) > 1:
        return True
    heads = window[:at].lower().split("\n")[:-1]
    return any(_DIVIDED.search(head) and _NAMES_MEANINGS.search(head) and _NAMES_CODES.search(head) for head in heads)


def lists_codes(line: str) -> bool:
    """Whether a line names three of QuickBooks' codes or more."""
    return len(_codes(line)) > 2


def _codes(text: str) -> frozenset[str]:
    """Those of QuickBooks' codes that stand in a text by themselves."""
    return _CODES.intersection(_NUMBER.findall(text))


_EXPLAINED = guarded(
    "occur|happen|appear|come|arise|indicate|mean|is |will |can |surfaces|raised|thrown|returned|shows up|shown"
    "|what |why |in this |answer: |a: |our |common",
    r"[^\n]{0,120}(?:\n\s{0,20}+|[.!?:;-] )(?:[^\n]{1,40}\n\s{0,20}+)?\W{0,6}+(?:(?:description|reason|cause"
    r"|details?|note|answer|about)\W{1,3})?(?:"
    r"(?:this|the|such an?|these) (?:\w{1,12} ){0,3}?(?:errors?|messages?|warnings?|conflicts?|codes?|problems?"
    r"|issues?)"
    r" (?:typically |usually |often |normally |generally |mostly )?"
    r"(?:occurs?|happens?|appears?|comes? up|is (?:shown|returned|displayed|thrown|caused|triggered|raised)|arises?"
    r"|indicates?|means?|will (?:occur|appear|happen)|can (?:occur|appear|happen|be))\b"
    r"|(?:surfaces|occurs|happens|appears|raised|thrown|returned|comes up|shows up|arises|shown) (?:when|if"
    r"|whenever)\b"
    r"|what (?:this|the|does this|does the) (?:\w{1,12} ){0,3}?(?:errors?|messages?|means?)\b|why (?:this|the"
    r"|does this|do"
    r"|did|you) "
    r"(?:\w{1,12} ){0,3}?(?:happens?|occurs?|errors?|see|seeing)\b"
    r"|[^\n]{0,120}\bin this (?:post|article|guide|page|tutorial|video|chapter)\b"
    r"|(?:[^\n]{0,200} )?(?:this|that|it) (?:usually|typically|often|normally|generally|commonly"
    r"|mostly) (?:happens|occurs"
    r"|means|appears)\b|a(?:nswer)?: |(?:if|when) our (?:integration|app|connector|sync)\b|common (?:causes|reasons)\b"
    r")",
)
_ARTICLE = r"(?:(?:an?|the|this|that|your|you|another) )?"
# `"duplicateNumber": "..`, `'number.unique' => '..`, `duplicate_number: ..`: the name says what is wrong.
_KEYED = guarded(
    "dup|uniq|exist|taken|used|inuse|in_use|conflict|collision|toolong|too_long|missing|invalid|stale|example",
    r"(?:^|[\s{,(\[])[\"'`]?[\w.-]{0,40}(?:dup|uniq|exist|taken|[._-]used|inuse|in_use|conflict|collision"
    r"|too_?long|missing|invalid|stale|example)[\w.-]{0,30}"
    rf"[\"'`]?\s{{0,3}}(?:=>|:|=)\s{{0,6}}[(\[]?\s{{0,8}}[\"'`]?{_ARTICLE}\Z",
)
# A code, and below it what it means.
_DEFINED = guarded(": ", r"(?:^|\n)\d{3,5}[ \t]{0,3}\n[ \t]{0,3}: \Z")
_ROW = guarded(
    "dup|uniq|exist|taken|conflict",
    rf"(?:^|\n)\w{{0,40}}(?:dup|uniq|exist|taken|conflict)\w{{0,30}}[,;\t]\"?{_ARTICLE}\Z",
)
_UNIT = guarded(
    "<",
    rf"<(?:trans-unit|unique|taken|exists|duplicate|source|target|string(?:prop)?|entry|data|value|property|param"
    rf"|option)\b[^<>\n]{{0,80}}>\s{{0,8}}{_ARTICLE}\Z",
)
# The answers that an interface is described to give.
_ANSWER = guarded(
    "description|`",
    rf"[\"']?[45]\d\d[\"']?:\s{{1,20}}\{{?\s{{0,3}}[\"']?description[\"']?:\s{{0,4}}[\"']?{_ARTICLE}\Z"
    r"|`[45]\d\d`: [^\n]{0,120}\Z",
)
_DIVIDED = re.compile(r"[|\t,;]")
_MEANING = re.compile(
    r"(?:error[ -]?|http[ -]?|status[ -]?|qbo[ -]?|fault[ -]?|failure[ -]?|response[ -]?)?"
    r"(?:code|message|detail|description|meaning"
    r"|cause|solution|resolution|explanation|status|text|name|type|fix|error|no\.?|what it means|what to do|retry"
    r"|retryable|action|handling|response|trigger|condition|notes?|examples?"
    r"|(?:likely|possible|common) cause)s?"
)
_GUIDE = re.compile(
    r"(?:meaning|rationale|explanation|solution|resolution|detection|remedy|what (?:it|this) means|what to do"
    r"|how to fix|(?:likely|possible) cause)s?"
    r"(?: (?:and|or|&) [\w ]{1,30})?"
)
# A row that holds one has happened.
_TIME = re.compile(r"\d[:./-]\d|\b(?:today|yesterday|ago)\b")
_NUMBER = re.compile(r"[2356](?<!\d\d)\d\d\d?(?!\d)")
_CODES = frozenset(
    (
        *("6140", "6240", "5010", "610", "2500", "6000", "6190", "6210", "6430"),
        *("3100", "3200", "3001", "6560", "6540", "2050", "2020", "2010"),
    )
)
# What heads a table of meanings.
_NAMES_CODES = re.compile(r"\b(?:code|error|message)s?\b")
_NAMES_MEANINGS = re.compile(
    r"\b(?:meaning|what (?:it means|to do)|explanation|resolution|solution|fix|(?:likely|possible) cause)s?\b",
)
# What all of the next have in common, to be looked for first.
_NUMBERED = re.compile(
    r"\{\d{4} [\"']|\d\d\d(?:[\"']?\s{0,3}(?::|=>|,|->)\s{0,3}[\"']|\s{0,3}[=:]|[\"']?,?\s{0,3}[\"'])"
)
# `6140: "Duplicate ..."`, `DUPLICATE_NUMBER(6140, "..")`, `NAME = "6140"`: an entry of such a list.
_ENTRY = re.compile(
    r"(?:^|[{,(\[\n])[ \t]{0,12}[\"']?(?P<code>\d{3,5})[\"']?\s{0,3}(?::|=>|,|->)\s{0,3}[\"']"
    # The same without anything between, as Clojure has it.
    r"|[{\"'] ?(?P<pair>\d{4}) [\"'](?=[^\"'\n]{1,80}[\"'] ?[}\d])"
    r"|\b(?:error|err|code|message|msg|fault)[._](?P<key>\d{3,5})\s{0,3}[=:]"
    r"|\b[A-Za-z_]{3,24}+(?:\(| ?= ?)[\"']?(?P<constant>\d{3,5})[\"']?,?\s{0,3}[\"']"
)
