"""Marks cases as unread, so that somebody looks again, and as read once that was done."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from untwin.domain.cases.case import Case
from untwin.domain.cases.marks import Marks
from untwin.flows.triage.marking import Marked, Marking


@dataclass(frozen=True, slots=True)
class SetUnread:
    """The flow."""

    marking: Marking

    def __call__(self, case_ids: Iterable[str], who: str = "", *, unread: bool = True) -> Marked:
        """Marks cases; being read ends the sentence on why a case came back, too."""

        def put(case: Case) -> Marks:
            return replace(case.marks, unread=True) if unread else case.marks.read()

        return self.marking.each(case_ids, put, "marked as unread" if unread else "marked as read", who)

    def opened(self, case_id: str) -> Marked:
        """A case was opened: it is read. That is no news for the history."""
        return self.marking.each([case_id], lambda case: case.marks.read(), "", "")
