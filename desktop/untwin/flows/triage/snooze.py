"""Puts cases off: until a time, their source's next try, the opening of the books, or an answer."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from untwin.domain.cases.case import Case, State
from untwin.domain.cases.marks import Marks, Snooze, Until
from untwin.domain.company.company import Company
from untwin.domain.inbox.put_off import Choice, on_the_wall, snooze_for, typed_moment
from untwin.domain.problems import NotAllowed
from untwin.domain.words.days import told_day, told_weekday
from untwin.flows.triage.marking import Marked, Marking
from untwin.ports.stores import Companies


@dataclass(frozen=True, slots=True)
class SnoozeCases:
    """The flow. `local_time` shows a moment as clocks on the wall here do."""

    marking: Marking
    companies: Companies
    local_time: Callable[[datetime], datetime]

    def __call__(self, case_ids: Iterable[str], until: Choice | datetime, who: str = "") -> Marked:
        """Puts cases off until what was chosen."""
        companies = {company.realm: company for company in self.companies.all()}
        return self.marking.each(case_ids, lambda case: self.ahead(case, until, companies), self._words, who)

    def chosen(self, typed: str) -> Choice | datetime:
        """What a person chose or typed: the name of a choice, or a day.

        Raises:
            BadInput: it is no day to come.
        """
        if typed in list(Choice):
            return Choice(typed)
        return typed_moment(typed, self._now)

    def wake(self, case_ids: Iterable[str], who: str = "") -> Marked:
        """Brings snoozed cases back before their time."""

        def woken(case: Case) -> Marks:
            if case.marks.snooze is None:
                raise NotAllowed("It isn't snoozed.")
            return replace(case.marks, snooze=None)

        return self.marking.each(case_ids, woken, "no longer snoozed", who)

    def ahead(self, case: Case, until: Choice | datetime, companies: Mapping[str, Company]) -> Marks:
        """The marks that a case will have, so that it can be shown before it is stored.

        Raises:
            NotAllowed: it makes no sense for this case.
            BadInput: that moment has passed.
        """
        if case.state.solved or case.state in _OVER:
            raise NotAllowed(f"It is “{case.state.words}”: there is nothing to come back to.")
        snooze = snooze_for(case, until, self._now, companies.get(case.company or ""))
        if snooze.until is not None and snooze.why in (Until.TIME, Until.ANSWER):
            snooze = replace(snooze, until=on_the_wall(snooze.until, self.local_time))
        return case.marks.snoozed(snooze)

    def words(self, snooze: Snooze) -> str:
        """Until when, for people: `until Mon 30 Nov, 08:00`."""
        return f"until the books open ({_closed(snooze)})" if snooze.until is None else f"until {self.moment(snooze)}"

    def moment(self, snooze: Snooze) -> str:
        """That moment alone, or what keeps the books closed."""
        if snooze.until is None:
            return _closed(snooze)
        there = self.local_time(snooze.until)
        today = self._now.date()
        return f"{'today' if there.date() == today else told_weekday(there.date())}, {there:%H:%M}"

    def _words(self, case: Case) -> str:
        snooze = case.marks.snooze
        if snooze is None:
            return ""
        asked = "asked about it; " if snooze.why is Until.ANSWER else ""
        return f"{asked}snoozed {self.words(snooze)}"

    @property
    def _now(self) -> datetime:
        return self.local_time(self.marking.clock.now())


def _closed(snooze: Snooze) -> str:
    closed = snooze.closed_through
    return f"closed through {told_day(closed)}" if closed else "closed now"


_OVER = frozenset({State.IGNORED, State.NO_LONGER_NEEDED})
