"""What is asked of the inbox's list: which cases, in which order; and what is answered."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import IntEnum

from untwin.domain.inbox.filter_line import NOTHING_ASKED, Filter


class Column(IntEnum):
    """What the list can be sorted by; the places are those of its columns."""

    AGE = 0
    NUMBER = 1
    CUSTOMER = 2
    AMOUNT = 3
    HOLDER = 4
    VERDICT = 5


@dataclass(frozen=True, slots=True)
class Query:
    """Which cases are to be listed.

    Attributes:
        view: what the view asks for.
        now: with the offset of clocks on the wall here.
        company: only this company's, and those that are bound to none; all where it is empty.
        typed: what the filter asks for.
        also: cases that are listed although the view isn't theirs.
        column: what is sorted by; by the inbox's own order without one, and among equals.
    """

    view: Filter
    now: datetime
    company: str = ""
    typed: Filter = NOTHING_ASKED
    also: frozenset[int] = frozenset()
    column: Column | None = None
    backwards: bool = False

    @property
    def unfiltered(self) -> "Query":
        """The same whatever was typed."""
        return replace(self, typed=NOTHING_ASKED)


@dataclass(frozen=True, slots=True)
class Found:
    """The first cases of a query, by their ids, in order; `whole` says that there are no more."""

    ids: Sequence[int]
    whole: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cases each view has, and how many there are in all; None of a view whose cases aren't counted yet."""

    views: tuple[int | None, ...]
    total: int


@dataclass(frozen=True, slots=True)
class News:
    """What has changed since a revision: the cases by their ids, those that are gone among them.

    `many` says that there is too much of it to name: read the whole anew.
    """

    revision: int
    ids: frozenset[int] = field(default_factory=frozenset)
    many: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """A case that waits to post, as far as its watch must know it."""

    id: str
    company: str | None
    source: str | None
    number: str
    watch_began: datetime | None
    please_confirm: bool
    not_seen_yet: bool
