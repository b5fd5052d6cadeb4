"""A long list that is stopped, meets a full disk or is cut off: what is there stays, what is left is said."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

import pytest

from builders import TEXT
from flows.conftest import Office
from reach import QuickPatience
from untwin.domain.cases.case import Case, State
from untwin.domain.problems import Cancelled, Problem
from untwin.ports.machine import Wanted, always
from untwin.ports.stores import Cases

MANY = "\n\n".join(TEXT.replace("1234", str(number)) for number in range(1200))


def test_a_long_list_can_be_stopped_and_whole_batches_stay(office: Office) -> None:
    many = "\n\n".join(TEXT.replace("1234", str(number)) for number in range(1200))
    told: list[tuple[int, int]] = []

    class StopsAfterTwo(QuickPatience):
        """Somebody stops it after the second batch."""

        def pause(self, seconds: float, wanted: Wanted = always) -> None:
            super().pause(seconds)
            if len(self.pauses) > 2:
                raise Cancelled

    flow = replace(office.desk.take_in, patience=StopsAfterTwo())
    taken = flow.text(many, progress=lambda done, of: told.append((done, of)))
    assert (len(taken.new), taken.left) == (1000, 200)
    assert len(office.desk.cases.all()) == 1000
    assert told == [(0, 1200), (500, 1200), (1000, 1200)]
    assert taken.sentence.startswith("Stopped: 1,000 new cases. 200 errors left.")
    rest = office.desk.take_in.text(many)
    assert (len(rest.new), len(rest.joined), rest.left) == (200, 1000, 0)


class FillsUp:
    """A store whose disk is full after some batches; all else is the real store's."""

    def __init__(self, cases: Cases, batches: int) -> None:
        self._cases, self._left = cases, batches

    def __getattr__(self, name: str) -> object:
        return getattr(self._cases, name)

    def keep(self, new: Sequence[Case], changed: Sequence[tuple[Case, State]]) -> tuple[Case, ...]:
        if not self._left:
            raise Problem("The disk is full; nothing was stored or changed.", "Make room and try again.")
        self._left -= 1
        return self._cases.keep(new, changed)


def test_a_disk_that_fills_up_in_the_middle_leaves_what_is_stored_and_says_how_much(office: Office) -> None:
    filling = cast("Cases", FillsUp(office.desk.cases, 1))
    taken = replace(office.desk.take_in, cases=filling).text(MANY)
    assert (len(taken.new), taken.left, len(office.desk.cases.all())) == (500, 700, 500)
    assert "the disk is full" in taken.sentence
    assert "700 errors left" in taken.sentence
    with pytest.raises(Problem, match="disk is full"):
        replace(office.desk.take_in, cases=cast("Cases", FillsUp(office.desk.cases, 0))).text(MANY)
    assert office.desk.take_in.cut_short.said() == ""


def test_a_list_that_was_cut_off_with_the_program_is_said_once_at_the_next_start(office: Office) -> None:
    class Killed(BaseException):
        """Nothing in the program hears of it."""

    def killed(done: int, _of: int) -> None:
        if done:
            raise Killed

    with pytest.raises(Killed):
        office.desk.take_in.text(MANY, progress=killed)
    assert len(office.desk.cases.all()) == 500
    assert "while it took in 1,200 errors" in office.desk.take_in.cut_short.said()
    assert office.desk.take_in.cut_short.said() == ""
    office.desk.take_in.text(MANY)
    assert office.desk.take_in.cut_short.said() == ""
