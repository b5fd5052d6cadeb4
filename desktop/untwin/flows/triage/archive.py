"""Puts solved cases away, and brings them back."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from untwin.domain.cases.case import Case
from untwin.domain.cases.marks import Marks
from untwin.domain.problems import NotAllowed
from untwin.flows.triage.marking import Marked, Marking


def why_not_archived(case: Case) -> str:
    """Why a case can't be put away; empty where it can."""
    if case.state.solved:
        return ""
    return f"It is “{case.state.words}”; only what posted, or is in QuickBooks already, can be archived."


@dataclass(frozen=True, slots=True)
class Archive:
    """The flow."""

    marking: Marking

    def __call__(self, case_ids: Iterable[str], who: str = "", *, away: bool = True) -> Marked:
        """Puts cases away; one that isn't solved stays, and `problems` says why."""
        what = "archived" if away else "back from the archive"
        return self.marking.each(case_ids, lambda case: self.ahead(case, away=away), what, who)

    def ahead(self, case: Case, *, away: bool) -> Marks:
        """The marks that a case will have. Raises `NotAllowed` where it isn't solved."""
        if away and (why := why_not_archived(case)):
            raise NotAllowed(why)
        return replace(case.marks.read() if away else case.marks, archived=away)
