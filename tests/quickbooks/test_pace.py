"""The pace of one company: within every limit whatever is asked when, first come first served, and rests."""

from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untwin.domain.problems import Throttled
from untwin.ports.machine import Leaving, Wanted, always
from untwin.quickbooks.pace import FORGIVEN, QUICKBOOKS_LIMITS, SECOND, SLOWER, SLOWEST, Limits, Pace

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@dataclass
class Time:
    """A time that passes only while somebody pauses."""

    at: float = 1000.0
    pauses: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return NOON + timedelta(seconds=self.at - 1000.0)

    def clock(self) -> float:
        return self.at

    def pause(self, seconds: float, wanted: Wanted = always) -> None:
        self.pauses.append(seconds)
        self.at += seconds

    def wait(self, work: object, seconds: float, leaving: Leaving = Leaving.DROP) -> None:
        raise AssertionError("nothing is waited for here")


def pace(time: Time, limits: Limits | None = QUICKBOOKS_LIMITS) -> Pace:
    return Pace(time, nullcontext(), limits, time.clock, time.now)  # type: ignore[arg-type]


def most_within(turns: list[float], seconds: float) -> int:
    """The most turns within any such span."""
    return max(sum(start <= t < start + seconds for t in turns) for start in turns)


@given(st.lists(st.tuples(st.booleans(), st.floats(0, 5)), min_size=1, max_size=60))
def test_no_limit_is_ever_passed(asked: list[tuple[bool, float]]) -> None:
    time = Time()
    kept = pace(time, Limits(a_second=3, a_minute=10, batches_a_minute=4))
    turns, batches = [], []
    for batch, later in asked:
        time.at += later
        kept.turn(batch=batch)
        turns.append(time.at)
        batches += [time.at] if batch else []
    assert most_within(turns, 1.0) <= 3
    assert most_within(turns, 60.0) <= 10
    assert not batches or most_within(batches, 60.0) <= 4


def test_the_limits_are_intuits() -> None:
    assert Limits(a_second=10, a_minute=500, batches_a_minute=40) == QUICKBOOKS_LIMITS


def test_a_thousand_requests_take_hardly_longer_than_the_limits_ask() -> None:
    time = Time()
    kept = pace(time)
    for _ in range(1000):
        kept.turn()
    # The minute's 500, and 500 more: what Intuit asks is 120 s from the first to the last.
    assert time.at - 1000.0 < 121


def test_who_asks_little_never_waits() -> None:
    time = Time()
    kept = pace(time)
    for _ in range(10):
        kept.turn(batch=True)
    assert time.pauses == []


def test_without_limits_nobody_waits_and_nothing_is_kept() -> None:
    time = Time()
    kept = pace(time, None)
    for _ in range(5000):
        kept.turn(batch=True)
    assert time.pauses == []


def test_a_company_that_rests_is_left_alone_and_says_until_when() -> None:
    time = Time()
    kept = pace(time)
    problem = kept.rest(30)
    with pytest.raises(Throttled) as told:
        kept.turn()
    assert f"until {NOON + timedelta(seconds=30):%H:%M:%S}" in str(told.value)
    assert "nothing was changed" in str(problem)
    assert told.value.wait_seconds == 30
    time.at += 30
    kept.turn()


def test_a_shorter_rest_does_not_end_a_longer_one() -> None:
    time = Time()
    kept = pace(time)
    kept.rest(60)
    kept.rest(5)
    time.at += 10
    with pytest.raises(Throttled):
        kept.turn()


def test_another_company_goes_on() -> None:
    time = Time()
    one, other = pace(time), pace(time)
    one.rest(60)
    other.turn()
    assert time.pauses == []


def test_whoever_waited_for_a_turn_does_not_go_into_a_rest_that_began_meanwhile() -> None:
    time = Time()
    kept = pace(time, Limits(1, 100, 100))
    kept.turn()
    kept.rest(0.5)
    time.at += 0.6
    kept.turn()

    class Interrupted(Time):
        def pause(self, seconds: float, wanted: Wanted = always) -> None:
            super().pause(seconds)
            kept.rest(60)

    busy = Interrupted()
    kept = pace(busy, Limits(1, 100, 100))
    kept.turn()
    with pytest.raises(Throttled):
        kept.turn()


def test_each_refusal_makes_the_pace_slower_until_none_has_come_for_a_while() -> None:
    time = Time()
    kept = pace(time)
    spans = [_span(kept, time)]
    for _ in range(12):
        kept.rest(1)
        kept.rest(1)  # a second one that was under way, too
        time.at += 1
        spans.append(_span(kept, time))
    assert spans[1] == pytest.approx(spans[0] * SLOWER)
    assert spans[2] == pytest.approx(spans[1] * SLOWER)
    assert spans[-1] == pytest.approx(spans[0] * SLOWEST)
    time.at += FORGIVEN
    assert _span(kept, time) == pytest.approx(spans[0])


def _span(kept: Pace, time: Time) -> float:
    """The seconds from one turn to the one that is ten behind it."""
    time.at += SLOWEST * SECOND
    turns = []
    for _ in range(11):
        kept.turn()
        turns.append(time.at)
    return turns[10] - turns[0]
