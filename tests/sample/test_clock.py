"""The sample firms' time: Pacific, repeatable while prepared, shifted by days when live."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untwin.sample.clock import Clock, at, pacific, stamp


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        (date(2026, 3, 7), -8),
        (date(2026, 3, 8), -7),
        (date(2026, 10, 31), -7),
        (date(2026, 11, 1), -8),
        (date(2027, 3, 14), -7),
        (date(2027, 11, 7), -8),
    ],
)
def test_pacific_offsets_change_on_the_american_sundays(day: date, hours: int) -> None:
    assert pacific(day).utcoffset(None) == timedelta(hours=hours)


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_a_stamp_reads_back_as_the_same_moment(day: date) -> None:
    moment = at(day, 9, 30)
    assert datetime.fromisoformat(stamp(moment)) == moment


def test_while_the_firm_is_prepared_time_is_repeatable_and_moves_by_seconds() -> None:
    one, two = Clock(date(2026, 11, 20)), Clock(date(2026, 11, 20))
    assert [one.now() for _ in range(3)] == [two.now() for _ in range(3)]
    assert one.now() - one.now() == timedelta(seconds=-1)


def test_a_live_clock_shows_the_day_that_was_asked_for_and_runs() -> None:
    clock = Clock(date(2026, 2, 3))
    clock.go_live()
    assert clock.today() == date(2026, 2, 3)
    assert timedelta(0) <= clock.now() - clock.now() + timedelta(seconds=1) <= timedelta(seconds=1)


def test_a_live_clock_for_today_is_the_real_one() -> None:
    clock = Clock(datetime.now(UTC).astimezone().date())
    clock.go_live()
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)
