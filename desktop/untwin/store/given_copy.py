"""Takes a copy of a store that a person gives, and tells what is wrong with it before anything else is touched."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from untwin.domain.problems import BadInput, Problem
from untwin.store.chain_walk import walk
from untwin.store.connection import connect, is_full, reason
from untwin.store.copies import beside
from untwin.store.schema import bring_up, missing
from untwin.store.versions import newest_version, version_of


def taken(file: Path, new: Path) -> dict[str, str]:
    """Copies a given file to `new` and brings that up to date; what the copy tells about its home.

    Raises:
        BadInput: it is no copy of an Untwin store, of a newer one, or not whole.
    """
    _bytes(file, new)
    with _about(file, new), closing(connect(new)) as copy:
        # What a copy that was made by hand has in a log beside it goes into the file itself.
        copy.execute("PRAGMA journal_mode = DELETE")
        _bring_up(copy, file)
        if why := damage(copy):
            raise BadInput(f"{file} is not whole: {why} Nothing was touched.", "Take an earlier copy.")
        told = dict(copy.execute("SELECT name, value FROM about"))
        # It is about where the copy came from, not about where it goes.
        copy.execute("DELETE FROM about")
        return told


def damage(connection: sqlite3.Connection) -> str:
    """The first thing in a copy that isn't as it must be, as a sentence; empty where all is."""
    said = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
    return walk(connection).problem if said == "ok" else f"SQLite says {said.splitlines()[-1]}."


def _bring_up(copy: sqlite3.Connection, file: Path) -> None:
    version = version_of(copy)
    if version > newest_version():
        words = f"{file} was written by a newer Untwin; nothing was touched."
        raise BadInput(words, "Install the newer version.")
    if not version:
        raise _no_copy(file)
    bring_up(copy)
    if missing(copy):
        raise _no_copy(file)


def _bytes(file: Path, new: Path) -> None:
    try:
        file.open("rb").close()
    except OSError as error:
        raise BadInput(f"{file} can't be read: {reason(error)}.") from None
    for given, mine in zip((file, *beside(file)), (new, *beside(new)), strict=True):
        # SQLite's map of its log is of no use to anybody else.
        if given.exists() and not given.name.endswith("-shm"):
            shutil.copyfile(given, mine)


@contextmanager
def _about(file: Path, new: Path) -> Iterator[None]:
    """Says of damage that it is the given file's; a full disk is another matter."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if is_full(error, new):
            raise
        raise _no_copy(file) from None
    except sqlite3.DatabaseError:
        raise _no_copy(file) from None
    except BadInput:
        raise
    except Problem:
        raise _no_copy(file) from None


def _no_copy(file: Path) -> BadInput:
    return BadInput(f"{file} is no copy of Untwin's data, or it is damaged; nothing was touched.")
