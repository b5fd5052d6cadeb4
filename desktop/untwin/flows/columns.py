"""Remembers what a person said about the columns of a table, for every table with the same headers."""

import hashlib
import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from untwin.domain.columns import Given, Holds, TableSeen
from untwin.ports.history import Preferences


@dataclass(frozen=True, slots=True)
class ColumnMemory:
    """What was said, by the headers of a table in their order: that tells one source's list from another's."""

    preferences: Preferences

    def of(self, tables: Iterable[TableSeen]) -> Given | None:
        """What was said about tables like these; None where nothing was."""
        said: dict[Holds, str] = {}
        for table in tables:
            said = {**self._of(table), **said}
        return said or None

    def remember(self, table: TableSeen, given: Given) -> None:
        """Keeps a person's word; not about a table without headers, which could be anybody's."""
        if not table.layout.strip(" |"):
            return
        self.preferences.put(_name(table), json.dumps({holds.value: name for holds, name in given.items()}))

    def _of(self, table: TableSeen) -> dict[Holds, str]:
        stored = self.preferences.get(_name(table))
        # What can't be read any more is asked again.
        with suppress(ValueError, AttributeError):
            return {Holds(holds): str(name) for holds, name in json.loads(stored or "{}").items()}
        return {}


def _name(table: TableSeen) -> str:
    return f"columns {hashlib.sha256(table.layout.encode('utf-8', 'replace')).hexdigest()[:32]}"
