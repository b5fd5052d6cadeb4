"""How SQLite is spoken to: connections, transactions that are whole or nothing, and its errors as sentences."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from untwin.domain.problems import DiskFull, DiskProblem

_WAIT_SECONDS = 10.0
_NO_ROOM = 1_000_000  # bytes
RESTORE = "Restore it from a backup: untwin backup --restore FILE"


def connect(path: Path) -> sqlite3.Connection:
    """A connection that any thread may use, one at a time."""
    connection = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False)
    # An intent must be on the disk before the first byte leaves.
    connection.executescript("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;")
    return connection


@contextmanager
def whole(connection: sqlite3.Connection) -> Iterator[None]:
    """A write transaction on a connection: all of it is stored, or none."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns SQLite's errors, and those of the disk, into sentences."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        if is_full(error, path):
            raise DiskFull from None
        words = f"Untwin's data at {path} can't be used: {reason(error)}."
        raise DiskProblem(words, "Is another program using it?") from None
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.IntegrityError):
            raise
        words = f"Untwin's data at {path} is damaged ({error}); it was left as it is."
        raise DiskProblem(words, RESTORE) from None


def is_full(error: Exception, path: Path) -> bool:
    """Whether what went wrong at `path` comes of a full disk."""
    if isinstance(error, OSError):
        return error.errno == errno.ENOSPC
    # SQLite calls it an error of the disk where it could not make what it needs beside the file.
    return "full" in str(error) or ("disk I/O" in str(error) and shutil.disk_usage(path.parent).free < _NO_ROOM)


def reason(error: Exception) -> str:
    """What the system or SQLite says, without the file's name."""
    return (isinstance(error, OSError) and error.strerror) or str(error)
