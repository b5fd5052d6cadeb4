"""Tells which of the old European encodings a text is in: the one in which all its accents stand where letters do."""

# Windows first: where two fit equally well, it is the likelier one. Then old Linux with its euro sign, old Macs, and
# DOS (Excel's "CSV (MS-DOS)").
ENCODINGS = ("cp1252", "iso8859_15", "mac_roman", "cp850")
# Only where no Western one fits: with a word or two, its letters would be taken for French ones.
CENTRAL = "cp1250"
_COMMON = frozenset(
    "\u00e4\u00f6\u00fc\u00df\u00c4\u00d6\u00dc\u00e9\u00e8\u00e0\u00e1\u00ed\u00f3\u00fa\u00f1\u00e7\u00ea\u00c9\u20ac"
)
_LETTERS = frozenset(
    "\u00e0\u00e2\u00e4\u00e1\u00e3\u00e5\u00e6\u00e7\u00e9\u00e8\u00ea\u00eb\u00ec\u00ed\u00ee\u00ef"
    "\u00f1\u00f2\u00f3\u00f4\u00f5\u00f6\u00f8\u0153\u00f9\u00fa\u00fb\u00fc\u00fd\u00ff\u00df\u00c0"
    "\u00c1\u00c2\u00c3\u00c4\u00c5\u00c6\u00c7\u00c8\u00c9\u00ca\u00cb\u00cd\u00ce\u00cf\u00d1\u00d3"
    "\u00d4\u00d6\u00d8\u0152\u00d9\u00da\u00db\u00dc"
)
_CENTRAL_LETTERS = _LETTERS | frozenset(
    "\u0105\u0107\u0119\u0142\u0144\u015b\u017a\u017c\u0104\u0106\u0118\u0141\u0143\u015a\u0179\u017b"
    "\u010d\u010f\u011b\u0148\u0159\u0161\u0165\u016f\u017e\u010c\u010e\u011a\u0147\u0158\u0160\u0164"
    "\u016e\u017d\u0151\u0171\u0150\u0170\u0103\u0102\u0219\u021b"
)
_QUOTES = frozenset("\u2018\u2019\u00b4`")
_SIGNS = frozenset(
    "\u00a0\u201c\u201d\u201e\u2013\u2014\u2026\u00ab\u00bb\u00b0\u00ba\u00aa\u00a7\u00a3\u20ac\u00a9"
    "\u00ae\u2122\u00b7\u2022\u00bf\u00a1\u00bd\u00b2\u00b3"
)


def western_encoding(sample: bytes) -> str | None:
    """The encoding in which most accents are common ones; None if in each something is out of place."""
    best, most = None, -1
    for encoding in ENCODINGS:
        worth = _worth(sample.decode(encoding, "replace"), _LETTERS)
        if worth > most:
            best, most = encoding, worth
    if best is None and _worth(sample.decode(CENTRAL, "replace"), _CENTRAL_LETTERS) >= 0:
        return CENTRAL
    return best


def _worth(text: str, letters: frozenset[str]) -> int:
    """How many common accents the text has; below nothing if one of its signs can't be meant."""
    foreign = [place for place, c in enumerate(text) if not c.isascii()]
    if not all(_in_place(text, place, letters) for place in foreign):
        return -1
    return sum(text[place] in _COMMON for place in foreign)


def _in_place(text: str, place: int, letters: frozenset[str]) -> bool:
    """Whether a sign stands where such a one does: capitals begin words, quotes and dashes are around them."""
    sign, before, behind = text[place], text[place - 1 : place], text[place + 1 : place + 2]
    if sign in letters:
        return not sign.isupper() or not (before.islower() or (before.isupper() and behind.islower()))
    if sign in _QUOTES:
        return True
    return sign in _SIGNS and not (before.isalpha() and behind.isalpha())
