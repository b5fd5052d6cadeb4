"""Undoes the line breaks that only the width of a page made, so that a sentence is judged as a whole."""

import re


def flowing(text: str) -> str:
    """The text with blanks for such breaks; every other character stays where it was."""
    return _SOFT.sub(lambda found: f"{found.group('line')} ", text) if _MAY_BREAK.search(text) else text


# A line of words, long enough to end at a page's edge, in the midst of a sentence.
_LONG = r"(?:[^\n]{55,400}[\w,)])"
_ITEM = r"(?:[ \t]{0,12}[-*\u2022] [^\n]{30,400}\w)"
_SOFT = re.compile(
    rf"^(?P<line>(?=[^\n]{{0,200}}[a-z]{{2}} [a-z]{{1,12}} [a-z]{{2}})"
    # It goes on in small letters; a list's item goes on in its own column.
    rf"(?:{_LONG}(?=\n[ \t]{{0,24}}[a-z(])|{_ITEM}(?=\n[ \t]{{2,24}}[A-Za-z(])))\n(?![ \t]{{0,24}}[\w.]{{1,24}} ?[:=])",
    re.MULTILINE,
)
_MAY_BREAK = re.compile(r"[\w,)]\n[ \t]{0,24}[A-Za-z(]")
