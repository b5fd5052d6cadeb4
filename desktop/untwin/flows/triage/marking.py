"""Puts marks on cases and tells the change history; what each triage verb has in common, and taking one back."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from untwin.domain.cases.case import Case
from untwin.domain.cases.marks import Marks
from untwin.domain.changes.history import HistoryRow
from untwin.domain.problems import BadInput, Problem
from untwin.ports.history import History
from untwin.ports.machine import Clock
from untwin.ports.stores import Cases


@dataclass(frozen=True, slots=True)
class Marked:
    """What came of it.

    Attributes:
        cases: those that are marked, as they are now.
        before: the marks that each of them had, by its id.
        problems: why others were left as they are, by their ids.
        what: what was done, for the change history.
    """

    cases: tuple[Case, ...]
    before: Mapping[str, Marks]
    problems: Mapping[str, Problem]
    what: str


@dataclass(frozen=True, slots=True)
class Marking:
    """The way that all of them go; the books are never touched."""

    cases: Cases
    history: History
    clock: Clock

    def each(
        self,
        case_ids: Iterable[str],
        change: Callable[[Case], Marks],
        what: str | Callable[[Case], str],
        who: str,
    ) -> Marked:
        """Changes the marks of cases, one by one; a case that `change` refuses keeps no other from it."""
        done: list[Case] = []
        before: dict[str, Marks] = {}
        problems: dict[str, Problem] = {}
        for case_id in dict.fromkeys(case_ids):
            try:
                case = self.cases.get(case_id)
                marked = replace(case, marks=change(case))
            except Problem as problem:
                problems[case_id] = problem
                continue
            if marked.marks != case.marks:
                before[case_id] = case.marks
                done.append(marked)
        said = [what(case) if callable(what) else what for case in done]
        self._put(done, said, who)
        return Marked(tuple(done), before, problems, next(iter(said), ""))

    def undo(self, marked: Marked, who: str = "") -> tuple[Case, ...]:
        """Gives cases the marks that they had; one that was marked anew since is left alone."""
        back: list[Case] = []
        for case in marked.cases:
            try:
                now = self.cases.get(case.id)
            except BadInput:  # it has joined another case
                continue
            if now.marks == case.marks:
                back.append(replace(now, marks=marked.before[case.id]))
        self._put(back, [f"undone: {marked.what}"] * len(back), who)
        return tuple(back)

    def _put(self, cases: list[Case], said: list[str], who: str) -> None:
        now = self.clock.now()
        self.cases.mark([(case.id, case.marks) for case in cases])
        rows = [HistoryRow(now, who, c.company or "", c.id, w, "") for c, w in zip(cases, said, strict=True) if w]
        self.history.note_all(rows)
