"""Keeps a person's own note on a case, or adds a line to those of many."""

from collections.abc import Iterable
from dataclasses import dataclass

from untwin.domain.cases.case import Case
from untwin.domain.cases.marks import Marks
from untwin.domain.problems import BadInput
from untwin.flows.triage.marking import Marked, Marking


@dataclass(frozen=True, slots=True)
class Annotate:
    """The flow."""

    marking: Marking

    def __call__(self, case_id: str, note: str, who: str = "") -> Marked:
        """Keeps a note in the place of the one before; an empty one takes that away.

        Raises:
            Problem: it is too long, or there is no such case; nothing was changed.
        """
        marked = self.marking.each([case_id], lambda case: case.marks.noted(note), _words, who)
        for problem in marked.problems.values():
            raise problem
        return marked

    def add(self, case_ids: Iterable[str], line: str, who: str = "") -> Marked:
        """Adds a line to the notes of cases; what stands there stays."""
        if not line.strip():
            raise BadInput("Type the note.")

        def noted(case: Case) -> Marks:
            return case.marks.noted(f"{case.marks.note}\n{line.strip()}")

        return self.marking.each(case_ids, noted, f"note: {line.strip()}", who)


def _words(case: Case) -> str:
    return f"note: {case.marks.note}" if case.marks.note else "note taken away"
