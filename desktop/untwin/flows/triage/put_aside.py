"""Ignores cases with a reason, many at once, and takes that back as if it had never been."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from untwin.domain.cases.case import Case, State
from untwin.domain.changes.history import HistoryRow
from untwin.domain.problems import BadInput, Problem
from untwin.flows.decide import Decide


@dataclass(frozen=True, slots=True)
class PutAside:
    """What was ignored: the cases as they were before, and why others were not."""

    before: tuple[Case, ...]
    problems: Mapping[str, Problem]


@dataclass(frozen=True, slots=True)
class IgnoreCases:
    """The flow."""

    decide: Decide

    def __call__(self, case_ids: Iterable[str], reason: str, who: str = "") -> PutAside:
        """Ignores cases.

        Raises:
            BadInput: no reason was given; nothing was ignored.
        """
        if not reason.strip():
            raise BadInput("Say why it is ignored; the reason stays in the history.")
        before: list[Case] = []
        problems: dict[str, Problem] = {}
        for case_id in dict.fromkeys(case_ids):
            try:
                case = self.decide.cases.get(case_id)
                self.decide.ignore(case_id, reason, who)
            except Problem as problem:
                problems[case_id] = problem
            else:
                before.append(case)
        return PutAside(tuple(before), problems)

    def undo(self, aside: PutAside, who: str = "") -> tuple[Case, ...]:
        """Brings cases back to where they stood; one that something happened to since comes back as a new one."""
        back: list[Case] = []
        for was in aside.before:
            try:
                now = self.decide.cases.get(was.id)
                if now.state is not State.IGNORED:
                    continue
                back.append(self._back(was, now, who))
            except Problem:  # it moved on meanwhile: there is nothing to take back
                continue
        return tuple(back)

    def _back(self, was: Case, now: Case, who: str) -> Case:
        at = self.decide.clock.now()
        if was.state not in _RETURNS or now.count != was.count:
            return self.decide.take_back(was.id, who)
        case = replace(now.moved(was.state, at), note=was.note)
        self.decide.cases.save(case, State.IGNORED)
        self.decide.history.note(HistoryRow(at, who, case.company or "", case.id, "undone: ignored", ""))
        return case


_RETURNS = frozenset({State.NEEDS_DECISION, State.BLOCKED, State.FAILED, State.FAILED_AGAIN})
