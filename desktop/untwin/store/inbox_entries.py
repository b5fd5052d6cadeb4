"""Keeps the inbox's entries beside the cases, in the transaction that stores those; and makes all of them anew."""

import sqlite3
from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import islice
from typing import TypeVar

from untwin.domain.case import Case
from untwin.domain.inbox_entry import ENTRY_VERSION, Entry, entry_of
from untwin.store.codec import decode, storable

_COLUMNS = tuple(field.name for field in fields(Entry) if field.name != "text")
_PUT = (
    f"INSERT INTO inbox (id, revision, {', '.join(_COLUMNS)})"  # noqa: S608 - names of our own
    f" VALUES (?, ?{', ?' * len(_COLUMNS)})"
    " ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, "
    + ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS)
)
_PUT_TEXT = "INSERT INTO inbox_text VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET text = excluded.text"
REVISION = (
    "SELECT max(coalesce((SELECT max(revision) FROM inbox), 0), coalesce((SELECT max(revision) FROM inbox_gone), 0))"
)
_AT_ONCE = 1000
T = TypeVar("T")


def put_entry(connection: sqlite3.Connection, case: Case) -> None:
    """Keeps the entry of a case that is stored in the same transaction."""
    revision = int(connection.execute(REVISION).fetchone()[0]) + 1
    named = connection.execute("SELECT name FROM companies WHERE realm = ?", (case.company,)).fetchone()
    row, text = _row(case, named[0] if named else "", revision)
    connection.execute(_PUT, row)
    connection.execute(_PUT_TEXT, text)


def out_of_date(connection: sqlite3.Connection) -> bool:
    """Whether the entries were made by another Untwin than this one, or never."""
    made = connection.execute("SELECT version FROM inbox_made").fetchone()
    return made is None or made[0] != ENTRY_VERSION


def make_anew(connection: sqlite3.Connection) -> None:
    """Makes every entry anew, in the transaction that is open; a million take about a minute."""
    revision = int(connection.execute(REVISION).fetchone()[0]) + 1
    aside = connection.execute(_ASIDE).fetchall()
    for kind, name, _ in aside:
        connection.execute(f"DROP {kind} {name}")
    for table in ("inbox", "inbox_text", "inbox_gone", "inbox_tally", "inbox_made"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
    for chunk in _in_chunks(_rows(connection, revision)):
        connection.executemany(_PUT, (row for row, _ in chunk))
        connection.executemany(_PUT_TEXT, (text for _, text in chunk))
    connection.execute("INSERT INTO inbox_find (inbox_find) VALUES ('rebuild')")
    connection.execute(_COUNT)
    for _, _, made_by in aside:
        connection.execute(made_by)
    connection.execute("INSERT INTO inbox_made VALUES (?)", (ENTRY_VERSION,))


def make_anew_of(connection: sqlite3.Connection, company: str) -> None:
    """Makes those of one company anew, whose name is another one now."""
    rows = connection.execute("SELECT body FROM cases WHERE id IN (SELECT id FROM inbox WHERE company = ?)", (company,))
    for body in rows.fetchall():
        put_entry(connection, decode(body[0], Case))


# Without these a million rows go in at once; afterwards they are made in one go each.
_ASIDE = (
    "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger')"
    " AND tbl_name IN ('inbox', 'inbox_text') AND sql IS NOT NULL ORDER BY type"
)
_COUNT = (
    "INSERT INTO inbox_tally SELECT company, source, kind, state, verdict, archived, count(*) FROM inbox"
    " GROUP BY company, source, kind, state, verdict, archived"
)


def _rows(connection: sqlite3.Connection, revision: int) -> Iterator[tuple[tuple[object, ...], tuple[object, ...]]]:
    names = dict(connection.execute("SELECT realm, name FROM companies"))
    for number, (case_id, body) in enumerate(connection.execute("SELECT id, body FROM cases ORDER BY id")):
        case = decode(body, Case)
        yield _row(replace(case, id=str(case_id)), names.get(case.company or "", ""), revision + number)


def _row(case: Case, company_name: str, revision: int) -> tuple[tuple[object, ...], tuple[object, ...]]:
    entry = storable(entry_of(case, company_name))
    values = tuple(getattr(entry, name) for name in _COLUMNS)
    return (int(case.id), revision, *values), (int(case.id), entry.text)


def _in_chunks(rows: Iterator[T]) -> Iterator[list[T]]:
    while chunk := list(islice(rows, _AT_ONCE)):
        yield chunk
