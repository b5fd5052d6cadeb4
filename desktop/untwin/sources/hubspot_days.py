"""Tells the day that HubSpot's moments stand for: it keeps an invoice's date as a moment, and shows it as a day."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from untwin.domain.words.reading import day_of

# HubSpot's names for the zones of the United States; not every system has those old names still.
_TODAYS = {
    "US/Eastern": "America/New_York",
    "US/Central": "America/Chicago",
    "US/Mountain": "America/Denver",
    "US/Pacific": "America/Los_Angeles",
    "US/Arizona": "America/Phoenix",
    "US/Alaska": "America/Anchorage",
    "US/Hawaii": "Pacific/Honolulu",
}
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
Zone = Callable[[], tzinfo]


def zone_of(account: Mapping[str, Any]) -> tzinfo:
    """The zone in which an account's days are counted; where it names none that is known here, what it is now."""
    name = account.get("timeZone")
    if isinstance(name, str):
        try:
            return ZoneInfo(_TODAYS.get(name, name))
        except (OSError, ValueError, LookupError):
            pass  # this computer knows no such zone, or none at all
    offset = account.get("utcOffsetMilliseconds")
    known = isinstance(offset, int) and not isinstance(offset, bool) and abs(offset) < _DAY / timedelta(milliseconds=1)
    return timezone(timedelta(milliseconds=offset)) if known and isinstance(offset, int) else UTC


def told_day(text: str, zone: Zone) -> date | None:
    """The day of a property; `zone` is asked for only where the moment alone doesn't tell.

    A plain day, and midnight of the whole world's clock, are that day: programs write days so. A person who picks a
    day in HubSpot stores the moment at which it begins or ends where the account is.
    """
    moment = _moment(text)
    if moment is None:
        return day_of(text)
    if moment.time() == time(0):
        return moment.date()
    there = zone()
    local = moment.astimezone(there)
    return local.date() if isinstance(there, ZoneInfo) else _day_near(local)


def _day_near(local: datetime) -> date:
    """The day where the zone's summer time isn't known: the first or the last moment of a day may be an hour off."""
    if (local.minute, local.second) == (0, 0):
        return (local + _HOUR).date()
    if (local.minute, local.second) == (59, 59):
        return (local - _HOUR).date()
    return local.date()


def _moment(text: str) -> datetime | None:
    """A moment with its offset, or in thousandths of a second since 1970."""
    try:
        if text.isascii() and text.isdigit() and len(text) in (12, 13):
            return datetime.fromtimestamp(int(text) / 1000, UTC)
        moment = datetime.fromisoformat(text)
    except (ValueError, OverflowError, OSError):
        return None
    # At the ends of time a moment has no day in every zone.
    return moment.astimezone(UTC) if moment.tzinfo and 1 < moment.year < 9999 else None
