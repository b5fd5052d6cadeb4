"""How fast a series goes on, and where it will meet a number that is used, if it goes on like that."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from fractions import Fraction

from untwin.domain.books.documents import TYPES
from untwin.domain.number_map.lanes import Forecast, Lane, Speed
from untwin.domain.sources.declared import source_name
from untwin.domain.words.days import told_day

_WEEKS = 13
_RESTS = 42  # days without a document after which a series rests
_LEAST = 8  # documents of the last weeks without which nothing is said
_DISORDER = 4  # more than one in that many dated well before the number ahead of it: dates tell nothing
_SLACK = 10  # days that a later number may be dated earlier: people date back
_CLOSE = 20  # figures within which documents belong together
FURTHEST = 52  # weeks; what lies further off is not said


def speed_of(figures: Sequence[int], days: Sequence[int], today: dt.date) -> Speed:
    """How fast a stretch goes on; its figures are in order, and each day is an ordinal or 0."""
    now, half, start = (today.toordinal() - back for back in (0, _WEEKS * 7 // 2, _WEEKS * 7))
    recent = [day for day in days if start < day <= now]
    documents = Fraction(len(recent), _WEEKS)
    if why := _why_none(recent, days, now, start):
        return Speed(documents=documents, weeks=_WEEKS, why_none=why)
    top, middle, bottom = (_reached(figures, days, day) for day in (now, half, start))
    if bottom is None:
        # A young series: it is looked at from its first document on.
        start = min(recent) - 1
        bottom, half = min(f for f, d in zip(figures, days, strict=True) if d) - 1, (now + start) // 2
        middle = _reached(figures, days, half)
    weeks = Fraction(now - start, 7)
    older, newer = ((middle or bottom) - bottom) * 2 / weeks, ((top or bottom) - (middle or bottom)) * 2 / weeks
    pace = ((top or bottom) - bottom) / weeks
    return Speed(documents, pace, min(older, newer), max(older, newer), round(weeks))


def _why_none(recent: list[int], days: Sequence[int], now: int, start: int) -> str:
    if not recent:
        return f"nothing in it is dated within the last {_WEEKS} weeks"
    if now - max(recent) > _RESTS:
        return f"it rests since {told_day(dt.date.fromordinal(max(recent)))}"
    if len(recent) < _LEAST:
        few = "1 of its documents is" if len(recent) == 1 else f"{len(recent)} of its documents are"
        return f"only {few} dated within the last {_WEEKS} weeks"
    if max(recent) - min(recent) < 14:
        return "its documents of the last weeks lie within a few days"
    if _disordered(days, now, start):
        return "its numbers and its dates don't go on together"
    return ""


def _disordered(days: Sequence[int], now: int, start: int) -> bool:
    """Whether many are dated before the number ahead of them; a single one that is dated oddly counts once."""
    back, of, before = 0, 0, 0
    for day in days:
        if start < day <= now:
            of += 1
            back += day < before - _SLACK
            before = day
    return back * _DISORDER > of


def _reached(figures: Sequence[int], days: Sequence[int], until: int) -> int | None:
    """The highest figure that had been given by a day."""
    for place in range(len(figures) - 1, -1, -1):
        if 0 < days[place] <= until:
            return figures[place]
    return None


def forecasts_of(lanes: Sequence[Lane], kept: Iterable[tuple[int, int, str]]) -> tuple[Forecast, ...]:
    """Where each of these series meets another's numbers next, the soonest first."""
    ranges = tuple(kept)
    found = [forecast for lane in lanes if (forecast := _meeting(lane, lanes, ranges)) is not None]
    return tuple(sorted(found, key=lambda each: (each.weeks, each.at)))


def _meeting(lane: Lane, lanes: Sequence[Lane], ranges: Sequence[tuple[int, int, str]]) -> Forecast | None:
    speed = lane.speed
    if speed.why_none or speed.figures <= 0:
        return None
    ahead = [found for other in lanes if (found := _ahead(other, lane)) is not None]
    ahead += [
        (first, f"the numbers kept clear for {source_name(s)} begin")
        for first, _, s in ranges
        if first >= lane.next and s != lane.source
    ]
    if not ahead:
        return None
    # Of two at one number the document comes first: it is there already.
    at, what = min(ahead, key=lambda each: each[0])
    left = at - lane.next + 1
    if left / speed.figures > FURTHEST:
        return None
    latest = left / speed.slowest if speed.slowest > 0 else None
    return Forecast(lane.key, at, what, left / speed.figures, left / speed.fastest, latest)


def _ahead(other: Lane, lane: Lane) -> tuple[int, str] | None:
    """The first figure of another lane that this one has still to come to, and what begins or stands there."""
    place = bisect_left(other.figures, lane.next)
    if place == len(other.figures):
        return None
    figure = other.figures[place]
    if other.source:
        wants = not other.ids[place]
        return (figure, f"{source_name(other.source)} wants that number") if wants else None
    title = TYPES[other.entity(place)].title
    begins = _begins(other.figures, place)
    more = "more" if other is lane else "the"
    return figure, f"{more} {plural(title)} begin" if begins else f"{TYPES[other.entity(place)].one} has that number"


def _begins(figures: Sequence[int], place: int) -> bool:
    """Whether several documents begin there, with nothing close before them."""
    alone = place == 0 or figures[place] - figures[place - 1] > _CLOSE
    return alone and place + 2 < len(figures) and figures[place + 2] - figures[place] <= _CLOSE


def plural(title: str) -> str:
    """Several of a type: `journal entries`, `checks or expenses`."""
    if title == "check or expense":
        return "checks and expenses"
    return f"{title[:-1]}ies" if title.endswith("y") else f"{title}s"
