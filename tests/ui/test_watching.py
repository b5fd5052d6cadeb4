"""The watch: soon, then later, then it ends; all of a company at once; over sleep, restart and lost connections."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from builders import COMPANY, NOW, REALM, case
from untwin.domain.cases.case import State
from untwin.domain.company.company import SourceBinding
from untwin.flows.posting.watch import look_times
from untwin.ui.work.watching import Watching

SLOW = replace(COMPANY, sources=(replace(COMPANY.sources[0], cycle_seconds=300), SourceBinding("quick", "", "", 150)))
OTHER = replace(SLOW, realm="9130000000000002")
COMPANIES = {REALM: SLOW, OTHER.realm: OTHER}
WAITING = case(state=State.WAITING_TO_POST, watch_began=NOW)
TIMES = look_times(300)


@dataclass
class Hand:
    """A watch with a clock that is moved by hand; `looks` are the company, the cases and those that end."""

    at: datetime = NOW
    looks: list[tuple[str, set[str], set[str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.watching = self.started()

    def started(self) -> Watching:
        watching = Watching(lambda: self.at)
        watching.look_due.connect(lambda realm, ids, last: self.looks.append((realm, set(ids), set(last))))
        return watching

    def passes(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)
        self.watching.tick()


@pytest.fixture
def hand(qtbot: QtBot) -> Iterator[Hand]:
    hand = Hand()
    yield hand
    hand.watching.follow((), {})


def test_every_look_comes_in_its_time_and_the_last_one_says_so(hand: Hand) -> None:
    hand.watching.follow([WAITING], COMPANIES)
    minutes = []
    for _ in range(25 * 60):
        before = len(hand.looks)
        hand.passes(1)
        minutes += [round((hand.at - NOW).total_seconds() / 60)] * (len(hand.looks) - before)
    assert minutes == [1, 3, 6, 10, 15, 20]
    assert [last for _, _, last in hand.looks] == [set()] * 5 + [{"1"}]
    assert "stopped looking" in hand.watching.countdown(WAITING)


def test_all_that_waits_in_a_company_is_looked_for_together(hand: Hand) -> None:
    waiting = [replace(WAITING, id=str(n)) for n in range(100)]
    elsewhere = replace(WAITING, id="200", company=OTHER.realm)
    quick = replace(WAITING, id="300", source="quick")
    hand.watching.follow([*waiting, elsewhere, quick], COMPANIES)
    hand.passes(30)
    assert hand.looks == [(REALM, {*(c.id for c in waiting), "300"}, set())]
    hand.passes(30)
    assert [(realm, len(ids)) for realm, ids, _ in hand.looks[1:]] == [(REALM, 101), (OTHER.realm, 1)]


def test_looks_that_are_due_almost_together_are_one(hand: Hand) -> None:
    near = replace(WAITING, id="2", watch_began=NOW + timedelta(seconds=0.8))
    hand.watching.follow([WAITING, near], COMPANIES)
    hand.passes(60)
    hand.passes(1)
    assert hand.looks == [(REALM, {"1", "2"}, set())]


def test_after_sleep_there_is_one_look_and_not_one_for_each_that_was_missed(hand: Hand) -> None:
    hand.watching.follow([WAITING], COMPANIES)
    hand.passes(11 * 60)
    assert hand.looks == [(REALM, {"1"}, set())]
    hand.passes(9 * 3600)
    assert hand.looks[1:] == [(REALM, {"1"}, {"1"})]
    hand.passes(3600)
    assert len(hand.looks) == 2


def test_a_restart_goes_on_where_the_watch_was(hand: Hand) -> None:
    hand.at += timedelta(minutes=11)
    hand.watching = hand.started()
    hand.watching.follow([WAITING], COMPANIES)
    hand.passes(1)
    assert hand.looks == [(REALM, {"1"}, set())]
    assert hand.watching.countdown(WAITING) == "Untwin looks again in 4 min."


def test_a_restart_long_after_looks_once_and_says_so(hand: Hand) -> None:
    hand.at += timedelta(days=3)
    hand.watching = hand.started()
    hand.watching.follow([WAITING], COMPANIES)
    hand.passes(1)
    hand.passes(7200)
    assert hand.looks == [(REALM, {"1"}, {"1"})]


def test_what_a_person_has_to_confirm_is_not_looked_for_at_every_start(hand: Hand) -> None:
    hand.at += timedelta(days=3)
    hand.watching.follow([replace(WAITING, please_confirm=True)], COMPANIES)
    hand.passes(60)
    assert hand.looks == []


def test_retry_pressed_anew_begins_the_watch_anew(hand: Hand) -> None:
    hand.watching.follow([WAITING], COMPANIES)
    hand.passes(21 * 60)
    again = replace(WAITING, watch_began=hand.at)
    hand.watching.follow([again], COMPANIES)
    assert hand.watching.countdown(again) == "Untwin looks again in 60 s."


def test_a_clock_that_is_put_back_ends_no_watch_and_delays_none(hand: Hand) -> None:
    hand.watching.follow([WAITING], COMPANIES)
    for _ in range(7 * 60):
        hand.passes(1)
    hand.at -= timedelta(days=400)
    hand.watching.follow([WAITING], COMPANIES)
    assert hand.watching.countdown(WAITING) == "Untwin looks again in 3 min."
    for _ in range(14 * 60):
        hand.passes(1)
    assert [last for _, _, last in hand.looks] == [set()] * 5 + [{"1"}]


def test_a_watch_that_began_later_than_now_begins_now(hand: Hand) -> None:
    """The clock was put back while Untwin was closed."""
    waiting = replace(WAITING, watch_began=NOW + timedelta(days=400))
    for _ in range(61):
        # The list is read anew again and again.
        hand.watching.follow([waiting], COMPANIES)
        hand.passes(1)
    assert hand.looks == [(REALM, {"1"}, set())]


def test_retry_pressed_anew_after_the_clock_was_put_back_begins_anew_as_well(hand: Hand) -> None:
    hand.watching.follow([WAITING], COMPANIES)
    hand.passes(11 * 60)
    hand.at -= timedelta(days=400)
    again = replace(WAITING, watch_began=hand.at)
    hand.watching.follow([again], COMPANIES)
    assert hand.watching.countdown(again) == "Untwin looks again in 60 s."


def test_a_look_that_failed_is_made_up_for_and_the_last_one_is_never_lost(hand: Hand) -> None:
    hand.watching.follow([WAITING], COMPANIES)
    hand.passes(21 * 60)
    assert hand.looks[-1][2] == {"1"}
    hand.watching.failed(["1", "nobody"], "QuickBooks can't be reached.")
    assert hand.watching.countdown(WAITING) == "QuickBooks can't be reached. Untwin looks again in 60 s."
    hand.passes(61)
    assert hand.looks[1:] == [(REALM, {"1"}, {"1"})]
    hand.watching.looked(["1"])
    assert "can't be reached" not in hand.watching.countdown(WAITING)


def test_what_goes_on_failing_is_tried_ever_less_often_but_at_least_every_sixteen_minutes(hand: Hand) -> None:
    hand.watching.follow([WAITING], COMPANIES)
    hand.passes(21 * 60)
    waits = []
    for _ in range(7):
        hand.watching.failed(["1"], "No.")
        before = len(hand.looks)
        seconds = 0
        while len(hand.looks) == before:
            hand.passes(30)
            seconds += 30
        waits.append(seconds)
    assert waits == [60, 120, 240, 480, 960, 960, 960]


def test_a_company_that_is_forgotten_is_not_asked(hand: Hand) -> None:
    hand.watching.follow([WAITING], COMPANIES)
    hand.watching.follow([WAITING], {OTHER.realm: OTHER})
    hand.passes(3600)
    assert hand.looks == []


def test_a_look_that_failed_delays_no_later_one(hand: Hand) -> None:
    hand.watching.follow([WAITING], COMPANIES)
    hand.passes(TIMES[0])
    hand.watching.failed(["1"], "No.")
    assert hand.watching.countdown(WAITING) == "No. Untwin looks again in 60 s."
    hand.passes(60)
    hand.passes(TIMES[1] - TIMES[0] - 60)
    assert len(hand.looks) == 3


def test_the_countdown_says_when_the_next_look_is(hand: Hand) -> None:
    hand.watching.follow([WAITING], COMPANIES)
    assert hand.watching.countdown(WAITING) == "Untwin looks again in 60 s."
    hand.passes(60)
    assert hand.watching.countdown(WAITING) == "Untwin looks again in 2 min."


def test_only_what_waits_is_watched_and_without_it_nothing_is_asked(hand: Hand) -> None:
    hand.watching.follow([WAITING, replace(WAITING, id="3", not_seen_yet=True)], COMPANIES)
    assert hand.watching._timer.isActive()
    hand.watching.follow([replace(WAITING, not_seen_yet=True)], COMPANIES)
    assert not hand.watching._timer.isActive()
    hand.passes(86400)
    assert hand.looks == []
