"""The exit codes: a stable contract that other programs lean on."""

from untwin.domain.problems import (
    BadInput,
    Busy,
    DiskProblem,
    Gone,
    KeyringProblem,
    NumberTaken,
    OutsideProblem,
    PeriodClosed,
    Problem,
    Stale,
)

DONE, NEEDS_A_PERSON, WRONG_USAGE, OUTSIDE_FAILED = 0, 1, 2, 3


def exit_code(problem: Problem) -> int:
    """The exit code that a problem stands for."""
    if isinstance(problem, Stale | Gone | NumberTaken | PeriodClosed):
        return NEEDS_A_PERSON  # QuickBooks answered well; somebody has to look
    if isinstance(problem, OutsideProblem | KeyringProblem | DiskProblem | Busy):
        return OUTSIDE_FAILED
    return WRONG_USAGE if isinstance(problem, BadInput) else NEEDS_A_PERSON
