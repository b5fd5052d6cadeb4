"""Turns a plan that a person has confirmed into a batch: everything is checked once more, then it is written down."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from untwin.domain.cases.case import State
from untwin.domain.changes.change import Flag, Plan, Row
from untwin.domain.changes.run import Run, RunRow, RunState
from untwin.domain.problems import NotAllowed
from untwin.ports.history import Runs
from untwin.ports.machine import Clock
from untwin.ports.stores import Cases


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What a person has confirmed on the sheet."""

    who: str
    reason: str
    accepted: frozenset[Flag] = frozenset()
    typed_count: int | None = None


@dataclass(frozen=True, slots=True)
class Confirm:
    """The flow; `new_id` makes a batch's id."""

    cases: Cases
    runs: Runs
    clock: Clock
    new_id: Callable[[], str]

    def __call__(self, planned: Plan, fresh: Plan, confirmed: Confirmation) -> Run:
        """The batch of a plan; `fresh` is the same plan made just now, from what the store has.

        Raises:
            NotAllowed: something isn't confirmed, or a number can't be given; nothing was changed.
        """
        missing = fresh.missing(confirmed.accepted, confirmed.typed_count)
        if not fresh.ready or [_key(row) for row in fresh.rows] != [_key(row) for row in planned.rows]:
            raise NotAllowed(_first_reason(fresh))
        if missing:
            raise NotAllowed(" ".join(missing))
        # What was set aside is what the person saw set aside: the fresh plan is made of the rows alone.
        return self._written_down(replace(fresh, refused=planned.refused), confirmed)

    def _written_down(self, planned: Plan, confirmed: Confirmation) -> Run:
        cases = {c.id: c for c in self.cases.some(list(dict.fromkeys(row.case_id for row in planned.rows)))}
        now = self.clock.now()
        run = Run(
            id=self.new_id(),
            state=RunState.RUNNING,
            who=confirmed.who,
            reason=confirmed.reason,
            confirmed_at=now,
            rows=tuple(_run_row(row, cases[row.case_id].state) for row in planned.rows),
            refused=tuple((refusal.case_id, refusal.reason) for refusal in planned.refused),
        )
        self.runs.put(run)
        self.cases.save_all([(case.moved(State.PLANNED, now), case.state) for case in cases.values()])
        return run


def _run_row(row: Row, came_from: State) -> RunRow:
    return RunRow(
        case_id=row.case_id,
        company=row.company,
        entity=row.document.entity,
        document_id=row.document.id,
        sync_token=row.document.sync_token,
        old=row.old,
        new=row.new,
        purpose=row.purpose,
        known=row.known,
        came_from=came_from,
    )


def _key(row: Row) -> tuple[str, str, str, str, str]:
    """What a person has seen of a row: if any of it is another now, they must look again."""
    return row.company, row.document.entity, row.document.id, row.document.sync_token, row.new


def _first_reason(planned: Plan) -> str:
    bad = [f"{row.document.title}: {row.why_not}" for row in planned.rows if row.why_not]
    refused = [refusal.reason for refusal in planned.refused]
    return (bad or refused or ["The case changed meanwhile; nothing was saved. Look at it again."])[0]
