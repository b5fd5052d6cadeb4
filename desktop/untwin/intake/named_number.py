"""Reads the number in use out of a sentence that retells the error: `Invoice number 4471 has already been used`."""

import re


def named_number(message: str) -> str | None:
    """The number that the sentence names; None if it names none, or only with words between that may mean another."""
    if not _DIGIT.search(message):
        return None
    found = _IN_USE.search(message) or _DUPLICATE.search(message) or _HELD.search(message)
    found = found or _HELD_ALREADY.search(message)
    number = found.group("number").strip(".,;:!?'\"\u201c\u201d\u2019") if found else ""
    return number or None


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
    rf"already (?:has|uses|carries)(?: (?:the|this|that)(?: same)?)?(?: \w{{1,10}})? number{_OPENING}{_NUMBER}",
    re.IGNORECASE,
)
_HELD_ALREADY = re.compile(rf"(?:has|uses|carries)(?: the)? number{_OPENING}{_NUMBER}\s{{1,3}}already\b", re.IGNORECASE)
_DUPLICATE = re.compile(
    rf"(?:duplicate (?:doc|document|invoice|bill|transaction|txn)\.? ?(?:number|num|no)\.?|doc ?number already exists)"
    rf"(?: for)?{_OPENING}{_NUMBER}",
    re.IGNORECASE,
)
