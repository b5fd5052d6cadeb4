"""What the inbox's list looked like when it was left, kept so that the next start's first frame can show it at once."""

import json
from collections.abc import Sequence
from typing import NamedTuple

_CELLS = 6
KEPT_AS = "window front"  # its name among the preferences


class FrontRow(NamedTuple):
    """One row as it was painted.

    Attributes:
        id: the case's.
        lines: two lines a column.
        icon, tone: the shape and the colour of its state.
        state_icons, flag_icons: the marks before the second lines of its first and its last column.
        since: of when its age is, in seconds since 1970, where the first column ends with its age; else 0.
    """

    id: str
    lines: list[list[str]]
    icon: str
    tone: str
    state_icons: list[str]
    flag_icons: list[str]
    since: int


class FrontView(NamedTuple):
    """One view's tab, with how many cases it had; `daily` says that these are others tomorrow."""

    title: str
    cases: int
    daily: bool


class FrontHint(NamedTuple):
    """One action of the footer, with its keys as people read them."""

    id: str
    title: str
    hint: str
    shown_keys: list[str]


class Front(NamedTuple):
    """What was shown, and of which store.

    Attributes:
        revision: how far the store's inbox was.
        companies: tells whether the connected companies are still the same.
        day: the day on the wall, as ISO 8601.
        until: from then on a case is in sight again that was put off, in microseconds since 1970; 0 for never.
        place: view, company and filter, as the bookmark tells them.
        view: the place of the view that was shown.
        total, chosen, first: how many rows there were, the chosen one, and the first one that is kept here.
        counted: what the footer said.
    """

    revision: int
    companies: str
    day: str
    until: int
    place: str
    view: int
    total: int
    chosen: int
    counted: str
    views: list[FrontView]
    rows: list[FrontRow]
    hints: list[FrontHint]
    first: int

    def fits(self, revision: int, companies: str, place: str, day: str, now: int) -> bool:
        """Whether the store and whoever opens it would show the very same now."""
        woken = 0 < self.until <= now * 1_000_000
        daily = self.views[self.view].daily and day != self.day
        same = (revision, companies, place) == (self.revision, self.companies, self.place)
        return same and not woken and not daily


def companies_mark(companies: Sequence[tuple[str, str]]) -> str:
    """Tells whether companies are the same, by their names and ids."""
    return json.dumps(companies)


def place_of(view: str, company: str, typed: str) -> str:
    """View, company and filter as one text."""
    return json.dumps([view, company, typed])


def front_text(front: Front) -> str:
    """As it is kept."""
    return json.dumps(front)


def front_of(text: str) -> Front | None:
    """As it was kept; None where nothing was, or it can't be read."""
    try:
        kept = Front(*json.loads(text))
        views, rows = [FrontView(*each) for each in kept.views], [FrontRow(*each) for each in kept.rows]
        front = kept._replace(views=views, rows=rows, hints=[FrontHint(*each) for each in kept.hints])
    except (ValueError, TypeError):
        return None
    return front if _sound(front) else None


def _sound(front: Front) -> bool:
    numbers = (front.revision, front.until, front.view, front.total, front.chosen, front.first)
    right = all(type(number) is int and number >= 0 for number in numbers)
    rows = all(len(row.lines) == _CELLS and all(len(lines) == 2 for lines in row.lines) for row in front.rows)
    return right and rows and front.view < len(front.views) and front.chosen < max(front.total, 1)
