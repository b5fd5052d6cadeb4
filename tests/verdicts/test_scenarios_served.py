"""The same situations on a served QuickBooks, one after the other: what the search doesn't find can't be judged."""

from collections.abc import Iterator

import pytest

from sample.caller import TODAY
from untwin.sample.process import SampleProcess
from verdicts.scenarios.stage import set_up
from verdicts.scenarios.told import Scenario
from verdicts.served import ServedBooks
from verdicts.test_scenarios import SCENARIOS, assert_right

SERVABLE = [s for s in SCENARIOS if s.nearby_whole and not any("lacks" in dict(told.more) for told in s.books)]


@pytest.fixture(scope="module")
def served() -> Iterator[ServedBooks]:
    with (
        SampleProcess("--firms", "1", "--today", TODAY, "--cycle", "3600", "--seed", "9") as process,
        ServedBooks.of(process.greeting) as books,
    ):
        yield books


@pytest.mark.parametrize("scenario", SERVABLE, ids=lambda scenario: scenario.name)
def test_a_situation_is_found_and_judged_as_it_must_be(served: ServedBooks, scenario: Scenario) -> None:
    stage = set_up(scenario, 200_000 + 100 * SERVABLE.index(scenario))
    with served.holding(stage.ledger):
        assert_right(stage, stage.judge(served.books, served.caller.realm))
