"""How the store counts cases without reading them: by company and state, and what waits in each currency."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from untwin.domain.cases.case import State


@dataclass(frozen=True, slots=True)
class StateTally:
    """How many cases of a company are in a state, and when the oldest of them came in.

    `company` is the realm; None for cases that are bound to none.
    """

    company: str | None
    state: State
    cases: int
    oldest: datetime


@dataclass(frozen=True, slots=True)
class MoneyTally:
    """What the waiting documents of a company come to in one currency, and how many they are.

    `currency` is the code that the source says; empty where it says none. `in_home_currency` then tells that the
    source bills in the company's own.
    """

    company: str | None
    currency: str
    in_home_currency: bool
    total: Decimal
    cases: int


@dataclass(frozen=True, slots=True)
class Tallies:
    """Both, as they stood at one moment."""

    states: tuple[StateTally, ...] = ()
    money: tuple[MoneyTally, ...] = ()
