"""The watch: soon, then later, then it ends."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from pytestqt.qtbot import QtBot

from builders import COMPANY, NOW, REALM, case
from untwin.domain.case import State
from untwin.flows.watch import look_times
from untwin.ui.watching import Watching

COMPANIES = {REALM: COMPANY}
WAITING = case(state=State.WAITING_TO_POST)


@dataclass
class Hand:
    """A clock that is moved by hand."""

    at: datetime = NOW

    def now(self) -> datetime:
        return self.at


def test_every_look_comes_in_its_time_and_the_last_one_says_so(qtbot: QtBot) -> None:
    hand, looks = Hand(), []
    watching = Watching(hand.now)
    watching.look_due.connect(lambda case_id, last: looks.append((case_id, last)))
    watching.follow([WAITING], COMPANIES)
    times = look_times(COMPANY.sources[0].cycle_seconds)
    for at in times:
        hand.at = NOW + timedelta(seconds=at)
        watching.tick()
    assert looks[-1] == ("1", True)
    assert [last for _, last in looks].count(True) == 1
    assert "stopped looking" in watching.countdown(WAITING)


def test_the_countdown_says_when_the_next_look_is(qtbot: QtBot) -> None:
    hand = Hand()
    watching = Watching(hand.now)
    slow = replace(COMPANY, sources=(replace(COMPANY.sources[0], cycle_seconds=300),))
    watching.follow([WAITING], {REALM: slow})
    assert watching.countdown(WAITING) == "Untwin looks again in 60 s."
    hand.at += timedelta(seconds=60)
    watching.tick()
    assert watching.countdown(WAITING) == "Untwin looks again in 2 min."


def test_only_what_waits_is_watched(qtbot: QtBot) -> None:
    watching = Watching(Hand().now)
    watching.follow([WAITING, case(id="2"), replace(WAITING, id="3", not_seen_yet=True)], COMPANIES)
    assert set(watching._watches) == {"1"}
    assert watching._timer.isActive()
    watching.follow([replace(WAITING, state=State.POSTED)], COMPANIES)
    assert not watching._timer.isActive()
