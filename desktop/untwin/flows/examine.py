"""Examines this machine: what works, what doesn't, and what to do about it; no check holds the others up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from untwin.domain.checks import Check, Standing
from untwin.domain.problems import Problem
from untwin.ports.machine import Patience

WHOLE_SECONDS = 40.0


@dataclass(frozen=True, slots=True)
class Exam:
    """One part of the examination: its name, how long it may take, and the look itself, which may raise anything."""

    id: str
    seconds: float
    look: Callable[[], Sequence[Check]]


@dataclass(frozen=True, slots=True)
class Examine:
    """The flow. `ticking` counts seconds, whatever the clock on the wall says."""

    exams: tuple[Exam, ...]
    patience: Patience
    ticking: Callable[[], float]

    def __call__(self) -> tuple[Check, ...]:
        """Every check in order; an exam that fails or doesn't end is a check of its own."""
        end = self.ticking() + WHOLE_SECONDS
        return tuple(check for exam in self.exams for check in self._examined(exam, end))

    def _examined(self, exam: Exam, end: float) -> Sequence[Check]:
        seconds = min(exam.seconds, end - self.ticking())
        if seconds <= 0:
            return (Check(exam.id, Standing.NOT_TRIED, "No time was left for this; other checks took too long."),)
        try:
            return self.patience.wait(exam.look, seconds)
        except TimeoutError:
            return (Check(exam.id, Standing.FAULT, f"It gave no answer within {seconds:.0f} seconds.", _AGAIN),)
        except Problem as problem:
            return (Check(exam.id, Standing.FAULT, problem.sentence, problem.remedy),)
        except Exception as error:  # noqa: BLE001 - whatever is broken here is what the doctor is called for
            # Its own words may quote anything; only its kind is told.
            words = f"It could not be examined ({type(error).__name__})."
            return (Check(exam.id, Standing.FAULT, words, "Please report this."),)


_AGAIN = "Run it again; if that stays so, restart this computer."
