"""Says of a group of marks whether it is taken for an error, and which reason decided: for whoever mends a sign."""

from dataclasses import dataclass

from untwin.intake.judging.reason import Reason, first
from untwin.intake.judging.spot import Spot
from untwin.intake.judging.talk import TALK
from untwin.intake.judging.told import TOLD_OF, TOLD_OF_MANY
from untwin.intake.judging.worth import WORTH


@dataclass(frozen=True, slots=True)
class Why:
    """What became of a group.

    Attributes:
        taken: whether it is an error.
        asked: the question whose answer decided.
        reason: the first reason for that answer.
    """

    taken: bool
    asked: str
    reason: Reason


def why(spot: Spot, *, many: bool) -> Why:
    """What becomes of the group, `many` others being close to it or not."""
    talk, worth = first(TALK, spot), first(WORTH, spot)
    if talk.answer:
        return Why(taken=False, asked="Do its words only speak of errors?", reason=talk)
    if not worth.answer:
        return Why(taken=False, asked="Is it an error at all?", reason=worth)
    told = first(TOLD_OF_MANY if many else TOLD_OF, spot)
    if told.answer:
        return Why(taken=False, asked="Does the text around it only tell of such errors?", reason=told)
    return Why(taken=True, asked="Is it an error at all?", reason=worth)
