"""Prints a workbook's number as a person sees it: with its leading noughts and its currency."""

import re
from functools import lru_cache

from untwin.domain.words.printed import currency_printed


def formatted(printed: str, number_format: str) -> str:
    """`7` shown as `0007` or `INV-0007`, `5.1` with a euro sign as `5.1 EUR`; a bare dollar is many countries'."""
    prefix, width, currency = _told(number_format)
    if width and printed.isdigit():
        return prefix + printed.zfill(width)
    return f"{printed} {currency}" if currency else printed


@lru_cache(maxsize=1_000)
def _told(number_format: str) -> tuple[str, int, str]:
    """What stands before the figures, how many there are at least (0: not said), and the currency."""
    first = number_format.split(";", 1)[0].strip()
    noughts = _NOUGHTS.fullmatch(first)
    if noughts and (noughts["prefix"] or len(noughts["noughts"]) > 1):
        return noughts["prefix"] or "", len(noughts["noughts"]), ""
    sign = _LOCALE.search(first)
    return "", 0, currency_printed(sign["sign"] if sign else first) or ""


_NOUGHTS = re.compile(r'(?:"(?P<prefix>[^"]{1,20})")?(?P<noughts>0{1,21})')
_LOCALE = re.compile(r"\[\$(?P<sign>[^\]-]{1,10})(?:-[^\]]{0,10})?\]")
