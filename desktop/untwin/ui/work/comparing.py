"""Compares a whole list with what waits, off the window's thread, and ends cases by a person's word."""

from collections.abc import Callable, Sequence

from untwin.domain.cases.case import Case
from untwin.domain.problems import Problem
from untwin.flows.arriving.taken_in import TakenIn
from untwin.flows.desk import Desk
from untwin.ui.kit.words import Said, count_words, desk_words, tr
from untwin.ui.lanes.bridge import Failed, Then
from untwin.ui.work.changing import Run

_LANE = "store"
Ended = tuple[tuple[Case, ...], dict[str, Problem]]


class Comparing:
    """The way to it; `say` shows a toast."""

    def __init__(self, desk: Desk, run: Run, say: Callable[[Said], None]) -> None:
        self._desk, self._run, self._say = desk, run, say

    def missing(self, taken: TakenIn, done: Then) -> None:
        """What waits although the list that was just taken in doesn't have it."""
        self._run(_LANE, lambda: self._desk.compare_list.missing(taken), done, None, busy=())

    def solve(self, cases: Sequence[Case], text: str) -> None:
        """Ends cases whose end shows in the list alone."""
        ids = tuple(case.id for case in cases)

        def work() -> tuple[Case, ...]:
            return tuple(self._desk.end_gone(case_id, text) for case_id in ids)

        def solved(ended: tuple[Case, ...]) -> None:
            good = sum(case.state.solved for case in ended)
            words = tr("{} solved.").format(count_words(good, tr("case"), tr("cases")))
            still = next((f" {case.note}" for case in ended if not case.state.solved), "")
            self._say(Said(f"{words}{still}"))

        self._run(_LANE, work, solved, None, busy=ids)

    def end(self, cases: Sequence[Case], reason: str, done: Then, failed: Failed) -> None:
        """Ends cases as no longer needed."""
        ids = tuple(case.id for case in cases)

        def ended(what: Ended) -> None:
            done(what)
            words = tr("{} ended as no longer needed.").format(count_words(len(what[0]), tr("case"), tr("cases")))
            why = desk_words(next(iter(what[1].values()))) if what[1] else ""
            self._say(Said(f"{words} {why}".strip()))

        self._run(_LANE, lambda: self._desk.compare_list.end(ids, reason, self._desk.who), ended, failed, busy=ids)
