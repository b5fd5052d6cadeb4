"""Several things of one job at a time: their order, the first problem, and that all of them heed the job's wish."""

import signal
import subprocess
import sys
import threading  # noqa: TID251 - what runs where is what is tried here
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

from untwin.domain.problems import Cancelled
from untwin.jobs import LaneJobs
from untwin.ports.machine import Leaving

Ended = tuple[object, Exception | None]
PATIENCE = 20


@pytest.fixture
def jobs() -> Iterator[LaneJobs]:
    made = LaneJobs()
    yield made
    made.close()


def test_several_things_are_done_at_a_time_and_no_more_and_answered_in_their_order(jobs: LaneJobs) -> None:
    begun: Queue[int] = Queue()
    go_on = threading.Event()

    def work(thing: int) -> int:
        begun.put(thing)
        go_on.wait(PATIENCE)
        return thing * 10

    answers: Queue[Ended] = Queue()
    jobs.submit("store", lambda: jobs.patience.each(work, range(7), 3), lambda *ended: answers.put(ended))
    assert {begun.get(timeout=PATIENCE) for _ in range(3)} == {0, 1, 2}
    # All three are held here; a fourth would have begun before this job of another lane is through.
    jobs.submit("company 9", lambda: None, lambda *ended: answers.put(ended))
    assert answers.get(timeout=PATIENCE) == (None, None)
    assert begun.empty()
    go_on.set()
    assert answers.get(timeout=PATIENCE) == ((0, 10, 20, 30, 40, 50, 60), None)


@pytest.mark.parametrize("width", [0, 1, 5])
def test_nothing_to_do_is_nothing_done(jobs: LaneJobs, width: int) -> None:
    assert jobs.patience.each(str, (), width) == ()


def test_one_at_a_time_is_done_in_the_askers_thread(jobs: LaneJobs) -> None:
    here = threading.current_thread()
    assert jobs.patience.each(lambda _: threading.current_thread(), "abc", 1) == (here,) * 3
    assert here not in jobs.patience.each(lambda _: threading.current_thread(), "abc", 2)


@pytest.mark.parametrize("width", [1, 2, 7])
def test_after_a_failure_nothing_more_is_begun(jobs: LaneJobs, width: int) -> None:
    begun: list[int] = []

    def work(thing: int) -> None:
        begun.append(thing)
        if thing == 0:
            raise ValueError("the first")
        jobs.patience.pause(0.1)

    with pytest.raises(ValueError, match="the first"):
        jobs.patience.each(work, range(50), width)
    assert len(begun) <= width


def test_what_is_under_way_at_a_failure_comes_to_its_end_and_the_first_problem_is_raised(jobs: LaneJobs) -> None:
    both, failed = threading.Barrier(2), threading.Event()
    ended: list[str] = []

    def work(thing: str) -> None:
        both.wait(PATIENCE)
        if thing == "fails":
            failed.set()
            raise ValueError("the first")
        failed.wait(PATIENCE)
        jobs.patience.pause(0.1)
        ended.append(thing)
        raise TypeError("the second")

    with pytest.raises(ValueError, match="the first"):
        jobs.patience.each(work, ("goes on", "fails"), 2)
    assert ended == ["goes on"]


@pytest.mark.parametrize("width", [1, 3])
def test_whoever_cancels_the_job_cancels_what_its_several_threads_wait_for(jobs: LaneJobs, width: int) -> None:
    begun: Queue[int] = Queue()
    answers: Queue[Ended] = Queue()

    def work(thing: int) -> None:
        begun.put(thing)
        if thing % 2:
            jobs.patience.pause(PATIENCE)
        else:
            jobs.patience.wait(lambda: threading.Event().wait(PATIENCE), PATIENCE)

    cancel = jobs.submit("store", lambda: jobs.patience.each(work, range(9), width), lambda *end: answers.put(end))
    for _ in range(width):
        begun.get(timeout=PATIENCE)
    cancel()
    assert isinstance(answers.get(timeout=2)[1], Cancelled)
    assert begun.empty()


def test_a_cancelled_job_ends_with_what_it_had_begun_and_begins_no_more(jobs: LaneJobs) -> None:
    """Changes to the books that are under way come to their end."""
    begun: Queue[int] = Queue()
    answers: Queue[Ended] = Queue()
    go_on = threading.Event()
    written: list[int] = []

    def work(thing: int) -> None:
        begun.put(thing)
        jobs.patience.wait(lambda: go_on.wait(PATIENCE), PATIENCE, Leaving.STAY)
        written.append(thing)

    cancel = jobs.submit("store", lambda: jobs.patience.each(work, range(9), 2), lambda *ended: answers.put(ended))
    assert {begun.get(timeout=PATIENCE), begun.get(timeout=PATIENCE)} == {0, 1}
    cancel()
    go_on.set()
    assert isinstance(answers.get(timeout=PATIENCE)[1], Cancelled)
    assert sorted(written) == [0, 1]


def test_several_may_do_several_each(jobs: LaneJobs) -> None:
    def inner(thing: str) -> str:
        return "".join(jobs.patience.each(str.upper, thing, 2))

    assert jobs.patience.each(inner, ("abc", "de", "f"), 2) == ("ABC", "DE", "F")


def test_whoever_cancels_the_job_cancels_what_waits_within_several_of_several(jobs: LaneJobs) -> None:
    begun: Queue[int] = Queue()
    answers: Queue[Ended] = Queue()

    def waits(_thing: str) -> None:
        begun.put(1)
        jobs.patience.pause(PATIENCE)

    def nested() -> object:
        return jobs.patience.each(lambda thing: jobs.patience.each(waits, thing, 2), ("ab", "cd"), 2)

    cancel = jobs.submit("store", nested, lambda *ended: answers.put(ended))
    for _ in range(4):
        begun.get(timeout=PATIENCE)
    cancel()
    assert isinstance(answers.get(timeout=2)[1], Cancelled)


def test_ctrl_c_does_not_wait_for_the_several_and_nothing_more_is_begun_even_within_them(tmp_path: Path) -> None:
    """In a process of its own, that is really interrupted."""
    script = tmp_path / "waits.py"
    script.write_text(_INTERRUPTED)
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "begun\n"
            process.send_signal(signal.SIGINT)
            rest, _ = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
    assert (rest, process.returncode) == ("interrupted, 4 begun\n", 0)


_INTERRUPTED = """
import signal, threading, time
from untwin.jobs import Patient
from untwin.ports.machine import Leaving

# Whoever was started in the background of a script was told to ignore it.
signal.signal(signal.SIGINT, signal.default_int_handler)
patient, begun, never = Patient(), [], threading.Event()

def inner(thing):
    begun.append(thing)
    if len(begun) == 4:
        print("begun", flush=True)
    if thing % 2:
        patient.pause(60)
    patient.wait(lambda: never.wait(0.5), 60, Leaving.STAY)

try:
    patient.each(lambda _: patient.each(inner, range(50), 2), "ab", 2)
except KeyboardInterrupt:
    time.sleep(1)
    print(f"interrupted, {len(begun)} begun")
"""
