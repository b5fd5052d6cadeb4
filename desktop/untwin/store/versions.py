"""The versions that a store can have, and what tells how far its inbox is."""

import sqlite3
from pathlib import Path

_MIGRATIONS = Path(__file__).parent / "migrations"
REVISION = (
    "SELECT max(coalesce((SELECT max(revision) FROM inbox), 0), coalesce((SELECT max(revision) FROM inbox_gone), 0))"
)


def scripts() -> list[Path]:
    """The scripts that make each version of the schema out of the one before."""
    return sorted(_MIGRATIONS.glob("*.sql"))


def newest_version() -> int:
    """The version of the schema that this Untwin writes."""
    return len(scripts())


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the schema in a store; 0 where there is none yet."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
