"""Looks cases up: who uses the number, what waits to post, whether the sale is booked already; then judges."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import zip_longest

from untwin.domain.cases.case import Case, State, why_not_lookable
from untwin.domain.company.company import Company
from untwin.domain.errors.faults import FaultKind
from untwin.domain.playbooks.book import advise_beside, has_playbook
from untwin.domain.problems import BadInput, Lapsed, NotAllowed, Problem, Refused, SignInNeeded, Throttled
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.observed import Observed
from untwin.flows.looking.advised import advised
from untwin.flows.looking.judged import judged, note_of, state_of
from untwin.ports.machine import Clock, Patience
from untwin.ports.stores import Cases, Companies

AT_ONCE = 100  # cases of one company whose questions go into the same requests
_LOOKS = 5  # how often a part is asked about while QuickBooks asks for rests, before it stays for later
_AT_ONCE = datetime.min.replace(tzinfo=UTC)
Progress = Callable[[int, int], None]  # cases done, cases in all
Evidences = Callable[[Company, Sequence[Case]], tuple[Evidence, ...]]  # one for each case, in their order

Observes = Callable[[Company, Sequence[Case], Sequence[Evidence]], tuple[Observed, ...]]

# Errors that say of themselves that QuickBooks can't be asked: that it can't is then the answer.
_CANT_BE_ASKED = ((FaultKind.AUTH, SignInNeeded), (FaultKind.SUBSCRIPTION, Lapsed))


@dataclass(slots=True)
class Looked:
    """What came of it: the cases as they stand now, and a problem for each that couldn't be looked up."""

    cases: dict[str, Case] = field(default_factory=dict)
    problems: dict[str, Problem] = field(default_factory=dict)

    @property
    def done(self) -> int:
        """How many have had their turn."""
        return len(self.cases) + len(self.problems)


@dataclass(frozen=True, slots=True)
class _Turn:
    """A part of one company's cases, and when it may be looked up; `looks` counts the next one, too."""

    part: tuple[str, ...]
    due: datetime = _AT_ONCE
    looks: int = 1
    rest: float = 0.0

    def after(self, asked: Throttled, now: datetime) -> "_Turn":
        """Its next turn, after the rest that QuickBooks asked for."""
        rest = float(asked.wait_seconds)
        return _Turn(self.part, now + timedelta(seconds=rest), self.looks + 1, rest)


@dataclass(frozen=True, slots=True)
class LookUp:
    """The flow; it reads QuickBooks and the source, and writes nothing to either."""

    cases: Cases
    companies: Companies
    gather: Evidences
    observe: Observes
    clock: Clock
    patience: Patience

    def __call__(self, case_id: str) -> Case:
        """The case with its evidence and verdict.

        Raises:
            NotAllowed: it can't be looked up as it is; the sentence says what is missing.
            OutsideProblem, KeyringProblem: nothing is lost, the case is New again and says what happened.
            Cancelled: likewise.
        """
        looked = self.all([case_id])
        for problem in looked.problems.values():
            raise problem
        return looked.cases[case_id]

    def all(self, case_ids: Sequence[str], progress: Progress = lambda _done, _of: None) -> Looked:
        """Looks many up, up to 100 of a company at once, the companies in turn.

        A company that QuickBooks wants left alone waits while the others go on. One case that fails keeps no
        other from it.

        Raises:
            Cancelled: what was looked up so far stays, the rest is New again.
        """
        looked = Looked()
        turns = [_Turn(part) for part in self._parts(case_ids, looked)]
        while turns:
            turn = min(turns, key=lambda each: each.due)
            turns.remove(turn)
            self._await(turn)
            problem = self._look(turn.part, looked)
            if problem is not None and turn.looks < _LOOKS:
                turns.append(turn.after(problem, self.clock.now()))
            elif problem is not None:
                looked.problems |= dict.fromkeys(turn.part, problem)
            progress(looked.done, len(case_ids))
        return looked

    def _await(self, turn: "_Turn") -> None:
        """The rest that is left of the one that was asked for; the others' turns may have taken all of it."""
        left = (turn.due - self.clock.now()).total_seconds()
        if left > 0:
            # The clock on the wall may be set back meanwhile.
            self.patience.pause(min(left, turn.rest))

    def _parts(self, case_ids: Iterable[str], looked: Looked) -> list[tuple[str, ...]]:
        """The cases in parts of one company each, a part of every company before the second of any."""
        by_company: dict[str, list[str]] = {}
        for case_id in dict.fromkeys(case_ids):
            try:
                by_company.setdefault(self._company_of(self.cases.get(case_id)).realm, []).append(case_id)
            except Problem as problem:
                looked.problems[case_id] = problem
        sliced = [
            [tuple(ids[start : start + AT_ONCE]) for start in range(0, len(ids), AT_ONCE)]
            for ids in by_company.values()
        ]
        return [part for turn in zip_longest(*sliced) for part in turn if part]

    def _company_of(self, case: Case) -> Company:
        missing = why_not_lookable(case)
        if missing is not None:
            raise missing
        return self.companies.get(case.company or "")

    def _look(self, part: Sequence[str], looked: Looked) -> Throttled | None:
        """Looks a part up; says so when QuickBooks wants the company left alone first."""
        begun = [case for case in (self._begun(case_id, looked) for case_id in part) if case]
        if not begun:
            return None
        company = self._company_of(begun[0])
        try:
            found = self.gather(company, begun)
            seen = self.observe(company, begun, found)
        except Throttled as problem:
            self._back(begun, str(problem))
            return problem
        except Problem as problem:
            self._failed(self._answered(begun, company, problem, looked), problem, looked)
            return None
        except BaseException:
            # Whatever it was: no case may stay behind as "looking".
            self._back(begun, "The look-up broke off; nothing was changed. Look the case up again.")
            raise
        for case, evidence, observed in zip(begun, found, seen, strict=True):
            self._settle(_told(case, company, evidence, observed), looked)
        return None

    def _answered(self, begun: Sequence[Case], company: Company, problem: Problem, looked: Looked) -> list[Case]:
        """Settles the cases whose error is the very problem; returns the others."""
        mine = [case for case in begun if any(case.kind is k and isinstance(problem, p) for k, p in _CANT_BE_ASKED)]
        for case in mine:
            self._settle(advised(case, company, None, Observed(problem=str(problem))), looked)
        return [case for case in begun if case not in mine]

    def _failed(self, begun: Sequence[Case], problem: Problem, looked: Looked) -> None:
        if len(begun) > 1 and isinstance(problem, BadInput | Refused) and not isinstance(problem, Lapsed):
            # One question that can't be answered must not take the others along: each is asked alone.
            for case in begun:
                slow = self._look([case.id], looked)
                looked.problems |= {case.id: slow} if slow else {}
        else:
            self._back(begun, str(problem))
            looked.problems |= {case.id: problem for case in begun}

    def _begun(self, case_id: str, looked: Looked) -> Case | None:
        try:
            case = self.cases.get(case_id)
            looking = case.moved(State.LOOKING, self.clock.now())
            self.cases.save(looking, case.state)
        except Problem as problem:
            looked.problems[case_id] = problem
            return None
        return looking

    def _settle(self, case: Case, looked: Looked) -> None:
        moved = case.moved(state_of(case), self.clock.now(), note_of(case))
        try:
            # It may have been seen again meanwhile: that is counted, whatever was found.
            moved = moved.as_seen(self.cases.get(case.id))
            self.cases.save(moved, State.LOOKING)
        except NotAllowed as problem:
            looked.problems[case.id] = problem
        else:
            looked.cases[case.id] = moved

    def _back(self, cases: Iterable[Case], note: str) -> None:
        for case in cases:
            back = case.moved(State.NEW, self.clock.now(), note)
            self.cases.save(back.as_seen(self.cases.get(case.id)), State.LOOKING)


def _told(case: Case, company: Company, evidence: Evidence, observed: Observed) -> Case:
    """The case with what its kind has: an advice, or a verdict with what goes beside it."""
    if has_playbook(case.kind):
        return advised(case, company, evidence, observed)
    told = judged(case, evidence, company)
    return replace(told, observed=observed, advice=advise_beside(told, company, evidence, observed))
