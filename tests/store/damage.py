"""What disks, people and other programs do to a file, and how tests look into a home afterwards."""

import sqlite3
from contextlib import closing
from pathlib import Path

from store.chains import meddle
from untwin.store.database import open_database
from untwin.store.history import StoredHistory
from untwin.store.home import Home
from untwin.store.versions import newest_version


def history_of(home: Home) -> StoredHistory:
    return StoredHistory(open_database(home.database))


def told(home: Home) -> list[str]:
    """What tells one store from another: its notes."""
    return [row.what for row in history_of(home).rows()]


def only(home: Home) -> list[str]:
    """The files that are there beside locks and what SQLite and the home itself need."""
    usual = ("home-id", "untwin.sqlite3-", "window.lock", "writing.lock")
    return sorted(f.name for f in home.path.iterdir() if not f.name.startswith(usual))


def no_database(file: Path) -> None:
    file.write_text("Dear Ann, " * 1000)


def empty(file: Path) -> None:
    file.write_bytes(b"")


def another_programs(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript("CREATE TABLE cases (x); PRAGMA user_version = 3;")


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-5000])


def damaged_in_the_middle(file: Path) -> None:
    whole = file.read_bytes()
    third = len(whole) // 4096 // 3 * 4096
    file.write_bytes(whole[:third] + b"\xa5" * third + whole[2 * third :])


def without_guards(file: Path) -> None:
    meddle(file)


def newer(file: Path) -> None:
    meddle(file, f"PRAGMA user_version = {newest_version() + 1}")


def changed(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        guards = [row[0] for row in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")]
    meddle(file, "UPDATE links SET company = 'x' WHERE place = 3", *guards)


def spoilt_header(file: Path) -> None:
    file.write_bytes(b"\0" * 100 + file.read_bytes()[100:])
