"""Reads the number map off the window's thread, and what the index remembers of some documents."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from untwin.domain.problems import Cancelled
from untwin.flows.desk import Desk
from untwin.ui.lanes.bridge import Bridge, Failed, Then
from untwin.ui.work.number_reading import NumberReading

_LANE = "map"


@dataclass(frozen=True, slots=True)
class MapReading:
    """The way to it. `numbers` reads QuickBooks; the map itself comes from the index."""

    desk: Desk
    bridge: Bridge
    numbers: NumberReading

    def read(self, realm: str, here: Callable[[], bool], done: Then, failed: Failed) -> None:
        """Draws the map of a company, for as long as somebody is `here` to see it."""

        def work() -> object:
            drawn = self.desk.map_numbers(realm, here)
            if not here():
                raise Cancelled
            return drawn

        self.bridge.run(_LANE, work, done, failed)

    def documents(self, realm: str, wanted: Sequence[tuple[str, str]], done: Then, failed: Failed) -> None:
        """Reads what the index knows of documents."""
        self.bridge.run(_LANE, lambda: self.desk.map_numbers.documents(realm, wanted), done, failed)
