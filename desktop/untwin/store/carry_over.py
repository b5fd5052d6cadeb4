"""Carries what older stores recorded over into the chain, in the order of its times, and counts it before it goes."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial
from heapq import merge
from itertools import accumulate
from operator import itemgetter

from untwin.domain.changes.history import HistoryRow, Intent, Step, StepRecord
from untwin.domain.problems import Problem
from untwin.store.codec import decode
from untwin.store.connection import RESTORE
from untwin.store.records import add_intent, add_note, add_step

Deed = Callable[[sqlite3.Connection], None]
Timed = tuple[datetime, Deed]


def into_the_chain(connection: sqlite3.Connection) -> None:
    """Carries over the tables of version 1: changes, their steps, and what people did.

    Raises:
        Problem: something of it would be lost; nothing was changed.
    """
    try:
        _carry(connection)
    except ValueError:
        raise _not_whole() from None
    if connection.execute(_NOW).fetchone() != connection.execute(_ONCE).fetchone():
        raise _not_whole()
    for table in ("change_steps", "changes", "history"):
        connection.execute(f"DROP TABLE {table}")


def _carry(connection: sqlite3.Connection) -> None:
    changes = [_in_order(_change(connection, *row)) for row in connection.execute(_CHANGES).fetchall()]
    notes = _in_order(_note(row) for row in connection.execute(_NOTES))
    for _, deed in merge(*changes, notes, key=itemgetter(0)):
        deed(connection)


def _not_whole() -> Problem:
    words = "Untwin's data is damaged: what an older version recorded can't be taken over whole; it was left as it is."
    return Problem(words, RESTORE)


_CHANGES = "SELECT request_id, recorded_at, body FROM changes ORDER BY rowid"
_STEPS = "SELECT step, at, note FROM change_steps WHERE request_id = ? AND step <> 'intent' ORDER BY id"
_NOTES = "SELECT at, who, company, case_id, what, detail FROM history ORDER BY id"
# Then, each change had its intent among its steps, too.
_ONCE = (
    "SELECT (SELECT count(*) FROM changes), (SELECT count(*) FROM change_steps WHERE step <> 'intent'),"
    " (SELECT count(*) FROM history)"
)
_NOW = (
    "SELECT count(*) FILTER (WHERE kind = 'intent'), count(*) FILTER (WHERE kind = 'step'),"
    " count(*) FILTER (WHERE kind = 'note') FROM links"
)


def _change(connection: sqlite3.Connection, request_id: str, recorded_at: str, body: str) -> Iterator[Timed]:
    at, intent = datetime.fromisoformat(recorded_at), decode(body, Intent)
    yield at, partial(add_intent, intent=intent, at=at)
    for name, told, note in connection.execute(_STEPS, (request_id,)):
        record = _record(Step(name), datetime.fromisoformat(told), note)
        yield record.at, partial(add_step, request_id=request_id, record=record)


def _record(step: Step, at: datetime, note: str) -> StepRecord:
    """The image of the second reading lay in its note then."""
    return StepRecord(step, at, image=note) if step is Step.READ_AGAIN else StepRecord(step, at, note)


def _note(row: tuple[str, ...]) -> Timed:
    note = HistoryRow(datetime.fromisoformat(row[0]), *row[1:])
    return note.at, partial(add_note, row=note)


def _in_order(things: Iterable[Timed]) -> Iterator[Timed]:
    """What came later stays later, even where the clock was put back meanwhile."""
    return accumulate(things, lambda before, now: (max(before[0], now[0]), now[1]))
