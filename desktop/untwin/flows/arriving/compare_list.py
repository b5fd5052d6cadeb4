"""Compares the whole list of what fails in a source with the cases that wait: what is gone from it is said."""

from collections.abc import Iterable
from dataclasses import dataclass

from untwin.domain.cases.case import Case, State
from untwin.domain.changes.history import HistoryRow
from untwin.domain.playbooks.whole_list import EXPECTED, Missing, missing_from
from untwin.domain.problems import BadInput, Problem
from untwin.flows.arriving.checks import CheckMemory
from untwin.flows.arriving.taken_in import TakenIn
from untwin.ports.history import History
from untwin.ports.machine import Clock
from untwin.ports.stores import Cases

# The history shows a reason on one page, and keeps it for good.
LONGEST = 500


@dataclass(frozen=True, slots=True)
class CompareList:
    """The flow; nothing here touches the books."""

    cases: Cases
    history: History
    clock: Clock
    checks: CheckMemory

    def missing(self, *parts: TakenIn) -> Missing:
        """What waits although the list, which was just taken in whole, doesn't have it; its parts are one list."""
        seen = {case.id: case for taken in parts for case in (*taken.new, *taken.joined)}
        accounts = {(c.company, c.source) for c in seen.values() if c.company and c.source and not c.source_taken}
        why_not = next(filter(None, (_why_not(taken, accounts) for taken in parts)), "")
        if why_not:
            return Missing(why_not=why_not)
        self.checks.seen_whole(accounts, self.clock.now())
        return missing_from(self.cases.in_states(EXPECTED), seen, accounts)

    def end(self, case_ids: Iterable[str], reason: str, who: str = "") -> tuple[tuple[Case, ...], dict[str, Problem]]:
        """Ends cases as no longer needed by a person's word; what can't be ended so is told with its problem.

        Raises:
            BadInput: no reason was given, or one that is too long for the history.
        """
        if not reason.strip():
            raise BadInput("Say why it is no longer needed; the reason stays in the history.")
        if len(reason.strip()) > LONGEST:
            raise BadInput(f"A reason of {LONGEST} characters at most, please.")
        ended, problems = [], dict[str, Problem]()
        for case_id in dict.fromkeys(case_ids):
            try:
                ended.append(self._end(self.cases.get(case_id), reason.strip(), who))
            except Problem as problem:
                problems[case_id] = problem
        return tuple(ended), problems

    def _end(self, case: Case, reason: str, who: str) -> Case:
        now = self.clock.now()
        ended = case.moved(State.NO_LONGER_NEEDED, now, f"No longer needed: {reason}")
        self.cases.save(ended, case.state)
        self.history.note(HistoryRow(now, who, case.company or "", case.id, f"no longer needed: {reason}", ended.note))
        return ended


def _why_not(taken: TakenIn, accounts: set[tuple[str, str]]) -> str:
    if taken.left or taken.unread:
        return "Not everything in it could be taken in, so nothing can be said about what is missing."
    if taken.unbound:
        return "First say which company it belongs to, then take the whole list in once more."
    if not accounts:
        return "It doesn't say which app's list it is, so nothing can be said about what is missing."
    return ""
