"""Makes safe copies of a store that is in use, and puts one back in its place."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from untwin.domain.problems import BadInput, DiskProblem
from untwin.store.connection import connect, is_full, reason, told
from untwin.store.copies import beside, copied, new_file, scratch
from untwin.store.database import open_database
from untwin.store.exchange import put_in_place
from untwin.store.given_copy import damage, taken
from untwin.store.home import Home, home_to_restore, known_id, put_right

_HOME_ID = "home_id"


@dataclass(frozen=True, slots=True)
class StoredBackups:
    """Honours the port `Backups` for the home at `path`: what is to be restored may be without its id, or its store."""

    path: Path

    def save(self, file: Path, *, replace: bool = False) -> None:
        """Copies the store with the home's id, so that a copy is all that a lost home needs."""
        store = Home(self.path, "").database
        _refuse(file, store, replace=replace)
        with open_database(store).reading() as connection, _written(file), new_file(file) as new:
            copied(connection, new)
            with closing(connect(new)) as copy:
                self._label(copy)
                if why := damage(copy):
                    raise DiskProblem(f"The copy is not whole, and was not kept: {why}", "See untwin doctor.")

    def _label(self, copy: sqlite3.Connection) -> None:
        if (home_id := known_id(self.path)) is not None:
            copy.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (_HOME_ID, home_id))

    def restore(self, file: Path) -> Path:
        """Puts a copy in the store's place, and the home's id with it where that is lost."""
        home = home_to_restore(self.path)
        if not file.is_file():
            raise BadInput(f"There is no file {file}.")
        if _same(file, home.database):
            raise BadInput(f"{file} is the store itself, not a copy of it.")
        restoring = home.database.with_name(f"{home.database.name}.restoring")
        with home.window_lock().hold(), home.lock("writing").hold(), told(home.database), scratch(restoring) as new:
            home_id = taken(file, new).get(_HOME_ID, "")
            former = put_in_place(new, home.database)
            put_right(self.path, home_id)
        return former


def _refuse(file: Path, store: Path, *, replace: bool) -> None:
    if not store.exists():
        raise BadInput("There is nothing to copy yet: this data folder has no store.")
    if not file.absolute().parent.is_dir():
        raise BadInput(f"There is no folder {file.absolute().parent}.")
    if any(_same(file, own) for own in (store, *beside(store), store.with_name("home-id"))):
        raise BadInput(f"{file} is a part of Untwin's own data.", "Choose another name for the copy.")
    if file.is_dir() or (file.exists() and not replace):
        raise BadInput(f"{file} is there already.", "Choose another name for the copy.")


def _same(file: Path, other: Path) -> bool:
    return file.resolve() == other.resolve() or (file.exists() and other.exists() and file.samefile(other))


@contextmanager
def _written(file: Path) -> Iterator[None]:
    """Says of what goes wrong that it is about the copy, not about the store."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        why = "the disk is full" if is_full(error, file) else reason(error)
        words = f"The copy {file} could not be written: {why}. Nothing is left of it."
        raise DiskProblem(words, "Choose another place for it, or make room.") from None
