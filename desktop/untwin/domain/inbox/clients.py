"""The firm's clients at a glance: what is open in each company, what waits, and when its apps were looked at last."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from untwin.domain.cases.case import State
from untwin.domain.company.company import Company
from untwin.domain.inbox.filter_words import AWAITED, DECISION, FRESH
from untwin.domain.inbox.tally import MoneyTally, StateTally, Tallies

STALE_AFTER = timedelta(days=7)
NEEDS, NEW, WAITING = DECISION, FRESH, AWAITED
OPEN: frozenset[State] = NEEDS | NEW | WAITING


@dataclass(frozen=True, slots=True)
class Check:
    """When an app's errors were looked at last, for one company.

    Attributes:
        source: the app's id, and `name` how people call it.
        whole_at: when its whole list of what fails was seen, taken in or by a person's word.
        by: who said so; empty where the list itself was taken in.
        part_at: when single errors of it were taken in; that proves nothing about the others.
    """

    source: str
    name: str
    whole_at: datetime | None = None
    by: str = ""
    part_at: datetime | None = None

    def is_stale(self, now: datetime) -> bool:
        """Whether an empty inbox is no proof any more that nothing fails there."""
        return self.whole_at is None or now - self.whole_at > STALE_AFTER


@dataclass(frozen=True, slots=True)
class Client:
    """One row: a company, or the cases that belong to none that is connected.

    Attributes:
        company: None for cases without a connected company.
        money: what waits, by currency; "" stands for what no source gave a currency for. Never added together.
        without_amount: open cases whose amount nobody knows; they are missing in `money`.
    """

    company: Company | None
    needs: int = 0
    new: int = 0
    waiting: int = 0
    money: tuple[tuple[str, Decimal], ...] = ()
    without_amount: int = 0
    oldest: datetime | None = None
    checks: tuple[Check, ...] = ()

    @property
    def name(self) -> str:
        """The company's name; empty where there is none."""
        return self.company.name if self.company else ""

    @property
    def realm(self) -> str:
        """QuickBooks' id of the company; empty where there is none."""
        return self.company.realm if self.company else ""

    @property
    def open(self) -> int:
        """How many errors are open."""
        return self.needs + self.new + self.waiting

    @property
    def checked_at(self) -> datetime | None:
        """When the app that was looked at the longest ago was looked at; None where one never was, or there is none."""
        seen = [check.whole_at for check in self.checks]
        return min((at for at in seen if at), default=None) if all(seen) else None

    def is_stale(self, now: datetime) -> bool:
        """Whether one of its apps should be looked at again; a company without an app has nothing to look at."""
        return any(check.is_stale(now) for check in self.checks)


class Order(StrEnum):
    """In which order the clients stand; the values are shown."""

    URGENT = "what needs you first"
    NAME = "name"
    OLDEST = "oldest open error"
    CHECKED = "checked longest ago"


def clients(companies: Iterable[Company], tallies: Tallies, checks: Mapping[str, tuple[Check, ...]]) -> list[Client]:
    """A row for each company, and one more where cases belong to none; `checks` by realm."""
    known = {company.realm: company for company in companies}
    states: dict[str, list[StateTally]] = {}
    for each in tallies.states:
        states.setdefault(_place(each.company, known), []).append(each)
    money: dict[str, list[MoneyTally]] = {}
    for sum_ in tallies.money:
        money.setdefault(_place(sum_.company, known), []).append(sum_)
    realms = [*known, *([""] if "" in states else [])]
    return [_client(known.get(r), states.get(r, []), money.get(r, []), checks.get(r, ())) for r in realms]


def _place(realm: str | None, known: Mapping[str, Company]) -> str:
    return realm if realm is not None and realm in known else ""


def _client(
    company: Company | None, states: list[StateTally], money: list[MoneyTally], checks: tuple[Check, ...]
) -> Client:
    def count(of: frozenset[State]) -> int:
        return sum(tally.cases for tally in states if tally.state in of)

    openly = [tally for tally in states if tally.state in OPEN]
    return Client(
        company=company,
        needs=count(NEEDS),
        new=count(NEW),
        waiting=count(WAITING),
        money=_by_currency(money, company),
        without_amount=sum(tally.cases for tally in openly) - sum(each.cases for each in money),
        oldest=min((tally.oldest for tally in openly), default=None),
        checks=checks,
    )


def _by_currency(money: list[MoneyTally], company: Company | None) -> tuple[tuple[str, Decimal], ...]:
    sums: dict[str, Decimal] = {}
    for each in money:
        code = each.currency or _home(each, company)
        sums[code] = sums.get(code, Decimal(0)) + each.total
    return _in_row(sums)


def _in_row(sums: Mapping[str, Decimal]) -> tuple[tuple[str, Decimal], ...]:
    """By the currency's code; what has none comes last."""
    return tuple(sorted(sums.items(), key=lambda each: (not each[0], each[0])))


def _home(money: MoneyTally, company: Company | None) -> str:
    """The company's own currency, where an amount without one can be in no other."""
    facts = company.facts if company else None
    if facts is None or not (money.in_home_currency or facts.multicurrency is False):
        return ""
    return facts.home_currency or ""


def in_order(rows: Iterable[Client], order: Order) -> list[Client]:
    """The rows in an order; cases without a company come last, and what is equal stands by name."""
    by_name = sorted(rows, key=lambda row: (row.company is None, row.name.casefold(), row.realm))
    if order is Order.NAME:
        return by_name
    return sorted(by_name, key=lambda row: (row.company is None, *_RANKS[order](row)))


_Rank = tuple[int, int, int, datetime]
_FIRST, _LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


def _urgent(row: Client) -> _Rank:
    return (-row.needs, -row.new, -row.waiting, row.oldest or _LAST)


def _longest_open(row: Client) -> _Rank:
    return (0, 0, 0, row.oldest or _LAST)


def _longest_unchecked(row: Client) -> _Rank:
    """One that was never looked at comes first; one without an app has nothing to look at."""
    return (0, 0, 0, (row.checked_at or _FIRST) if row.checks else _LAST)


_RANKS: Mapping[Order, Callable[[Client], _Rank]] = {
    Order.URGENT: _urgent,
    Order.OLDEST: _longest_open,
    Order.CHECKED: _longest_unchecked,
}


@dataclass(frozen=True, slots=True)
class Totals:
    """All rows together."""

    companies: int
    needs: int
    new: int
    waiting: int
    money: tuple[tuple[str, Decimal], ...]
    without_amount: int
    stale: int

    @property
    def open(self) -> int:
        """How many errors are open."""
        return self.needs + self.new + self.waiting


def totals(rows: Iterable[Client], now: datetime) -> Totals:
    """The sums of rows; money stays apart by currency."""
    listed = list(rows)
    sums: dict[str, Decimal] = {}
    for row in listed:
        for code, amount in row.money:
            sums[code] = sums.get(code, Decimal(0)) + amount
    return Totals(
        companies=sum(row.company is not None for row in listed),
        needs=sum(row.needs for row in listed),
        new=sum(row.new for row in listed),
        waiting=sum(row.waiting for row in listed),
        money=_in_row(sums),
        without_amount=sum(row.without_amount for row in listed),
        stale=sum(row.is_stale(now) for row in listed),
    )
