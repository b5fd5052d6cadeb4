"""Compares customers' names unevenly: likeness counts against "unrelated", only identity counts for "same"."""

import re
import unicodedata
from difflib import SequenceMatcher
from enum import StrEnum

from untwin.domain.verdicts.short_names import may_be_short_for

# Words that many names share; two names that have only these in common are not alike.
_COMMON_WORDS = """
    a ab ag and bv co company corp corporation cos da de deleted der di dr family for gmbh group holdings inc
    incorporated international jr kg la le limited llc llp lp ltd mr mrs ms nv of oy pc plc pllc pty sa sarl se sr srl
    the trust und van von y
    associates auto bank bros brothers builders cafe capital care center centre church clinic construction consulting
    contracting dental design east electric engineering enterprises farms financial foods foundation health heating
    holding homes hotel industries insurance investments landscaping law legal logistics management marketing media
    medical motors north office partners pharmacy plumbing productions properties realty restaurant roofing school
    services solutions sons south studio supply systems tech technologies trading transport ventures west
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_SOURCE_MARK = re.compile(r"\bclio\s+(\d+)\b", re.IGNORECASE)
# Letters that don't come apart into a plain one and an accent, in the spelling that is used where they are missing.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ä": "ae", "ö": "oe", "ü": "ue"}
)
_ALIKE = 80  # "anna"/"anne" is 75 alone, but their family name decides first; "ortega"/"ortego" is 83


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
    if _alike(_tokens(one), _tokens(other)) or may_be_short_for(without_mark(one), without_mark(other)):
        return Likeness.LIKE
    # Nobody can say by letters whether two names in different scripts are one.
    return Likeness.DIFFERENT if _is_latin(_tokens(one)) == _is_latin(_tokens(other)) else Likeness.UNKNOWN


def search_words(name: str, most: int = 3) -> tuple[str, ...]:
    """The words of a name, as printed, by which customers that are alike can be found: the longest first."""
    words = [w.strip(".,;:()'\"") for w in _SOURCE_MARK.sub(" ", name).split()]
    telling = [w for w in words if len(w) > 1 and w.casefold() not in _COMMON] or [w for w in words if w]
    return tuple(sorted(dict.fromkeys(telling), key=len, reverse=True)[:most])


def closely_alike(one: str | None, other: str | None) -> bool:
    """Whether two names share more than one word of several: a given name alone makes nobody a relative."""
    if not one or not other:
        return False
    mine, theirs = _telling(_tokens(one)), _telling(_tokens(other))
    shared = set(mine) & set(theirs)
    return _whole_alike("".join(mine), "".join(theirs)) or len(shared) >= min(len(mine), len(theirs), 2)


def is_named_in(name: str | None, text: str) -> bool:
    """Whether a text names somebody: all telling words of the name, two at the least or a long one, stand in it."""
    telling = set(_telling(_tokens(name or "")))
    long_enough = len(telling) > 1 or any(len(word) > 5 for word in telling)
    return long_enough and telling <= set(_tokens(text.replace(",", " ")))


def similarity(one: str, other: str) -> int:
    """How much of two words is the same, in hundredths, either way round."""
    first, second = sorted((one, other))
    return round(100 * SequenceMatcher(None, first, second).ratio())


def without_mark(name: str) -> str:
    """The name without the source's id in it."""
    return " ".join(_SOURCE_MARK.sub(" ", name).split())


def _full(name: str) -> tuple[str, ...]:
    """A name with nothing dropped but case, blanks, and the comma of `family name, given name`."""
    text = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
    head, comma, tail = text.partition(", ")
    # "Smith, Anna" turns round; "Cole, Inc." must not become another company's name by it, and doesn't:
    # both sides of a comparison are turned the same way.
    return tuple((f"{tail} {head}" if comma else text).split())


def _tokens(name: str) -> list[str]:
    """Its words without accents and the source's mark, the family name last where a comma puts it first."""
    head, comma, tail = _SOURCE_MARK.sub(" ", name).partition(",")
    turned = f"{tail} {head}" if comma else head
    plain = unicodedata.normalize("NFKD", turned.casefold().translate(_LETTERS))
    return re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c)))


def _is_latin(tokens: list[str]) -> bool:
    return all(c.isascii() for token in tokens for c in token)


def _alike(one: list[str], other: list[str]) -> bool:
    mine, theirs = _telling(one), _telling(other)
    if "".join(one) == "".join(other) or _whole_alike("".join(mine), "".join(theirs)):
        return True
    if _run_together(one) and _run_together(one) == _run_together(other):
        return True
    if _is_held(one, other) or _is_held(other, one):
        return True
    if _initials_match(one, other) or _initials_match(mine, theirs):
        return True
    if set(mine) & set(theirs):
        return True
    # A slip of the pen stays in its place: Davis the family is not David the given name.
    pairs = [*zip(mine, theirs, strict=False), *zip(reversed(mine), reversed(theirs), strict=False)]
    return any(_token_alike(a, b) for a, b in pairs)


def _telling(tokens: list[str]) -> list[str]:
    """The words that tell one name from another: no common ones and no initials, as long as anything is left."""
    return [t for t in tokens if t not in _COMMON and len(t) > 1] or [t for t in tokens if t not in _COMMON] or tokens


def _run_together(tokens: list[str]) -> str:
    """`AT&T` and `ATT Inc.`: without common words, but with what stands as a single letter."""
    return "".join(t for t in tokens if t not in _COMMON or len(t) == 1)


def _is_held(one: list[str], other: list[str]) -> bool:
    """Whether a name of nothing but common words stands whole in another: `Capital Group`, `The Capital Group Bank`."""
    return _COMMON.issuperset(one) and set(one) - {"the"} <= set(other)


def _whole_alike(a: str, b: str) -> bool:
    """A slip of the pen in a name whose every word is short."""
    return a == b or (min(len(a), len(b)) > 2 and similarity(a, b) >= _ALIKE)


def _token_alike(a: str, b: str) -> bool:
    if a == b:
        return True
    if min(len(a), len(b)) < 4:
        return False
    # Northstar holds North Star; but Marshall is no Marsh.
    held = min(len(a), len(b)) > 5 and (a in b or b in a)
    return held or similarity(a, b) >= _ALIKE


def _initials_match(one: list[str], other: list[str]) -> bool:
    short, long = sorted((one, other), key=len)
    return len(long) > 1 and len("".join(short)) > 1 and "".join(short) == "".join(t[0] for t in long)
