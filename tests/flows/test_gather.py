"""Gathering evidence: a source that is slow is waited for, one that fails leaves the rest to be shown."""

from dataclasses import replace

import pytest

from builders import COMPANY, INCOMING, case
from fakes import TickingClock
from flows.conftest import Office
from reach import QuickPatience
from untwin.domain.incoming import SourceAnswer
from untwin.domain.problems import Throttled, Unreachable
from untwin.flows.gather import Gather


class Slow:
    """A source that asks for rests before it answers."""

    def __init__(self, rests: int) -> None:
        self.rests = rests

    def expect(self, count: int) -> None:
        pass

    def ask(self, number: str) -> SourceAnswer:
        if self.rests:
            self.rests -= 1
            raise Throttled("Clio asked Untwin to slow down.", wait_seconds=17)
        return SourceAnswer(INCOMING, (), complete=True)


@pytest.mark.parametrize(("rests", "known"), [(0, True), (1, True), (3, True), (4, False)])
def test_a_source_that_asks_for_rests_is_waited_for_a_few_times(office: Office, rests: int, known: bool) -> None:
    patience, connections = QuickPatience(), office.connections
    connections.the_source = Slow(rests)  # type: ignore[assignment]
    [found] = Gather(connections, TickingClock(), patience)(COMPANY, [case()])
    assert (found.incoming is not None) is known
    assert patience.pauses == [17] * min(rests, 3)
    assert found.holders, "what QuickBooks says is shown in any case"


def test_a_source_that_fails_leaves_quickbooks_word(office: Office) -> None:
    office.source.problem = Unreachable("Clio can't be reached.")
    [found] = Gather(office.connections, TickingClock(), QuickPatience())(COMPANY, [replace(case(), id="7")])
    assert (found.incoming, found.incoming_note) == (None, "Clio can't be reached.")
    assert found.holders
    assert not found.twin_search.complete
