"""How changes, their steps and notes become links of the chain, and how they are read back."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from operator import itemgetter

from untwin.domain.changes.history import SETTLED, Change, HistoryRow, Intent, Step, StepRecord
from untwin.domain.problems import BadInput
from untwin.store.chain import Kind, Link, append, moment, sha256
from untwin.store.codec import decode, encode, storable


def add_intent(connection: sqlite3.Connection, intent: Intent, at: datetime) -> None:
    """Records the beginning of a change. In the body stands its image's hash in the image's place."""
    intent = storable(intent)
    body = encode(replace(intent, before=_hash(intent.before)))
    request_id, case_id = intent.order.request_id, intent.case_id
    place = append(connection, Link(moment(at), Kind.INTENT, intent.company, case_id, request_id, body, intent.before))
    connection.execute(
        "INSERT INTO change_index (place, request_id, case_id, run) VALUES (?, ?, ?, ?)",
        (place, request_id, case_id, intent.run),
    )


def add_step(connection: sqlite3.Connection, request_id: str, record: StepRecord) -> None:
    """Records one step. Raises `BadInput` when no such change was begun."""
    record = storable(record)
    found = connection.execute(
        "SELECT company, case_id FROM links WHERE request_id = ? AND kind = 'intent'", (request_id,)
    ).fetchone()
    if found is None:
        raise unknown(request_id)
    company, case_id = found
    body = encode(replace(record, image=_hash(record.image)))
    append(connection, Link(moment(record.at), Kind.STEP, company, case_id, request_id, body, record.image))
    if record.step in SETTLED:
        connection.execute(
            "UPDATE change_index SET settled_at = ? WHERE request_id = ? AND settled_at IS NULL",
            (moment(record.at), request_id),
        )


def add_note(connection: sqlite3.Connection, row: HistoryRow) -> None:
    """Records what a person did, or what happened to a case."""
    row = storable(row)
    append(connection, Link(moment(row.at), Kind.NOTE, row.company, row.case_id, "", encode(row)))


def unknown(request_id: str) -> BadInput:
    """What is said of a change that was never begun."""
    return BadInput(f"There is no change {request_id} in the change history.")


def changes(connection: sqlite3.Connection, which: str = "TRUE", *values: str) -> Iterator[Change]:
    """The changes that a condition on their index names, the oldest first, with their images."""
    rows = connection.execute(
        "SELECT c.place, l.kind, l.at, l.body, i.raw FROM change_index AS c"  # noqa: S608 - the conditions are ours
        " JOIN links AS l ON l.request_id = c.request_id"
        f" LEFT JOIN images AS i ON i.place = l.place WHERE {which} ORDER BY c.place, l.place",
        values,
    )
    for _, links in groupby(rows, itemgetter(0)):
        yield _change([link[1:] for link in links])


def _change(links: list[tuple[str, str, str, str | None]]) -> Change:
    _, at, body, raw = links[0]
    intent = replace(decode(body, Intent), before=raw or "")
    first = StepRecord(Step.INTENT, datetime.fromisoformat(at))
    return Change(intent, (first, *(replace(decode(b, StepRecord), image=r or "") for _, _, b, r in links[1:])))


def _hash(image: str) -> str:
    return sha256(image) if image else ""
