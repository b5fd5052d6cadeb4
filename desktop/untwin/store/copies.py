"""Makes files that are there whole or not at all, and copies of a database that is in use."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

PAGES = 1000  # copied in one go; between two, whoever else works in this process gets on
BEGUN = ".untwin-part"  # the end of the name of a file that is being made


def _nobody(_done: int, _of: int) -> None:
    pass


@contextmanager
def scratch(file: Path) -> Iterator[Path]:
    """An empty file for its owner alone, gone afterwards unless it was moved, with all that SQLite put beside it."""
    _forget(file)
    os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield file
    finally:
        _forget(file)


@contextmanager
def new_file(target: Path) -> Iterator[Path]:
    """A new file, for its owner alone, that takes its place when it is done, and only then."""
    # Not a name that a person gives: what lies there from a copy that was cut off is removed.
    with scratch(target.with_name(f"{target.name}{BEGUN}")) as file:
        yield file
        put(file, target)


def put(file: Path, target: Path) -> None:
    """Moves a file to its place so that a cut in the power leaves one of the two there, whole."""
    _flush(file)
    file.replace(target)
    _flush(target.parent)


def copied(connection: sqlite3.Connection, file: Path, tell: Callable[[int, int], None] = _nobody) -> None:
    """Copies a database as it is at one moment, while others go on, into one file that needs none beside it.

    `tell` hears how many pages are done, of how many.
    """

    def told(_status: int, left: int, of: int) -> None:
        tell(of - left, of)

    with closing(sqlite3.connect(file, isolation_level=None)) as copy:
        # Without a moment held, what others write meanwhile would begin it anew again and again.
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.backup(copy, pages=PAGES, progress=told)
        connection.rollback()
        copy.execute("PRAGMA journal_mode = DELETE")


def unused(path: Path) -> Path:
    """The path, or the first with a number behind it under which nothing lies yet."""
    names = (path if number == 1 else path.with_name(f"{path.name}-{number}") for number in count(1))
    return next(name for name in names if not name.exists())


def beside(file: Path) -> tuple[Path, ...]:
    """What SQLite may have put beside a database; it belongs to that one and to no other."""
    return tuple(file.with_name(file.name + end) for end in ("-journal", "-wal", "-shm"))


def _forget(file: Path) -> None:
    for name in (file, *beside(file)):
        name.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    """Waits until it is on the disk. Windows knows no such thing for a folder."""
    folder = path.is_dir()
    if folder and os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY if folder else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
