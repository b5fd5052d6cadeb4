"""Tells whether words that come again are the same error's, as its title and its detail, or begin the next one."""

import re

from untwin.domain.errors.faults import FaultKind
from untwin.intake.marking.marks import Mark, What


def is_next_row(text: str, first: tuple[int, int], mark: Mark) -> bool:
    """Whether the opening at `first` comes again on the next line, behind what heads it there, telling nothing more."""
    title, between = text[mark.start : mark.end].lower(), text[first[1] : mark.start]
    apart = "\n" in between and any(c.isalnum() for c in between) and not _DETAIL.match(text, mark.end)
    return mark.what is What.TITLE and apart and text[slice(*first)].lower().startswith(title)


def is_headed(kind: FaultKind | None, rank: int, between: str, mark: Mark) -> bool:
    """Whether the words that stand alone above an empty line are the title of the sentence below it."""
    return mark.kind is kind and mark.rank > rank and bool(_BELOW_TITLE.fullmatch(between))


def is_code_of_a_title(between: str) -> bool:
    """Whether nothing but a code stands between a title and what comes on the next line: ` [6140]`, ` QBO-6140`."""
    return _ITS_CODE.fullmatch(between) is not None


def doubles(text: str, between: str, again: Mark) -> bool:
    """Whether a title that comes again is the head of the same error's detail, on its line or below it."""
    if _DOUBLING.fullmatch(between):
        return True
    if not _DETAIL.match(text, again.end):
        return False
    apart = between.strip(" \r\tE") in ("\n", "\n\n")
    return apart or bool(_NEXT_VALUE.fullmatch(between) or _LEADS_ON.fullmatch(between))


# Between a title and the same title again, which is one error printed as `Message: Detail`.
_DOUBLING = re.compile(
    r"(?:exception|fault|error)?(?:\s?[(\[]?(?:\d{4})?[)\]])?"
    # Ruby puts the name of what was thrown between them.
    r"(?::?\s?\([\w.]{1,40}(?:::\w{1,60}){1,4}\):?\s{1,20})?"
    r"(?:[ .:;,|\t-]{0,20}|\s{0,3}:\s{1,20}|[.:]\s(?:\w{1,3}\s){1,2})",
    re.IGNORECASE,
)
# The title's own value ends, and that of the detail begins: `", :Detail "`, `, Some(`.
_NEXT_VALUE = re.compile(
    r"[\"'\])]?[,;]\s{0,20}(?:\d{3,5},\s)?(?:[:-]?\w{0,20}details?[\"']?\s?(?::|=>?)?\s{0,3})?"
    r"(?:\w{1,10}\()?[\"'\[(]?",
    re.IGNORECASE,
)
# Signs alone, perhaps with the code and the word for what comes: ` (`, ` => `, ` 6140 - `, `\nDetail: `.
_SIGNS = r"[ \t.:;,|()\[\]{}=<>/\"'#\u2013\u2014\u2192-]{0,12}"
_ITS_CODE = re.compile(
    rf"{_SIGNS}(?:error|err|code|qbo){{0,2}}[ :=#-]{{0,3}}\d{{3,5}}{_SIGNS}(?:\r?\n[ \t]{{0,8}})?", re.IGNORECASE
)
_LEADS_ON = re.compile(
    rf"{_SIGNS}(?:(?:error|err|code|qbo){{0,2}}[ :=#-]{{0,3}}\d{{3,5}}{_SIGNS})?"
    rf"(?:\r?\n(?:[ \t\r]{{0,8}}\n)?(?![ \t]{{0,8}}[*\u2022-])[ \t]{{0,8}})?"
    rf"(?:(?:error )?details?{_SIGNS}\n?[ \t]{{0,8}})?",
    re.IGNORECASE,
)
_DETAIL = re.compile(r"\s{0,3}:\s{0,3}\w")
_BELOW_TITLE = re.compile(r"[ .:\t\r]{0,4}\n[ \t\r]{0,80}\n[^\n]{0,40}")
