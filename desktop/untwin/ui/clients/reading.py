"""Reads the clients, and notes that somebody has looked into their apps, off the window's thread."""

from collections.abc import Collection

from PySide6.QtCore import QObject

from untwin.flows.desk import Desk
from untwin.ports.machine import Jobs
from untwin.ui.lanes.bridge import Failed, Then
from untwin.ui.lanes.step_jobs import StepJobs

# Counting a million cases takes a while; nothing else waits behind it.
_LANE, _SWITCH = "clients", "switch"


class ClientsReading(StepJobs):
    """One sheet's; answers that come after its end are dropped."""

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self._desk = desk

    def read(self, then: Then, failed: Failed) -> None:
        """Reads all of them."""
        self._run(_LANE, self._desk.see_clients, then, failed)

    def looked(self, realm: str, sources: Collection[str], name: str, then: Then, failed: Failed) -> None:
        """Notes a look; `name` is whose word it is, empty where that is known."""

        def work() -> None:
            who = self._desk.person.put(name) if name else self._desk.who
            self._desk.see_clients.looked(realm, sources, who)

        self._change(_SWITCH, work, then, failed)
