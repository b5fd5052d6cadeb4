"""Examines the home without changing it: its folder and files, room on the disk, the store, and who uses it now."""

import os
import shlex
import shutil
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeVar

from untwin.domain.checks import Check, Standing
from untwin.domain.problems import Busy, DiskFull, DiskProblem
from untwin.store.chain_walk import walk
from untwin.store.connection import RESTORE, is_full
from untwin.store.home import FileLock, Home, known_id
from untwin.store.schema import missing
from untwin.store.versions import newest_version, version_of

_ROOM, _LITTLE_ROOM = 500_000_000, 50_000_000  # bytes; below the second a backup or an import can fail
_MOST_FILES = 5000
_FULL = 1_000_000  # bytes
_MAKE_ROOM = "Make room on that disk."
_OTHER_DISK = "Make that disk writable, or choose another folder with --home."
_CHECK_SECONDS = 2.0  # for each of two looks
OK, WARN, FAULT, NOT_TRIED = Standing
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class HomeExam:
    """The home at `path`, whether it is there or not."""

    path: Path

    def look(self) -> tuple[Check, ...]:
        """The folder, its files, the disk, and who uses it."""
        if not self.path.exists():
            return (self._to_be_made(), self._disk())
        if not self.path.is_dir():
            return (Check("home", FAULT, f"{self.path} is no folder.", "Choose another with --home."),)
        return (self._folder(), self._files(), self._disk(), self._in_use())

    def _to_be_made(self) -> Check:
        """Nothing is there yet: whether the first start could make it."""
        above = next(place for place in self.path.absolute().parents if place.exists())
        cant = f"There is no data at {self.path} yet, and none can be made:"
        if not above.is_dir():
            return Check("home", FAULT, f"{cant} {above} is no folder.", "Choose another with --home.")
        if _is_read_only(above):
            return Check("home", FAULT, f"{cant} that disk can only be read.", _OTHER_DISK)
        if not os.access(above, os.W_OK | os.X_OK):
            return Check("home", FAULT, f"{cant} you can't write to {above}.", "Choose another folder with --home.")
        return Check("home", OK, f"There is no data at {self.path} yet; it is made with the first start.")

    def _folder(self) -> Check:
        about = self.path.stat()
        if not _is_mine(about):
            words = f"The folder {self.path} belongs to another user."
            return Check("home", FAULT, words, f"sudo chown -R {os.geteuid()} {_quoted(self.path)}")
        if _is_open(about):
            words = f"Other users can look into the folder {self.path}."
            return Check("home", FAULT, words, f"chmod 700 {_quoted(self.path)}")
        if not os.access(self.path, os.R_OK | os.W_OK | os.X_OK):
            if _is_read_only(self.path):
                return Check("home", FAULT, f"The disk that {self.path} lies on can only be read.", _OTHER_DISK)
            words = f"The folder {self.path} can't be written."
            return Check("home", FAULT, words, f"chmod 700 {_quoted(self.path)}")
        return self._identity()

    def _identity(self) -> Check:
        """Without its id nobody finds this home's secrets in the keyring any more."""
        if known_id(self.path) is not None:
            return Check("home", OK, f"The data in {self.path} is yours alone to read and to write.")
        file = self.path / "home-id"
        if file.exists():
            return Check("home", FAULT, f"{file} is damaged.", RESTORE)
        if self._store.exists():
            words = f"{file} is missing: the connections in the keyring can't be found without it."
            return Check("home", FAULT, words, RESTORE)
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
        if free < _FULL:
            return Check("disk", FAULT, "The disk that the data lies on is full: nothing can be stored.", _MAKE_ROOM)
        words = f"{free / 1e9:.1f} GB are free where the data lies."
        if free >= _ROOM:
            return Check("disk", OK, words)
        return Check("disk", WARN if free >= _LITTLE_ROOM else FAULT, words, _MAKE_ROOM)

    def _in_use(self) -> Check:
        try:
            said = [words for lock, words in _LOCKS.items() if _is_held(self.path / f"{lock}.lock")]
        except DiskFull as problem:
            return Check("in_use", FAULT, problem.sentence, _MAKE_ROOM)
        except DiskProblem as problem:
            advice = _OTHER_DISK if _is_read_only(self.path) else f"chmod -R u+rw {_quoted(self.path)}"
            return Check("in_use", FAULT, problem.sentence, advice)
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
    seconds: float = _CHECK_SECONDS

    def look(self) -> tuple[Check, ...]:
        """Whether it opens, is whole, is one that this version knows, and holds the history as it was recorded."""
        file = Home(self.path, "").database
        if not file.exists():
            return (Check("store", OK, "There is no store yet; it is made with the first start."),)
        if not file.stat().st_size:
            # SQLite would take it for a new one, and delete what lies in the log beside it.
            return (_damaged(file, "it is empty"),)
        try:
            with closing(sqlite3.connect(_read_only(file), uri=True, timeout=2.0)) as connection:
                return self._checked(connection, file)
        except sqlite3.OperationalError as error:
            if is_full(error, file):
                return (Check("store", FAULT, f"The store {file} can't be read while the disk is full.", _MAKE_ROOM),)
            remedy = f"Is another program using it? Is it yours? ls -l {_quoted(file)}"
            return (Check("store", FAULT, f"The store {file} can't be read: {error}.", remedy),)
        except sqlite3.DatabaseError as error:
            return (_damaged(file, str(error)),)

    def _checked(self, connection: sqlite3.Connection, file: Path) -> tuple[Check, ...]:
        version = version_of(connection)
        if version > newest_version():
            words = "The store was written by a newer Untwin."
            return (Check("store", FAULT, words, "Install the newer version; this one leaves it untouched."),)
        found = _in_time(connection, self.seconds, _quick_check)
        if found not in ("ok", None):
            return (_damaged(file, found),)
        whole = (
            "is whole" if found else f"opens; it is too large to be looked through within {self.seconds:.0f} seconds"
        )
        if version < newest_version():
            words = f"The store {whole} (version {version}, and is brought up to date with the next start)."
            return (Check("store", OK, words),)
        if missing(connection):
            return (_damaged(file, "parts of it are missing"),)
        return (Check("store", OK, f"The store {whole} (version {version})."), self._history(connection))

    def _history(self, connection: sqlite3.Connection) -> Check:
        found = _in_time(connection, self.seconds, walk)
        if found is None:
            words = f"The change history is too long to be walked within {self.seconds:.0f} seconds."
            return Check("history", NOT_TRIED, words, "untwin history verify")
        if found.problem:
            words = f"The change history is not as it was recorded: {found.problem}"
            return Check(
                "history", FAULT, words, "Keep this store as it is, and ask who changed it; a backup tells more."
            )
        return Check("history", OK, f"The change history is whole: {found.entries} entries.")


def _read_only(file: Path) -> str:
    # Even a reader writes beside the file, unless it is told that nobody can.
    fixed = "" if os.access(file.parent, os.W_OK) else "&immutable=1"
    return f"{file.absolute().as_uri()}?mode=ro{fixed}"


def _quick_check(connection: sqlite3.Connection) -> str:
    """What SQLite says of the file: `ok`, or the first damage."""
    return str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])


def _in_time(connection: sqlite3.Connection, seconds: float, look: Callable[[sqlite3.Connection], T]) -> T | None:
    """What a look at the store tells; None when there was no time for it."""
    end = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > end, 10_000)
    try:
        return look(connection)
    except sqlite3.OperationalError as error:
        if "interrupted" in str(error):
            return None
        raise


def _damaged(file: Path, why: str) -> Check:
    return Check("store", FAULT, f"The store {file} is damaged ({why.splitlines()[-1]}).", RESTORE)


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


def _is_read_only(folder: Path) -> bool:
    """Whether nobody can write there, whatever the rights of its files say."""
    return os.name == "posix" and bool(os.statvfs(folder).f_flag & os.ST_RDONLY)


def _is_mine(about: os.stat_result) -> bool:
    return os.name != "posix" or about.st_uid == os.geteuid()


def _is_open(about: os.stat_result) -> bool:
    """Whether others than the owner have any right to it."""
    return os.name == "posix" and bool(stat.S_IMODE(about.st_mode) & 0o077)


def _quoted(path: Path) -> str:
    """A path as a shell takes it."""
    return shlex.quote(str(path))
