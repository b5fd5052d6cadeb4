"""The examination: no check holds the others up, none breaks them, and it ends."""

import time
from collections.abc import Callable, Sequence

import pytest

from reach import QuickPatience
from untwin.domain.checks import Check, Standing
from untwin.domain.problems import Cancelled, KeyringProblem
from untwin.flows.examine import WHOLE_SECONDS, Exam, Examine
from untwin.jobs import Patient

FINE = Check("fine", Standing.OK, "It works.")
Look = Callable[[], Sequence[Check]]


def fine() -> tuple[Check, ...]:
    return (FINE,)


def raises(error: BaseException) -> Look:
    def look() -> Sequence[Check]:
        raise error

    return look


def test_a_check_that_never_ends_is_said_and_the_others_are_made() -> None:
    def hang() -> Sequence[Check]:
        time.sleep(60)
        return ()

    begun = time.monotonic()
    found = Examine((Exam("a", 1, fine), Exam("slow", 0.2, hang), Exam("b", 1, fine)), Patient(), time.monotonic)()
    assert time.monotonic() - begun < 5
    assert [(c.id, c.standing) for c in found] == [
        ("fine", Standing.OK),
        ("slow", Standing.FAULT),
        ("fine", Standing.OK),
    ]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (KeyringProblem("The keyring is locked.", "Unlock it."), "The keyring is locked."),
        (Cancelled(), "Stopped, as you asked; nothing was changed."),
        (ValueError("the secret is hunter2"), "It could not be examined (ValueError)."),
        (RecursionError("hunter2"), "It could not be examined (RecursionError)."),
    ],
)
def test_a_check_that_breaks_is_a_fault_in_words_that_quote_nothing(error: Exception, sentence: str) -> None:
    [broken, after] = Examine((Exam("x", 1, raises(error)), Exam("b", 1, fine)), QuickPatience(), time.monotonic)()
    assert (broken.id, broken.standing, broken.sentence) == ("x", Standing.FAULT, sentence)
    assert after is FINE


def test_when_its_time_is_over_the_rest_is_not_tried() -> None:
    ticks = iter((0.0, 0.0, WHOLE_SECONDS, WHOLE_SECONDS + 5))
    exams = (Exam("a", 1, fine), Exam("b", 1, fine), Exam("c", 1, fine))
    found = Examine(exams, QuickPatience(), lambda: next(ticks))()
    assert [c.standing for c in found] == [Standing.OK, Standing.NOT_TRIED, Standing.NOT_TRIED]
