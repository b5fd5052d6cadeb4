"""Every second situation on a served QuickBooks: what the search doesn't find can't be judged."""

import pytest

from verdicts.scenarios.told import Scenario
from verdicts.served import ServedBooks
from verdicts.situations import SERVABLE, judge_rightly, served

__all__ = ["served"]


@pytest.mark.parametrize("scenario", SERVABLE[::2], ids=lambda scenario: scenario.name)
def test_a_situation_is_found_and_judged_as_it_must_be(served: ServedBooks, scenario: Scenario) -> None:
    judge_rightly(served, scenario)
