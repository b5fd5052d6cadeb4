"""Until when a case is put off: what each offered choice means for a case, and days as people type them."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from untwin.domain.cases.case import Case
from untwin.domain.cases.marks import Snooze, Until
from untwin.domain.company.company import Company
from untwin.domain.inbox.awake import standing
from untwin.domain.problems import BadInput, NotAllowed
from untwin.domain.verdicts.blocks import BlockId
from untwin.domain.words.typed_values import find_days

ANSWER_DAYS = 3  # after which somebody who was asked is asked again
_MORNING = time(8)
_LATER = timedelta(hours=3)
_CLOSED = frozenset({BlockId.CLOSED_BOOKS, BlockId.REPORTED, BlockId.WAITING_IN_CLOSED_BOOKS})
_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SPAN = re.compile(r"(?:in )?(\d{1,4}) ?(min(?:ute)?s?|h(?:ours?)?|d(?:ays?)?|w(?:eeks?)?)", re.IGNORECASE)
_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
OnTheWall = Callable[[datetime], datetime]
"""A moment as clocks on the wall here show it."""


class Choice(StrEnum):
    """What can be chosen; the values are the command line's."""

    LATER = "later"
    TOMORROW = "tomorrow"
    MONDAY = "monday"
    CYCLE = "cycle"
    PERIOD = "period"
    ANSWER = "answer"


def snooze_for(case: Case, choice: Choice | datetime, now: datetime, company: Company | None) -> Snooze:
    """The snooze that a choice, or a moment, means for one case; `now` is as clocks on the wall here show it.

    Raises:
        NotAllowed: the choice makes no sense for this case.
    """
    if choice is Choice.PERIOD:
        return _until_period(case, now, company)
    if choice is Choice.CYCLE:
        return _made(case, Until.CYCLE, _next_cycle(case, now, company), now)
    if choice is Choice.ANSWER:
        return _made(case, Until.ANSWER, morning(now.date() + timedelta(days=ANSWER_DAYS), now), now)
    moment = choice if isinstance(choice, datetime) else when(choice, now)
    if moment <= now:
        raise BadInput("That moment has passed already.", "Choose a later one.")
    return _made(case, Until.TIME, moment, now)


def when(choice: Choice, now: datetime) -> datetime:
    """The moment that a choice of time means."""
    if choice is Choice.LATER:
        return (now + _LATER).replace(second=0, microsecond=0)
    days = 1 if choice is Choice.TOMORROW else 7 - now.weekday()
    return morning(now.date() + timedelta(days=days), now)


def morning(day: date, now: datetime) -> datetime:
    """Eight in the morning of a day, by the offset of `now`."""
    return datetime.combine(day, _MORNING, now.tzinfo)


def on_the_wall(moment: datetime, shown: OnTheWall) -> datetime:
    """The moment at which the wall's clock will show that hour: summer time may end on the way."""
    there = shown(moment)
    return moment + (moment.replace(tzinfo=None) - there.replace(tzinfo=None))


def typed_moment(text: str, now: datetime) -> datetime:
    """What a person typed: `12 Dec`, `2026-12-12`, `friday`, `3 days`, `2h`.

    Raises:
        BadInput: it is no day, or one that has passed.
    """
    words = " ".join(text.split())
    if span := _SPAN.fullmatch(words):
        passed = int(span[1]) * _UNITS[span[2][0].lower()]
        later = now + passed
        return later if passed < timedelta(days=1) else morning(later.date(), now)
    day = _weekday(words, now.date()) or _typed_day(words, now.date())
    if day is None:
        raise BadInput(f"“{words}” is no day.", "Type e.g. 12 Dec, 2026-12-12, friday, 3 days or 2h.")
    if day <= now.date():
        raise BadInput(f"{day} has passed already.", "Type a later day.")
    return morning(day, now)


def closing(company: Company | None, closed_through: date | None) -> date | None:
    """The last closed day: QuickBooks' own, or the firm's where that is later."""
    days = (closed_through, company.settings.reported_through if company else None)
    return max((day for day in days if day is not None), default=None)


def _made(case: Case, why: Until, until: datetime, now: datetime) -> Snooze:
    return Snooze(why, until, now, standing(case), case.count)


def _until_period(case: Case, now: datetime, company: Company | None) -> Snooze:
    if not any(block.id in _CLOSED for block in case.blocks) or case.evidence is None:
        raise NotAllowed("No closed period is in its way.", "Choose a time.")
    closed = closing(company, case.evidence.facts.closed_through)
    return Snooze(Until.PERIOD, None, now, standing(case), case.count, closed)


def _next_cycle(case: Case, now: datetime, company: Company | None) -> datetime:
    if case.source is None or company is None:
        raise NotAllowed("Nothing says which app it comes from, so nobody knows when that tries again.")
    binding = company.binding(case.source)
    cycle = timedelta(seconds=binding.cycle_seconds if binding else company.profile(case.source).cycle_seconds)
    began = case.watch_began or case.updated_at
    return began + cycle * max(1, (now - began) // cycle + 1)


def _weekday(words: str, today: date) -> date | None:
    name = words.casefold().removeprefix("next ")[:3]
    if name not in _WEEK or not words.isascii() or any(c.isdigit() for c in words):
        return None
    return today + timedelta(days=(_WEEK.index(name) - today.weekday() - 1) % 7 + 1)


def _typed_day(words: str, today: date) -> date | None:
    found = find_days(words, today)
    if len(found) != 1 or found[0].text != words:
        return None
    later = [day for day in found[0].readings if day > today]
    if later:
        return min(later)
    said_year = any(str(day.year) in words for day in found[0].readings)
    coming = [_next_year(day) for day in found[0].readings if not said_year]
    return min(coming, default=found[0].readings[0] if found[0].readings else None)


def _next_year(day: date) -> date:
    return date(day.year + 1, day.month, min(day.day, 28)) if day.month == 2 else day.replace(year=day.year + 1)
