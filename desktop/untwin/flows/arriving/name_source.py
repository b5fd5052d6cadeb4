"""Says which app a case comes from, where its text didn't tell or told wrongly: a person's word."""

from dataclasses import dataclass, replace

from untwin.domain.cases.case import Case, State
from untwin.domain.cases.right_company import check_bindable
from untwin.domain.changes.history import HistoryRow
from untwin.domain.problems import BadInput
from untwin.flows.arriving.bind import unlooked
from untwin.ports.history import History
from untwin.ports.machine import Clock
from untwin.ports.stores import Cases, Companies


@dataclass(frozen=True, slots=True)
class NameSource:
    """The flow; what was found out by asking another app is dropped."""

    cases: Cases
    companies: Companies
    history: History
    clock: Clock

    def __call__(self, case_id: str, name: str, who: str) -> Case:
        """The case as one of this source, to be looked up anew.

        Raises:
            NotAllowed: a number was changed for it already, or it is solved.
            BadInput: its company has no source of that name.
        """
        case = self.cases.get(case_id)
        check_bindable(case)
        source = self._named(case, name)
        now = self.clock.now()
        fresh = replace(unlooked(case, case.company), source=source, source_taken=False).moved(State.NEW, now)
        self.cases.save(fresh, case.state)
        self.history.note(HistoryRow(now, who, fresh.company or "", fresh.id, "source named", source))
        return fresh

    def _named(self, case: Case, name: str) -> str:
        company, wanted = self.companies.get(case.company or ""), name.strip().casefold()
        for binding in company.sources:
            if wanted in (binding.source.casefold(), binding.profile.name.casefold()):
                return binding.source
        raise BadInput(f"{company.name} has no source called “{name}”.", "Connect it first, in Sources.")
