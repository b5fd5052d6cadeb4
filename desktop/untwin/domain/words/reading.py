"""Reads amounts and days as they stand in answers from outside; what can't be read is None, never a guess."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# More is no money, and written out it could fill the memory.
_BEFORE, _BEHIND = 15, 9


def amount_of(value: object) -> Decimal | None:
    """A finite amount of at most fifteen figures before the point and nine behind it, or None."""
    text = str(value)
    # Python would read figures of every script, and underscores between them.
    if not text.isascii() or "_" in text:
        return None
    try:
        amount = Decimal(text)
    except InvalidOperation:
        return None
    exponent = amount.as_tuple().exponent
    fits = isinstance(exponent, int) and exponent >= -_BEHIND and amount.adjusted() < _BEFORE
    return amount if fits else None


def day_of(value: object) -> date | None:
    """A day that begins with YYYY-MM-DD, or None."""
    text = str(value)[:10]
    try:
        # Python reads days of weeks and days without hyphens, too.
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
