"""Marks and ignores cases: shown at once, stored right after, told in a toast, and taken back by one key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from untwin.domain.cases.case import Case, State
from untwin.domain.cases.marks import Marks
from untwin.domain.problems import Problem
from untwin.flows.desk import Desk
from untwin.flows.triage.marking import Marked
from untwin.flows.triage.put_aside import PutAside
from untwin.ui.kit.words import Said, count_words, log_problem, problem_words, tr
from untwin.ui.lanes.bridge import Bridge

_LANE = "store"
_MOST_STEPS = 50


@dataclass
class Step:
    """One local step. `done` is what came of it, None while it is on its way to the store."""

    before: tuple[Case, ...]
    undo: Callable[["Step"], Sequence[Case]]
    done: Marked | PutAside | None = None


@dataclass
class OtherStep:
    """A step that is about no case; `back` takes it back and says so."""

    back: Callable[[], None]


class Marking(QObject):
    """The way to the triage flows; nothing here waits.

    Signals:
        shown: cases as they will be stored in a moment.
        stored: the ids of cases whose step has come to its end, well or not.
        begun: a step that can be taken back.
        changed: the store has something new to show.
        said: a sentence for a toast.
    """

    shown = Signal(object)
    stored = Signal(object)
    begun = Signal()
    changed = Signal()
    said = Signal(object)

    def __init__(self, desk: Desk, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bridge = desk, bridge
        self._steps: list[Step | OtherStep] = []

    @property
    def undoable(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._steps)

    def mark(
        self,
        cases: Sequence[Case],
        change: Callable[[Case], Marks],
        flow: Callable[[tuple[str, ...]], Marked],
        words: Callable[[int], str],
    ) -> tuple[Case, ...]:
        """Shows cases with other marks at once, and has a flow put them on; the cases that it is about.

        `change` says which marks a case will have, or raises why it stays as it is; `words` tell a number of cases.
        """
        after, refused = _changed(cases, change)
        if not after:
            self.said.emit(Said(refused or tr("Nothing to change there.")))
            return ()
        ids = tuple(case.id for case in after)
        step = Step(_those(cases, ids), self._unmark)
        left = tr(" {} left as they are: {}").format(len(cases) - len(after), refused) if refused else ""
        self._go(step, after, partial(flow, ids), words(len(after)) + left)
        return after

    def ignore(self, cases: Sequence[Case], reason: str) -> None:
        """Puts cases aside with a reason."""
        ids = tuple(case.id for case in cases)
        after = tuple(replace(case, state=State.IGNORED) for case in cases)
        words = tr("{} ignored.").format(_counted(len(cases)))
        step = Step(tuple(cases), self._unignore)
        self._go(step, after, lambda: self._desk.triage.ignore(ids, reason, self._desk.who), words)

    def read(self, case: Case) -> None:
        """A case was opened: it is read; nobody has to be told."""
        if case.marks.read() == case.marks:
            return
        self.shown.emit((replace(case, marks=case.marks.read()),))
        self._run((case.id,), lambda: self._desk.triage.unread.opened(case.id), lambda _marked: None)

    def take_back(self, case: Case) -> None:
        """Brings a case back that was ignored some time ago."""

        def back(_case: object) -> None:
            self.said.emit(Said(tr("1 case is back. Press F5 to look it up.")))

        self._run((case.id,), lambda: self._desk.decide.take_back(case.id, self._desk.who), back)

    def keep(self, work: Callable[[], object], then: Callable[..., None], failed: Callable[[Exception], None]) -> None:
        """Stores something that is no mark of a case: a view."""
        self._run((), work, then, failed)

    def offer_undo(self, back: Callable[[], None], words: str) -> None:
        """Tells of something done that is no mark of a case and can be taken back."""
        self._begin(OtherStep(back))
        self.said.emit(Said(words, undoable=True))

    def undo(self) -> tuple[Case, ...]:
        """Takes the last step back, at once; the cases that it is about, as they were."""
        if not self._steps:
            return ()
        step = self._steps.pop()
        if isinstance(step, OtherStep):
            step.back()
            return ()
        self.shown.emit(step.before)

        def undone(cases: Sequence[Case]) -> None:
            late = len(step.before) - len(cases)
            kept = tr(" {} changed since and stay as they are.").format(late) if late else ""
            self.said.emit(Said(tr("{} as before.").format(_counted(len(cases))) + kept))

        self._run(tuple(case.id for case in step.before), lambda: step.undo(step), undone)
        return step.before

    def _go(self, step: Step, after: tuple[Case, ...], work: Callable[[], Marked | PutAside], words: str) -> None:
        self._begin(step)
        self.shown.emit(after)
        self.said.emit(Said(words, undoable=True))

        def kept() -> Marked | PutAside:
            # Set in the lane: an undoing that was asked for meanwhile comes after it there.
            step.done = work()
            return step.done

        self._run(tuple(case.id for case in after), kept, self._kept, partial(self._lost, step))

    def _begin(self, step: Step | OtherStep) -> None:
        self._steps = [*self._steps, step][-_MOST_STEPS:]
        self.begun.emit()

    def _kept(self, done: Marked | PutAside) -> None:
        if done.problems:
            first = next(iter(done.problems.values()))
            self.said.emit(Said(tr("{} could not be changed: {}").format(_counted(len(done.problems)), first)))

    def _lost(self, step: Step, problem: Exception) -> None:
        if step in self._steps:
            self._steps.remove(step)
        self.said.emit(Said(problem_words(problem)))

    def _unmark(self, step: Step) -> Sequence[Case]:
        done = step.done
        return self._desk.triage.marking.undo(done, self._desk.who) if isinstance(done, Marked) else ()

    def _unignore(self, step: Step) -> Sequence[Case]:
        done = step.done
        return self._desk.triage.ignore.undo(done, self._desk.who) if isinstance(done, PutAside) else ()

    def _run(
        self,
        ids: tuple[str, ...],
        work: Callable[[], object],
        then: Callable[..., None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        def done(result: object) -> None:
            self.stored.emit(ids)
            self.changed.emit()
            then(result)

        def gone_wrong(problem: Exception) -> None:
            self.stored.emit(ids)
            self.changed.emit()
            log_problem(problem)
            if failed is not None:
                failed(problem)
            else:
                self.said.emit(Said(problem_words(problem)))

        self._bridge.run(_LANE, work, done, gone_wrong)


def _changed(cases: Sequence[Case], change: Callable[[Case], Marks]) -> tuple[tuple[Case, ...], str]:
    """The cases with their new marks, without those that stay as they are; why the first of these does."""
    after, refused = [], ""
    for case in cases:
        try:
            marked = replace(case, marks=change(case))
        except Problem as problem:
            refused = refused or str(problem)
        else:
            if marked != case:
                after.append(marked)
    return tuple(after), refused


def _those(cases: Sequence[Case], ids: Sequence[str]) -> tuple[Case, ...]:
    return tuple(case for case in cases if case.id in set(ids))


def _counted(count: int) -> str:
    return count_words(count, tr("case"), tr("cases"))
