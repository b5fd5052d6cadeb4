"""Stores what a person said of documents that only share a number, off the window's thread, and takes it back."""

from collections.abc import Callable, Sequence

from untwin.domain.cases.case import Case
from untwin.domain.cases.own_words import asked_own, taken_back_of
from untwin.domain.words.phrasing import capital
from untwin.flows.desk import Desk
from untwin.flows.person import Person
from untwin.ui.kit.words import Said, count_words, tr
from untwin.ui.lanes.bridge import Failed, Then
from untwin.ui.work.changing import Run

_LANE = "store"


class OwnWords:
    """The way to it; `say` shows a toast."""

    def __init__(self, desk: Desk, run: Run, say: Callable[[Said], None]) -> None:
        self._desk, self._run, self._say = desk, run, say

    @property
    def person(self) -> Person:
        """Whose name stands in the history."""
        return self._desk.person

    def count_apart(self, cases: Sequence[Case], new_name: str, done: Then, failed: Failed) -> None:
        """Notes for each case that its documents of the purchase side only share the number."""
        ids = tuple(case.id for case in cases)
        count = sum(len(asked_own(case)) for case in cases)

        def work() -> tuple[Case, ...]:
            who = self._desk.person.put(new_name) if new_name else self._desk.who
            return tuple(self._desk.decide.own_number(case_id, who) for case_id in ids)

        def noted(now: tuple[Case, ...]) -> None:
            done(now)
            words = tr("Noted: {} only shares the number.") if count == 1 else tr("Noted: {} only share the number.")
            self._say(Said(words.format(count_words(count, tr("document"), tr("documents")))))

        self._run(_LANE, work, noted, failed, busy=ids)

    def take_back(self, case: Case) -> None:
        """Takes the last kind of word on a case's documents back."""
        words = capital(taken_back_of(case))

        def taken(_case: object) -> None:
            self._say(Said(f"{words}."))

        work = self._desk.decide.take_word_back
        self._run(_LANE, lambda: work(case.id, self._desk.who), taken, None, busy=(case.id,))
