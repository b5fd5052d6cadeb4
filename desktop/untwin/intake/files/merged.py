"""Finds the merged cells of a workbook's sheet: what stands in the uppermost holds for those below it, too."""

import re
import zipfile
from collections.abc import Iterator

_CHUNK = 1_000_000
# More than these no person has merged.
MOST = 20_000
_MERGED = re.compile(rb'<mergeCell\b[^>]{0,100}?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')


def merged_down(packed: zipfile.ZipFile, sheet: str) -> dict[tuple[int, int], int]:
    """By the row and column (from 1) of the uppermost cell, the last row that it is merged down to."""
    found = {(top, left): last for top, left, last in _merged(packed, sheet) if last > top}
    return found if len(found) <= MOST else {}


def _merged(packed: zipfile.ZipFile, sheet: str) -> Iterator[tuple[int, int, int]]:
    held = b""
    with packed.open(sheet) as file:
        while chunk := file.read(_CHUNK):
            held += chunk
            for found in _MERGED.finditer(held):
                yield int(found[2]), _column(found[1]), int(found[4])
            # A tag that is cut in two is whole in the next round.
            cut = held.rfind(b"<mergeCell ")
            held = held[cut:] if cut >= 0 and b">" not in held[cut:] else held[-20:]


def _column(letters: bytes) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return column
