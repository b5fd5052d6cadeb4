"""The number map: a company's numbers as lanes, with what is missing, what is used twice, and where two series meet.

It is drawn from the number index and from the inbox. It suggests and draws; it never says that a number is free.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

_SERIES = 3  # documents that make it plain how a series goes on
# The first and the last figure of something, both included.
Run = tuple[int, int]

NEVER_EVIDENCE = (
    "The map draws what Untwin read last. It never decides a case, and a number that is missing here may be used: "
    "Untwin asks QuickBooks before it changes anything."
)


class Maker(StrEnum):
    """What is known of who made a document. Nearly always nothing is: QuickBooks keeps no field for it."""

    UNKNOWN = "unknown"
    APP = "app"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Made:
    """One document whose maker is known; `source` is the app's id, empty where a person typed it."""

    entity: str
    id: str
    maker: Maker
    source: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A number that an app gave to a document that is not in QuickBooks yet: a case of the inbox waits for it."""

    source: str
    number: str
    case_id: str
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast a series goes on.

    Attributes:
        documents: documents a week, over the last weeks.
        figures: figures a week that its last number went on; zero where it rests.
        slowest, fastest: the same in the slower and in the faster half of these weeks.
        weeks: how many weeks were looked at.
        why_none: a sentence where nothing can be said of what comes.
    """

    documents: Fraction = Fraction()
    figures: Fraction = Fraction()
    slowest: Fraction = Fraction()
    fastest: Fraction = Fraction()
    weeks: int = 0
    why_none: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a lane without a leap: its ends, its documents, and the day of its latest one."""

    first: int
    last: int
    documents: int
    latest: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Lane:
    """One series: the documents of one type, or the numbers that one app is known to have given.

    Attributes:
        key: names it within its block: the entity, or the app's id.
        source: the app's id; empty for a type's lane.
        figures: the figures of its numbers in their order; one that is there twice is there twice.
        days: the day of each, as an ordinal; 0 where it has none.
        ids: QuickBooks' id of each; empty for one that only waits.
        entities: the type of each; a type's lane has one entry for all.
        known: the places of documents whose maker is known, and who that is.
        stretches: its parts between leaps, in their order.
        main: the place of the one that grows: its next number follows from that.
        shares: the keys of the lanes with which it takes turns, as one counter has them do.
        next: the figure that would come next by what the index knows.
        waiting: how many of its numbers belong to no document yet, but to a case of the inbox.
    """

    key: str
    source: str
    figures: Sequence[int]
    days: Sequence[int]
    ids: Sequence[str]
    entities: Sequence[str]
    known: dict[int, Made] = field(default_factory=dict)
    stretches: tuple[Stretch, ...] = ()
    main: int = 0
    speed: Speed = Speed()
    shares: tuple[str, ...] = ()
    next: int = 0
    waiting: int = 0

    @property
    def growing(self) -> Stretch:
        """The stretch that grows."""
        return self.stretches[self.main]

    @property
    def tells_next(self) -> bool:
        """Whether there are enough of them to say which number comes next."""
        return self.growing.documents >= _SERIES or bool(self.shares)

    def entity(self, place: int) -> str:
        """The type of one document."""
        return self.entities[place if len(self.entities) > 1 else 0]


class Sign(StrEnum):
    """What may be worth a look."""

    GAP = "gap"
    OVERLAP = "overlap"
    TWICE = "twice"
    CLASH = "clash"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Find:
    """Something worth a look, at some figures. `lanes` are the keys of those it is about."""

    sign: Sign
    first: int
    last: int
    lanes: tuple[str, ...] = ()
    documents: int = 0


@dataclass(frozen=True, slots=True)
class Forecast:
    """Where a series will meet a number that is used, and about when, if it goes on as in the last weeks.

    Attributes:
        lane: the key of the series that grows.
        at: the figure where it meets.
        what: what is there, in words: `credit memos begin`.
        weeks: in about how many; `soonest` and `latest` are the same by the faster and the slower half of the last
            weeks; `latest` is None where the slower half stood still.
    """

    lane: str
    at: int
    what: str
    weeks: Fraction
    soonest: Fraction
    latest: Fraction | None


@dataclass(frozen=True, slots=True)
class Block:
    """All series that share one kind of number, so that they can meet: one number space, one beginning.

    Attributes:
        space: the number space; `sales` is shared by four types.
        prefix: what the numbers begin with, as it was printed first; empty for bare figures.
        width: the digits that a number is filled up to with zeros; 0 where it isn't.
        gaps: figures that nothing uses, between those that are used.
        twice: figures that more than one document has.
        clashes: figures that an app wants and that are used.
        kept: figures that a person said an app gives next, with the app.
        forecasts: the next meetings, the soonest first.
        used: every figure that is used, each once.
    """

    space: str
    prefix: str
    width: int
    lanes: tuple[Lane, ...]
    used: Sequence[int]
    gaps: tuple[Run, ...] = ()
    twice: tuple[int, ...] = ()
    clashes: tuple[int, ...] = ()
    overlaps: tuple[Find, ...] = ()
    kept: tuple[tuple[int, int, str], ...] = ()
    forecasts: tuple[Forecast, ...] = ()

    def number(self, figure: int) -> str:
        """A figure as a number of this kind is printed."""
        return f"{self.prefix}{figure:0{self.width}d}"

    def lane(self, key: str) -> Lane:
        """One of its lanes."""
        return next(lane for lane in self.lanes if lane.key == key)

    @property
    def documents(self) -> int:
        """How many documents of QuickBooks it shows."""
        return sum(len(lane.figures) for lane in self.lanes if not lane.source)


@dataclass(frozen=True, slots=True)
class NumberMap:
    """A company's numbers.

    Attributes:
        as_of: QuickBooks' clock when the index was brought up to date last; None while it is not whole.
        documents: how many documents the index knows.
        loose: documents whose numbers belong to no series.
        unnumbered: documents without a number.
        vendors: bills and vendor credits; their numbers are their vendors', so they are not drawn.
        more_blocks: kinds of numbers that are left out since there are too many.
    """

    blocks: tuple[Block, ...]
    as_of: dt.datetime | None = None
    documents: int = 0
    loose: int = 0
    unnumbered: int = 0
    vendors: int = 0
    more_blocks: int = 0
