"""Names for a workbook's sheets that Excel takes: short, without its own signs, each one once."""

import re
from collections.abc import Iterator, Sequence

from untwin.reports.plain import clean

_LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\ufffd\U00010000-\U0010ffff]")
# Excel keeps this name for itself.
_RESERVED = "history"


def sheet_names(titles: Sequence[str], taken: str) -> Iterator[str]:
    """One name for each title, in their order; `taken` is a sheet that is there already."""
    used = {taken.casefold(), _RESERVED}
    for title in titles:
        name = _free(_plain(title), used)
        used.add(name.casefold())
        yield name


def _plain(title: str) -> str:
    return " ".join(_FORBIDDEN.sub(" ", clean(title)).split()).strip("' ") or "Section"


def _free(name: str, used: set[str]) -> str:
    short, number = name[:_LONGEST].rstrip("' "), 1
    while short.casefold() in used:
        number += 1
        behind = f" ({number})"
        short = name[: _LONGEST - len(behind)].rstrip("' ") + behind
    return short
