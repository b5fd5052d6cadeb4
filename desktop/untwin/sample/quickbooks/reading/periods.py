"""The period of a report: between two days or by one of QuickBooks' words for it, and cut into columns."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from untwin.sample.quickbooks import faults

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from the first to the last, with a title."""

    first: date
    last: date
    title: str = "Total"

    def holds(self, day: str) -> bool:
        """Whether a written day lies in it."""
        return self.first.isoformat() <= day <= self.last.isoformat()


def period_of(params: dict[str, str], today: date) -> Period:
    """The period that was asked for; without a word about it the year to date.

    Raises:
        FaultError: an end is no day.
    """
    macro = _MACROS.get(params.get("date_macro", "").strip().lower(), _year_to_date)
    usual = macro(today)
    first, last = (_day(params.get(name)) for name in ("start_date", "end_date"))
    last = last or _day(params.get("report_date")) or (usual.last if first is None else max(first, usual.last))
    return Period(first or min(usual.first, last), last)


def columns_of(period: Period, by: str) -> list[Period]:
    """The columns of a report that is summed up by months, quarters or years; one in all other cases."""
    months = {"month": 1, "quarter": 3, "year": 12}.get(by.lower())
    return [*_cut(period, months)] if months else [period]


def _cut(period: Period, months: int) -> Iterator[Period]:
    begins = period.first
    while begins <= period.last:
        start = begins.month - (begins.month - 1) % months
        ends = min(_after(begins.replace(month=start, day=1), months) - _DAY, period.last)
        title = f"{begins:%b %Y}" if months == 1 else f"{begins:%b} - {ends:%b} {ends.year}"
        yield Period(begins, ends, title)
        begins = ends + _DAY


def _after(first: date, months: int) -> date:
    """The first day of the month so many months later."""
    total = first.year * 12 + first.month - 1 + months
    return date(total // 12, total % 12 + 1, 1)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise faults.invalid_query(f"{text} is not a date") from None


def _year_to_date(today: date) -> Period:
    return Period(today.replace(month=1, day=1), today)


def _year(today: date, back: int) -> Period:
    return Period(date(today.year - back, 1, 1), date(today.year - back, 12, 31))


def _month(today: date, back: int) -> Period:
    first = _after(today.replace(day=1), -back)
    return Period(first, _after(first, 1) - _DAY)


def _quarter(today: date, back: int) -> Period:
    first = _after(today.replace(month=today.month - (today.month - 1) % 3, day=1), -3 * back)
    return Period(first, _after(first, 3) - _DAY)


def _week(today: date, back: int) -> Period:
    first = today - timedelta(days=(today.weekday() + 1) % 7 + 7 * back)
    return Period(first, first + 6 * _DAY)


_MACROS: dict[str, Callable[[date], Period]] = {
    "all": lambda today: Period(date(1970, 1, 1), today),
    "today": lambda today: Period(today, today),
    "yesterday": lambda today: Period(today - _DAY, today - _DAY),
    "this week": lambda today: _week(today, 0),
    "last week": lambda today: _week(today, 1),
    "this month": lambda today: _month(today, 0),
    "this month-to-date": lambda today: Period(today.replace(day=1), today),
    "last month": lambda today: _month(today, 1),
    "this fiscal quarter": lambda today: _quarter(today, 0),
    "last fiscal quarter": lambda today: _quarter(today, 1),
    "this fiscal year": lambda today: _year(today, 0),
    "this calendar year": lambda today: _year(today, 0),
    "last fiscal year": lambda today: _year(today, 1),
    "last calendar year": lambda today: _year(today, 1),
    "this fiscal year-to-date": _year_to_date,
    "this calendar year-to-date": _year_to_date,
}
