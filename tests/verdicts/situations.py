"""The situations on a served QuickBooks, one after the other; two test files share them, as one would hold all up."""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from conftest import quick_firms
from sample.caller import TODAY
from verdicts.scenarios import kinds, proofs, several, shortened
from verdicts.scenarios.stage import set_up
from verdicts.scenarios.told import Scenario
from verdicts.served import ServedBooks
from verdicts.test_scenarios import SCENARIOS, assert_right

# Each takes a while: of those in which the search finds nothing of its own some are served.
_SOME = ((several.TABLE, 7), (proofs.TABLE, 4), (kinds.TABLE, 4), (shortened.TABLE, 6))
_LEFT_OUT = {s.name for table, step in _SOME for place, s in enumerate(table) if place % step}
_CHOSEN = [s for s in SCENARIOS if s.name not in _LEFT_OUT]
_WHOLE = [s for s in _CHOSEN if s.nearby_whole and s.every_type_read]
SERVABLE = [s for s in _WHOLE if not any("lacks" in dict(told.more) for told in s.books)]


# What was put away stays in the books as nobody's rows, and each search reads them: every so many begin anew.
_A_SERVER = 25


def by_server(scenarios: Sequence[Scenario]) -> list[Any]:
    """The situations as parameters `served` and `scenario`: which server serves each, and what is played on it."""
    return [pytest.param(place // _A_SERVER, one, id=one.name) for place, one in enumerate(scenarios)]


@pytest.fixture(scope="module")
def served(request: pytest.FixtureRequest) -> Iterator[ServedBooks]:
    """Fresh books for each server that `by_server` names."""
    assert isinstance(request.param, int)
    with (
        quick_firms("--today", TODAY, "--cycle", "3600", "--seed", "9") as process,
        ServedBooks.of(process.greeting) as books,
    ):
        yield books


def judge_rightly(served: ServedBooks, scenario: Scenario) -> None:
    """Puts the situation into the served books, looks it up there, and checks the verdict."""
    stage = set_up(scenario, 200_000 + 100 * SERVABLE.index(scenario))
    with served.holding(stage.ledger):
        assert_right(stage, stage.judge(served.books, served.caller.realm))
