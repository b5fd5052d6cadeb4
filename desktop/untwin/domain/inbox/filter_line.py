"""What a filter line asks for, as plain values: terms that must all hold, each one condition or its opposite."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum

from untwin.domain.cases.case import State
from untwin.domain.verdicts.verdict import Verdict


class Mark(StrEnum):
    """What `is:` takes beside the states."""

    SNOOZED = "snoozed"
    UNREAD = "unread"
    ARCHIVED = "archived"
    LABELLED = "labelled"
    NOTED = "noted"
    SOLVED = "solved"
    OPEN = "open"
    CHANGED_TODAY = "today"


class FlagWord(StrEnum):
    """What `flag:` takes: facts about the documents in the way, and about the case."""

    EMAILED = "e-mailed"
    PAID = "paid"
    LINKED = "linked"
    VOIDED = "voided"
    CLOSED = "closed"
    TRUST = "trust"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class Text:
    """The words stand somewhere in the case's row; upper and lower case make no difference."""

    text: str


@dataclass(frozen=True, slots=True)
class InState:
    """It is in one of these states."""

    states: frozenset[State]


@dataclass(frozen=True, slots=True)
class Marked:
    """The mark is on it."""

    mark: Mark


@dataclass(frozen=True, slots=True)
class OfCompany:
    """Its company's name holds the text, or its id is the text; an empty one: it is bound to no company."""

    text: str


@dataclass(frozen=True, slots=True)
class OfSource:
    """Its source's name holds the text; an empty one: nothing says its source."""

    text: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """Its number is this one, as numbers are compared."""

    number: str


@dataclass(frozen=True, slots=True)
class NumberBetween:
    """Its number is `prefix` and a figure from `low` to `high`, both included; None is no end."""

    prefix: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class AmountBetween:
    """Its waiting amount lies between; None is no end. `low_in` and `high_in` say whether the ends belong to it."""

    low: Decimal | None
    high: Decimal | None
    low_in: bool = True
    high_in: bool = True


@dataclass(frozen=True, slots=True)
class OfVerdict:
    """Its verdict is one of these; none of them: there is no verdict yet."""

    verdicts: frozenset[Verdict]


@dataclass(frozen=True, slots=True)
class OfType:
    """What waits is of one of `kinds`, or a document in the way of one of `entities` (QuickBooks' names)."""

    kinds: frozenset[str]
    entities: frozenset[str]


@dataclass(frozen=True, slots=True)
class Flagged:
    """The flag is on it."""

    flag: FlagWord


@dataclass(frozen=True, slots=True)
class Age:
    """It was taken in longer ago than `over`, or less long ago than `under`; one of them is None."""

    over: timedelta | None = None
    under: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Labelled:
    """It has the label; upper and lower case make no difference."""

    label: str


@dataclass(frozen=True, slots=True)
class Coded:
    """One of its errors printed this code."""

    code: str


Condition = (
    Text
    | InState
    | Marked
    | OfCompany
    | OfSource
    | Numbered
    | NumberBetween
    | AmountBetween
    | OfVerdict
    | OfType
    | Flagged
    | Age
    | Labelled
    | Coded
)


@dataclass(frozen=True, slots=True)
class Term:
    """One condition, or with `unless` its opposite. What isn't known fits no condition, so it fits each opposite."""

    condition: Condition
    unless: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """What a line asks for: every term holds. `problems` has a sentence for each word that was not understood."""

    terms: tuple[Term, ...] = ()
    problems: tuple[str, ...] = ()

    def __and__(self, other: "Filter") -> "Filter":
        """Both at once."""
        return Filter((*self.terms, *other.terms), (*self.problems, *other.problems))


NOTHING_ASKED = Filter()
