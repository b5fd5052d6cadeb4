"""Reads which numbers an error names: the one in use in its sentence, the waiting document's on its line."""

import re

# So far around an error its line is looked at.
LINE = 400


def named_number(message: str) -> str | None:
    """The number that the sentence names; None if it names none, or only with words between that may mean another."""
    if not _DIGIT.search(message):
        return None
    found = _IN_USE.search(message) or _DUPLICATE.search(message) or _HELD.search(message)
    found = found or _HELD_ALREADY.search(message)
    number = found.group("number").strip(".,;:!?'\"\u201c\u201d\u2019") if found else ""
    return number or None


def number_beside(text: str, start: int, end: int) -> str | None:
    """The one document that the line of an error numbers; None where it numbers none or several, or tells of success.

    `start` and `end` are the error's span in the text. The number of an order, a job or a payment may be another than
    the document's: only what the document itself is called counts.
    """
    since = max(text.rfind("\n", 0, start) + 1, start - LINE)
    until = text.find("\n", end, end + LINE)
    line = f"{text[since:start]} \u2026 {text[end : until if until >= 0 else end + LINE]}"
    if _DONE.search(_UNDONE.sub(" ", line)):
        return None
    numbers = {found.group("number").rstrip(".,:;-") for found in _NUMBERED.finditer(line)}
    others = {found.group() for found in _LIKE_IT.finditer(line)} - numbers
    return numbers.pop() if len(numbers) == 1 and not others else None


_DIGIT = re.compile(r"\d")
_OPENING = r"[\s:#\"'\u201c\u2018]{1,3}"
_NUMBER = r"(?P<number>(?=[^\s()\[\]]{0,20}\d)[^\s()\[\]<>,;|@=]{1,23})"
# In seven languages the number stands between its name and the verb.
_IN_USE = re.compile(
    r"(?:number|num|no\.?|id|nummer|nr\.?|\#"
    r"|(?:n.mero|num.ro)(?: (?:de|di|da|do|della|la|facture|factura|fattura|fatura|documento|document)){0,3})"
    rf"{_OPENING}{_NUMBER}\s{{1,3}}"
    r"(?:(?:has|had|was|is|already)\b|wurde|wird|ist|existiert|bestaat|a d.j|est d.j|existe|ya |j. |gi. |\u00e8 gi)",
    re.IGNORECASE,
)
_HELD = re.compile(
    rf"already (?:has|uses|carries)(?: (?:the|this|that|an?)(?: same)?)?(?: \w{{1,12}}){{0,2}}(?: with(?: the)?)?"
    rf" number(?:ed)?{_OPENING}{_NUMBER}",
    re.IGNORECASE,
)
_HELD_ALREADY = re.compile(rf"(?:has|uses|carries)(?: the)? number{_OPENING}{_NUMBER}\s{{1,3}}already\b", re.IGNORECASE)
_DUPLICATE = re.compile(
    rf"(?:duplicate (?:doc|document|invoice|bill|transaction|txn)\.? ?(?:number|num|no)\.?|doc ?number already exists)"
    rf"(?: for)?{_OPENING}{_NUMBER}",
    re.IGNORECASE,
)
# What was not done, and what was.
_UNDONE = re.compile(r"\b(?:not|cannot|never|n.t|failed to|unable to|nicht|ne|no)\b(?: \w{1,12}){0,3}", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:synced|synchronized|posted|succe\w+|created|sent|paid|saved|exported|imported|pushed|updated|but|except"
    r"|after|previous\w*|instead|resolved|fixed|solved)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:invoice|bill|credit memo|credit note|sales receipt|estimate|journal entry|rechnung|facture|factura|factuur"
    r"|fattura|fatura|gutschrift)(?: ?(?:number|no\.?|num\.?|nr\.?)| n[\u00b0\u00ba])?[ :]{0,3}#?[ \"'\u201c]?"
    r"(?P<number>(?=[\w/-]{0,20}\d)(?!\d{1,4}[/-]\d{1,2}[/-]\d)[A-Za-z0-9][\w/-]{1,20})",
    re.IGNORECASE,
)
# Any other number in signs that a document's may have: `1093 failed` beside `Invoice 1092`; the code is none.
_LIKE_IT = re.compile(r"(?<![\w$\u20ac\u00a3.,/:#-])(?!6140\b)(?:[A-Z]{1,5}-)?\d{3,9}(?![\w/:.,-]*\d)")
