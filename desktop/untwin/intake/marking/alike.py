"""Makes the pattern that the beginnings of all lines fit which are built like one: of a list, of a log."""

import re
from functools import lru_cache


def built_alike(head: str, least: str) -> re.Pattern[str]:
    """What the beginnings of all lines built like this one fit: numbers, papers and what stands in brackets differ.

    `least` is the beginning of `head` that they must have; what they have of the rest belongs to it, too.
    """
    return _pattern(_NUMBER.sub("0", head), _NUMBER.sub("0", least))


@lru_cache(maxsize=64)
def _pattern(head: str, least: str) -> re.Pattern[str]:
    whole, part = ("".join(map(_piece, _PIECES.findall(each))) for each in (head, least))
    return re.compile(whole if whole == part else f"{whole}|{part}")


def _piece(piece: str) -> str:
    if piece.startswith("(") and len(piece) > 1:
        return r"\([^()\n]{0,80}\)"
    return _ANY.get(piece.lower()) or re.escape(piece)


_NUMBER = re.compile(r"\d+")
_PIECES = re.compile(r"[A-Za-z]+|0|\([^()\n]*\)|[^A-Za-z0]")
_WORD = r"[A-Za-z]{1,14}"
_ANY = {
    "0": r"\d{1,20}",
    **dict.fromkeys(
        ("invoice", "bill", "receipt", "payment", "order", "document", "customer", "estimate", "refund"), _WORD
    ),
    **dict.fromkeys(("inv", "cm", "sr", "doc"), r"[A-Za-z]{1,5}"),
}
