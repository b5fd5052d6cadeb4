"""Puts another database in the store's place, whatever state that is in, and keeps the former one beside."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from untwin.domain.problems import Busy
from untwin.store.connection import connect
from untwin.store.copies import BEGUN, PAGES, beside, copied, new_file, put, unused

_FORMER = ".before-restore-"
_TRIES, _PAUSE = 20, 0.25  # seconds between two


def put_in_place(new: Path, store: Path) -> Path:
    """Whoever dies on the way leaves the former store or the new one. Returns where the former lies.

    Raises:
        Busy: others kept writing to the store.
    """
    _sweep(store)
    former = unused(store.with_name(f"{store.name}{_FORMER}{datetime.now(UTC):%Y%m%d-%H%M%S}"))
    if not store.exists() or not store.stat().st_size:
        # SQLite would begin a new one there, and delete what lies in the log beside it.
        _change_files(new, store, former)
        return former
    try:
        _write_over(new, store, former)
    except (sqlite3.OperationalError, sqlite3.IntegrityError):
        raise
    except sqlite3.DatabaseError:
        _change_files(new, store, former)
    return former


def _sweep(store: Path) -> None:
    """Removes what a restore that was killed had begun to keep: whoever restores is alone, so nobody is at it now."""
    for begun in store.parent.glob(f"{store.name}{_FORMER}*{BEGUN}*"):
        begun.unlink(missing_ok=True)


def _write_over(new: Path, store: Path, former: Path) -> None:
    """One transaction of SQLite's own: programs that have the store open see the former or the new, never both.

    To put another file there instead would leave them writing to one that has no name any more, and its log beside
    the new one.
    """
    try:
        with closing(connect(new)) as source, closing(connect(store)) as target:
            # In this mode the former store can be read, and so be kept, while the new one is written.
            target.execute("PRAGMA journal_mode = WAL")
            # The waiting is done between the steps, where it has an end.
            target.execute("PRAGMA busy_timeout = 0")
            [pages] = source.execute("PRAGMA page_count").fetchone()
            source.backup(target, pages=min(PAGES, pages - 1), progress=_keeping(store, former), sleep=_PAUSE)
            target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except BaseException:
        former.unlink(missing_ok=True)
        raise


def _keeping(store: Path, former: Path) -> Callable[[int, int, int], None]:
    """Keeps the former store after the first pages: by then nobody else can write, and nothing is stored yet."""
    tries = 0

    def step(status: int, _remaining: int, _total: int) -> None:
        nonlocal tries
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            tries += 1
            if tries > _TRIES:
                raise Busy("Untwin is saving in another window or command.", "Try again in a moment.")
        elif not former.exists():
            with closing(connect(store)) as connection, new_file(former) as file:
                copied(connection, file)

    return step


def _change_files(new: Path, store: Path, former: Path) -> None:
    """For a store that is lost, or that SQLite can't read: nobody can be at work on it."""
    with new_file(former) as file:
        if store.exists():
            shutil.copyfile(store, file)
    for name, kept in zip(beside(store), beside(former), strict=True):
        # The log of one database would be taken for the new one's.
        if name.exists():
            name.replace(kept)
    put(new, store)
