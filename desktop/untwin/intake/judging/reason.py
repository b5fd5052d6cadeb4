"""A decision as a list of named reasons: the first one that holds decides, and can be asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from untwin.intake.judging.spot import Spot


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for an answer.

    Attributes:
        name: what it is called when somebody asks why.
        tells: one plain sentence.
        holds: whether the reason holds of what stands around an error's words.
        answer: what the answer to the question is if it holds.
    """

    name: str
    tells: str
    holds: Callable[[Spot], bool]
    answer: bool


def first(reasons: Sequence[Reason], spot: Spot) -> Reason:
    """The first reason that holds; the last one of a list always does."""
    return next((reason for reason in reasons if reason.holds(spot)), reasons[-1])


def always(_: Spot) -> bool:
    """Whether the last reason of a list holds, when no other did."""
    return True
