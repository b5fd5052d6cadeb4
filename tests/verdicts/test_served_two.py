"""The other situations on a served QuickBooks: what the search doesn't find can't be judged."""

import pytest

from verdicts.scenarios.told import Scenario
from verdicts.served import ServedBooks
from verdicts.situations import SERVABLE, by_server, judge_rightly, served

__all__ = ["served"]


@pytest.mark.parametrize(("served", "scenario"), by_server(SERVABLE[1::2]), indirect=["served"], scope="module")
def test_a_situation_is_found_and_judged_as_it_must_be(served: ServedBooks, scenario: Scenario) -> None:
    judge_rightly(served, scenario)
