"""Compares customers' names unevenly: likeness counts against "unrelated", only identity counts for "same"."""

import re
import unicodedata
from difflib import SequenceMatcher
from enum import StrEnum

# Words that many names share; two names that have only these in common are not alike.
_COMMON = frozenset(
    [
        *(
            "a",
            "and",
            "co",
            "company",
            "corp",
            "corporation",
            "da",
            "de",
            "der",
            "di",
            "for",
            "gmbh",
            "group",
            "holdings",
        ),
        *("inc", "incorporated", "international", "la", "law", "le", "limited", "llc", "llp", "ltd", "mr", "mrs", "ms"),
        *("of", "office", "pc", "plc", "pllc", "sa", "services", "the", "trust", "und", "van", "von", "y"),
    ]
)
_SOURCE_MARK = re.compile(r"\bclio\s+(\d+)\b", re.IGNORECASE)
_ALIKE = 0.8  # "anna"/"anne" is 0.75 alone, but their family name decides first; "ortega"/"ortego" is 0.83


class Likeness(StrEnum):
    """How two customers compare."""

    SAME = "same"
    LIKE = "like"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


def source_mark(name: str) -> str | None:
    """The source's customer id inside a name that Clio made, e.g. `88213` in `Anna Smith Clio 88213`."""
    found = _SOURCE_MARK.search(name)
    return found.group(1) if found else None


def compare_names(one: str | None, other: str | None) -> Likeness:
    """Compares two full names as printed.

    `Smith, Anna` and `Anna Smith` are the same name; `Anna Smith Clio 88213` and `Anna Smith` only alike,
    since a source gives two people of one name different ids.
    """
    if not one or not other or not _tokens(one) or not _tokens(other):
        return Likeness.UNKNOWN
    if _full(one) == _full(other):
        return Likeness.SAME
    return Likeness.LIKE if _alike(_tokens(one), _tokens(other)) else Likeness.DIFFERENT


def search_words(name: str, most: int = 3) -> tuple[str, ...]:
    """The words of a name, as printed, by which customers that are alike can be found: the longest first."""
    words = [w.strip(".,;:()'\"") for w in _SOURCE_MARK.sub(" ", name).split()]
    telling = [w for w in words if len(w) > 1 and w.casefold() not in _COMMON] or [w for w in words if w]
    return tuple(sorted(dict.fromkeys(telling), key=len, reverse=True)[:most])


def _full(name: str) -> tuple[str, ...]:
    """A name with nothing dropped but case, blanks, and the comma of `family name, given name`."""
    text = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
    head, comma, tail = text.partition(", ")
    # "Smith, Anna" turns round; "Cole, Inc." must not become another company's name by it, and doesn't:
    # both sides of a comparison are turned the same way.
    return tuple((f"{tail} {head}" if comma else text).split())


def _tokens(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", _SOURCE_MARK.sub(" ", name)).casefold()
    return re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c)))


def _alike(one: list[str], other: list[str]) -> bool:
    if "".join(one) == "".join(other) or _initials_match(one, other):
        return True
    mine = [t for t in one if t not in _COMMON] or one
    theirs = [t for t in other if t not in _COMMON] or other
    return any(_token_alike(a, b) for a in mine for b in theirs)


def _token_alike(a: str, b: str) -> bool:
    if a == b:
        return True
    if min(len(a), len(b)) < 4:
        return False
    return a in b or b in a or SequenceMatcher(None, a, b).ratio() >= _ALIKE


def _initials_match(one: list[str], other: list[str]) -> bool:
    short, long = sorted((one, other), key=len)
    return len(long) > 2 and "".join(short) == "".join(t[0] for t in long)
