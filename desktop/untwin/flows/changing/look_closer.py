"""What a person says about a change that could not be proved: they have looked, and it may stand, or it is over."""

from dataclasses import dataclass

from untwin.domain.books.documents import TYPES
from untwin.domain.books.proof import Proof, prove
from untwin.domain.cases.case import Case, State
from untwin.domain.changes.history import Change, Step, StepRecord
from untwin.domain.changes.standing import case_after
from untwin.domain.problems import BadInput, Gone, NotAllowed
from untwin.ports.books import Connections
from untwin.ports.history import History, Runs
from untwin.ports.machine import Clock
from untwin.ports.stores import Cases, WriteLock


@dataclass(frozen=True, slots=True)
class Doubt:
    """One change that a person must look at: what was recorded, how the document stands now, and the check.

    `now` is empty and `proof` None where the document isn't in QuickBooks any more.
    """

    change: Change
    now: str
    proof: Proof | None

    @property
    def stands(self) -> bool:
        """Whether the new number stands there now."""
        return self.proof is not None and self.proof.renumbered


@dataclass(frozen=True, slots=True)
class LookCloser:
    """The flow."""

    cases: Cases
    connections: Connections
    history: History
    runs: Runs
    lock: WriteLock
    clock: Clock

    def doubts(self, case_id: str) -> tuple[Doubt, ...]:
        """The open changes of a case, each beside its document as it stands now.

        Raises:
            OutsideProblem: QuickBooks could not be asked.
        """
        return tuple(self._doubt(change) for change in self._unsettled(case_id))

    def close(self, case_id: str, who: str, reason: str) -> Case:
        """Ends the doubt by a person's word. What stands in QuickBooks now decides what it comes to.

        Where the new number stands the change is accepted as it is, with what differs; else it is over, and the
        case is to be looked up again.

        Raises:
            BadInput: no reason is given.
            NotAllowed: there is nothing to end.
            Busy: another Untwin is saving.
        """
        if not reason.strip():
            raise BadInput("Say what you have seen; it stays in the change history.")
        with self.lock.hold():
            doubts = self.doubts(case_id)
            if not doubts:
                raise NotAllowed("Nothing is open there: the case needs no closer look.")
            self.history.record([(d.change.intent.order.request_id, self._word(d, who, reason)) for d in doubts])
            return self._told(case_id, doubts[0].change.intent.run)

    def _unsettled(self, case_id: str) -> list[Change]:
        return [change for change in self.history.of_case(case_id) if not change.settled]

    def _doubt(self, change: Change) -> Doubt:
        order = change.intent.order
        try:
            seen = self.connections.books(change.intent.company).read(order.entity, order.id)
        except Gone:
            return Doubt(change, "", None)
        raw = seen.document.raw
        return Doubt(change, raw, prove(change.intent.before, raw, order.new_number))

    def _word(self, doubt: Doubt, who: str, reason: str) -> StepRecord:
        title = TYPES[doubt.change.intent.order.entity].title.capitalize()
        step = Step.ACCEPTED if doubt.stands else Step.NOT_DONE
        what = "accepted as it is" if doubt.stands else "not changed by Untwin, or not any more"
        note = f"{title} {doubt.change.intent.old_number}: {what}, says {who}: {reason.strip()}"
        return StepRecord(step, self.clock.now(), note, image=doubt.now, proof=doubt.proof, seen_at=self.clock.now())

    def _told(self, case_id: str, run: str) -> Case:
        case = self.cases.get(case_id)
        if case.state is not State.NEEDS_CHECKING:
            return case
        mine = [change for change in self.history.of_case(case_id) if change.intent.run == run]
        rows = len(self.runs.get(run).rows_of(case_id)) if run else len(mine)
        after = case_after(case, mine, rows, self.clock.now())
        self.cases.save(after, case.state)
        return after
