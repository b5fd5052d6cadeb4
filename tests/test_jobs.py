"""Lanes: everything in a lane runs in order, its end is told, and closing waits for what runs."""

import threading  # noqa: TID251 - what runs where is what is tried here
import time
from collections.abc import Callable, Iterator
from queue import Queue

import pytest

from untwin.domain.problems import Cancelled
from untwin.jobs import COMPANY_WIDTH, LaneJobs, Patient
from untwin.ports.machine import Leaving

Ended = tuple[object, Exception | None]
PATIENCE = 20


@pytest.fixture
def jobs() -> Iterator[LaneJobs]:
    made = LaneJobs()
    yield made
    made.close()


def told(jobs: LaneJobs, lane: str, work: Callable[[], object]) -> Ended:
    """What `done` is told."""
    answers: Queue[Ended] = Queue()
    jobs.submit(lane, work, lambda result, problem: answers.put((result, problem)))
    return answers.get(timeout=PATIENCE)


def test_a_result_is_handed_on(jobs: LaneJobs) -> None:
    assert told(jobs, "store", lambda: 6 * 7) == (42, None)


def test_a_failure_is_handed_on_and_the_lane_goes_on(jobs: LaneJobs) -> None:
    result, problem = told(jobs, "store", lambda: 1 // 0)
    assert result is None
    assert isinstance(problem, ZeroDivisionError)
    assert told(jobs, "store", lambda: "next") == ("next", None)


def test_work_and_its_answer_run_off_the_callers_thread(jobs: LaneJobs) -> None:
    names: Queue[str] = Queue()

    def note(*_anything: object) -> None:
        names.put(threading.current_thread().name)

    jobs.submit("store", note, note)
    first, second = names.get(timeout=PATIENCE), names.get(timeout=PATIENCE)
    assert first == second
    assert first.startswith("lane-store")


def test_the_lane_of_the_store_is_one_wide_and_keeps_the_order(jobs: LaneJobs) -> None:
    seen: list[int] = []
    for turn in range(50):
        jobs.submit("store", lambda turn=turn: seen.append(turn), lambda *_: None)  # type: ignore[misc]
    told(jobs, "store", lambda: None)
    assert seen == list(range(50))


def test_a_companys_lane_is_four_wide_and_no_wider(jobs: LaneJobs) -> None:
    started: Queue[int] = Queue()
    go_on = threading.Event()

    def wait() -> None:
        started.put(1)
        go_on.wait(PATIENCE)

    for _ in range(COMPANY_WIDTH + 3):
        jobs.submit("company 9", wait, lambda *_: None)
    for _ in range(COMPANY_WIDTH):
        started.get(timeout=PATIENCE)
    # All four are held here; a fifth would have begun before this job of another lane is through.
    told(jobs, "store", lambda: None)
    assert started.empty()
    go_on.set()
    for _ in range(3):
        started.get(timeout=PATIENCE)


def test_lanes_do_not_wait_for_each_other(jobs: LaneJobs) -> None:
    go_on = threading.Event()
    jobs.submit("company 1", lambda: go_on.wait(PATIENCE), lambda *_: None)
    assert told(jobs, "company 2", lambda: "free") == ("free", None)
    go_on.set()


def test_an_answer_that_cannot_be_handed_on_does_not_stop_the_lane(
    jobs: LaneJobs, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_result: object, _problem: Exception | None) -> None:
        raise RuntimeError("the window is gone")

    jobs.submit("store", lambda: 1, broken)
    assert told(jobs, "store", lambda: 2) == (2, None)
    assert "could not be handed on" in caplog.text


def test_closing_waits_for_what_runs_and_drops_what_has_not_begun() -> None:
    jobs, began, go_on = LaneJobs(), threading.Event(), threading.Event()
    ended: list[str] = []

    def first() -> None:
        began.set()
        go_on.wait(PATIENCE)
        ended.append("first")

    jobs.submit("store", first, lambda *_: None)
    jobs.submit("store", lambda: ended.append("second"), lambda *_: None)
    began.wait(PATIENCE)
    closing = threading.Thread(target=jobs.close)
    closing.start()
    go_on.set()
    closing.join(PATIENCE)
    assert not closing.is_alive()
    assert ended == ["first"]


def test_closing_does_not_wait_for_ever_when_an_answer_asks_for_more_work() -> None:
    """The answer of a job that runs out while the app closes may want the next look-up."""
    jobs, began, go_on = LaneJobs(), threading.Event(), threading.Event()

    def work() -> None:
        began.set()
        go_on.wait(PATIENCE)

    def more(_result: object, _problem: Exception | None) -> None:
        jobs.submit("store", lambda: None, lambda *_: None)
        jobs.submit("company 9", lambda: None, lambda *_: None)

    jobs.submit("store", work, more)
    began.wait(PATIENCE)
    closing = threading.Thread(target=jobs.close, daemon=True)
    closing.start()
    go_on.set()
    closing.join(PATIENCE)
    assert not closing.is_alive()


def test_work_that_comes_after_the_end_is_dropped() -> None:
    jobs = LaneJobs()
    jobs.close()
    ran: list[int] = []
    jobs.submit("store", lambda: ran.append(1), lambda *_: None)
    jobs.close()
    assert ran == []


def test_a_job_that_waits_is_cancelled_within_a_second(jobs: LaneJobs) -> None:
    answers: Queue[Ended] = Queue()
    begun, never = threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        jobs.patience.wait(lambda: never.wait(PATIENCE), PATIENCE)

    cancel = jobs.submit("store", work, lambda *ended: answers.put(ended))
    assert begun.wait(PATIENCE)
    cancel()
    assert isinstance(answers.get(timeout=1)[1], Cancelled)
    never.set()


def test_a_job_that_pauses_is_cancelled_too(jobs: LaneJobs) -> None:
    answers: Queue[Ended] = Queue()
    cancel = jobs.submit("store", lambda: jobs.patience.pause(PATIENCE), lambda *ended: answers.put(ended))
    cancel()
    assert isinstance(answers.get(timeout=1)[1], Cancelled)


def test_cancelling_one_job_leaves_the_others_alone(jobs: LaneJobs) -> None:
    jobs.submit("store", lambda: jobs.patience.pause(PATIENCE), lambda *_: None)()
    assert told(jobs, "store", lambda: jobs.patience.wait(lambda: 5, 5)) == (5, None)


def test_a_change_to_the_books_is_waited_for_although_nobody_wants_it_any_more(jobs: LaneJobs) -> None:
    answers: Queue[Ended] = Queue()
    begun, go_on = threading.Event(), threading.Event()

    def work() -> str:
        begun.set()
        jobs.patience.wait(lambda: go_on.wait(PATIENCE), PATIENCE, Leaving.STAY)
        return "written"

    cancel = jobs.submit("store", work, lambda *ended: answers.put(ended))
    assert begun.wait(PATIENCE)
    cancel()
    go_on.set()
    assert answers.get(timeout=PATIENCE) == ("written", None)


def test_a_wait_ends_at_its_time(jobs: LaneJobs) -> None:
    never = threading.Event()
    with pytest.raises(TimeoutError):
        jobs.patience.wait(lambda: never.wait(PATIENCE), 0.05, Leaving.STAY)
    never.set()


def test_a_wait_hands_on_what_its_work_raises_even_a_timeout_of_its_own(jobs: LaneJobs) -> None:
    def work() -> None:
        raise TimeoutError("its own")

    with pytest.raises(TimeoutError, match="its own"):
        jobs.patience.wait(work, 5)


def test_closing_cancels_what_waits(jobs: LaneJobs) -> None:
    answers: Queue[Ended] = Queue()
    begun = threading.Event()

    def work() -> None:
        begun.set()
        jobs.patience.pause(PATIENCE * 10)

    jobs.submit("store", work, lambda *ended: answers.put(ended))
    assert begun.wait(PATIENCE)
    jobs.close()
    assert isinstance(answers.get(timeout=1)[1], Cancelled)


def test_a_pause_that_is_not_wanted_any_more_ends_within_a_second() -> None:
    began = time.monotonic()
    Patient().pause(PATIENCE * 10, lambda: time.monotonic() < began + 0.3)
    assert 0.3 <= time.monotonic() - began < 1.3


def test_a_pause_is_told_when_it_begins() -> None:
    told: list[float] = []
    Patient(told.append).pause(0.01)
    assert told == [0.01]
