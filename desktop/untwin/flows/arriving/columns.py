"""Remembers what a person said about the columns of a table, for every one with the same headers, until told not to."""

import hashlib
import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from untwin.domain.errors.columns import Given, GivenFor, Holds, KnownBy, TableSeen, Told, given_for
from untwin.ports.history import Preferences


@dataclass(frozen=True, slots=True)
class ColumnMemory:
    """What was said, by the headers of a table in their order: that tells one source's list from another's."""

    preferences: Preferences

    def of(self, tables: Iterable[TableSeen]) -> dict[str, Given]:
        """What was said about tables like these, by their headers."""
        said = {table.layout: self._of(table) for table in tables if table.layout}
        return {layout: given for layout, given in said.items() if given}

    def remember(self, tables: Iterable[TableSeen], told: Told) -> None:
        """Keeps a person's word about those of the tables that it is about; not about one without headers."""
        for table in tables:
            about = any(column.known_by is KnownBy.GIVEN for column in table.columns)
            given = given_for(told, (column.header for column in table.columns))
            if table.layout and given and (about or isinstance(told, GivenFor)):
                self.preferences.put(_name(table), json.dumps({holds.value: name for holds, name in given.items()}))

    def forget(self, tables: Iterable[TableSeen]) -> None:
        """Forgets what was said about tables like these."""
        for table in tables:
            if table.layout:
                self.preferences.put(_name(table), "")

    def _of(self, table: TableSeen) -> dict[Holds, str]:
        stored = self.preferences.get(_name(table))
        # What can't be read any more is asked again.
        with suppress(ValueError, AttributeError):
            return {Holds(holds): str(name) for holds, name in json.loads(stored or "{}").items()}
        return {}


def _name(table: TableSeen) -> str:
    return f"columns {hashlib.sha256(table.layout.encode('utf-8', 'replace')).hexdigest()[:32]}"
