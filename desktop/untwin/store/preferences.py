"""Keeps what a person has set for this home."""

from dataclasses import dataclass

from untwin.store.codec import storable
from untwin.store.database import Database


@dataclass(frozen=True, slots=True)
class StoredPreferences:
    """Honours the port `Preferences`."""

    database: Database

    def get(self, name: str) -> str:
        """A value; empty where none was set."""
        with self.database.reading() as connection:
            row = connection.execute("SELECT value FROM preferences WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def put(self, name: str, value: str) -> None:
        """Sets a value; an empty one takes it away."""
        with self.database.transaction() as connection:
            if value:
                connection.execute("INSERT OR REPLACE INTO preferences VALUES (?, ?)", (name, storable(value)))
            else:
                connection.execute("DELETE FROM preferences WHERE name = ?", (name,))
