"""How far a store of an older version is brought up to date: what a window and a command say of it meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What is being done, in words, in the order of the stages."""

    COPY = "Keeping a copy of what was there"
    CHANGE = "Going over what was recorded"
    CASES = "Reading the cases"
    SEARCH = "Making them ready to be found"


@dataclass(frozen=True, slots=True)
class BringingUp:
    """How far it is; `of` is 0 where nobody can say how much there is."""

    stage: Stage
    done: int = 0
    of: int = 0

    @property
    def words(self) -> str:
        """The stage, and the count where it is one of cases: `Reading the cases: 12,000 of 100,000`."""
        counted = self.stage is Stage.CASES and self.of
        return f"{self.stage}: {self.done:,} of {self.of:,}" if counted else str(self.stage)

    @property
    def sentence(self) -> str:
        """All of it, for whoever sees nothing else."""
        return f"Your data are brought up to date for this version. {self.words}."


Tell = Callable[[BringingUp], None]
"""Hears how far it is, in the thread that does it; what it raises ends the work, and nothing was changed."""


def tell_nobody(_how_far: BringingUp) -> None:
    """For whoever doesn't want to hear it."""
