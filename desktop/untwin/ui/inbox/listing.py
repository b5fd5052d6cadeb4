"""Which cases are shown: the view, the filter, the company, the chosen case, and rows that stay for a while."""

from array import array
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QLocale

from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company
from untwin.domain.inbox.filter_line import NOTHING_ASKED
from untwin.domain.inbox.filter_words import parse
from untwin.domain.inbox.inbox import VIEWS, View
from untwin.domain.inbox.query import Column, Counts, News, Query
from untwin.ports.inbox import Inbox
from untwin.ports.stores import Companies
from untwin.ui.inbox.ahead import Ahead, place_of
from untwin.ui.inbox.apart import Apart
from untwin.ui.inbox.near import Near
from untwin.ui.inbox.rows import Row, row_of
from untwin.ui.inbox.tallying import FEW
from untwin.ui.lanes.id_list import IdList

_TOLD_ANEW = 10  # seconds
_NAMED = 64  # changes in a long list that are put right one by one; after more of them it is read anew


class Listing:
    """The list's state. `kept` are cases that stay shown until the view changes, although it isn't theirs."""

    def __init__(
        self,
        companies: Companies,
        inbox: Inbox,
        now: Callable[[], datetime],
        is_busy: Callable[[str], bool],
        apart: Apart,
    ) -> None:
        self._companies, self.inbox, self._now, self._is_busy = companies, inbox, now, is_busy
        self._apart, self._long, self.beside = apart, apart.long, apart.beside
        self._ahead = Ahead(inbox)
        self.near = Near(inbox, self._row, self._ahead.cases)
        self._news = News(0, many=True)
        self._shown: tuple[object, ...] = ()
        self.few, self.ids = FEW, IdList()
        self._order: list[int] = []
        self._plain: tuple[object, array[int], frozenset[int]] = None, array("q"), frozenset()
        self._steadied: array[int] | None = None
        self._guests: set[int] = set()
        self.views: tuple[View, ...] = VIEWS
        self.view = 0
        self.typed = ""
        self.company = ""
        self.chosen = ""
        self.kept: set[str] = set()
        self.sorted_by: tuple[Column, bool] | None = None
        self.tally = Counts((), 0)
        self.companies: Mapping[str, Company] = {}
        apart.long.arrived.connect(self._arrived)

    @property
    def case(self) -> Case | None:
        """The chosen case."""
        return self.near.case(int(self.chosen)) if self.chosen else None

    @property
    def whole(self) -> bool:
        """Whether all that are to be shown are listed; of a long list the first come sooner."""
        return not self._long.reading

    @property
    def revision(self) -> int:
        """How far the store was when it was asked last."""
        return self._news.revision

    def has(self, case_id: str) -> bool:
        """Whether there is such a case."""
        return case_id.isdecimal() and self.near.case(int(case_id)) is not None

    def read(self) -> None:
        """Asks the store what is new; what it answers at once is never long."""
        self.companies = {company.realm: company for company in self._companies.all()}
        self._ahead.companies = self.companies
        if self.company not in self.companies:
            self.company = ""
        news = self.inbox.news(self._news.revision)
        more = news.ids | (frozenset() if self._news.many else self._news.ids)
        self._news = News(news.revision, more, news.many or self._news.many)
        self.near.heed(news)
        if news.many or news.ids:
            self.beside.read()
            self.beside.look_for_causes(self.inbox.counts(Query(NOTHING_ASKED, self._now()), ()).total)

    def show_ahead(self, cases: Iterable[Case]) -> None:
        """Shows cases as they will be stored in a moment."""
        self._ahead.show(cases)

    def stored(self, case_ids: Iterable[str]) -> None:
        """They are stored now, or won't be: from the next reading on the store says how they are."""
        self._ahead.stored(case_ids)

    def to_show(self) -> IdList:
        """The cases to show now, in their order; the chosen case keeps its place while it changes."""
        query = self.query()
        views = [view.wanted for view in self.views]
        asked = (query.company, self.views, self._news.revision, query.now.replace(second=0, microsecond=0))
        self.tally = self._ahead.counted(self._apart.tally.counts(asked, query, views), query, views)
        # Ages are told no finer, and while somebody types the rows that stay are not made again with every letter.
        self.near.stand((query.now.timestamp() // _TOLD_ANEW, self.company, self.companies, QLocale().name()))
        self.ids = self._few(query) if self.tally.total <= self.few else self._many(query)
        return self.ids

    def query(self) -> Query:
        """What is asked of the store."""
        column, backwards = self.sorted_by or (None, False)
        also = frozenset(int(i) for i in (*self.kept, self.chosen) if i)
        # Clocks on the wall say which day is today.
        now, view = self._now().astimezone(), self.views[self.view].wanted
        return Query(view, now, self.company, parse(self.typed), also, column, backwards)

    def counts(self) -> tuple[int | None, ...]:
        """How many cases each view has, in the chosen company; None where that isn't known yet."""
        return self.tally.views

    def total(self) -> int:
        """How many cases there are, in the chosen company."""
        return self.tally.total

    def show_view(self, number: int) -> None:
        """Another view: nothing stays from the old one, and the order is made anew."""
        self.view, self.kept, self.chosen = number, set(), ""
        self._order, self._shown, self._steadied = [], (), None

    def sort(self, column: int, *, backwards: bool) -> None:
        """Sorts by a column from now on; by none where it is -1."""
        self.sorted_by = (Column(column), backwards) if column >= 0 else None

    def close(self) -> None:
        """Reads nothing any more."""
        self._apart.close()
        self.inbox.close()

    def _row(self, case: Case) -> Row:
        several = not self.company and len(self.companies) > 1
        return row_of(case, self.companies, self._now(), looking=self._is_busy(case.id), several=several)

    # --- few --------------------------------------------------------------------------------------------------

    def _few(self, query: Query) -> IdList:
        self._long.stop()
        self._shown = ()
        self._heard()
        inbox = self.inbox
        if query.column is not None:
            return IdList(i for i in inbox.ids(query) if i not in self._ahead.leaving(query))
        steady = self._steady(self._ordered(query.unfiltered))
        if query.typed.terms:
            fits = set(self._with_ahead(inbox.ids(query), query))
            steady = [case_id for case_id in steady if case_id in fits]
        return IdList(steady)

    def _ordered(self, query: Query) -> "array[int]":
        """All of the view; the store is asked anew only where something may be different, not with every letter."""
        if self._ahead.cases:
            return self._with_ahead(self.inbox.ids(query), query)
        stamp = (query.view, query.company, self._news.revision, query.now.replace(second=0, microsecond=0))
        if stamp != self._plain[0]:
            ids = self.inbox.ids(replace(query, also=frozenset()))
            self._plain = stamp, ids, frozenset(ids)
        _, ids, there = self._plain
        return ids if query.also <= there else self.inbox.ids(query)

    def _with_ahead(self, ids: "array[int]", query: Query) -> "array[int]":
        leaving = self._ahead.leaving(query)
        left = array("q", (case_id for case_id in ids if case_id not in leaving)) if leaving else ids
        self._ahead.put_in(left, query)
        return left

    def _steady(self, ordered: "array[int]") -> list[int]:
        """Rows that are on the screen don't jump when their state changes; new ones come where they belong."""
        if ordered is self._steadied:
            return self._order
        self._steadied = ordered
        ids = list(ordered)
        there = set(ids)
        steady = [case_id for case_id in self._order if case_id in there]
        known = set(steady)
        for place, case_id in enumerate(ids):
            if case_id not in known:
                steady.insert(min(place, len(steady)), case_id)
        self._order = steady
        return steady

    # --- many -------------------------------------------------------------------------------------------------

    def _many(self, query: Query) -> IdList:
        asked = (query.view, query.company, query.typed, query.column, query.backwards)
        if asked != self._shown or self._news.many or len(self._news.ids) > _NAMED:
            self._shown, self._guests = asked, set(query.also)
            self._heard()
            return self._long.begin(query, self.ids)
        if not self._long.reading:
            self._put_right(query, self._news.ids | self._guests | query.also)
            self._guests = set(query.also)
            self._heard()
        return self.ids

    def _put_right(self, query: Query, some: Iterable[int]) -> None:
        """Those that changed leave or come, and nothing else moves."""
        ahead = self._ahead.leaving(query)
        fits = {*self.inbox.fitting(query, some), *self._ahead.cases} - ahead
        for case_id in {*some, *self._ahead.cases}:
            if case_id in self.ids and case_id not in fits:
                self.ids.remove(self.ids.place(case_id))
            elif case_id in fits and case_id not in self.ids:
                self.ids.insert(place_of(self.inbox, query, self.ids.ids, self.inbox.key(query, case_id)), case_id)

    def _heard(self) -> None:
        self._news = News(self._news.revision)

    def _arrived(self, ids: IdList) -> None:
        self.ids = ids
