"""Knows the turns by which people speak of an error in general: what is taught, planned, sold, feared or long past."""

from untwin.intake.judging.signs.announced import ANNOUNCED, LABEL, STEP
from untwin.intake.judging.signs.judged import ASKED, AT_ALL_TIMES, IS_DONE, JUDGED, OFFERED, PART
from untwin.intake.judging.signs.rules import (
    CAUSE_REMOVED,
    CAUSED,
    CHANGED,
    CULPRIT,
    HAVING,
    OF_ONESELF,
    REMOVED,
    RULE,
    SOME,
    TURNS_BACK,
)


def is_told_generally(head: str, before: str, behind: str) -> bool:
    """Whether an error is named without having happened, or long after; all in lower case.

    `head` is what stands before the words on their line, `before` and `behind` what of it is their sentence. A line
    that tells of one document or of a failure is not asked here.
    """
    return bool(STEP.found(head)) or (_is_general(head, before, behind) and not TURNS_BACK.found(head))


def _is_general(head: str, before: str, behind: str) -> bool:
    if is_announced(head) or JUDGED.found(behind) or _was_removed(before, behind):
        return True
    if CHANGED.found(before) and PART.found(behind):
        return True
    if LABEL.found(head) and behind.lstrip("\"'\u201d)").startswith(":"):
        return True
    # Of oneself even `can`, `will` and `rid of` tell what happened.
    return not OF_ONESELF.found(before) and bool(RULE.found(before) or AT_ALL_TIMES.found(behind))


def is_announced(head: str) -> bool:
    """Whether a line begins, in lower case, like one that teaches, plans, lists or offers."""
    return bool(ANNOUNCED.found(head))


def asks_the_reader(before: str, behind: str) -> bool:
    """Whether the words end in a question that their writer answers: `Invoice number already used? Add a suffix.`.

    `behind` is all that stands behind the words on their line. Who asks for help, or asks twice, was answered so.
    """
    answer = ASKED.found(behind)
    if not answer or OF_ONESELF.found(OFFERED.without(behind[answer.end() :])):
        return False
    if HAVING.found(before):
        return True
    return not before.strip(" \t\"'\u201c\u00ab#*>-") and bool(behind[answer.end() :].strip())


def is_any_such(before: str, behind: str) -> bool:
    """Whether any such number is meant: `A duplicate number is refused`; both in lower case."""
    return bool(SOME.found(before) and IS_DONE.found(behind))


def _was_removed(before: str, behind: str) -> bool:
    """Whether it is told that the cause of an error was taken away."""
    if CULPRIT.found(before) and behind.lstrip("\"'\u201d").startswith((" was ", " were ")):
        return True
    return bool(CAUSE_REMOVED.found(before) or (CAUSED.found(before) and REMOVED.found(behind)))
