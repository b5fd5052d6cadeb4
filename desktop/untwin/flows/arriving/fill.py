"""Fills the waiting documents of many cases at once from a bill list; the plan is shown first, and can be undone."""

from dataclasses import dataclass, replace

from untwin.domain.cases.case import UNDECIDED, Case, State
from untwin.domain.changes.history import HistoryRow
from untwin.domain.errors.bills import BillList
from untwin.domain.problems import NotAllowed
from untwin.domain.sources.incoming import Incoming
from untwin.domain.waiting.filling import Account, FillPlan, plan_fill
from untwin.ports.history import History
from untwin.ports.machine import Clock
from untwin.ports.stores import Cases


@dataclass(frozen=True, slots=True)
class Filled:
    """What was filled: the cases as they are now, and what was known of each before; those that moved meanwhile."""

    cases: tuple[Case, ...]
    before: tuple[tuple[str, Incoming | None], ...]
    moved: int = 0


@dataclass(frozen=True, slots=True)
class FillIn:
    """The flow; it touches neither the books nor the source."""

    cases: Cases
    history: History
    clock: Clock

    def plan(self, bills: BillList, account: Account | None = None) -> FillPlan:
        """What the list would do."""
        return plan_fill(self.cases.in_states(UNDECIDED), bills, account)

    def __call__(self, plan: FillPlan, who: str = "") -> Filled:
        """Fills what the plan says; a case that was changed since is left as it is."""
        done, before = [], []
        for fill in plan.fills:
            incoming = replace(fill.incoming, number=fill.case.doc_number)
            stored = self._store(fill.case.id, fill.case.incoming, incoming, f"filled from {incoming.known_from}", who)
            if stored is not None:
                done.append(stored)
                before.append((stored.id, fill.case.incoming))
        return Filled(tuple(done), tuple(before), len(plan.fills) - len(done))

    def undo(self, filled: Filled, who: str = "") -> tuple[Case, ...]:
        """Puts back what was known before; a case about which somebody has said something since is left alone."""
        listed = {case.id: case.incoming for case in filled.cases}
        back = (self._store(i, listed[i], known, "filling undone", who) for i, known in filled.before)
        return tuple(case for case in back if case is not None)

    def _store(self, case_id: str, seen: Incoming | None, now: Incoming | None, what: str, who: str) -> Case | None:
        case, at = self.cases.get(case_id), self.clock.now()
        if case.state not in UNDECIDED or case.incoming != seen:
            return None
        fresh = replace(case, incoming=now, evidence=None, judgement=None, blocks=(), proposed=()).moved(State.NEW, at)
        try:
            self.cases.save(fresh, case.state)
        except NotAllowed:
            return None
        self.history.note(HistoryRow(at, who, case.company or "", case.id, what, fresh.note))
        return fresh
