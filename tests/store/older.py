"""Stores as older versions of Untwin left them: made with their scripts, filled with their statements."""

import json
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from builders import HOLDER, NOW, REALM
from untwin.store import schema
from untwin.store.carry_over import into_the_chain

SCRIPTS = Path(schema.__file__).parent / "migrations"
AFTER = HOLDER.raw.replace('"1234"', '"CM-1234"')
CASE = {
    "id": "1",
    "kind": "duplicate_doc_number",
    "state": "new",
    "company": REALM,
    "source": "clio",
    "doc_number": "1234",
    "findings": [],
    "created_at": NOW.isoformat(),
    "updated_at": NOW.isoformat(),
}


def make(file: Path, version: int) -> None:
    """An empty store of a version."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        for number in range(1, version + 1):
            connection.executescript((SCRIPTS / f"{number:04}.sql").read_text("utf-8"))
        connection.execute(f"PRAGMA user_version = {version}")


def version(file: Path) -> int:
    """The version that a file says it has."""
    with closing(sqlite3.connect(file)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def at(seconds: float) -> str:
    """A time some seconds after NOW, as it was written then: with the offset that it was given."""
    return (NOW + timedelta(seconds=seconds)).isoformat()


def made_then(file: Path, number: int) -> None:
    """A filled store of any earlier version: written by the statements of then, and brought up as it was then."""
    make(file, min(number, 2))
    fill(file)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for later in range(3, number + 1):
            connection.executescript((SCRIPTS / f"{later:04}.sql").read_text("utf-8"))
            if later == 3:  # the chain came with it
                into_the_chain(connection)
            connection.execute(f"PRAGMA user_version = {later}")


def fill(file: Path, image: str = HOLDER.raw) -> None:
    """A case, and two changes with their steps and notes: one proved, one whose answer was lost."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(
            "INSERT INTO cases (company, source, kind, doc_number, state, created_at, updated_at, body)"
            " VALUES (?, 'clio', 'duplicate_doc_number', '1234', 'new', ?, ?, ?)",
            (REALM, at(0), at(0), json.dumps(CASE)),
        )
        intend(connection, "old-1", at(1), image)
        intend(connection, "old-2", at(2.5), image)
        for seconds, request_id, step, note in STEPS:
            add_step(connection, request_id, step, at(seconds), note)
        for seconds, what in ((0, "connected"), (6, "renumbered"), (5, "noted with the clock put back")):
            connection.execute(
                "INSERT INTO history (at, who, company, case_id, what, detail) VALUES (?, ?, ?, ?, ?, ?)",
                (at(seconds), "Ann", REALM, "1", what, "détail"),
            )
        connection.commit()


STEPS = (
    (2, "old-1", "sent", ""),
    (3, "old-1", "answered", ""),
    (3, "old-2", "sent", ""),
    (3.25, "old-1", "read_again", AFTER),
    (4, "old-2", "lost", "The answer never came."),
    # The clock was put back between the two.
    (1.5, "old-1", "proved", "all other fields are as they were"),
)


def intend(connection: sqlite3.Connection, request_id: str, told: str, image: str) -> None:
    """As the store did it then."""
    order = {"entity": "CreditMemo", "id": "111", "sync_token": "0", "new_number": "CM-1234", "request_id": request_id}
    plain = {"case_id": "1", "company": REALM, "old_number": "1234", "who": "Ann", "reason": "the number is needed"}
    intent = {"order": order, **plain, "before": image}
    connection.execute(
        "INSERT INTO changes (request_id, case_id, company, recorded_at, body) VALUES (?, ?, ?, ?, ?)",
        (request_id, "1", REALM, told, json.dumps(intent)),
    )
    add_step(connection, request_id, "intent", told, "")


def add_step(connection: sqlite3.Connection, request_id: str, step: str, told: str, note: str) -> None:
    """As the store did it then."""
    connection.execute(
        "INSERT INTO change_steps (request_id, step, at, note) VALUES (?, ?, ?, ?)", (request_id, step, told, note)
    )


def moment(seconds: float) -> datetime:
    """The same time, as it must come back."""
    return NOW + timedelta(seconds=seconds)
