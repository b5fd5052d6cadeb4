"""When and where an error was seen: the first time and the last ones are kept of what comes a thousand times."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

T = TypeVar("T")
_KEPT = 50


@dataclass(frozen=True, slots=True)
class Sighting:
    """When an error was taken in, and where it stood: "errors.csv, row 12"."""

    at: datetime
    where: str

    @property
    def place(self) -> str:
        """Where it stood, for people; what has no file's name was pasted."""
        return f"pasted text, {self.where}" if self.where.startswith(("line ", "row ")) else self.where


def first_and_last(things: tuple[T, ...]) -> tuple[T, ...]:
    """The first thing and the last ones, where there are too many to keep all."""
    return things if len(things) <= _KEPT else (*things[:1], *things[1 - _KEPT :])
