"""Looks into the source's whole list for cases whose end shows there alone: solved is what isn't listed any more."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from untwin.domain.cases.case import Case, State
from untwin.domain.changes.history import HistoryRow
from untwin.domain.errors.faults import Reading
from untwin.domain.playbooks.gone import is_list_of, look_in_list
from untwin.domain.playbooks.retrying import ends_in_the_source
from untwin.domain.problems import BadInput, NotAllowed, Problem
from untwin.flows.person import Person
from untwin.ports.history import History
from untwin.ports.machine import Clock, Intake
from untwin.ports.stores import Cases, Companies


@dataclass(frozen=True, slots=True)
class EndGone:
    """The flow; it asks nobody outside."""

    intake: Intake
    cases: Cases
    companies: Companies
    history: History
    clock: Clock
    person: Person

    def __call__(self, case_id: str, text: str) -> Case:
        """The case after a look into the list that was pasted.

        Raises:
            NotAllowed: its end doesn't show in a list, or it doesn't wait yet.
            BadInput: the text isn't the list of its source.
        """
        return self._look(case_id, self.intake.read_text(text), text)

    def all(self, case_ids: Iterable[str], reading: Reading, text: str = "", said: str = "") -> "Looked":
        """The cases after a look into a whole list that was read already, out of files of any kind.

        `text` is its text as far as it was one; `said` is the source whose list it is by a person's word.
        """
        looked = Looked()
        for case_id in case_ids:
            try:
                looked.cases[case_id] = self._look(case_id, reading, text, said)
            except Problem as problem:
                looked.problems[case_id] = problem
        return looked

    def _look(self, case_id: str, reading: Reading, text: str, said: str = "") -> Case:
        case = self.cases.get(case_id)
        if not may_end_gone(case):
            raise NotAllowed(f"It is “{case.state.words}”: its end doesn't show in a list.")
        profile = self.companies.get(case.company or "").profile(case.source)
        if said != profile.id and not is_list_of(profile, reading, text):
            words = f"This doesn't look like {profile.name}'s list of errors."
            raise BadInput(words, f"Copy the whole of “{profile.place}”, with its heading.")
        listed = look_in_list(case, profile, reading.findings)
        now = self.clock.now()
        if listed.still_there:
            after = case.moved(State.FAILED_AGAIN, now, listed.sentence)
        else:
            after = case.moved(State.POSTED, now, listed.sentence)
        self.cases.save(after, case.state)
        self.history.note(HistoryRow(now, self.person.name, case.company or "", case.id, "list looked at", after.note))
        return after


@dataclass(slots=True)
class Looked:
    """What a list says about several cases: those that were looked for in it, and a problem for each other one."""

    cases: dict[str, Case] = field(default_factory=dict)
    problems: dict[str, Problem] = field(default_factory=dict)


def may_end_gone(case: Case) -> bool:
    """Whether the case waits for its error to go from the source's list."""
    return case.state is State.WAITING_TO_POST and ends_in_the_source(case)
