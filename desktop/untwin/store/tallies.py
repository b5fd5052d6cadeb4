"""Counts the inbox's cases by company and state, and what waits by currency, without reading whole cases."""

import json
import sqlite3
from collections.abc import Collection
from datetime import datetime
from decimal import Decimal

from untwin.domain.case import State
from untwin.domain.tally import MoneyTally, StateTally, Tallies

# All three at once: a body is long, and is taken apart once for each call.
_MONEY = "json_extract(body, '$.incoming.total', '$.incoming.currency', '$.incoming.in_home_currency')"


def count_cases(connection: sqlite3.Connection, states: Collection[State]) -> Tallies:
    """The counts of cases in some states; both as they stand at one moment, where a transaction is open."""
    marks, values = ", ".join("?" * len(states)), [state.value for state in states]
    counted = connection.execute(
        f"SELECT company, state, count(*), min(created_at) FROM cases WHERE state IN ({marks})"  # noqa: S608 - marks
        " GROUP BY company, state",
        values,
    )
    found = tuple(StateTally(c, State(s), n, datetime.fromisoformat(oldest)) for c, s, n, oldest in counted)
    rows = connection.execute(f"SELECT company, {_MONEY} FROM cases WHERE state IN ({marks})", values)  # noqa: S608
    # Added here: SQLite would add amounts as floats.
    sums: dict[tuple[str | None, str, bool], tuple[Decimal, int]] = {}
    for company, money in rows:
        total, currency, home = json.loads(money)
        if total is not None:
            key = (company, currency or "", bool(home))
            before, count = sums.get(key, (Decimal(0), 0))
            sums[key] = (before + Decimal(total), count + 1)
    return Tallies(found, tuple(MoneyTally(*key, total, count) for key, (total, count) in sums.items()))
