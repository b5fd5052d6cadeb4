"""Which cases are shown: the view, the filter, the company, the chosen case, and rows that stay for a while."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from untwin.domain.case import Case, State
from untwin.domain.company import Company
from untwin.domain.filter_fits import Seen, fits
from untwin.domain.filter_words import parse
from untwin.domain.groups import Group, GroupKind, group_of, groups
from untwin.domain.inbox import VIEWS, View, counts, in_order
from untwin.domain.source_ways import SourceWay, source_ways
from untwin.flows.desk import Desk
from untwin.ui.inbox_rows import Row, row_of

_MANY = 20_000  # grouping as many would be felt at the keys; one key's own group is made for any number


class Listing:
    """The list's state. `kept` are cases that stay shown until the view changes, although it isn't theirs."""

    def __init__(self, desk: Desk, now: Callable[[], datetime]) -> None:
        self._desk = desk
        self._now = now
        self._order: list[str] = []
        self.views: tuple[View, ...] = VIEWS
        self.view = 0
        self.typed = ""
        self.company = ""
        self.chosen = ""
        self.kept: set[str] = set()
        self.cases: dict[str, Case] = {}
        self._groups: tuple[Group, ...] | None = None
        self.companies: Mapping[str, Company] = {}
        self._ahead: dict[str, Case] = {}

    @property
    def case(self) -> Case | None:
        """The chosen case."""
        return self.cases.get(self.chosen)

    def read(self) -> None:
        """Reads the store again; both reads are fast ones."""
        self.companies = {company.realm: company for company in self._desk.companies.all()}
        if self.company not in self.companies:
            self.company = ""
        self.cases = {case.id: self._ahead.get(case.id, case) for case in self._desk.cases.all()}
        self._groups = None

    def show_ahead(self, cases: Iterable[Case]) -> None:
        """Shows cases as they will be stored in a moment."""
        for case in cases:
            self._ahead[case.id] = self.cases[case.id] = case

    def stored(self, case_ids: Iterable[str]) -> None:
        """They are stored now, or won't be: from the next reading on the store says how they are."""
        for case_id in case_ids:
            self._ahead.pop(case_id, None)

    def rows(self, is_busy: Callable[[str], bool]) -> tuple[Row, ...]:
        """The rows to show now, in their order; the chosen case keeps its place while it changes."""
        now, wanted, typed = self._here(), self.views[self.view].wanted, parse(self.typed)
        keep = self.kept | ({self.chosen} if self.chosen else set())
        mine = [c for c in self._of_company() if c.id in keep or fits(wanted, self._seen(c, now))]
        several = not self.company and len(self.companies) > 1
        cases = self._steady(in_order(mine))
        made = [row_of(c, self.companies, now, looking=is_busy(c.id), several=several) for c in cases]
        return tuple(row for row in made if fits(typed, self._seen(row.case, now, row.search)))

    def counts(self) -> tuple[int, ...]:
        """How many cases each view has, in the chosen company."""
        now = self._here()
        return counts((self._seen(case, now) for case in self._of_company()), self.views)

    def total(self) -> int:
        """How many cases there are, in the chosen company."""
        return len(self._of_company())

    def waiting_with(self, case: Case) -> tuple[str, ...]:
        """The numbers of other cases that wait for a retry at the same page as this one."""
        if case.state is not State.WAITING_TO_POST:
            return ()
        place = (case.company, case.source, State.WAITING_TO_POST)
        found = [c for c in self.cases.values() if (c.company, c.source, c.state) == place and c.id != case.id]
        return tuple(c.waiting_number for c in found if c.waiting_number and not c.please_confirm)

    def ways(self, case: Case) -> tuple[SourceWay, ...]:
        """The ways out on the side of a case's source, locked by what else waits there."""
        company = self.companies.get(case.company or "")
        return source_ways(case, self.cases.values(), company.profile(case.source)) if company else ()

    def causes(self) -> tuple[Group, ...]:
        """What many cases of the chosen company have in common, beside their verdicts; of very many nothing is said."""
        if len(self.cases) > _MANY:
            return ()
        if self._groups is None:
            self._groups = groups(self.cases.values())
        causes = [g for g in self._groups if g.kind is not GroupKind.VERDICT]
        return tuple(g for g in causes if not self.company or g.company in (self.company, None))

    def group(self) -> Group | None:
        """The group of the chosen case."""
        return group_of(self.case, self.cases.values()) if self.case else None

    def show_view(self, number: int) -> None:
        """Another view: nothing stays from the old one, and the order is made anew."""
        self.view, self.kept, self.chosen = number, set(), ""
        self._order = []

    def _here(self) -> datetime:
        """Now, as clocks on the wall show it: that says which day is today."""
        return self._now().astimezone()

    def _seen(self, case: Case, now: datetime, text: str = "") -> Seen:
        company = self.companies.get(case.company or "")
        return Seen(case, now, company.name if company else "", text)

    def _of_company(self) -> list[Case]:
        return [c for c in self.cases.values() if not self.company or c.company in (self.company, None)]

    def _steady(self, ordered: list[Case]) -> list[Case]:
        """Rows that are on the screen don't jump when their state changes; new ones come where they belong."""
        by_id = {case.id: case for case in ordered}
        steady = [case_id for case_id in self._order if case_id in by_id]
        known = set(steady)
        for place, case in enumerate(ordered):
            if case.id not in known:
                steady.insert(min(place, len(steady)), case.id)
        self._order = steady
        return [by_id[case_id] for case_id in steady]
