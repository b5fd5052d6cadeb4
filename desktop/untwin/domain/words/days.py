"""How a day is written in a sentence: with the month by its name, so that no country misreads it."""

from datetime import date, datetime

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def told_day(day: date | None) -> str:
    """`3 Nov 2026`; `an unknown day` for None. Python's own names would follow the machine's language."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}" if day else "an unknown day"


def told_weekday(day: date) -> str:
    """`Mon 30 Nov`: a day near enough to go by its weekday."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1][:3]}"


def told_moment(at: datetime) -> str:
    """`3 Nov 2026 at 06:07`, by the clock that the moment carries."""
    return f"{told_day(at.date())} at {at:%H:%M}"


def day_words(day: date) -> str:
    """`3 November 2026`: the month in full."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
