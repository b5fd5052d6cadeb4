"""Fills waiting documents from a bill list, off the window's thread, and takes the last filling back."""

from collections.abc import Callable, Sequence

from untwin.domain.cases.case import Case
from untwin.domain.errors.bills import BillList
from untwin.domain.waiting.filling import Account, FillPlan
from untwin.flows.arriving.fill import Filled
from untwin.flows.desk import Desk
from untwin.ui.kit.words import Said, count_words, tr
from untwin.ui.lanes.bridge import Failed, Then
from untwin.ui.work.changing import Run

_LANE = "store"


class Filling:
    """The way to it; `say` shows a toast, `look_up` looks cases up of which something is known now."""

    def __init__(
        self, desk: Desk, run: Run, say: Callable[[Said], None], look_up: Callable[[tuple[Case, ...]], None]
    ) -> None:
        self._desk, self._run, self._say, self._look_up = desk, run, say, look_up
        self._last: Filled | None = None
        self.newest = False  # nothing else that can be undone was done since

    @property
    def undoable(self) -> bool:
        """Whether the last filling can be taken back."""
        return self._last is not None

    def not_newest(self) -> None:
        """Something else was done that can be undone."""
        self.newest = False

    def plan(self, bills: BillList, account: Account | None, done: Then, failed: Failed) -> None:
        """Compares a list with what waits."""
        self._run(_LANE, lambda: self._desk.fill.plan(bills, account), done, failed, busy=())

    def fill(self, plan: FillPlan, done: Then, failed: Failed) -> None:
        """Fills what the plan says, then looks the cases up."""

        def filled(what: Filled) -> None:
            self._last, self.newest = what, True
            done(what)
            words = tr("{} filled.").format(_counted(what.cases))
            late = tr(" {} had changed meanwhile.").format(what.moved) if what.moved else ""
            self._say(Said(words + late, undoable=bool(what.cases)))
            self._look_up(what.cases)

        ids = tuple(fill.case.id for fill in plan.fills)
        self._run(_LANE, lambda: self._desk.fill(plan, self._desk.who), filled, failed, busy=ids)

    def undo(self) -> None:
        """Puts back what was known before the last filling."""
        last, self._last, self.newest = self._last, None, False
        if last is None:
            return

        def undone(cases: tuple[Case, ...]) -> None:
            self._say(Said(tr("{} as before.").format(_counted(cases))))
            self._look_up(cases)

        self._run(_LANE, lambda: self._desk.fill.undo(last, self._desk.who), undone, None, busy=())


def _counted(cases: Sequence[Case]) -> str:
    return count_words(len(cases), tr("waiting document"), tr("waiting documents"))
