"""A first glance at a store: what the window's first frame needs, read before anything heavy is imported."""

import sqlite3
from contextlib import closing
from pathlib import Path

from untwin.domain.inbox.entry_version import ENTRY_VERSION
from untwin.store.versions import REVISION, newest_version, version_of


class Glance:
    """Honours the port `Preferences` for reading, as far as they are about the window.

    Attributes:
        revision: how far the inbox is.
        companies: names and ids of the connected ones, by name.
    """

    def __init__(self, revision: int, companies: list[tuple[str, str]], values: dict[str, str]) -> None:
        self.revision, self.companies, self._values = revision, companies, values

    def get(self, name: str) -> str:
        """A value; empty where none was set."""
        return self._values.get(name, "")

    def put(self, name: str, value: str) -> None:
        """Nothing is set at a glance."""
        raise NotImplementedError


def glance(file: Path) -> Glance | None:
    """What can be seen at once; None where the store isn't there, or must be seen to first. Nothing is changed."""
    if not file.exists():
        return None
    try:
        with closing(sqlite3.connect(file, timeout=1.0, isolation_level=None)) as connection:
            return _seen(connection)
    except sqlite3.Error:
        # The store's opening says what is wrong, in words.
        return None


def is_older(file: Path) -> bool:
    """Whether an older Untwin made the store or its list of cases: they are brought up to date first."""
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", timeout=1.0, uri=True)) as connection:
            version = version_of(connection)
            if version != newest_version():
                return 0 < version < newest_version()
            return connection.execute(_MADE).fetchall() != [(ENTRY_VERSION,)]
    except sqlite3.Error:
        # It isn't there, or its opening says what is wrong.
        return False


_MADE = "SELECT version FROM inbox_made"


def _seen(connection: sqlite3.Connection) -> Glance | None:
    if version_of(connection) != newest_version():
        return None
    if connection.execute(_MADE).fetchall() != [(ENTRY_VERSION,)]:
        return None
    revision = int(connection.execute(REVISION).fetchone()[0])
    companies = connection.execute("SELECT name, realm FROM companies ORDER BY name, realm").fetchall()
    values = connection.execute("SELECT name, value FROM preferences WHERE name LIKE 'window %'").fetchall()
    return Glance(revision, companies, dict(values))
