"""Binds cases to the company that they belong to: the answer for a whole paste, or a correction."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from untwin.domain.cases.case import Case, State
from untwin.domain.cases.repeats import repeated_in
from untwin.domain.cases.right_company import check_bindable, in_question, only_source
from untwin.domain.changes.history import HistoryRow
from untwin.domain.company.company import Company
from untwin.domain.problems import Problem
from untwin.flows.arriving.join_cases import join_cases
from untwin.ports.history import History, Preferences
from untwin.ports.machine import Clock
from untwin.ports.stores import Cases, Companies


@dataclass(slots=True)
class Bound:
    """What came of it.

    Attributes:
        cases: the cases as they stand now, in their order; one that was known there already stands for its repeat.
        joined: for each repeat that is no case any more the one that it joined.
        problems: a problem for each that could not be bound.
    """

    cases: dict[str, Case] = field(default_factory=dict)
    joined: dict[str, str] = field(default_factory=dict)
    problems: dict[str, Problem] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bind:
    """The flow; it remembers for each source which company was chosen last."""

    cases: Cases
    companies: Companies
    history: History
    clock: Clock
    preferences: Preferences

    def __call__(self, case_ids: Iterable[str], realm: str, who: str = "") -> Bound:
        """Binds cases to a company; what was found out in another one is dropped.

        Raises:
            BadInput: the company isn't connected.
        """
        company, bound = self.companies.get(realm), Bound()
        for case_id in dict.fromkeys(case_ids):
            try:
                case = self.cases.get(case_id)
                check_bindable(case)
                self._bind(case, company, who, bound)
            except Problem as problem:
                bound.problems[case_id] = problem
            else:
                self.preferences.put(_name(case.source), realm)
        return bound

    def offered(self, cases: Iterable[Case]) -> tuple[Company, ...]:
        """The companies in the order in which they are offered for these cases, those of their apps first."""
        return in_question(self.companies.all(), {case.source for case in cases})

    def chosen_last(self, cases: Iterable[Case]) -> str:
        """The realm that was chosen last for errors of these cases' apps; empty where none was."""
        sources = {case.source for case in cases}
        return next((realm for source in sources if (realm := self.preferences.get(_name(source)))), "")

    def _bind(self, case: Case, company: Company, who: str, bound: Bound) -> None:
        now = self.clock.now()
        fresh = _of(company, unlooked(case, company.realm)).moved(State.NEW, now)
        [alike] = self.cases.alike([fresh])
        known = repeated_in(fresh, [each for each in alike if each.id != case.id])
        if known is None:
            self.cases.save(fresh, case.state)
            bound.cases[fresh.id] = fresh
            self._note(fresh, f"belongs to {company.name}", who)
            return
        again = join_cases(self.cases, known, replace(fresh, state=case.state), now)
        bound.cases[again.id], bound.joined[case.id] = again, again.id
        self._note(again, f"case {case.id} is about the same and joined it", who)

    def _note(self, case: Case, what: str, who: str) -> None:
        row = HistoryRow(self.clock.now(), who, case.company or "", case.id, what, case.note)
        self.history.note(row)


def _of(company: Company, case: Case) -> Case:
    """The case as one of the company's only source, where neither its text nor a person named one."""
    if case.source and not case.source_taken:
        return case
    taken = only_source(company)
    return replace(case, source=taken, source_taken=taken is not None)


def unlooked(case: Case, realm: str | None) -> Case:
    """The case as if it had just come in; what a person or a list said of the waiting document stays."""
    told = case.incoming if case.incoming and case.incoming.told else None
    return replace(
        case,
        company=realm,
        incoming=told,
        evidence=None,
        observed=None,
        advice=None,
        judgement=None,
        blocks=(),
        proposed=(),
        made_by_hand=(),
        own_numbers=(),
        posting=None,
        not_seen_yet=False,
        please_confirm=False,
    )


def _name(source: str | None) -> str:
    return f"company chosen for {source or 'errors of no source'}"
