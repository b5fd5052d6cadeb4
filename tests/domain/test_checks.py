"""Checks of this machine: what is a fault, what is worth a warning, and how a wrong clock is said."""

from datetime import timedelta

import pytest

from builders import NOW
from untwin.domain.checks import Check, Standing, check_clock, lasting, worst


@pytest.mark.parametrize(
    ("days", "standing"),
    [(None, Standing.OK), (100, Standing.OK), (14, Standing.OK), (13.9, Standing.WARN), (0, Standing.FAULT)],
)
def test_an_end_is_warned_of_two_weeks_ahead(days: float | None, standing: Standing) -> None:
    assert lasting(None if days is None else NOW + timedelta(days=days), NOW) is standing


@pytest.mark.parametrize(
    ("seconds", "standing", "words"),
    [
        (0, Standing.OK, "agrees with QuickBooks'"),
        (-59, Standing.OK, "agrees"),
        (61, Standing.WARN, "1 minute ahead of"),
        (-300, Standing.WARN, "5 minutes behind"),
        (301, Standing.FAULT, "5 minutes ahead of"),
        (-7200, Standing.FAULT, "2 hours behind"),
        (86400 * 3, Standing.FAULT, "3 days ahead of"),
    ],
)
def test_a_wrong_clock_is_said_by_how_far_and_which_way(seconds: int, standing: Standing, words: str) -> None:
    found = check_clock(NOW + timedelta(seconds=seconds), NOW, "QuickBooks'")
    assert found.standing is standing
    assert words in found.sentence
    assert bool(found.remedy) is (standing is not Standing.OK)


def test_only_a_fault_needs_a_person() -> None:
    assert [Check("x", standing, "").ok for standing in Standing] == [True, True, False, True]
    assert worst(Standing.OK, Standing.FAULT, Standing.WARN) is Standing.FAULT
    assert worst() is Standing.OK
