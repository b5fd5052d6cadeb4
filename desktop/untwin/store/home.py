"""The home: the one folder with all of Untwin's data, its id, and the locks on it."""

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from untwin.domain.problems import BadInput, Busy

_WAIT_SECONDS = 5.0


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


def open_home(path: Path) -> Home:
    """The home at `path`, made when it isn't there.

    Raises:
        BadInput: the folder can't be made or written.
    """
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.chmod(0o700)
        # Everything made from here on is for its owner alone, SQLite's own files too.
        os.umask(0o077)
        return Home(path, _home_id(path / "home-id"))
    except OSError as error:
        raise BadInput(f"The folder {path} can't be used: {error.strerror}.", "Choose another with --home.") from None


def _home_id(file: Path) -> str:
    try:
        descriptor = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return file.read_text("ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as stream:
        stream.write(secrets.token_hex(8))
    return file.read_text("ascii").strip()


@dataclass(frozen=True, slots=True)
class FileLock:
    """A lock of which the operating system lets go when its holder dies.

    SQLite's own exclusive lock on a file of its own: it holds between threads and processes alike, on every
    platform, and waits by itself.
    """

    path: Path
    wait_seconds: float

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Holds the lock. Raises `Busy` when it isn't had in time."""
        with closing(sqlite3.connect(self.path, timeout=self.wait_seconds, isolation_level=None)) as connection:
            try:
                connection.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError:
                raise Busy("Untwin is saving in another window or command.", "Try again in a moment.") from None
            yield
            connection.rollback()
