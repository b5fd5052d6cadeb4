"""Keeps the inbox's entries beside the cases, in the transaction that stores those; and makes all of them anew."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from itertools import islice
from operator import attrgetter
from typing import TypeVar

from untwin.domain.bringing_up import BringingUp, Stage, Tell, tell_nobody
from untwin.domain.cases.case import Case
from untwin.domain.inbox.entry import Entry, entry_of
from untwin.domain.inbox.entry_version import ENTRY_VERSION
from untwin.store.case_bodies import case_of
from untwin.store.versions import REVISION

_COLUMNS = tuple(field.name for field in fields(Entry) if field.name != "text")
_PUT = (
    f"INSERT INTO inbox (id, revision, {', '.join(_COLUMNS)})"  # noqa: S608 - names of our own
    f" VALUES (?, ?{', ?' * len(_COLUMNS)})"
    " ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, "
    + ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS)
)
_PUT_TEXT = "INSERT INTO inbox_text VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET text = excluded.text"
_AT_ONCE = 1000
_VALUES = attrgetter(*_COLUMNS)
T = TypeVar("T")
Row = tuple[tuple[object, ...], tuple[object, ...]]  # of the list, and of what is searched


def put_entries(connection: sqlite3.Connection, cases: Iterable[Case]) -> None:
    """Keeps the entries of cases that are stored in the same transaction."""
    names: dict[str | None, str] = {None: ""}
    for chunk in _in_chunks(iter(cases)):
        # Asked once for all of them: a question each took longer than the rows themselves.
        _put(connection, list(_rows_of(chunk, _names(connection, chunk, names), _revision(connection) + 1)))


def out_of_date(connection: sqlite3.Connection) -> bool:
    """Whether the entries were made by another Untwin than this one, or never."""
    made = connection.execute("SELECT version FROM inbox_made").fetchone()
    return made is None or made[0] != ENTRY_VERSION


def make_anew(connection: sqlite3.Connection, tell: Tell = tell_nobody) -> None:
    """Makes every entry anew, in the transaction that is open; a million take minutes: `tell` hears how far it is."""
    revision = _revision(connection) + 1
    aside = connection.execute(_ASIDE).fetchall()
    for kind, name, _ in aside:
        connection.execute(f"DROP {kind} {name}")
    for table in ("inbox", "inbox_text", "inbox_gone", "inbox_tally", "inbox_made"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
    done, of = 0, int(connection.execute("SELECT count(*) FROM cases").fetchone()[0])
    for chunk in _in_chunks(_rows(connection, revision)):
        tell(BringingUp(Stage.CASES, done, of))
        _put(connection, chunk)
        done += len(chunk)
    tell(BringingUp(Stage.SEARCH))
    connection.execute("INSERT INTO inbox_find (inbox_find) VALUES ('rebuild')")
    connection.execute(_COUNT)
    for _, _, made_by in aside:
        connection.execute(made_by)
    connection.execute("INSERT INTO inbox_made VALUES (?)", (ENTRY_VERSION,))


def make_anew_of(connection: sqlite3.Connection, company: str) -> None:
    """Makes those of one company anew, whose name is another one now."""
    rows = connection.execute("SELECT body FROM cases WHERE id IN (SELECT id FROM inbox WHERE company = ?)", (company,))
    put_entries(connection, (case_of(body) for [body] in rows.fetchall()))


# Without these a million rows go in at once; afterwards they are made in one go each.
_ASIDE = (
    "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger')"
    " AND tbl_name IN ('inbox', 'inbox_text') AND sql IS NOT NULL ORDER BY type"
)
_COUNT = (
    "INSERT INTO inbox_tally SELECT company, source, kind, state, verdict, archived, count(*) FROM inbox"
    " GROUP BY company, source, kind, state, verdict, archived"
)


def _revision(connection: sqlite3.Connection) -> int:
    return int(connection.execute(REVISION).fetchone()[0])


def _names(
    connection: sqlite3.Connection, cases: Iterable[Case], known: dict[str | None, str]
) -> dict[str | None, str]:
    """What the companies of some cases are called; `known` grows by those that were not asked for yet."""
    for realm in {case.company for case in cases} - known.keys():
        named = connection.execute("SELECT name FROM companies WHERE realm = ?", (realm,)).fetchone()
        known[realm] = named[0] if named else ""
    return known


def _rows(connection: sqlite3.Connection, revision: int) -> Iterator[Row]:
    names: dict[str | None, str] = dict(connection.execute("SELECT realm, name FROM companies"))
    stored = connection.execute("SELECT id, body FROM cases ORDER BY id")
    return _rows_of((replace(case_of(body), id=str(case_id)) for case_id, body in stored), names, revision)


def _rows_of(cases: Iterable[Case], names: Mapping[str | None, str], revision: int) -> Iterator[Row]:
    """The rows of stored cases: what can't be written has left them already."""
    for place, case in enumerate(cases):
        entry = entry_of(case, names.get(case.company, ""))
        yield (int(case.id), revision + place, *_VALUES(entry)), (int(case.id), entry.text)


def _put(connection: sqlite3.Connection, rows: Sequence[Row]) -> None:
    connection.executemany(_PUT, (row for row, _ in rows))
    connection.executemany(_PUT_TEXT, (text for _, text in rows))


def _in_chunks(rows: Iterator[T]) -> Iterator[list[T]]:
    while chunk := list(islice(rows, _AT_ONCE)):
        yield chunk
