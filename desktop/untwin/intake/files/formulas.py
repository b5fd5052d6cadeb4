"""Finds formulas in a workbook whose values are not stored with them: what they would show, only Excel can say."""

import re
import zipfile
from collections.abc import Iterator

_CHUNK = 1_000_000
_END = b"</c>"
# A formula whose value is an empty text says so by its type; without a type nobody has computed it. Tags are short:
# without a bound, one that never ends would be read again from each of its letters.
_NOT_COMPUTED = re.compile(
    rb'<c\b(?![^>]{0,200}\bt="str")[^>]{0,200}?\br="(?P<place>[A-Z]{1,3}\d+)"[^>]{0,200}>'
    rb"<f\b(?:[^>]{0,400}/>|[^>]{0,400}>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>"
)


def not_computed(packed: zipfile.ZipFile) -> str:
    """A sentence on the formulas of a workbook that come without their values; empty where there are none."""
    places = [place for sheet in _sheets(packed) for place in _in_sheet(packed, sheet)]
    if not places:
        return ""
    first = places[0].decode("ascii")
    if len(places) == 1:
        return f"The formula in {first} is stored without its value, and was not read; {_REMEDY}"
    return f"{len(places):,} formulas, the first in {first}, are stored without values, and were not read; {_REMEDY}"


_REMEDY = "open the file in Excel, save it there, and take it in again."


def _sheets(packed: zipfile.ZipFile) -> list[str]:
    return sorted(n for n in packed.namelist() if n.startswith("xl/worksheets/") and n.endswith(".xml"))


def _in_sheet(packed: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The places of such cells; never more than some of the sheet at once."""
    held = b""
    with packed.open(name) as sheet:
        while chunk := sheet.read(_CHUNK):
            held += chunk
            end = held.rfind(_END) + len(_END) if _END in held else 0
            yield from (found["place"] for found in _NOT_COMPUTED.finditer(held, 0, end))
            held = held[max(end, len(held) - _CHUNK) :]
