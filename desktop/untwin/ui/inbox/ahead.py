"""Cases as they will be stored in a moment: the list and its counts show them so at once."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, MutableSequence, Sequence

from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company
from untwin.domain.inbox.awake import archived
from untwin.domain.inbox.entry import entry_of, search_text
from untwin.domain.inbox.filter_fits import Seen, fits
from untwin.domain.inbox.filter_line import Filter
from untwin.domain.inbox.query import Counts, Query
from untwin.ports.inbox import Inbox


class Ahead:
    """What is on its way to the store, by the cases' ids."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self.cases: dict[int, Case] = {}
        self.companies: Mapping[str, Company] = {}

    def show(self, cases: Iterable[Case]) -> None:
        """Shows these from now on."""
        self.cases.update((int(case.id), case) for case in cases)

    def stored(self, case_ids: Iterable[str]) -> None:
        """They are stored now, or won't be: from the next reading on the store says how they are."""
        for case_id in case_ids:
            self.cases.pop(int(case_id), None)

    def leaving(self, query: Query) -> frozenset[int]:
        """Those that the query won't list."""
        return frozenset(i for i, case in self.cases.items() if not self._listed(case, query))

    def put_in(self, ids: MutableSequence[int], query: Query) -> None:
        """Puts those in that the query will list."""
        there = set(ids)
        for case_id, case in self.cases.items():
            if case_id not in there and self._listed(case, query):
                ids.insert(place_of(self._inbox, query, ids, key_of(case)), case_id)

    def counted(self, counts: Counts, query: Query, views: Sequence[Filter]) -> Counts:
        """How many there will be."""
        stored = self._inbox.cases(list(self.cases)) if self.cases else {}
        told = list(counts.views)
        for case_id, case in self.cases.items():
            if not query.company or case.company in (query.company, None):
                for place, view in enumerate(views):
                    before = told[place]
                    if before is not None:
                        more = self._fits(view, case, query) - self._fits(view, stored.get(case_id), query)
                        told[place] = before + more
        return Counts(tuple(told), counts.total)

    def _listed(self, case: Case, query: Query) -> bool:
        mine = not query.company or case.company in (query.company, None)
        shown = int(case.id) in query.also or self._fits(query.view, case, query)
        return mine and shown and self._fits(query.typed, case, query)

    def _fits(self, wanted: Filter, case: Case | None, query: Query) -> bool:
        if case is None:
            return False
        company = self.companies.get(case.company or "")
        name = company.name if company else ""
        return fits(wanted, Seen(case, query.now, name, search_text(case, name)))


def key_of(case: Case) -> tuple[object, ...]:
    """What a case is ordered by in the inbox's own order, comparable with `Inbox.key`."""
    entry = entry_of(case, "")
    return tuple((True, value) for value in (archived(case), entry.rank, entry.owing, entry.created, int(case.id)))


def place_of(inbox: Inbox, query: Query, ids: Sequence[int], mine: tuple[object, ...] | None) -> int:
    """Where what is ordered by `mine` belongs among ids in order; a few of them are asked where they stand."""
    if mine is None:
        return len(ids)
    key: Callable[[int], tuple[object, ...]] = lambda place: inbox.key(query, ids[place]) or ()  # noqa: E731
    return bisect_left(range(len(ids)), mine, key=key)
