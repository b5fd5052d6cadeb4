"""Brings a store of an older version to today's schema, once a copy of it lies beside."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from untwin.domain.bringing_up import BringingUp, Stage, Tell, tell_nobody
from untwin.store.carry_over import into_the_chain
from untwin.store.connection import connect, whole
from untwin.store.copies import copied, new_file, unused
from untwin.store.same_words import words_of_old
from untwin.store.versions import newest_version, scripts, version_of

# What a version needs beyond its script, in the same transaction.
_AFTER = {3: into_the_chain, 6: words_of_old}


def bring_up(connection: sqlite3.Connection, file: Path | None = None, tell: Tell = tell_nobody) -> None:
    """Runs what is missing, each version in one transaction; with `file`, what was there is kept beside it first."""
    first = version_of(connection)
    for number, script in enumerate(scripts()[first:], start=first + 1):
        with ExitStack() as until_stored, whole(connection):
            # Another start may have been quicker.
            if version_of(connection) == number - 1:
                if file and number == first + 1 > 1:
                    until_stored.enter_context(_kept(file, tell))
                if number > 1:
                    tell(BringingUp(Stage.CHANGE))
                _run(connection, script, number)


def missing(connection: sqlite3.Connection) -> set[str]:
    """The tables, indexes and guards that a store of today's schema must have, and this one has not."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
        bring_up(new)
        return _parts(new) - _parts(connection)


def _parts(connection: sqlite3.Connection) -> set[str]:
    return {name for [name] in connection.execute("SELECT name FROM sqlite_master")}


@contextmanager
def _kept(file: Path, tell: Tell) -> Iterator[None]:
    """Keeps a copy; not where nothing came of the change: else each start would leave one."""
    copy = unused(file.with_name(f"{file.name}.before-v{newest_version()}"))
    # By a connection of its own: SQLite copies nothing by one that holds the lock for writing.
    with closing(connect(file)) as connection, new_file(copy) as new:
        copied(connection, new, lambda done, of: tell(BringingUp(Stage.COPY, done, of)))
    try:
        yield
    except BaseException:
        copy.unlink()
        raise


def _run(connection: sqlite3.Connection, script: Path, number: int) -> None:
    for statement in _statements(script.read_text("utf-8")):
        connection.execute(statement)
    if number in _AFTER:
        _AFTER[number](connection)
    connection.execute(f"PRAGMA user_version = {number}")


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
