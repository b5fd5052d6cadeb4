"""Reads the change history and verifies it, off the window's thread: it may be long."""

from dataclasses import dataclass

from untwin.flows.desk import Desk
from untwin.ui.bridge import Bridge, Failed, Then
from untwin.ui.history_rows import HistoryEntry, entries


@dataclass(frozen=True, slots=True)
class Told:
    """The history as it was read: its rows, the newest first, and the hash of its last link."""

    entries: tuple[HistoryEntry, ...]
    head: str


@dataclass(frozen=True, slots=True)
class HistoryReading:
    """The way to it."""

    desk: Desk
    bridge: Bridge

    def read(self, done: Then, failed: Failed) -> None:
        """Reads all of it."""
        self.bridge.run("history", self._read, done, failed)

    def verify(self, done: Then, failed: Failed) -> None:
        """Walks its whole chain."""
        self.bridge.run("history", self.desk.history.verify, done, failed)

    def _read(self) -> Told:
        companies = {company.realm: company for company in self.desk.companies.all()}
        cases = {case.id: case for case in self.desk.cases.all()}
        history = self.desk.history
        return Told(entries(history.rows(), history.changes(), companies, cases), history.head())
