"""THE place with threads, without Qt: lanes of jobs, and waiting for work that may never end."""

import logging
import threading  # noqa: TID251 - the one place
import time
from collections.abc import Callable, Sequence
from concurrent import futures  # noqa: TID251 - the one place
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from untwin.domain.problems import Cancelled
from untwin.ports.machine import Leaving, Wanted, always

_log = logging.getLogger(__name__)
COMPANY_WIDTH = 4  # requests that one company may have under way
_GLANCE = 0.1  # seconds after which a wait looks whether it is still wanted
Done = Callable[[object, Exception | None], None]
S = TypeVar("S")
T = TypeVar("T")


class Wish(threading.Event):
    """One job's wish to be done; set means that nobody wants it any more."""


def one_at_a_time() -> AbstractContextManager[object]:
    """A guard that lets one thread in at a time."""
    return threading.Lock()


@dataclass(slots=True)
class Patient:
    """Honours the port `Patience`: a wait ends with the work, at its time, or when its job is cancelled.

    `told` hears of every pause that begins, in seconds.
    """

    told: Callable[[float], None] = lambda _seconds: None
    _now: threading.local = field(default_factory=threading.local)

    def wait(self, work: Callable[[], T], seconds: float, leaving: Leaving = Leaving.DROP) -> T:
        """Runs `work` in a thread of its own and returns what it returns."""
        outcome: futures.Future[T] = futures.Future()
        self._check()
        # What must come to its end keeps the process alive until then; anything else ends with it.
        daemon = leaving is not Leaving.FINISH
        threading.Thread(target=_carry_out, args=(work, outcome), name="patient", daemon=daemon).start()
        end = time.monotonic() + seconds
        while not outcome.done():
            left = end - time.monotonic()
            if left <= 0:
                raise TimeoutError(f"no end within {seconds:g} s")
            futures.wait([outcome], timeout=min(left, _GLANCE))
            if leaving is not Leaving.STAY and not outcome.done():
                self._check()
        return outcome.result()

    def pause(self, seconds: float, wanted: Wanted = always) -> None:
        """Waits a while, or until it isn't wanted any more."""
        self.told(seconds)
        wish, end = self._wish(), time.monotonic() + seconds
        while True:
            left = max(end - time.monotonic(), 0.0)
            # In one piece where nobody can change his mind but by the wish.
            piece = left if wanted is always else min(left, _GLANCE)
            if wish is None:
                time.sleep(piece)
            elif wish.wait(piece):
                raise Cancelled
            if piece >= left or not wanted():
                return

    def each(self, work: Callable[[S], T], things: Sequence[S], width: int) -> tuple[T, ...]:
        """Does the same to several things, each in a thread of its own; with a width of one in the asker's."""
        # Outside a job the asker is the main thread, which Ctrl+C interrupts: then those that work for it must stop.
        wish = self._wish() or Wish()
        try:
            return _Crew(work, things, wish, self.heed).done(min(width, len(things)))
        except KeyboardInterrupt:
            wish.set()
            raise

    def heed(self, wish: Wish | None) -> None:
        """Makes a job's wish the one that waits in this thread look at."""
        self._now.wish = wish

    def _wish(self) -> Wish | None:
        return getattr(self._now, "wish", None)

    def _check(self) -> None:
        wish = self._wish()
        if wish is not None and wish.is_set():
            raise Cancelled


@dataclass(slots=True)
class _Crew(Generic[S, T]):
    """Does the same to several things; each of its threads takes the next one, until there is none or one failed."""

    work: Callable[[S], T]
    things: Sequence[S]
    wish: Wish
    heed: Callable[[Wish], None]
    _begun: int = 0
    _results: dict[int, T] = field(default_factory=dict)
    _problems: list[BaseException] = field(default_factory=list)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def done(self, width: int) -> tuple[T, ...]:
        """The results in the order of the things. Raises the first problem."""
        if width > 1:
            self._together(width)
        else:
            self._take_turns()
        if self._problems:
            raise self._problems[0]
        return tuple(self._results[place] for place in range(len(self.things)))

    def _together(self, width: int) -> None:
        # They don't keep the process alive: whoever asked waits for them, unless Ctrl+C ends it all.
        threads = [threading.Thread(target=self._join_in, name="one of several", daemon=True) for _ in range(width)]
        for thread in threads:
            thread.start()
        for thread in threads:
            # A join without an end can't be interrupted everywhere.
            while thread.is_alive():
                thread.join(_GLANCE)

    def _join_in(self) -> None:
        self.heed(self.wish)
        self._take_turns()

    def _take_turns(self) -> None:
        while (place := self._next()) is not None:
            try:
                self._results[place] = self.work(self.things[place])
            except BaseException as problem:  # noqa: BLE001 - whoever asked is told, whatever it was
                self._problems.append(problem)

    def _next(self) -> int | None:
        with self._guard:
            if self._problems or self._begun == len(self.things):
                return None
            if self.wish.is_set():
                self._problems.append(Cancelled())
                return None
            self._begun += 1
            return self._begun - 1


def _carry_out(work: Callable[[], T], outcome: "futures.Future[T]") -> None:
    try:
        outcome.set_result(work())
    except BaseException as error:  # noqa: BLE001 - whoever waits is told, whatever it was
        outcome.set_exception(error)


@dataclass(slots=True)
class LaneJobs:
    """Honours the port `Jobs`. The lane `store` is one wide, a company's lane up to four."""

    patience: Patient = field(default_factory=Patient)
    _lanes: dict[str, futures.ThreadPoolExecutor] = field(default_factory=dict)
    _wishes: set[Wish] = field(default_factory=set)
    _guard: threading.Lock = field(default_factory=threading.Lock)
    _closed: bool = False

    def submit(self, lane: str, work: Callable[[], object], done: Done) -> Callable[[], None]:
        """Runs `work` in a lane; `done` gets its result or its exception, in the lane's thread."""
        wish = Wish()
        with self._guard:
            if not self._closed:
                self._wishes.add(wish)
                self._lane(lane).submit(self._run, wish, work, done)
        return wish.set

    def close(self) -> None:
        """Cancels what can be cancelled, waits for the rest, drops what hasn't begun and what comes later."""
        with self._guard:
            self._closed = True
            lanes, wishes = list(self._lanes.values()), list(self._wishes)
        for wish in wishes:
            wish.set()
        # Outside the guard: what is running may want to submit, and is dropped there.
        for lane in lanes:
            lane.shutdown(wait=True, cancel_futures=True)

    def _lane(self, name: str) -> futures.ThreadPoolExecutor:
        if name not in self._lanes:
            width = COMPANY_WIDTH if name.startswith("company ") else 1
            self._lanes[name] = futures.ThreadPoolExecutor(width, thread_name_prefix=f"lane-{name}")
        return self._lanes[name]

    def _run(self, wish: Wish, work: Callable[[], object], done: Done) -> None:
        self.patience.heed(wish)
        result, problem = (None, Cancelled()) if wish.is_set() else _outcome(work)
        self.patience.heed(None)
        with self._guard:
            self._wishes.discard(wish)
        try:
            done(result, problem)
        except Exception:  # noqa: BLE001 - it is logged whole, and the lane goes on
            _log.exception("a job's answer could not be handed on")


def _outcome(work: Callable[[], object]) -> tuple[object, Exception | None]:
    try:
        return work(), None
    except Exception as error:  # noqa: BLE001 - whoever asked is told, whatever it was
        return None, error
