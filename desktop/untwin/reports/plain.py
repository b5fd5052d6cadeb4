"""Values as the words that stand in a file, the same in every kind of it; text from outside stays plain text."""

import re
from datetime import datetime
from decimal import Decimal

from untwin.domain.reports.report import Amount, Cell

# What XML, and so Excel, can't hold; and signs that turn the direction of what follows, with which a number could be
# made to look like another one.
_UNPRINTABLE = re.compile("[^\t\n\x20-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile("\r\n?")
_SOMETHING_WAS_HERE = "\ufffd"

# Spreadsheets look behind spaces for the signs that a formula begins with, and some take the full-width ones, too.
_FORMULA = re.compile("\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")


def clean(text: str) -> str:
    """The text with `�` for each sign that no file can show: left out, two differing values could look alike."""
    return _UNPRINTABLE.sub(_SOMETHING_WAS_HERE, _LINE_END.sub("\n", text))


def would_run(text: str) -> bool:
    """Whether a spreadsheet would take the text for a formula."""
    return _FORMULA.match(text) is not None


def figure(value: Decimal, *, grouped: bool) -> str:
    """An amount's digits with its cents, e.g. `1,240.00`; more decimals where it has more."""
    exponent = value.as_tuple().exponent
    cents = max(2, -exponent) if isinstance(exponent, int) else 2
    return f"{value:{',' if grouped else ''}.{cents}f}"


def moment(value: datetime) -> tuple[str, str]:
    """Day and time with its offset: `2026-03-04` and `16:05:11 UTC-05:00`."""
    written = value.isoformat(sep=" ", timespec="seconds")
    return written[:10], f"{written[11:19]} {offset(value)}"


def offset(value: datetime) -> str:
    """The offset of a moment as people write it: `UTC`, `UTC-05:00`."""
    behind = value.isoformat(timespec="seconds")[19:]
    return "UTC" if behind == "+00:00" else f"UTC{behind}"


def words(cell: Cell) -> str:
    """A cell as it is printed; empty for nothing. A moment takes two lines."""
    if cell is None:
        return ""
    if isinstance(cell, Amount):
        return clean(f"{cell.currency} {figure(cell.value, grouped=True)}".strip())
    if isinstance(cell, datetime):
        return "\n".join(moment(cell))
    return clean(cell) if isinstance(cell, str) else f"{cell:,}" if isinstance(cell, int) else cell.isoformat()
