"""Two starts on one home at the same moment settle what a kill has left, each change once."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from crash.child import HOME
from crash.judge import wrong_books, wrong_requests
from crash.start import Child, told
from crash.town import Firm, two_firms
from crash.where import Books, Gap, stood
from untwin.domain.changes.history import Step
from untwin.store.database import open_database
from untwin.store.history import StoredHistory
from untwin.store.home import open_home


@dataclass(frozen=True)
class Place:
    """A home with cases about a served company, and what its store and the servers say."""

    folder: Path
    firms: tuple[Firm, ...]
    history: StoredHistory

    def start(self, gate: dict[str, Any], *, works: bool = False) -> Child:
        return Child(self.folder, told(self.firms, gate, 0.5, works=works))

    def killed(self, gate: dict[str, Any], *, works: bool) -> None:
        """Starts, and kills at a gate."""
        with self.start(gate, works=works) as child:
            self.arrived(child)
            assert child.kill()

    @staticmethod
    def arrived(child: Child) -> None:
        """Waits until it stands still at its gate."""
        while not child.has_said("at "):
            assert child.hear(), child.complaint()
            time.sleep(0.01)

    def gaps(self) -> set[Gap]:
        versions = {place: version for firm in self.firms for place, version in firm.versions().items()}
        log = {firm.caller.realm: firm.log() for firm in self.firms}
        return set(stood(self.history.open_changes(), Books(versions, versions, log)))

    def wrong(self) -> list[str]:
        """What the servers say otherwise than the store."""
        found: list[str] = []
        for firm in self.firms:
            realm = firm.caller.realm
            mine = [change for change in self.history.changes() if change.intent.company == realm]
            found += wrong_books(mine, realm, firm.start, firm.seeds.rows, firm.caller.books())
            found += wrong_requests(mine, firm.log())
        return found


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    database = open_database(open_home(tmp_path / HOME).database)
    with two_firms(database, 41) as firms:
        # Of one company, in which a batch has one hand: so it is certain what stands where at the fifth sending.
        firms[0].seeds.sow(12)
        yield Place(tmp_path, firms, StoredHistory(database))


def test_two_starts_at_once_settle_each_change_once(place: Place) -> None:
    place.killed({"at": "after sent", "nth": 5}, works=True)
    assert place.gaps() == {Gap.SENT_COMMITTED, Gap.ANSWERED_READ}
    left = [change.intent.order.request_id for change in place.history.open_changes()]
    with place.start({}) as one, place.start({}) as other:
        assert (one.complaint(), other.complaint()) == ("", "")
    for change in map(place.history.change, left):
        steps = [record.step for record in change.steps]
        assert steps.count(Step.READ_AGAIN) == steps.count(Step.PROVED) == 1
        assert change.times_sent <= 2
    assert place.history.open_changes() == ()
    assert place.wrong() == []


@pytest.mark.parametrize(
    ("killed_first", "killed_then", "still_open"),
    [
        ("after intent", "after not_done", 0),
        ("after sent", "before proved", 0),
        # Sent twice and not there yet: it may be on its way still.
        ("after sent", "after sent", 1),
    ],
)
def test_a_start_that_is_killed_while_it_settles_leaves_the_rest_to_the_one_that_waits(
    place: Place, killed_first: str, killed_then: str, still_open: int
) -> None:
    place.killed({"at": killed_first, "nth": 3}, works=True)
    with place.start({"at": killed_then, "phase": "settling"}) as one:
        place.arrived(one)
        with place.start({}) as other:
            time.sleep(0.5)
            assert other.hear(), "it waits"
            assert one.kill()
            assert other.complaint() == ""
    assert len(place.history.open_changes()) == still_open
    assert place.wrong() == []
