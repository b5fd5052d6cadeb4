"""What is kept between two starts: cases, companies and the number index; and the lock on writing to the books."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from decimal import Decimal
from typing import Protocol

from untwin.domain.books.number_index import IndexState, Numbered
from untwin.domain.cases.case import Case, State
from untwin.domain.cases.marks import Marks
from untwin.domain.company.company import Company
from untwin.domain.inbox.tally import Tallies
from untwin.domain.number_map.drawing import Entry
from untwin.ports.inbox import Inbox


class Cases(Protocol):
    """The inbox's store."""

    def reader(self) -> Inbox:
        """A reader of the inbox's list, for one thread."""

    def add(self, case: Case) -> Case:
        """Stores a new case and returns it with its id."""

    def save(self, case: Case, seen: State) -> None:
        """Stores `case` if its stored state is still `seen`; else raises `NotAllowed`, nothing is lost.

        The marks stay as they are stored: a flow that began before a person put one on can't take it off again.
        """

    def mark(self, marks: Sequence[tuple[str, Marks]]) -> None:
        """Puts marks on cases, by their ids, whatever their states: on all of them, or on none."""

    def save_all(self, cases: Sequence[tuple[Case, State]]) -> None:
        """Stores several, each with the state it was seen in: all of them, or none."""

    def snoozed(self) -> tuple[Case, ...]:
        """The cases that a person has put off and nothing has brought back yet, the oldest first."""

    def get(self, case_id: str) -> Case:
        """One case. Raises `BadInput` when there is none of that id."""

    def some(self, case_ids: Sequence[str]) -> tuple[Case, ...]:
        """The cases with these ids, in their order. Raises `BadInput` for an unknown one."""

    def in_states(self, states: Collection[State]) -> tuple[Case, ...]:
        """The cases in any of these states, the oldest first."""

    def all(self) -> tuple[Case, ...]:
        """Every case, in the inbox's order."""

    def any(self) -> bool:
        """Whether there is a case at all."""

    def tallies(self, states: Collection[State]) -> Tallies:
        """How many cases of each company are in each of these states, and what their documents come to."""

    def newest(self, company: str, count: int) -> tuple[Case, ...]:
        """The cases of a company that came last, at most that many, the newest first."""

    def beside(self, company: str, numbers: Collection[str], totals: Collection[Decimal]) -> tuple[Case, ...]:
        """A company's cases about one of these numbers, or whose waiting document has one of these totals."""

    def alike(self, cases: Sequence[Case]) -> tuple[tuple[Case, ...], ...]:
        """For each case the stored ones of the same key: company, source, kind, and number or else words agree.

        Words are what `words_of` says of an error without a number; of those that share them the newest are given.
        """

    def keep(self, new: Sequence[Case], changed: Sequence[tuple[Case, State]] = ()) -> tuple[Case, ...]:
        """Stores new cases, which get their ids, and changed ones as `save_all` does: all of them, or none."""

    def join(self, case: Case, seen: State, gone: Case) -> None:
        """Stores `case` as `save` does; `gone`, of whose sightings it knows now, is a row no more."""


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

    def latest(self, company: str, entity: str, count: int) -> tuple[str, ...]:
        """The numbers of the documents of a type that were made last, the newest first."""

    def count(self, company: str) -> int:
        """How many documents it knows."""

    def walk(self, company: str) -> Iterator[Entry]:
        """Every document's type, id, number and ISO day, read as they are asked for; the shortest numbers first."""

    def some(self, company: str, documents: Sequence[tuple[str, str]]) -> tuple[Numbered, ...]:
        """Documents by type and id, in their order; one that is gone is left out."""

    def clear(self, company: str) -> None:
        """Forgets a company's documents."""


class WriteLock(Protocol):
    """The one lock of a home that guards writes to the books."""

    def hold(self) -> AbstractContextManager[None]:
        """Holds the lock; raises `Busy` when another Untwin keeps it for longer than five seconds."""
