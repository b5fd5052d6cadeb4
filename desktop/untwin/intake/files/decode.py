"""Turns bytes into text, whatever they were written in."""

from dataclasses import dataclass, replace

from untwin.domain.words.phrasing import capital
from untwin.intake.files.western import western_encoding

# Enough to tell an encoding by; looking at all of a large file would take longer than reading it.
SAMPLE = 65_536
# The pages of Unicode that a text is likely to have letters and signs of.
_ALPHABETS = 6


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and whether characters of it had to be replaced because they were broken."""

    text: str
    damaged: bool = False


def placed(name: str, sentence: str) -> str:
    """A sentence on a file, with its name where it has one."""
    return f"{name}: {sentence}" if name else capital(sentence)


def decode(data: bytes) -> Decoded:
    """The text of these bytes: by its mark, as UTF-8, as UTF-16 without a mark, else as the likeliest old encoding.

    Lines that end as on the oldest Macs, with a return alone, end with a line feed here: each stays in its place.
    """
    found = _decoded(data)
    return found if "\n" in found.text else replace(found, text=found.text.replace("\r", "\n"))


def _decoded(data: bytes) -> Decoded:
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
    # A short text says too little for statistics; in our users' countries its accents are Western ones.
    western = western_encoding(sample)
    if western:
        return western
    # More than 100 ms of import, needed for the rare file that is no UTF.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(sample, steps=5, chunk_size=512).best()
    return best.encoding if best else None


def _unmarked_utf16(sample: bytes) -> str | None:
    """UTF-16 has zero bytes in every other place, where the letters are Latin, and few other values there."""
    half = len(sample) // 2
    if half < 4:
        return None
    if _are_high_bytes(sample[1::2]) and sample[::2].count(0) * 10 < half:
        return "utf-16-le"
    return "utf-16-be" if _are_high_bytes(sample[::2]) and sample[1::2].count(0) * 10 < half else None


def _are_high_bytes(every_other: bytes) -> bool:
    zeros = every_other.count(0) * 10
    # Words of QuickBooks amid another alphabet's: the blanks and they have zeros.
    return zeros > len(every_other) * 7 or (zeros > len(every_other) * 2 and len(set(every_other)) <= _ALPHABETS)


def _replacing(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding))
    except (UnicodeDecodeError, LookupError):
        usable = encoding if encoding.startswith("utf") else "cp1252"
        return Decoded(data.decode(usable, "replace"), damaged=True)


# The longer marks first: UTF-32 begins as UTF-16 does.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
