"""Finds amounts and days in a line that a person typed; what may mean two things comes with both."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Amount:
    """What looks like an amount at `start:end`: all it may mean, and whether its form says that it is one.

    `negative` has a minus or stands in brackets; `currency` is a code, or None.
    """

    start: int
    end: int
    text: str
    readings: tuple[Decimal, ...]
    sure: bool
    negative: bool
    currency: str | None


@dataclass(frozen=True, slots=True)
class Day:
    """What looks like a day at `start:end`, with all it may mean; none where there is no such day."""

    start: int
    end: int
    text: str
    readings: tuple[date, ...]


def find_amounts(line: str) -> tuple[Amount, ...]:
    """Everything in a line that looks like an amount, in its order."""
    return tuple(_amount(match) for match in _AMOUNT.finditer(line))


def _amount(match: re.Match[str]) -> Amount:
    figure = match["figure"]
    signs = f"{match['before'] or ''} {match['after'] or ''}".split()
    sign = next(iter(signs), "")
    negative = bool(match["minus"] or match["minus_behind"] or (match["open"] and match["close"]))
    start, end = match.span()
    readings = tuple(sorted(set(_figures(figure)), reverse=True))
    sure = bool(sign) or not figure.isdigit()
    return Amount(start, end, match[0], readings, sure, negative, _CURRENCIES.get(sign, sign or None))


def _figures(figure: str) -> Iterator[Decimal]:
    """All that a figure may mean: 1,250 is twelve hundred and fifty here and one and a quarter there."""
    plain = figure.replace("'", "").replace("\u2019", "").replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    for point, comma in ((".", ","), (",", ".")):
        whole, found, cents = plain.rpartition(point)
        if not found:
            whole, cents = plain, ""
        groups = whole.split(comma)
        grouped = len(groups) > 1
        if not all(part.isdigit() for part in groups) or len(cents) > 3 or (found and not cents.isdigit()):
            continue
        if grouped and not (1 <= len(groups[0]) <= 3 and all(len(part) == 3 for part in groups[1:])):
            continue
        if len(cents) == 3 and (grouped or not 1 <= len(whole) <= 3 or whole.startswith("0")):
            continue
        yield Decimal(f"{''.join(groups)}.{cents or 0}")


def find_days(line: str, today: date) -> tuple[Day, ...]:
    """Everything in a line that looks like a day.

    One without a year is the last such day, or one that comes within a month.
    """
    found: list[Day] = []
    for pattern, read in _DAYS:
        for match in pattern.finditer(line):
            if not any(day.start < match.end() and match.start() < day.end for day in found):
                readings = tuple(dict.fromkeys(read(match, today)))
                found.append(Day(match.start(), match.end(), match[0], readings))
    return tuple(sorted(found, key=lambda day: day.start))


def _iso(match: re.Match[str], _today: date) -> Iterable[date]:
    return _real(int(match[1]), int(match[2]), int(match[3]))


def _figures_only(match: re.Match[str], _today: date) -> Iterator[date]:
    """Day, month and year in figures; dots put the day first everywhere."""
    one, sign, two = int(match[1]), match[2], int(match[3])
    year = int(match[4]) if len(match[4]) == 4 else 2000 + int(match[4])
    for day, month in ((one, two),) if sign == "." else ((one, two), (two, one)):
        yield from _real(year, month, day)


def _no_year(match: re.Match[str], today: date) -> Iterator[date]:
    one, two = int(match[1]), int(match[2])
    for day, month in ((one, two), (two, one)):
        yield from _nearest(month, day, today)


def _named_month(match: re.Match[str], today: date) -> Iterable[date]:
    month = _MONTHS.index(match["month"][:3].lower()) + 1
    day = int(match["day"])
    return _real(int(match["year"]), month, day) if match["year"] else _nearest(month, day, today)


def _nearest(month: int, day: int, today: date) -> Iterable[date]:
    latest = today + timedelta(days=31)
    days = [found for year in range(latest.year, latest.year - 5, -1) for found in _real(year, month, day)]
    return [found for found in days if found <= latest][:1]


def _real(year: int, month: int, day: int) -> Iterator[date]:
    with suppress(ValueError):
        yield date(year, month, day)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:,? (?P<year>20\d\d)(?!\S))?"
_END = r"(?![^\s,;])"
_DAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Iterable[date]]], ...] = (
    (re.compile(r"(?<!\S)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![^\s,;])"), _iso),
    (re.compile(r"(?<!\S)(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![^\s,;])"), _figures_only),
    (re.compile(r"(?<!\S)(\d{1,2})/(\d{1,2})(?![^\s,;])"), _no_year),
    (re.compile(rf"(?<!\S)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.? {_MONTH}{_YEAR}{_END}", re.IGNORECASE), _named_month),
    (re.compile(rf"(?<!\S){_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_YEAR}{_END}", re.IGNORECASE), _named_month),
)

_CODES = "USD|CAD|GBP|EUR|AUD|NZD|CHF|INR|ZAR|SGD|HKD|JPY|MXN|SEK|NOK|DKK|PLN|BRL|AED|ILS"
_CURRENCIES: dict[str, str | None] = {"€": "EUR", "£": "GBP", "$": None}  # many countries have a dollar
_AMOUNT = re.compile(
    rf"(?<!\S)(?P<open>\()?(?:(?P<before>{_CODES}|[$€£])\s?)?(?P<minus>-)?(?:(?P<sign>[$€£])\s?)?"
    r"(?P<figure>\d{1,3}(?:[ \u00a0\u202f'\u2019]\d{3})+(?:[.,]\d{1,3})?|\d[\d.,]*\d|\d)"
    rf"(?P<minus_behind>-)?(?:\s?(?P<after>{_CODES}|[€£$]))?(?P<close>\))?(?=$|[\s,;])"
)
