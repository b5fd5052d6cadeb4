"""The home: the one folder with all of Untwin's data, its id, and the locks on it."""

import errno
import os
import re
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from untwin.domain.problems import BadInput, Busy, DiskFull, DiskProblem, Problem
from untwin.store.connection import RESTORE, is_full

_WAIT_SECONDS = 5.0
_SHORT_WAIT_SECONDS = 0.2
_SAVING = ("Untwin is saving in another window or command.", "Try again in a moment.")
_OPEN = ("Untwin's window is open already on this data.", "Look for it, or close it first.")
_ID = re.compile(rb"[0-9a-f]{16}\s?")


@dataclass(frozen=True, slots=True)
class Home:
    """One data folder, readable for its owner alone. `id` tells its keyring entries from another home's."""

    path: Path
    id: str

    @property
    def database(self) -> Path:
        """The store's file."""
        return self.path / "untwin.sqlite3"

    @property
    def log(self) -> Path:
        """The log's file."""
        return self.path / "untwin.log"

    def lock(self, name: str, wait_seconds: float = _WAIT_SECONDS) -> "FileLock":
        """A lock that holds between the threads and processes on this home."""
        plain = "".join(c for c in name if c.isalnum() or c in "-_")
        return FileLock(self.path / f"{plain}.lock", wait_seconds)

    def window_lock(self) -> "FileLock":
        """The lock of the one window on this home."""
        return FileLock(self.path / "window.lock", _SHORT_WAIT_SECONDS, _OPEN)


def open_home(path: Path) -> Home:
    """The home at `path`, made when it isn't there.

    Raises:
        BadInput: the path can be no folder, or the folder holds somebody else's files.
        DiskProblem: it can't be made or written, or its id is damaged.
    """
    with _usable(path):
        _refuse_others(path)
        _make(path)
        return Home(path, _home_id(path / "home-id"))


def home_to_restore(path: Path) -> Home:
    """The home at `path` as far as it is needed to put a copy of its store there; its id may be lost.

    Raises:
        BadInput: the path can be no folder, or the folder holds somebody else's files.
        DiskProblem: it can't be made or written.
    """
    with _usable(path):
        if not Home(path, "").database.exists():
            _refuse_others(path)
        _make(path)
        return Home(path, known_id(path) or "")


def put_right(path: Path, told: str) -> None:
    """Gives a home whose id is lost the one that a copy tells; a new one only where there is no trace of it."""
    file = path / "home-id"
    told = told if _ID.fullmatch(told.encode()) else ""
    if known_id(path) is None and (told or not file.exists()):
        _write_id(file, told or secrets.token_hex(8))


def known_id(path: Path) -> str | None:
    """The id of the home at `path` as it stands there, or None; nothing is made."""
    try:
        told = (path / "home-id").read_bytes()
    except OSError:
        return None
    return told.decode("ascii").strip() if _ID.fullmatch(told) else None


@contextmanager
def _usable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if is_full(error, path):
            raise DiskFull from None
        # What can be no folder was typed wrongly; all else is the disk's.
        kind = BadInput if error.errno in _NO_FOLDER else DiskProblem
        raise kind(f"The folder {path} can't be used: {error.strerror}.", "Choose another with --home.") from None


_NO_FOLDER = frozenset({errno.EEXIST, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL})


def _make(path: Path) -> None:
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.chmod(0o700)
    # Everything made from here on is for its owner alone, SQLite's own files too.
    os.umask(0o077)


def _refuse_others(path: Path) -> None:
    """A home is closed to everybody but its owner: that must never happen to a folder with other things in it."""
    if not path.is_dir():
        return
    strangers = [f.name for f in path.iterdir() if f.name not in _OWN and not f.name.startswith(_BEGUN)]
    # Asked last: what another start has made here meanwhile is not a stranger's.
    if (path / "home-id").exists():
        return
    if Home(path, "").database.name in strangers:
        words = f"{path / 'home-id'} is missing: the connections in the keyring can't be found without it."
        raise DiskProblem(words, RESTORE)
    if strangers:
        raise BadInput(
            f"The folder {path} holds other files, such as {strangers[0]}.", "Choose an empty one with --home."
        )


# The folder of the sample firms, and what a start or a restore that was cut off left behind.
_OWN = frozenset({"sample", "window.lock", "writing.lock"})
_BEGUN = ("home-id", "untwin.sqlite3.restoring")


def _home_id(file: Path) -> str:
    """The id, made once. An empty one would be shared with every home that lost its own."""
    with FileLock(file.with_suffix(".lock"), _WAIT_SECONDS).hold():
        if not file.exists() or not file.stat().st_size:
            _write_id(file, secrets.token_hex(8))
        told = file.read_bytes()
    if not _ID.fullmatch(told):
        raise DiskProblem(f"{file} is damaged: it must hold 16 letters and digits.", RESTORE)
    return told.decode("ascii").strip()


def _write_id(file: Path, home_id: str) -> None:
    """Whole or not at all: a start may be killed between any two steps."""
    new = file.with_suffix(".new")
    new.write_text(home_id, "ascii")
    new.replace(file)


@dataclass(frozen=True, slots=True)
class FileLock:
    """A lock of which the operating system lets go when its holder dies.

    SQLite's own exclusive lock on a file of its own: it holds between threads and processes alike, on every
    platform, and waits by itself.
    """

    path: Path
    wait_seconds: float
    busy: tuple[str, str] = _SAVING

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Holds the lock. Raises `Busy` when it isn't had in time, `DiskProblem` when its file is no good."""
        with closing(self._connect()) as connection:
            try:
                connection.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as error:
                if "locked" in str(error):
                    raise Busy(*self.busy) from None
                raise self._unusable(error) from None
            except sqlite3.DatabaseError:
                # A power failure leaves such a thing; its holder is gone with it.
                raise DiskProblem(f"The file {self.path} is damaged.", "Delete it: nothing is kept in it.") from None
            yield
            connection.rollback()

    def _connect(self) -> sqlite3.Connection:
        try:
            return sqlite3.connect(self.path, timeout=self.wait_seconds, isolation_level=None)
        except sqlite3.OperationalError as error:
            raise self._unusable(error) from None

    def _unusable(self, error: sqlite3.Error) -> Problem:
        if is_full(error, self.path):
            return DiskFull()
        return DiskProblem(f"The file {self.path} can't be used: {error}.", "Choose another folder with --home.")
