"""Counts what each view has: by the tally that is kept with every change, and by looking where that isn't enough."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace

from untwin.domain.cases.case import State
from untwin.domain.inbox.entry import moment
from untwin.domain.inbox.filter_fits import ENDED
from untwin.domain.inbox.filter_line import Condition, Filter, InState, Mark, Marked
from untwin.domain.inbox.query import Counts, Query
from untwin.store.filter_sql import Known
from untwin.store.inbox_sql import Statement

Standing = tuple[State, bool, bool]
"""Its state, whether it is archived, whether it sleeps: what the tally knows of cases."""


def count(connection: sqlite3.Connection, query: Query, views: Sequence[Filter], known: Known | None) -> Counts:
    """How many cases each view has in the query's company, and how many there are in all.

    Without anything `known` None for those that must be looked through.
    """
    standing = _standing(connection, query)

    def counted(view: Filter) -> int | None:
        if all(_is_told(term.condition) for term in view.terms):
            return sum(cases for each, cases in standing.items() if _fits(view, each))
        if known is None:
            return None
        return _looked(connection, Statement(replace(query, view=view, also=frozenset()).unfiltered, known))

    return Counts(tuple(map(counted, views)), sum(standing.values()))


def _standing(connection: sqlite3.Connection, query: Query) -> dict[Standing, int]:
    """All cases by what the tally knows of them; of those that sleep now there are few enough to be looked for."""
    where, values = ("company IN (?, '')", (query.company,)) if query.company else ("TRUE", ())
    rows = connection.execute(
        f"SELECT state, archived, sum(cases) FROM inbox_tally WHERE {where} GROUP BY state, archived",  # noqa: S608
        values,
    )
    standing = {(State(state), bool(archived), False): int(cases) for state, archived, cases in rows}
    asleep = connection.execute(
        "SELECT state, archived, count(*) FROM inbox INDEXED BY inbox_asleep"  # noqa: S608 - nothing but marks
        f" WHERE asleep <> 0 AND asleep > ? AND {where} GROUP BY state, archived",
        (moment(query.now), *values),
    )
    for state, archived, cases in asleep.fetchall():
        standing[State(state), bool(archived), False] -= cases
        standing[State(state), bool(archived), True] = cases
    return standing


def _is_told(condition: Condition) -> bool:
    return isinstance(condition, InState) or (isinstance(condition, Marked) and condition.mark in _TOLD)


def _fits(view: Filter, standing: Standing) -> bool:
    return all(_holds(term.condition, standing) is not term.unless for term in view.terms)


def _holds(condition: Condition, standing: Standing) -> bool:
    if isinstance(condition, InState):
        return standing[0] in condition.states
    return isinstance(condition, Marked) and _TOLD[condition.mark](standing)


_TOLD: dict[Mark, Callable[[Standing], bool]] = {
    Mark.ARCHIVED: lambda standing: standing[1],
    Mark.SNOOZED: lambda standing: standing[2],
    Mark.SOLVED: lambda standing: standing[0].solved,
    Mark.OPEN: lambda standing: not standing[0].solved and standing[0] not in ENDED,
}


def _looked(connection: sqlite3.Connection, statement: Statement) -> int:
    sql = statement.counted()
    return int(connection.execute(sql.text, sql.values).fetchone()[0] or 0)
