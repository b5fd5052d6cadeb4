"""How one batch goes on: who may begin the next row, what has gone wrong, and what is told to whoever watches."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from untwin.domain.changes.run import Run, RunRow
from untwin.domain.problems import Problem
from untwin.ports.machine import Wanted


class Stage(StrEnum):
    """The stages a person sees while a change is being saved: checked > saved > read again > proved.

    SET_ASIDE and NEEDS_A_LOOK are the ends of a row that didn't come so far.
    """

    CHECKED = "checked"
    SAVED = "saved"
    READ_AGAIN = "read_again"
    PROVED = "proved"
    SET_ASIDE = "set_aside"
    NEEDS_A_LOOK = "needs_a_look"


Progress = Callable[[RunRow, Stage], None]


def unwatched(_row: RunRow, _stage: Stage) -> None:
    """The progress that nobody wants to hear."""


@dataclass(slots=True)
class Going:
    """One batch that is being carried out.

    Attributes:
        wanted: asked before each row; False pauses the batch there.
        rests: how often one change may wait while QuickBooks wants to be left alone.
        alarm: stops the whole batch: a check has failed.
        halted: stops a company, by realm: it can't be asked or changed just now.
        problems: what went wrong, by case.
    """

    run: Run
    progress: Progress
    wanted: Wanted
    rests: int
    alarm: str = ""
    halted: dict[str, Problem] = field(default_factory=dict)
    problems: dict[str, Problem] = field(default_factory=dict)

    def on(self, realm: str) -> bool:
        """Whether the next row of a company may be begun."""
        return not self.alarm and realm not in self.halted and self.wanted()

    def tell(self, case_id: str, stage: Stage) -> None:
        """Tells a stage of all of a case's rows."""
        for row in self.run.rows_of(case_id):
            self.progress(row, stage)
