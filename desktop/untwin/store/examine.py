"""Examines the home without changing it: its folder and files, room on the disk, the store, and who uses it now."""

import os
import shlex
import shutil
import sqlite3
import stat
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from untwin.domain.checks import Check, Standing
from untwin.domain.problems import BadInput, Busy
from untwin.store.database import newest_version
from untwin.store.home import FileLock, Home, known_id

_ROOM, _LITTLE_ROOM = 500_000_000, 50_000_000  # bytes; below the second a backup or an import can fail
_MOST_FILES = 5000
_CHECK_SECONDS = 3.0
OK, WARN, FAULT, NOT_TRIED = Standing


@dataclass(frozen=True, slots=True)
class HomeExam:
    """The home at `path`, whether it is there or not."""

    path: Path

    def look(self) -> tuple[Check, ...]:
        """The folder, its files, the disk, and who uses it."""
        if not self.path.exists():
            words = f"There is no data at {self.path} yet; it is made with the first start."
            return (Check("home", OK, words), self._disk())
        if not self.path.is_dir():
            return (Check("home", FAULT, f"{self.path} is no folder.", "Choose another with --home."),)
        return (self._folder(), self._files(), self._disk(), self._in_use())

    def _folder(self) -> Check:
        about = self.path.stat()
        if not _is_mine(about):
            words = f"The folder {self.path} belongs to another user."
            return Check("home", FAULT, words, f"sudo chown -R {os.geteuid()} {_quoted(self.path)}")
        if _is_open(about):
            words = f"Other users can look into the folder {self.path}."
            return Check("home", FAULT, words, f"chmod 700 {_quoted(self.path)}")
        if not os.access(self.path, os.R_OK | os.W_OK | os.X_OK):
            words = f"The folder {self.path} can't be written."
            return Check("home", FAULT, words, f"chmod 700 {_quoted(self.path)}")
        return self._identity()

    def _identity(self) -> Check:
        """Without its id nobody finds this home's secrets in the keyring any more."""
        if known_id(self.path) is not None:
            return Check("home", OK, f"The data in {self.path} is yours alone to read and to write.")
        file = self.path / "home-id"
        if file.exists():
            return Check("home", FAULT, f"{file} is damaged.", "Restore it from a backup.")
        if self._store.exists():
            words = f"{file} is missing: the connections in the keyring can't be found without it."
            return Check("home", FAULT, words, "Restore it from a backup.")
        return Check("home", OK, f"The data in {self.path} has not been begun yet.")

    def _files(self) -> Check:
        if os.name != "posix":
            return Check("files", NOT_TRIED, "This system keeps the rights to files in another way.")
        files = [(f, f.lstat()) for f in islice(_files_below(self.path), _MOST_FILES)]
        foreign = [f for f, about in files if not _is_mine(about)]
        if foreign:
            words = f"{len(foreign)} of its files belong to another user, such as {foreign[0].name}."
            return Check("files", FAULT, words, f"sudo chown -R {os.geteuid()} {_quoted(self.path)}")
        readable = [f for f, about in files if _is_open(about)]
        if readable:
            words = f"Other users can read {len(readable)} of its files, such as {readable[0].name}."
            return Check("files", FAULT, words, f"chmod -R go-rwx {_quoted(self.path)}")
        return Check("files", OK, f"Its {len(files)} files are yours alone.")

    def _disk(self) -> Check:
        place = next(p for p in (self.path, *self.path.absolute().parents) if p.is_dir())
        free = shutil.disk_usage(place).free
        words = f"{free / 1e9:.1f} GB are free where the data lies."
        if free >= _ROOM:
            return Check("disk", OK, words)
        return Check("disk", WARN if free >= _LITTLE_ROOM else FAULT, words, "Make room on that disk.")

    def _in_use(self) -> Check:
        try:
            said = [words for lock, words in _LOCKS.items() if _is_held(self.path / f"{lock}.lock")]
        except BadInput as problem:
            return Check("in_use", FAULT, problem.sentence, f"chmod -R u+rw {_quoted(self.path)}")
        return Check("in_use", OK, " ".join(said) or "No window is open on this data and nobody is saving.")

    @property
    def _store(self) -> Path:
        return Home(self.path, "").database


_LOCKS = {
    "window": "Untwin's window is open on this data.",
    "writing": "Untwin is saving just now; other saving commands wait for it.",
}


@dataclass(frozen=True, slots=True)
class StoreExam:
    """The store in the home at `path`: opened for reading alone, and checked by SQLite itself."""

    path: Path

    def look(self) -> tuple[Check, ...]:
        """Whether it opens, is whole, and is one that this version knows."""
        file = Home(self.path, "").database
        if not file.exists():
            return (Check("store", OK, "There is no store yet; it is made with the first start."),)
        try:
            with closing(sqlite3.connect(_read_only(file), uri=True, timeout=2.0)) as connection:
                return (_checked(connection, file),)
        except sqlite3.OperationalError as error:
            remedy = f"Is another program using it? Is it yours? ls -l {_quoted(file)}"
            return (Check("store", FAULT, f"The store {file} can't be read: {error}.", remedy),)
        except sqlite3.DatabaseError as error:
            return (_damaged(file, str(error)),)


def _read_only(file: Path) -> str:
    # Even a reader writes beside the file, unless it is told that nobody can.
    fixed = "" if os.access(file.parent, os.W_OK) else "&immutable=1"
    return f"{file.absolute().as_uri()}?mode=ro{fixed}"


def _checked(connection: sqlite3.Connection, file: Path) -> Check:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > newest_version():
        words = "The store was written by a newer Untwin."
        return Check("store", FAULT, words, "Install the newer version; this one leaves it untouched.")
    found = _quick_check(connection)
    if found not in ("ok", None):
        return _damaged(file, found)
    whole = "is whole" if found else f"opens; it is too large to be looked through within {_CHECK_SECONDS:.0f} seconds"
    step = "" if version == newest_version() else ", and is brought up to date with the next start"
    return Check("store", OK, f"The store {whole} (version {version}{step}).")


def _quick_check(connection: sqlite3.Connection) -> str | None:
    """What SQLite says of the file: `ok`, or the first damage; None when there was no time to tell."""
    end = time.monotonic() + _CHECK_SECONDS
    connection.set_progress_handler(lambda: time.monotonic() > end, 10_000)
    try:
        return str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    except sqlite3.OperationalError as error:
        if "interrupted" in str(error):
            return None
        raise


def _damaged(file: Path, why: str) -> Check:
    remedy = f"Move it away and put a backup in its place: mv {_quoted(file)} {_quoted(file.with_suffix('.damaged'))}"
    return Check("store", FAULT, f"The store {file} is damaged ({why.splitlines()[0]}).", remedy)


def _is_held(file: Path) -> bool:
    if not file.exists():
        return False
    try:
        with FileLock(file, 0.0).hold():
            return False
    except Busy:
        return True


def _files_below(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _is_mine(about: os.stat_result) -> bool:
    return os.name != "posix" or about.st_uid == os.geteuid()


def _is_open(about: os.stat_result) -> bool:
    """Whether others than the owner have any right to it."""
    return os.name == "posix" and bool(stat.S_IMODE(about.st_mode) & 0o077)


def _quoted(path: Path) -> str:
    """A path as a shell takes it."""
    return shlex.quote(str(path))
