"""Until when a case is put off: the offered choices, and days as people type them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import COMPANY, NOW, case, evidence
from untwin.domain.cases.case import State
from untwin.domain.cases.marks import Until
from untwin.domain.inbox.put_off import Choice, on_the_wall, snooze_for, typed_moment, when
from untwin.domain.problems import BadInput, NotAllowed
from untwin.domain.verdicts.blocks import Block, BlockId

HERE = timezone(timedelta(hours=-5))
MONDAY = datetime(2026, 11, 23, 10, 30, tzinfo=HERE)


def at(day: date, hour: int = 8) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=HERE)


@pytest.mark.parametrize(
    ("choice", "moment"),
    [
        (Choice.LATER, MONDAY + timedelta(hours=3)),
        (Choice.TOMORROW, at(date(2026, 11, 24))),
        (Choice.MONDAY, at(date(2026, 11, 30))),
    ],
)
def test_the_offered_times(choice: Choice, moment: datetime) -> None:
    assert when(choice, MONDAY) == moment
    assert snooze_for(case(), choice, MONDAY, COMPANY).until == moment


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("2026-12-12", at(date(2026, 12, 12))),
        ("12 Dec", at(date(2026, 12, 12))),
        ("15 March", at(date(2027, 3, 15))),
        ("31.12.2026", at(date(2026, 12, 31))),
        ("friday", at(date(2026, 11, 27))),
        ("next Mon", at(date(2026, 11, 30))),
        ("3 days", at(date(2026, 11, 26))),
        ("in 2 w", at(date(2026, 12, 7))),
        ("2h", MONDAY + timedelta(hours=2)),
        ("30 min", MONDAY + timedelta(minutes=30)),
    ],
)
def test_days_as_people_type_them(typed: str, moment: datetime) -> None:
    assert typed_moment(typed, MONDAY) == moment


@pytest.mark.parametrize("typed", ["", "soon", "2026-11-22", "31 Feb", "12 Dec or so", "monkeys 7"])
def test_what_is_no_day_to_come_is_said(typed: str) -> None:
    with pytest.raises(BadInput):
        typed_moment(typed, MONDAY)


@given(st.text(max_size=20))
def test_nothing_that_is_typed_makes_a_moment_in_the_past(typed: str) -> None:
    try:
        moment = typed_moment(typed, MONDAY)
    except BadInput:
        return
    assert moment >= MONDAY


def test_the_next_try_of_its_source_is_counted_from_the_last() -> None:
    one = case(state=State.WAITING_TO_POST, watch_began=NOW - timedelta(seconds=700))
    snooze = snooze_for(one, Choice.CYCLE, NOW, COMPANY)
    assert snooze.why is Until.CYCLE
    assert snooze.until is not None
    assert NOW < snooze.until <= NOW + timedelta(seconds=300)
    with pytest.raises(NotAllowed):
        snooze_for(replace(one, source=None), Choice.CYCLE, NOW, COMPANY)


def test_only_what_a_closed_period_blocks_waits_for_the_books_to_open() -> None:
    closed = date(2026, 10, 31)
    with pytest.raises(NotAllowed):
        snooze_for(case(), Choice.PERIOD, NOW, COMPANY)
    known = evidence()
    blocked = case(
        state=State.BLOCKED,
        blocks=(Block(BlockId.CLOSED_BOOKS, "closed"),),
        evidence=replace(known, facts=replace(known.facts, closed_through=closed)),
    )
    snooze = snooze_for(blocked, Choice.PERIOD, NOW, COMPANY)
    assert (snooze.until, snooze.closed_through) == (None, closed)


def test_eight_in_the_morning_is_eight_on_the_wall_when_summer_time_has_ended() -> None:
    def wall(moment: datetime) -> datetime:
        return moment.astimezone(timezone(timedelta(hours=-5 if moment > MONDAY + timedelta(days=3) else -4)))

    summer = datetime(2026, 11, 23, 10, 30, tzinfo=timezone(timedelta(hours=-4)))
    moment = on_the_wall(when(Choice.MONDAY, summer), wall)
    assert wall(moment).hour == 8
    assert moment.astimezone(UTC).hour == 13
