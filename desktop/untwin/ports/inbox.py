"""The inbox's list as it is read: ids and counts of a million cases, and the cases near the view."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from untwin.domain.cases.case import Case, State
from untwin.domain.cases.groups import Grouped
from untwin.domain.cases.source_ways import Lock, Numbers
from untwin.domain.inbox.filter_line import Filter
from untwin.domain.inbox.query import Counts, Found, News, Query, Waiting


class Inbox(Protocol):
    """One reader of the list. It has a connection of its own and serves one thread at a time."""

    def apart(self) -> "Inbox":
        """Another reader of the same list, for another thread."""

    def stop(self) -> None:
        """Ends what another thread is reading by this reader; that raises `Cancelled` there."""

    def close(self) -> None:
        """Lets the store go; the next question opens it again."""

    def counts(self, query: Query, views: Sequence[Filter], *, at_once: bool = False) -> Counts:
        """How many cases each view has in the query's company; its own view and filter are of no matter.

        With `at_once` None for the views whose cases must be looked through.
        """

    def first(self, query: Query, count: int, seconds: float) -> Found:
        """The first ids, as far as they are found in that time."""

    def ids(self, query: Query) -> "array[int]":
        """All ids in the query's order."""

    def fitting(self, query: Query, among: Iterable[int]) -> "array[int]":
        """Those of some ids that the query lists, in its order."""

    def key(self, query: Query, case_id: int) -> tuple[object, ...] | None:
        """What a case is ordered by in a query, comparable with others' upwards; None where it is gone."""

    def cases(self, ids: Sequence[int]) -> Mapping[int, Case]:
        """The cases with these ids; those that are gone are left out."""

    def news(self, since: int) -> News:
        """What has changed since a revision; 0 before the first asking."""

    def in_company(self, company: str) -> int:
        """How many cases are bound to a company."""

    def waiting(self) -> tuple[Waiting, ...]:
        """All cases that wait to post, the oldest first."""

    def wakes(self, now: datetime) -> int:
        """When the next case that is put off is in sight again, in microseconds since 1970; 0 where none is."""

    def in_state(self, state: State) -> tuple[str, ...]:
        """The ids of the cases in a state, the oldest first."""

    def locks(self, case: Case) -> Mapping[Lock, Numbers]:
        """What locks the ways of a case's source: all cases of its company and source about a number in use."""

    def grouped(self, company: str | None) -> tuple[Grouped, ...]:
        """What groups are made of, the oldest first: of one company, empty for cases of none, or of all with None."""
