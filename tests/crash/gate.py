"""A gate on every step that is stored: the process says where it is and stands still there, to be killed."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from untwin.domain.cases.case import Case, State
from untwin.domain.changes.history import Intent, StepRecord
from untwin.domain.changes.run import Run
from untwin.store.cases import StoredCases
from untwin.store.history import StoredHistory
from untwin.store.runs import StoredRuns

ANY = "any step"


@dataclass
class Gate:
    """`at` is the step to stand still at, e.g. "after sent", at its `nth` coming; `phase` narrows it to one phase.

    With `sleeps` the whole process is stopped there, as by a lid that is closed, and goes on when it is woken.
    """

    say: Callable[[str], None]
    at: str = ""
    nth: int = 1
    phase: str = ""
    sleeps: bool = False
    now: str = ""

    def enter(self, phase: str) -> None:
        """Begins a phase: settling, looking, confirming, saving."""
        self.now = phase
        self.say(f"phase {phase}")

    @contextmanager
    def around(self, *steps: str) -> Iterator[None]:
        """What is stored, with a gate on either side."""
        for step in steps:
            self._come(f"before {step}")
        yield
        for step in steps:
            self._come(f"after {step}")

    def _come(self, step: str) -> None:
        if self.at not in (step, ANY) or self.phase not in ("", self.now):
            return
        self.nth -= 1
        if self.nth != 0:
            return
        self.say(f"at {step}")
        if self.sleeps:
            os.kill(os.getpid(), signal.SIGSTOP)
        else:
            os.read(0, 1)  # whoever kills us holds the other end; when he is gone, so are we
            os._exit(9)


@dataclass(frozen=True)
class GatedHistory(StoredHistory):
    """The record of changes, with a gate on each step."""

    gate: Gate

    def intend(self, intents: Sequence[Intent], at: datetime) -> None:
        with self.gate.around("intent"):
            super().intend(intents, at)

    def record(self, steps: Sequence[tuple[str, StepRecord]]) -> None:
        with self.gate.around(*dict.fromkeys(record.step.value for _id, record in steps)):
            super().record(steps)


@dataclass(frozen=True)
class GatedRuns(StoredRuns):
    """The batches, with a gate on each."""

    gate: Gate

    def put(self, run: Run) -> None:
        with self.gate.around(f"batch {run.state}"):
            super().put(run)


@dataclass(frozen=True)
class GatedCases(StoredCases):
    """The cases, with a gate on each save; `save` passes through `save_all`."""

    gate: Gate

    def save_all(self, cases: Sequence[tuple[Case, State]]) -> None:
        with self.gate.around(*dict.fromkeys(f"case {case.state}" for case, _seen in cases)):
            super().save_all(cases)


@dataclass(frozen=True)
class MovedClock:
    """A clock that a file sets on by so many seconds, while the process runs or between two starts."""

    file: Path

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self.moved)

    def move(self, seconds: float) -> None:
        """Sets it on."""
        self.file.write_text(str(self.moved + seconds))

    @property
    def moved(self) -> float:
        """How far it was set on so far."""
        return float(self.file.read_text()) if self.file.exists() else 0.0
