"""A batch: one confirmed set of changes, and how far it is, told from the record of each change."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from untwin.domain.cases.case import State
from untwin.domain.changes.history import Change, Purpose


class RunState(StrEnum):
    """Where a batch stands. PAUSED: by a person, by an alarm, or because Untwin ended; the note says which."""

    RUNNING = "running"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    ENDED = "ended"

    @property
    def over(self) -> bool:
        """Whether nothing of it will be done any more."""
        return self in (RunState.CANCELLED, RunState.ENDED)


@dataclass(frozen=True, slots=True)
class RunRow:
    """One confirmed change: this document, in the version that the person saw, from this number to that.

    Attributes:
        known: ids of the documents that had the old number when the case was looked up; another one is news.
        came_from: the case's state when it was confirmed.
    """

    case_id: str
    company: str
    entity: str
    document_id: str
    sync_token: str
    old: str
    new: str
    purpose: Purpose = Purpose.RENUMBER
    known: tuple[str, ...] = ()
    came_from: State = State.NEEDS_DECISION

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from every other row of its batch."""
        return self.company, self.entity, self.document_id


@dataclass(frozen=True, slots=True)
class Run:
    """One batch. `refused` are the cases that its plan left out, each with its reason."""

    id: str
    state: RunState
    who: str
    reason: str
    confirmed_at: datetime
    rows: tuple[RunRow, ...]
    refused: tuple[tuple[str, str], ...] = ()
    note: str = ""

    @property
    def case_ids(self) -> tuple[str, ...]:
        """Its cases, each once, in their order."""
        return tuple(dict.fromkeys(row.case_id for row in self.rows))

    def rows_of(self, case_id: str) -> tuple[RunRow, ...]:
        """The rows of one case."""
        return tuple(row for row in self.rows if row.case_id == case_id)

    def left(self, changes: Iterable[Change], planned: Container[str]) -> tuple[RunRow, ...]:
        """The rows still to be done: their case (by id) waits for it, and no change of theirs is done, or may be."""
        begun = {_key(change) for change in changes if change.intent.run == self.id and not change.not_done}
        return tuple(row for row in self.rows if row.key not in begun and row.case_id in planned)


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a batch is, in rows: `proved` new numbers, `not_done`, `open` that need a look, `left` to be done."""

    proved: int
    not_done: int
    open: int
    left: int

    @property
    def rows(self) -> int:
        """All of them."""
        return self.proved + self.not_done + self.open + self.left


def tally(run: Run, changes: Iterable[Change], planned: Container[str]) -> Tally:
    """Counts a batch's rows by what the record says of each; what was set aside before its intent is not done."""
    mine = [change for change in changes if change.intent.run == run.id]
    proved = sum(change.done for change in mine)
    unsettled = sum(not change.settled for change in mine)
    left = 0 if run.state.over else len(run.left(mine, planned))
    return Tally(proved, len(run.rows) - proved - unsettled - left, unsettled, left)


def _key(change: Change) -> tuple[str, str, str]:
    return change.intent.company, change.intent.order.entity, change.intent.order.id
