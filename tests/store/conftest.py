"""A home with a store that holds something, and a copy of that store."""

from pathlib import Path

import pytest

import builders
from store import older
from store.chains import one_change
from untwin.ports.history import Backups
from untwin.store.backups import StoredBackups
from untwin.store.cases import StoredCases
from untwin.store.database import open_database
from untwin.store.history import StoredHistory
from untwin.store.home import Home


@pytest.fixture
def kept(home: Home) -> Home:
    """A home with a case and a change in its store."""
    StoredCases(open_database(home.database)).add(builders.case())
    one_change(StoredHistory(open_database(home.database)))
    return home


@pytest.fixture
def backups(kept: Home) -> Backups:
    return StoredBackups(kept.path)


@pytest.fixture
def copy(backups: Backups, tmp_path: Path) -> Path:
    """A copy of that store."""
    backups.save(tmp_path / "copy")
    return tmp_path / "copy"


@pytest.fixture(params=[1, 2])
def old(home: Home, request: pytest.FixtureRequest) -> Home:
    """A home with an older store."""
    older.make(home.database, request.param)
    older.fill(home.database)
    return home
