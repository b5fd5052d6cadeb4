"""Tells the sample firms' time: Pacific, on the day the firm was asked for, and repeatable while it is prepared."""

from datetime import UTC, date, datetime, timedelta, timezone


def pacific(day: date) -> timezone:
    """The Pacific offset in force on a day.

    Worked out here because Windows ships no time zone data and Python none either.
    """
    begins = _sunday(date(day.year, 3, 8))
    ends = _sunday(date(day.year, 11, 1))
    return timezone(timedelta(hours=-7 if begins <= day < ends else -8))


def at(day: date, hour: int = 9, minute: int = 0, second: int = 0) -> datetime:
    """A Pacific moment on a day."""
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=pacific(day))


def stamp(moment: datetime) -> str:
    """A moment as QuickBooks writes it in MetaData."""
    return moment.isoformat(timespec="seconds")


class Clock:
    """Time as the sample servers see it.

    While the firm is being prepared the clock shows a moment two days back and moves one second a look, so
    that one seed and one date always give the same books. After `go_live` it runs with the real clock, shifted
    by whole days when another date than today was asked for.
    """

    def __init__(self, today: date, shift: timedelta | None = None) -> None:
        # A sample that goes on from its file was made on another day.
        self._shift = today - _real_today() if shift is None else shift
        # Two days back is in the past in every time zone, and inside every period the firm keeps open.
        self._rehearsed: datetime | None = at(today - timedelta(days=2), 6)

    def go_live(self) -> None:
        """Ends the preparation."""
        self._rehearsed = None

    def now(self) -> datetime:
        """This moment, Pacific."""
        if self._rehearsed is not None:
            self._rehearsed += timedelta(seconds=1)
            return self._rehearsed
        moment = datetime.now(UTC) + self._shift
        return moment.astimezone(pacific((moment - timedelta(hours=8)).date()))

    @property
    def shift(self) -> timedelta:
        """By how many days it differs from the real one."""
        return self._shift

    def today(self) -> date:
        """The date on the user's calendar."""
        return _real_today() + self._shift


def _real_today() -> date:
    return datetime.now(UTC).astimezone().date()


def _sunday(day: date) -> date:
    return day + timedelta(days=(6 - day.weekday()) % 7)
