"""Opens the database file, brings it to today's schema, and hands out short transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from untwin.domain.problems import BadInput, Problem

_MIGRATIONS = Path(__file__).parent / "migrations"
_WAIT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Database:
    """One database file. Each transaction has a connection of its own, so that any thread may ask."""

    path: Path

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A write transaction: all of it is stored, or none.

        Raises:
            Problem: the disk is full, or the file can't be used; nothing was stored.
        """
        with _told(self.path), closing(self._connect()) as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.rollback()
                raise
            connection.commit()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection for reading."""
        with _told(self.path), closing(self._connect()) as connection:
            yield connection

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False)
        # An intent must be on the disk before the first byte leaves.
        connection.executescript("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;")
        return connection


def open_database(path: Path) -> Database:
    """The database at `path`, made or brought up to date.

    Raises:
        BadInput: it was written by a newer Untwin; it is left untouched.
        Problem: it is no database, or damaged; it is left untouched, too.
    """
    database = Database(path)
    scripts = _scripts()
    with database.reading() as connection:
        version = _version(connection)
    if version > len(scripts):
        raise BadInput("This data was written by a newer Untwin; nothing was touched.", "Install the newer version.")
    with database.reading() as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    for number, script in enumerate(scripts[version:], start=version + 1):
        _migrate(database, script, number)
    return database


def newest_version() -> int:
    """The version of the schema that this Untwin writes."""
    return len(_scripts())


def _scripts() -> list[Path]:
    return sorted(_MIGRATIONS.glob("*.sql"))


def _migrate(database: Database, script: Path, number: int) -> None:
    with database.reading() as connection:
        # One script is one transaction; two starts at once don't run it twice.
        connection.execute("BEGIN IMMEDIATE")
        if _version(connection) < number:
            for statement in _statements(script.read_text("utf-8")):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.commit()


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turns SQLite's errors into sentences."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "full" in str(error):
            raise Problem("The disk is full; nothing was stored or changed.", "Make room and try again.") from None
        raise Problem(f"Untwin's data at {path} can't be used: {error}.", "Is another program using it?") from None
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.IntegrityError):
            raise
        words = f"Untwin's data at {path} is damaged ({error}); it was left as it is."
        raise Problem(words, "Restore it from a backup.") from None
