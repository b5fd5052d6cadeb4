"""THE place with threads, without Qt: lanes by name, each with a width, run plain functions one after the other."""

import logging
import threading  # noqa: TID251 - the one place
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor  # noqa: TID251 - the one place
from dataclasses import dataclass, field

_log = logging.getLogger(__name__)
COMPANY_WIDTH = 4  # requests that one company may have under way
Done = Callable[[object, Exception | None], None]


@dataclass(slots=True)
class LaneJobs:
    """Honours the port `Jobs`. The lane `store` is one wide, a company's lane up to four."""

    _lanes: dict[str, ThreadPoolExecutor] = field(default_factory=dict)
    _guard: threading.Lock = field(default_factory=threading.Lock)
    _closed: bool = False

    def submit(self, lane: str, work: Callable[[], object], done: Done) -> None:
        """Runs `work` in a lane; `done` gets its result or its exception, in the lane's thread."""
        with self._guard:
            if not self._closed:
                self._lane(lane).submit(_run, work, done)

    def close(self) -> None:
        """Waits for what is running, drops what hasn't begun and what comes later."""
        with self._guard:
            self._closed = True
            lanes = list(self._lanes.values())
        # Outside the guard: what is running may want to submit, and is dropped there.
        for lane in lanes:
            lane.shutdown(wait=True, cancel_futures=True)

    def _lane(self, name: str) -> ThreadPoolExecutor:
        if name not in self._lanes:
            width = COMPANY_WIDTH if name.startswith("company ") else 1
            self._lanes[name] = ThreadPoolExecutor(width, thread_name_prefix=f"lane-{name}")
        return self._lanes[name]


def _run(work: Callable[[], object], done: Done) -> None:
    try:
        result, problem = work(), None
    except Exception as error:  # noqa: BLE001 - whoever asked is told, whatever it was
        result, problem = None, error
    try:
        done(result, problem)
    except Exception:  # noqa: BLE001 - it is logged whole, and the lane goes on
        _log.exception("a job's answer could not be handed on")
