"""Brings snoozed cases back by themselves: when their time has come, when something new happened, when books opened."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from untwin.domain.cases.case import Case, State
from untwin.domain.cases.marks import Marks, Until
from untwin.domain.inbox.awake import why_back
from untwin.domain.inbox.put_off import closing
from untwin.domain.problems import Problem
from untwin.flows.triage.marking import Marking
from untwin.ports.books import Connections
from untwin.ports.stores import Companies


@dataclass(frozen=True, slots=True)
class Wake:
    """The flow; nobody asks for it, so the history names nobody."""

    marking: Marking
    companies: Companies
    connections: Connections

    def __call__(self) -> tuple[Case, ...]:
        """Wakes what is due; reads the store alone. The cases that are back, each with the reason in its marks."""
        return self._wake(lambda case: case.marks.snooze.closed_through if case.marks.snooze else None)

    def closing_dates(self) -> tuple[Case, ...]:
        """Asks QuickBooks for the closing dates of companies in which cases wait for their books to open.

        A company that can't be asked now is asked another time.
        """
        waiting = {c.company for c in self.marking.cases.snoozed() if _waits_for_books(c)} - {None}
        dates = {realm: self._closing(realm) for realm in waiting if realm}
        known: Mapping[str, date | None] = {realm: said[0] for realm, said in dates.items() if said}

        def closed(case: Case) -> date | None:
            was = case.marks.snooze.closed_through if case.marks.snooze else None
            return known.get(case.company or "", was)

        return self._wake(closed)

    def _wake(self, closed: Callable[[Case], date | None]) -> tuple[Case, ...]:
        now = self.marking.clock.now()
        reasons: dict[str, str] = {}
        for case in self.marking.cases.snoozed():
            why = "" if case.state is State.IGNORED else why_back(case, now, closed(case))
            if why is not None:
                reasons[case.id] = why

        def woken(case: Case) -> Marks:
            return case.marks.woken(reasons[case.id])

        marked = self.marking.each(reasons, woken, lambda case: case.marks.back, "")
        return tuple(case for case in marked.cases if case.marks.back)

    def _closing(self, realm: str) -> tuple[date | None] | None:
        try:
            company = self.companies.get(realm)
            return (closing(company, self.connections.books(realm).facts().closed_through),)
        except Problem:
            return None


def _waits_for_books(case: Case) -> bool:
    return case.marks.snooze is not None and case.marks.snooze.why is Until.PERIOD
