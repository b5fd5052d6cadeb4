"""Reads the change history and verifies it, off the window's thread: it may be long."""

from dataclasses import dataclass

from untwin.domain.cases.case import Case
from untwin.flows.desk import Desk
from untwin.ui.history.rows import HistoryEntry, entries
from untwin.ui.lanes.bridge import Bridge, Failed, Then


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
        history = self.desk.history
        rows, changes = history.rows(), history.changes()
        told = {row.case_id for row in rows} | {change.intent.case_id for change in changes}
        return Told(entries(rows, changes, companies, self._cases(told)), history.head())

    def _cases(self, case_ids: set[str]) -> dict[str, Case]:
        """Those that the history is about; one may be a row no more."""
        inbox = self.desk.cases.reader()
        found = inbox.cases([int(case_id) for case_id in case_ids if case_id.isdecimal()])
        inbox.close()
        return {case.id: case for case in found.values()}
