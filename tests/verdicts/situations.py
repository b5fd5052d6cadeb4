"""The situations on a served QuickBooks, one after the other; two test files share them, as one would hold all up."""

from collections.abc import Iterator

import pytest

from sample.caller import TODAY
from untwin.sample.process import SampleProcess
from verdicts.scenarios import several
from verdicts.scenarios.stage import set_up
from verdicts.scenarios.told import Scenario
from verdicts.served import ServedBooks
from verdicts.test_scenarios import SCENARIOS, assert_right

# Of the many that differ by who has the number alone every seventh is served: each takes a while.
_CHOSEN = [s for s in SCENARIOS if s not in several.TABLE or several.TABLE.index(s) % 7 == 0]
SERVABLE = [s for s in _CHOSEN if s.nearby_whole and not any("lacks" in dict(told.more) for told in s.books)]


@pytest.fixture(scope="module")
def served() -> Iterator[ServedBooks]:
    with (
        SampleProcess("--firms", "1", "--today", TODAY, "--cycle", "3600", "--seed", "9") as process,
        ServedBooks.of(process.greeting) as books,
    ):
        yield books


def judge_rightly(served: ServedBooks, scenario: Scenario) -> None:
    """Puts the situation into the served books, looks it up there, and checks the verdict."""
    stage = set_up(scenario, 200_000 + 100 * SERVABLE.index(scenario))
    with served.holding(stage.ledger):
        assert_right(stage, stage.judge(served.books, served.caller.realm))
