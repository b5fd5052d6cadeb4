"""Turns bytes into text, whatever they were written in."""

from dataclasses import dataclass

# Enough to tell an encoding by; looking at all of a large file would take longer than reading it.
SAMPLE = 65_536


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and whether characters of it had to be replaced because they were broken."""

    text: str
    damaged: bool = False


def placed(name: str, sentence: str) -> str:
    """A sentence on a file, with its name where it has one."""
    return f"{name}: {sentence}" if name else sentence[:1].upper() + sentence[1:]


def decode(data: bytes) -> Decoded:
    """The text of these bytes: by its mark, as UTF-8, as UTF-16 without a mark, else as the likeliest old encoding."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], encoding)
    wide = _unmarked_utf16(data[:SAMPLE])
    if wide:
        return _replacing(data, wide)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as broken:
        return _old_encoding(data, broken.start)


def _old_encoding(data: bytes, broken_at: int) -> Decoded:
    start = max(0, broken_at - SAMPLE // 2)
    encoding = _guess(data[start : start + SAMPLE])
    if encoding is None:
        utf8 = _replacing(data, "utf-8")
        return utf8 if utf8.text.count("\ufffd") * 50 < len(utf8.text) else _replacing(data, "cp1252")
    return _replacing(data, encoding)


def _guess(sample: bytes) -> str | None:
    western = sample.decode("cp1252", "replace")
    # A short text says too little for statistics; in our users' countries its accents are Western ones.
    if all(c.isascii() or c in _WESTERN for c in western):
        return "cp1252"
    # More than 100 ms of import, needed for the rare file that is no UTF.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(sample, steps=5, chunk_size=512).best()
    return best.encoding if best else None


def _unmarked_utf16(sample: bytes) -> str | None:
    """Latin text in UTF-16 has a zero byte in every other place."""
    half = len(sample) // 2
    if half < 4:
        return None
    if sample[1::2].count(0) * 10 > half * 7 and sample[::2].count(0) * 10 < half:
        return "utf-16-le"
    return "utf-16-be" if sample[::2].count(0) * 10 > half * 7 and sample[1::2].count(0) * 10 < half else None


def _replacing(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding))
    except (UnicodeDecodeError, LookupError):
        usable = encoding if encoding.startswith("utf") else "cp1252"
        return Decoded(data.decode(usable, "replace"), damaged=True)


_WESTERN = (
    "\u00e0\u00e2\u00e4\u00e1\u00e3\u00e5\u00e6\u00e7\u00e9\u00e8\u00ea\u00eb\u00ed\u00ee\u00ef\u00f1\u00f3\u00f4\u00f6\u00f8\u0153\u00fa\u00f9\u00fb\u00fc"
    "\u00c0\u00c2\u00c4\u00c7\u00c9\u00c8\u00ca\u00cb\u00ce\u00cf\u00d1\u00d4\u00d6\u0152\u00d9\u00db\u00dc\u00df"
    "\u00a0\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u00ab\u00bb\u00b0\u00a7\u00a3\u20ac\u00a9\u00ae\u00b7\u2022"
)
# The longer marks first: UTF-32 begins as UTF-16 does.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
