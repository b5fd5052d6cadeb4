"""What other cases say about the chosen one: what waits with it, what locks the ways of its source, common causes."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from untwin.domain.cases.case import Case, State
from untwin.domain.cases.groups import Group, GroupKind, first_with, groups_of
from untwin.domain.cases.source_ways import SourceWay, has_ways, ways_locked, why_locked_by
from untwin.domain.company.company import Company
from untwin.domain.inbox.query import Waiting
from untwin.domain.sources.declared import source_name
from untwin.ports.inbox import Inbox
from untwin.ui.kit.words import log_problem
from untwin.ui.lanes.bridge import Bridge

MANY = 20_000  # of more cases no common causes are looked for


class Beside(QObject):
    """Asks the store about the others; about many in a lane.

    Signals:
        causes_known: what many cases have in common is known anew.
    """

    causes_known = Signal()

    def __init__(self, inbox: Inbox, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inbox, self._bridge, self._apart = inbox, bridge, inbox.apart()
        self.waiting: tuple[Waiting, ...] = ()
        self.lost: tuple[str, ...] = ()
        self._causes: tuple[Group, ...] = ()
        self._asked = 0

    def read(self) -> None:
        """What waits to post now, and whose answers were lost; the causes come later."""
        self.waiting, self.lost = self._inbox.waiting(), self._inbox.in_state(State.NEEDS_CHECKING)

    def waiting_with(self, case: Case) -> tuple[str, ...]:
        """The numbers of other cases that wait for a retry at the same page as this one."""
        if case.state is not State.WAITING_TO_POST:
            return ()
        found = [w for w in self.waiting if (w.company, w.source) == (case.company, case.source) and w.id != case.id]
        return tuple(w.number for w in found if w.number and not w.please_confirm)

    def ways(self, case: Case, companies: Mapping[str, Company]) -> tuple[SourceWay, ...]:
        """The ways out on the side of a case's source, locked by what else waits there."""
        company = companies.get(case.company or "")
        if company is None or not has_ways(case):
            return ()
        profile = company.profile(case.source)
        return ways_locked(case, why_locked_by(self._inbox.locks(case), profile.name), profile)

    def why_locked(self, case: Case, companies: Mapping[str, Company]) -> str:
        """Why an option that its source would have to go is locked, naming the cases that lock it."""
        company = companies.get(case.company or "")
        name = company.profile(case.source).name if company else source_name(case.source)
        return why_locked_by(self._inbox.locks(case), name)

    # --- groups -----------------------------------------------------------------------------------------------

    def causes(self, company: str) -> tuple[Group, ...]:
        """What many cases have in common, beside their verdicts: of a company and of those bound to none, or of all."""
        causes = [g for g in self._causes if g.kind is not GroupKind.VERDICT]
        return tuple(g for g in causes if not company or g.company in (company, None))

    def look_for_causes(self, total: int) -> None:
        """Looks for them anew; of very many nothing is said."""
        self._asked += 1
        number = self._asked

        def then(found: tuple[Group, ...]) -> None:
            if number == self._asked:
                self._causes = found
                self.causes_known.emit()

        if total > MANY:
            then(())
        else:
            self._bridge.run("groups", lambda: groups_of(self._apart.grouped(None)), then, log_problem)

    def group(self, case: Case, then: Callable[[Group | None], None]) -> bool:
        """Finds the group of a case; False where its company has too many to look through."""
        company = case.company or ""
        if self._inbox.in_company(company) > MANY:
            return False
        self._bridge.run(
            "groups", lambda: first_with(case.id, groups_of(self._apart.grouped(company))), then, log_problem
        )
        return True

    def close(self) -> None:
        """Reads nothing any more."""
        self._bridge.leave("groups", self._apart.close)
