"""Knows texts that explain or hold an error's words: help pages, and a program's list of all that it may say."""

import re

# How much behind the words is looked at.
BEHIND = 320
BEFORE = 500


def is_explained(behind: str) -> bool:
    """Whether what stands behind an error's words goes on to say what such an error is and when it comes."""
    return bool(_EXPLAINED.match(behind[:BEHIND].lower()) or _NAMED.match(behind))


def is_of_a_list(before: str) -> bool:
    """Whether the words are a value in a list of texts, under the name by which its program looks them up."""
    lower_before = before[-BEFORE:].lower()
    return any(pattern.search(lower_before) for pattern in (_KEYED, _DEFINED, _ROW, _UNIT, _ANSWER))


def is_table_of_meanings(before: str, line: str) -> bool:
    """Whether a row stands under a head that has columns for codes and their meanings, and for nothing else."""
    heads = before[-BEFORE:].lower().split("\n")[:-1]
    at = next((place for place, head in enumerate(heads) if _names_meanings(head)), None)
    if at is None:
        return False
    rows = " ".join((*heads[at + 1 :], before.rpartition("\n")[2], line))
    return len(set(_CODE.findall(rows))) > 1 or any(_GUIDE.fullmatch(cell) for cell in _cells(heads[at]))


def _names_meanings(head: str) -> bool:
    cells = _cells(head)
    return len(cells) > 1 and all(_MEANING.fullmatch(cell) for cell in cells)


def _cells(head: str) -> list[str]:
    return [cell for cell in (cell.strip(" *`\"'#") for cell in _DIVIDED.split(head)) if cell]


def lists_codes(line: str) -> bool:
    """Whether a line names three of QuickBooks' codes or more."""
    return len(set(_CODE.findall(line))) > 2


_EXPLAINED = re.compile(
    r"[^\n]{0,120}(?:\n\s{0,20}+|[.!?:;-] )(?:[^\n]{1,40}\n\s{0,20}+)?\W{0,6}+(?:(?:description|reason|cause"
    r"|details?|note|answer|about)\W{1,3})?(?:"
    r"(?:this|the|such an?|these) (?:\w{1,12} ){0,3}?(?:errors?|messages?|warnings?|conflicts?|codes?|problems?"
    r"|issues?)"
    r" (?:typically |usually |often |normally |generally |mostly )?"
    r"(?:occurs?|happens?|appears?|comes? up|is (?:shown|returned|displayed|thrown|caused|triggered|raised)|arises?"
    r"|indicates?|means?|will (?:occur|appear|happen)|can (?:occur|appear|happen|be))\b"
    r"|(?:surfaces|occurs|happens|appears|raised|thrown|returned|comes up|shows up|arises|shown) (?:when|if|whenever)\b"
    r"|what (?:this|the|does this|does the) (?:\w{1,12} ){0,3}?(?:errors?|messages?|means?)\b|why (?:this|the"
    r"|does this|do"
    r"|did|you) "
    r"(?:\w{1,12} ){0,3}?(?:happens?|occurs?|errors?|see|seeing)\b"
    r"|[^\n]{0,120}\bin this (?:post|article|guide|page|tutorial|video|chapter)\b"
    r"|(?:[^\n]{0,200} )?(?:this|that|it) (?:usually|typically|often|normally|generally|commonly"
    r"|mostly) (?:happens|occurs"
    r"|means|appears)\b|a(?:nswer)?: |(?:if|when) our (?:integration|app|connector|sync)\b|common (?:causes|reasons)\b"
    r")"
)
# The name that a program gives to what the line above it says.
_NAMED = re.compile(r"[.\"'`]{0,3}[ \t\r]{0,3}\n[ \t]{0,20}[A-Z][A-Z_]{4,40}(?: = ?|\(|,|: )")
_ARTICLE = r"(?:(?:an?|the|this|that|your|you|another) )?"
# `"duplicateNumber": "..`, `'number.unique' => '..`, `duplicate_number: ..`: the name says what is wrong.
_KEYED = re.compile(
    r"(?:^|[\s{,(\[])[\"'`]?[\w.-]{0,40}(?:dup|uniq|exist|taken|[._-]used|inuse|in_use|conflict|collision"
    r"|too_?long|missing|invalid|stale)[\w.-]{0,30}"
    rf"[\"'`]?\s{{0,3}}(?:=>|:|=)\s{{0,6}}[(\[]?\s{{0,8}}[\"'`]?{_ARTICLE}\Z"
)
# A code, and below it what it means.
_DEFINED = re.compile(r"(?:^|\n)\d{3,5}[ \t]{0,3}\n[ \t]{0,3}: \Z")
_ROW = re.compile(rf"(?:^|\n)\w{{0,40}}(?:dup|uniq|exist|taken|conflict)\w{{0,30}}[,;\t]\"?{_ARTICLE}\Z")
_UNIT = re.compile(rf"<(?:trans-unit|source|target|string|entry|data|value)\b[^<>\n]{{0,80}}>\s{{0,8}}{_ARTICLE}\Z")
# The answers that an interface is described to give.
_ANSWER = re.compile(r"[\"']?[45]\d\d[\"']?:\s{1,20}[\"']?description[\"']?:\s{0,4}[\"']?\Z|`[45]\d\d`: [^\n]{0,120}\Z")
_DIVIDED = re.compile(r"[|\t,;]")
_MEANING = re.compile(
    r"(?:error[ -]?|http[ -]?|status[ -]?|qbo[ -]?|fault[ -]?|response[ -]?)?(?:code|message|detail|description|meaning"
    r"|cause|solution|resolution|explanation|status|text|name|type|fix|error|no\.?|what it means|what to do|retry"
    r"|retryable|action|handling|notes?|examples?"
    r"|(?:likely|possible|common) cause)s?"
)
_GUIDE = re.compile(r"(?:meaning|explanation|solution|resolution|what it means|what to do|(?:likely|possible) cause)s?")
_CODE = re.compile(
    r"(?<!\d)(?:6140|6240|5010|610|2500|6000|6190|6210|6430|3100|3200|3001|6560|6540|2050|2020"
    r"|2010)(?!\d)"
)
