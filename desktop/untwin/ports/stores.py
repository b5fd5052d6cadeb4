"""What is kept between two starts: cases, companies, the number index, and the record of changes."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from untwin.domain.case import Case, State
from untwin.domain.company import Company
from untwin.domain.number_index import IndexState, Numbered
from untwin.ports.books import NumberOrder


class Step(StrEnum):
    """The steps of one change, each recorded once and never changed."""

    INTENT = "intent"
    SENT = "sent"
    ANSWERED = "answered"
    LOST = "lost"
    READ_AGAIN = "read_again"
    PROVED = "proved"
    NOT_DONE = "not_done"


@dataclass(frozen=True, slots=True)
class Intent:
    """What is recorded before a change is sent: who, why, which document, from what to what, its before-image."""

    order: NumberOrder
    case_id: str
    company: str
    old_number: str
    who: str
    reason: str
    before: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class StepRecord:
    """One recorded step of a change."""

    step: Step
    at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One line of the change history, for people."""

    at: datetime
    who: str
    company: str
    case_id: str
    what: str
    detail: str


class Cases(Protocol):
    """The inbox's store."""

    def add(self, case: Case) -> Case:
        """Stores a new case and returns it with its id."""

    def save(self, case: Case, seen: State) -> None:
        """Stores `case` if its stored state is still `seen`; else raises `NotAllowed`, nothing is lost."""

    def get(self, case_id: str) -> Case:
        """One case. Raises `BadInput` when there is none of that id."""

    def all(self) -> tuple[Case, ...]:
        """Every case, in the inbox's order."""

    def same_problem(self, case: Case) -> Case | None:
        """The stored case about the same thing: company, kind, number and source agree."""


class Companies(Protocol):
    """The connected companies."""

    def put(self, company: Company) -> None:
        """Stores a company, or what is new about it."""

    def get(self, realm: str) -> Company:
        """One company. Raises `BadInput` when it isn't connected."""

    def all(self) -> tuple[Company, ...]:
        """All of them, by name."""

    def remove(self, realm: str) -> None:
        """Forgets a company; its change history stays."""


class NumberIndex(Protocol):
    """The local copy of each company's document numbers."""

    def state(self, company: str) -> IndexState:
        """How far it is."""

    def keep(self, company: str, state: IndexState, documents: Sequence[Numbered]) -> None:
        """Stores documents together with how far the index is now: both or neither."""

    def end(self, company: str, state: IndexState, entity: str) -> None:
        """Ends the reading of one type: what was there in an earlier round and not in this one is gone."""

    def drop(self, company: str, deleted: Sequence[tuple[str, str]]) -> None:
        """Removes documents by type and id."""

    def with_number(self, company: str, number: str) -> tuple[Numbered, ...]:
        """The documents with a number, as the index remembers them."""

    def count(self, company: str) -> int:
        """How many documents it knows."""

    def clear(self, company: str) -> None:
        """Forgets a company's documents."""


class History(Protocol):
    """The append-only record of changes."""

    def intend(self, intent: Intent, at: datetime) -> None:
        """Records a change before it is sent."""

    def step(self, request_id: str, step: Step, at: datetime, note: str = "") -> None:
        """Records one step of it."""

    def steps(self, request_id: str) -> tuple[StepRecord, ...]:
        """All its steps, in order."""

    def open_intents(self) -> tuple[Intent, ...]:
        """Changes that were intended and are neither proved nor known as not done."""

    def renumbered_ids(self, company: str) -> tuple[str, ...]:
        """Ids of the documents whose number Untwin has changed there."""

    def note(self, row: HistoryRow) -> None:
        """Records something that a person did."""

    def rows(self) -> tuple[HistoryRow, ...]:
        """Everything, the newest last."""


class WriteLock(Protocol):
    """The one lock of a home that guards writes to the books."""

    def hold(self) -> AbstractContextManager[None]:
        """Holds the lock; raises `Busy` when another Untwin keeps it for longer than five seconds."""
