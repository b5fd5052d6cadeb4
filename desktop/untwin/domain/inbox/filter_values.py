"""Reads the figures behind filter words: number ranges, amounts, and how long ago."""

import re
from datetime import timedelta
from decimal import Decimal

from untwin.domain.inbox.filter_line import Age, AmountBetween, NumberBetween
from untwin.domain.problems import BadInput
from untwin.domain.words.typed_values import find_amounts

_UNITS = {
    "min": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
    "w": timedelta(weeks=1),
}
_AGE = re.compile(r"(?P<sign>[<>])=?\s*(?P<count>\d{1,6})\s*(?P<unit>min|h|d|w)", re.IGNORECASE)
_SIGNED = re.compile(r"(?P<sign>[<>]=?)\s*(?P<value>.+)")
_FIGURE = re.compile(r"(?P<prefix>.*?)(?P<figure>[0-9]{1,18})")


def split_number(number: str) -> tuple[str, int] | None:
    """A number's letters, as they are compared, and the figure at its end; None where it ends with none."""
    found = _FIGURE.fullmatch(number.strip().casefold())
    return (found["prefix"], int(found["figure"])) if found else None


def read_number(value: str) -> NumberBetween | None:
    """`1200..1300`, `INV-7..INV-90`, `1200..`, `>1200`; None where it is one number alone.

    Raises:
        BadInput: its ends are of two series, or no figures.
    """
    if signed := _SIGNED.fullmatch(value):
        return _from_sign(signed["sign"], _end(signed["value"], value))
    low_text, dots, high_text = value.partition("..")
    if not dots:
        return None
    low = _end(low_text, value) if low_text.strip() else None
    high = _end(high_text, value) if high_text.strip() else None
    if low is None and high is None:
        raise BadInput(_RANGE.format(value))
    prefix = (low or high or ("", 0))[0]
    if low and high and high[0] not in (prefix, ""):
        raise BadInput(f"“no:{value}” begins in one series and ends in another.")
    return NumberBetween(prefix, low[1] if low else None, high[1] if high else None)


def read_amount(value: str) -> AmountBetween:
    """`>500`, `<=1,240.00`, `100..200`, or one amount alone."""
    if signed := _SIGNED.fullmatch(value):
        amount, sign = _amount(signed["value"], value), signed["sign"]
        closed = sign.endswith("=")
        return (
            AmountBetween(amount, None, low_in=closed)
            if sign.startswith(">")
            else AmountBetween(None, amount, high_in=closed)
        )
    low, dots, high = value.partition("..")
    if not dots:
        return AmountBetween(_amount(value, value), _amount(value, value))
    ends = (_amount(low, value) if low.strip() else None, _amount(high, value) if high.strip() else None)
    if ends == (None, None):
        raise BadInput(_AMOUNT.format(value))
    return AmountBetween(*ends)


def read_age(value: str) -> Age:
    """`>7d`, `<2h`, `>30min`, `<1w`."""
    found = _AGE.fullmatch(value.strip())
    if found is None:
        raise BadInput(f"“age:{value}” is no age; write age:>7d, age:<2h, age:>30min or age:<1w.")
    span = int(found["count"]) * _UNITS[found["unit"].lower()]
    return Age(over=span) if found["sign"] == ">" else Age(under=span)


def _from_sign(sign: str, end: tuple[str, int]) -> NumberBetween:
    prefix, figure = end
    step = 0 if sign.endswith("=") else 1
    if sign.startswith(">"):
        return NumberBetween(prefix, figure + step, None)
    return NumberBetween(prefix, None, figure - step)


def _end(text: str, value: str) -> tuple[str, int]:
    found = split_number(text)
    if found is None:
        raise BadInput(_RANGE.format(value))
    return found


def _amount(text: str, value: str) -> Decimal:
    found = find_amounts(text.strip())
    if len(found) != 1 or not found[0].readings or found[0].text != text.strip():
        raise BadInput(_AMOUNT.format(value))
    # 1,250 is twelve hundred and fifty.
    amount = max(found[0].readings)
    return -amount if found[0].negative else amount


_RANGE = "“no:{}” is no range of numbers; write no:1200..1300, no:>1200 or no:INV-7..INV-90."
_AMOUNT = "“amount:{}” is no amount; write amount:>500, amount:<=1240.50 or amount:100..200."
