"""What a cell says, without what spreadsheets and programs put around it; and a document's number out of a cell."""

import re
from collections.abc import Iterable

from untwin.domain.words.plain_text import plain

# What a spreadsheet shows in place of a value.
FAULTS = frozenset(("#n/a", "#ref!", "#value!", "#name?", "#div/0!", "#num!", "#null!", "#error!", "#spill!"))
_NOTHING = frozenset(
    ("null", "none", "nan", "undefined", "n/a", "(blank)", "(empty)", "(none)", "-", "--", "\u2013", "\u2014"),
)
_TOTALS = frozenset(
    ("total", "totals", "subtotal", "totale", "totaal", "summe", "gesamt", "gesamtsumme", "somme", "suma"),
)


def said(printed: str) -> str:
    """The cell's words on one line: `="00123"` and `'00123` are 00123; nothing for `#N/A`, `null` and their like."""
    words = " ".join(_UNSEEN.sub("", printed).split())
    quoted = _QUOTED.fullmatch(words)
    if quoted:
        words = quoted.group(1).replace('""', '"')
    elif len(words) > len("''") and words[0] == words[-1] == "'":
        words = words[1:-1].strip()
    elif len(words) > 1 and words[0] == "'" and (words[1].isdigit() or words[1] in "=+-@"):
        words = words[1:]
    return "" if words.lower() in _NOTHING or words.lower() in FAULTS else words


def number_of(words: str, *, whole: bool = False) -> str | None:
    """A document's number as its source has it: `#1204` and `No. 1204` are 1204, and `1204.0` where all are so.

    None for one that a spreadsheet has rounded: of `1.23457E+11` nobody knows the figures.
    """
    if _ROUNDED.fullmatch(words):
        return None
    bare = _SIGN.sub("", words)
    return bare.removesuffix(".0") if whole else bare


def all_whole(cells: Iterable[str]) -> bool:
    """Whether a program has written whole numbers with a point and a nought: all figures here end so."""
    numbers = [cell for cell in cells if cell.strip() and cell[:1].isdigit()]
    return bool(numbers) and all(_WITH_NOUGHT.fullmatch(number.strip()) for number in numbers)


def is_total(words: str) -> bool:
    """Whether a cell names a sum and no document: `Total`, `Grand total:`, `Gesamtsumme`."""
    return not any(c.isdigit() for c in words) and not _TOTALS.isdisjoint(re.findall(r"[a-z]+", plain(words[:60])))


# Signs without width, which pages put into their words.
_UNSEEN = re.compile("[\x00\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_QUOTED = re.compile(r'="((?:[^"]|"")*)"')
_ROUNDED = re.compile(r"\d[.,]\d+e\+?\d{1,3}", re.IGNORECASE)
_WITH_NOUGHT = re.compile(r"\d+\.0")
_SIGN = re.compile(r"^(?:#\s?|\u2116\s?|n[\u00b0\u00ba]\s?|(?:no|nr|num)(?:\.\s?|\s))(?=\w)", re.IGNORECASE)
