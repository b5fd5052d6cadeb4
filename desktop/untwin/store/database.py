"""Opens the database file and hands out short transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from untwin.domain.bringing_up import Tell, tell_nobody
from untwin.domain.problems import DiskProblem
from untwin.store.connection import RESTORE, connect, told, whole
from untwin.store.copies import new_file
from untwin.store.home import FileLock
from untwin.store.inbox_entries import make_anew, out_of_date
from untwin.store.schema import bring_up
from untwin.store.versions import newest_version, version_of

_MAKING_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Database:
    """One database file. Each transaction has a connection of its own, so that any thread may ask."""

    path: Path

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A write transaction: all of it is stored, or none.

        Raises:
            DiskProblem: the disk is full, or the file can't be used; nothing was stored.
        """
        with self.reading() as connection, whole(connection):
            yield connection

    @contextmanager
    def erasing(self) -> Iterator[sqlite3.Connection]:
        """A write transaction that leaves nothing on the disk of what it removes."""
        with self.reading() as connection:
            connection.execute("PRAGMA secure_delete = ON")
            with whole(connection):
                yield connection
            # SQLite's log beside the file holds it, too, until it is emptied.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection for reading."""
        with told(self.path), closing(connect(self.path)) as connection:
            yield connection


def open_database(path: Path, tell: Tell = tell_nobody) -> Database:
    """The database at `path`, made or brought up to date; `tell` hears how far that is.

    Raises:
        DiskProblem: it is of a newer Untwin, no database, or damaged; it is left untouched.
    """
    if not path.exists():
        _make(path)
    if not path.stat().st_size:
        # SQLite would take it for a new one, and delete what lies in the log beside it.
        raise DiskProblem(f"Untwin's data at {path} is damaged (the file is empty); it was left as it is.", RESTORE)
    database = Database(path)
    with database.reading() as connection:
        version = version_of(connection)
    if version > newest_version():
        raise DiskProblem("This data was written by a newer Untwin; nothing was touched.", "Install the newer version.")
    with database.reading() as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        bring_up(connection, path, tell)
        if out_of_date(connection):
            with whole(connection):
                # Another start may have been quicker.
                if out_of_date(connection):
                    make_anew(connection, tell)
    return database


def _make(path: Path) -> None:
    """Whole or not at all, so that an empty file is never a start that was cut off."""
    lock = FileLock(path.with_name("home-id.lock"), _MAKING_SECONDS)
    with told(path), lock.hold():
        if not path.exists():
            with new_file(path) as new, closing(connect(new)) as connection:
                bring_up(connection)
