"""Counts the inbox's cases by company and state, and what waits by currency, without reading whole cases."""

import json
import sqlite3
from collections.abc import Collection, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from untwin.domain.cases.case import State
from untwin.domain.inbox.entry import FINEST
from untwin.domain.inbox.tally import MoneyTally, StateTally, Tallies

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_HALF = 1_000_000  # amounts are added in two halves: the sum of whole ones may be more than SQLite can count
_CENT = Decimal("0.01")
Key = tuple[str | None, str, bool]


def count_cases(connection: sqlite3.Connection, states: Collection[State]) -> Tallies:
    """The counts of cases in some states; both as they stand at one moment, where a transaction is open."""
    marks, values = ", ".join("?" * len(states)), [state.value for state in states]
    counted = connection.execute(
        f"SELECT company, state, count(*), min(created) FROM inbox WHERE state IN ({marks})"  # noqa: S608 - marks
        " GROUP BY company, state",
        values,
    )
    found = tuple(StateTally(c or None, State(s), n, _moment(oldest)) for c, s, n, oldest in counted)
    sums: dict[Key, tuple[Decimal, int]] = {}
    for key, total, count in (*_whole(connection, marks, values), *_rough(connection, marks, values)):
        before = sums.get(key, (Decimal(0), 0))
        sums[key] = (before[0] + total, before[1] + count)
    return Tallies(found, tuple(MoneyTally(*key, _to_cents(total), count) for key, (total, count) in sums.items()))


def _whole(connection: sqlite3.Connection, marks: str, values: list[str]) -> Iterator[tuple[Key, Decimal, int]]:
    """Amounts that the inbox has to the last part."""
    rows = connection.execute(
        f"SELECT company, currency, own_currency, sum(value / {_HALF}), sum(value % {_HALF}), count(*) FROM inbox"  # noqa: S608
        f" WHERE state IN ({marks}) AND value IS NOT NULL AND rough = 0 GROUP BY company, currency, own_currency",
        values,
    )
    for company, currency, own, large, small, count in rows:
        yield (company or None, currency, bool(own)), Decimal(large * _HALF + small) / FINEST, count


def _rough(connection: sqlite3.Connection, marks: str, values: list[str]) -> Iterator[tuple[Key, Decimal, int]]:
    """The few that are finer or larger than that, from their cases."""
    rows = connection.execute(
        "SELECT company, json_extract(body, '$.incoming.total', '$.incoming.currency', '$.incoming.in_home_currency')"  # noqa: S608
        f" FROM cases WHERE id IN (SELECT id FROM inbox WHERE rough <> 0 AND state IN ({marks}))",
        values,
    )
    for company, money in rows:
        total, currency, own = json.loads(money)
        yield (company, currency or "", bool(own)), Decimal(total), 1


def _to_cents(total: Decimal) -> Decimal:
    """With two decimals, as the amounts came that were added, unless there are more."""
    if abs(total) >= FINEST**5 or total != total.quantize(_CENT):
        return total
    return total.quantize(_CENT)


def _moment(microseconds: int) -> datetime:
    return _EPOCH + timedelta(microseconds=microseconds)
