"""Whether one name may be the other's initials or abbreviation: `IBM`, `PwC`, `B of A`. It is likeness, never proof."""

import re
import unicodedata

_LINK_WORDS = "a and at by for in of on the to"
_FORM_WORDS = """
    ag bv co company corp corporation gmbh group holdings inc incorporated limited llc llp lp ltd plc pllc sa
"""
_LINKS, _FORMS = frozenset(_LINK_WORDS.split()), frozenset(_FORM_WORDS.split())
_LEAST, _MOST = 2, 6  # letters of an abbreviation
_WHOLE = 3  # letters up to which a word in capitals is an abbreviation inside a longer one: the US of US Postal Service


def may_be_short_for(one: str, other: str) -> bool:
    """Whether either of two names as printed may be short for the other; a comma makes a person's name, which isn't."""
    if "," in one or "," in other:
        return False
    return _is_short(one, other) or _is_short(other, one)


def _is_short(short: str, long: str) -> bool:
    letters = _abbreviation(short)
    words = _words(long)
    if not letters or len("".join(words)) <= len(letters):
        return False
    telling = [w for w in words if w.casefold() not in _FORMS | _LINKS]
    if len(letters) >= _WHOLE and any(w.casefold().startswith(letters) for w in telling):
        return True
    if len(letters) >= _WHOLE and len(telling) == 1:
        return _runs_through(letters, telling[0].casefold())
    return any(_begins(initials, letters) for initials in _initials(words))


def _abbreviation(name: str) -> str:
    """The letters of a name that is nothing but an abbreviation, in small letters; empty where it is none."""
    words = [w for w in _words(name) if w.casefold() not in _FORMS | _LINKS]
    # `AT&T` has a linking word of two letters in it, in capitals.
    words = words if len(words) > 1 else [w for w in _words(name) if w.casefold() not in _FORMS and not w.islower()]
    letters = "".join(words)
    capitals = sum(c.isupper() for c in letters)
    fits = _LEAST <= len(letters) <= _MOST and capitals >= _LEAST and 2 * capitals >= len(letters)
    return letters.casefold() if fits else ""


def _initials(words: list[str]) -> set[str]:
    """A name's initials with and without what many names have; a short word in capitals or a linking one may stay."""
    ways = [
        [w for w in words if w.casefold() not in left_out]
        for left_out in (frozenset[str](), _LINKS, _FORMS, _LINKS | _FORMS)
    ]
    whole = ["".join(w if _stays(w) else w[:1] for w in way) for way in ways]
    return {found.casefold() for found in (*("".join(w[:1] for w in way) for way in ways if len(way) > 1), *whole)}


def _stays(word: str) -> bool:
    return (word.isupper() and len(word) <= _WHOLE) or word.casefold() in _LINKS


def _begins(initials: str, letters: str) -> bool:
    """What follows may be a place, as in International Business Machines Canada; two letters say too little for it."""
    return initials == letters or (len(letters) >= _WHOLE and initials.startswith(letters))


def _runs_through(letters: str, word: str) -> bool:
    """`pwc` runs through `pricewaterhousecoopers`, from its first letter on."""
    rest = iter(word)
    return word.startswith(letters[0]) and len(word) > len(letters) + 1 and all(c in rest for c in letters)


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name)
    return re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c)))
