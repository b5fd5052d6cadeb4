"""Looking many cases up: a company's in one job, with honest counts, a rest that is waited for, and a way to stop."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from builders import COMPANY, TEXT
from flows.conftest import Office
from ui.conftest import Board, InlineJobs, Opened, open_window
from untwin.app.parts import SystemClock
from untwin.domain.cases.case import State
from untwin.domain.problems import Problem, Refused, SignInNeeded, Throttled, Unreachable
from untwin.jobs import LaneJobs
from untwin.ports.books import HolderAnswer, Question
from untwin.ui.acting.actions import useful_now

NUMBERS = ("1234", "1235", "1236")
MANY = "\n".join(TEXT.replace("1234", number) for number in NUMBERS)
Holders = Callable[[Sequence[Question]], tuple[HolderAnswer, ...]]


def refuse(office: Office, problem: Problem, *, number: str = "", times: int = 1000) -> None:
    """From now on QuickBooks answers questions about a number, or all of them, with a problem."""
    answer: Holders = office.books.holders
    left = [times]

    def holders(questions: Sequence[Question]) -> tuple[HolderAnswer, ...]:
        if left[0] and (not number or number in {q.number for q in questions}):
            left[0] -= 1
            raise problem
        return answer(questions)

    office.books.holders = holders  # type: ignore[method-assign]


@contextmanager
def working(qtbot: QtBot, office: Office) -> Iterator[Opened]:
    """A window with real jobs, whose waits they can end, by the clock on the wall: waits are counted by it."""
    jobs, board = LaneJobs(), Board()
    desk = replace(office.desk, look_up=replace(office.desk.look_up, patience=jobs.patience, clock=SystemClock()))
    try:
        window = open_window(qtbot, replace(office, desk=desk), jobs, board)
        yield Opened(window, office, board, qtbot, threads=True)
    finally:
        jobs.close()


def states(opened: Opened) -> set[State]:
    return {case.state for case in opened.office.desk.cases.all()}


def test_many_are_one_job_and_are_counted(opened: Opened) -> None:
    asked: list[int] = []
    answer: Holders = opened.office.books.holders

    def holders(questions: Sequence[Question]) -> tuple[HolderAnswer, ...]:
        asked.append(len(questions))
        return answer(questions)

    opened.office.books.holders = holders  # type: ignore[method-assign]
    heard: list[str] = []
    opened.window.clerk.look_ups.progressed.connect(heard.append)
    opened.paste(MANY)
    assert asked == [3]
    assert opened.said == "3 cases looked up."
    assert heard[0] == "Looked up 0 of 3"
    assert "Looked up 3 of 3" in heard
    assert heard[-1] == opened.window.footer.progress == ""
    assert not states(opened) & {State.NEW, State.LOOKING}


def test_each_company_has_a_job_of_its_own(opened: Opened) -> None:
    lanes: list[str] = []
    submit = InlineJobs.submit

    class Noting(InlineJobs):
        def submit(self, lane: str, work: Callable[[], object], done: Callable[..., None]) -> Callable[[], None]:
            lanes.append(lane)
            return submit(self, lane, work, done)

    opened.window.clerk._bridge._jobs = Noting()
    for number, realm in zip(NUMBERS, ("77", "78", "77"), strict=True):
        opened.office.desk.companies.put(replace(COMPANY, realm=realm, name=f"Client {realm}"))
        opened.office.desk.take_in.text(TEXT.replace("1234", number), realm)
    opened.window.clerk.look_ups.start(opened.office.desk.cases.all())
    opened.settle()
    assert sorted(lanes) == ["company 77", "company 78"]
    assert opened.said == "3 cases looked up."


def test_one_that_fails_keeps_no_other_from_it_and_says_why(opened: Opened) -> None:
    refuse(opened.office, Refused("QuickBooks can't read that number.", code="4000"), number="1235")
    opened.paste(MANY)
    assert opened.said == "2 cases looked up, 1 failed: QuickBooks can't read that number."


def test_all_that_fail_for_one_reason_say_it_once(opened: Opened) -> None:
    refuse(opened.office, Unreachable("QuickBooks can't be reached; nothing was changed.", "Try again."))
    opened.paste(MANY)
    assert opened.said == ("0 cases looked up, 3 failed: QuickBooks can't be reached; nothing was changed. Try again.")
    assert states(opened) == {State.NEW}
    assert not opened.window.clerk.working


def test_a_single_one_that_fails_shows_its_own_sentence(opened: Opened) -> None:
    refuse(opened.office, Unreachable("QuickBooks doesn't answer."))
    opened.paste(TEXT)
    assert opened.said == "QuickBooks doesn't answer."


def test_a_refused_connection_leads_to_the_companies(opened: Opened) -> None:
    refuse(opened.office, SignInNeeded("This connection has expired.", "Connect the company again."))
    opened.paste(TEXT)
    assert opened.said == "This connection has expired. Connect the company again. Ctrl+Shift+O opens Companies."


def test_a_rest_is_waited_for_and_said_meanwhile(qtbot: QtBot, office: Office) -> None:
    refuse(office, Throttled("Leave it alone.", wait_seconds=1), times=1)
    with working(qtbot, office) as opened:
        opened.board.text = MANY
        opened.window.registry.run("paste")
        qtbot.waitUntil(lambda: "QuickBooks wants a rest until" in opened.window.footer.progress)
        assert "then Untwin goes on by itself" in opened.window.clerk.look_ups.rest(COMPANY.realm)
        assert "stop" in {a.id for a in useful_now(opened.window.registry.actions, opened.window.deeds)}
        qtbot.waitUntil(lambda: opened.said == "3 cases looked up.")
        assert opened.window.clerk.look_ups.rest(COMPANY.realm) == ""


def test_they_can_be_stopped_and_nothing_stays_behind_as_looking(qtbot: QtBot, office: Office) -> None:
    refuse(office, Throttled("Leave it alone.", wait_seconds=60))
    with working(qtbot, office) as opened:
        opened.board.text = MANY
        opened.window.registry.run("paste")
        qtbot.waitUntil(lambda: "rest until" in opened.window.footer.progress)
        opened.window.registry.run("stop")
        qtbot.waitUntil(lambda: "Stopped: 0 cases looked up, 3 left as they were." in opened.said, timeout=2000)
        assert states(opened) == {State.NEW}
        assert not opened.window.clerk.working
        opened.window.registry.run("stop")
        assert opened.said == "Nothing is under way just now."


def test_closing_ends_at_once_while_a_rest_is_waited_for(qtbot: QtBot, office: Office) -> None:
    refuse(office, Throttled("Leave it alone.", wait_seconds=60))
    with working(qtbot, office) as opened:
        opened.board.text = MANY
        opened.window.registry.run("paste")
        qtbot.waitUntil(lambda: "rest until" in opened.window.footer.progress)
        opened.window.close()
        began = time.monotonic()
    assert time.monotonic() - began < 2


def test_a_bug_in_one_company_is_logged_and_frees_its_cases(opened: Opened, caplog: pytest.LogCaptureFixture) -> None:
    def broken(_questions: object) -> None:
        raise ZeroDivisionError("secret detail")

    opened.office.books.holders = broken  # type: ignore[method-assign,assignment]
    opened.paste(MANY)
    assert opened.said == "0 cases looked up, 3 failed: Something went wrong; nothing was lost."
    assert not opened.window.clerk.working
    assert "ZeroDivisionError" in caplog.text
