"""Two sample companies with servers of their own, what stands in their books and what they were asked."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

from conftest import QUICK
from crash.seeds import Seeds
from crash.where import Place
from sample.caller import Caller
from untwin.sample.process import SampleProcess
from untwin.store.cases import StoredCases
from untwin.store.database import Database


@dataclass(frozen=True, slots=True)
class Firm:
    """One served company: its server, its seeds, and all its documents as they were at the start."""

    caller: Caller
    seeds: Seeds
    start: dict[str, list[dict[str, Any]]]

    def play(self, schedule: str) -> None:
        """Sets the faults that its server plays from now on."""
        self.caller.schedule(schedule).raise_for_status()

    def holds(self) -> bool:
        """Whether a fault of the schedule has come to its request."""
        return any(self.caller.happened().values())

    def versions(self) -> dict[Place, int]:
        """How often each document was saved."""
        realm, books = self.caller.realm, self.caller.books()
        return {(realm, entity, doc["Id"]): int(doc["SyncToken"]) for entity in books for doc in books[entity]}

    def asleep(self) -> None:
        """What an hour brings: the app's access tokens have ended."""
        self.caller.session.post(f"{self.caller.base}/sample/expire-tokens", timeout=10).raise_for_status()

    def log(self) -> list[dict[str, Any]]:
        """The app's own requests so far."""
        return [entry for entry in self.caller.log() if entry["client"] == "app"]


@contextmanager
def two_firms(database: Database, seed: int) -> Iterator[tuple[Firm, ...]]:
    """Serves them until the end."""
    with ExitStack() as stack:
        firms = []
        for each in (seed, seed + 1):
            served = stack.enter_context(SampleProcess(*QUICK[2:], "--cycle", "5", "--seed", str(each)))
            caller = Caller(served.greeting)
            stack.callback(caller.session.close)
            firms.append(Firm(caller, Seeds(caller, StoredCases(database)), caller.books()))
        yield tuple(firms)
