"""When Untwin looks by itself what became of answers that were lost: once QuickBooks can't be at them any more."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from untwin.domain.cases.case import Case, State
from untwin.flows.changing.settle import FINAL_SECONDS
from untwin.ui.kit.figures import clock
from untwin.ui.kit.words import tr
from untwin.ui.work.clerk import Clerk

AFTER = timedelta(seconds=FINAL_SECONDS + 5)
AGAIN = timedelta(minutes=5)


class Settling(QObject):
    """One timer for all lost answers.

    Signals:
        told: when it looks next is known now, or another time.
    """

    told = Signal()

    def __init__(self, clerk: Clerk, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clerk, self._now = clerk, now
        self._followed: frozenset[str] = frozenset()
        self._looks: dict[str, datetime] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    def follow(self, case_ids: Collection[str]) -> None:
        """Looks after those that need checking now."""
        open_now = frozenset(case_ids)
        if open_now != self._followed:
            self._followed = open_now
            self._read()

    def words(self, case: Case) -> str:
        """When it looks at a case by itself; empty where it doesn't."""
        at = self._looks.get(case.id)
        if at is None or case.state is not State.NEEDS_CHECKING:
            return ""
        return tr("QuickBooks may still be at it. Untwin looks again by itself at {}.").format(clock(at.astimezone()))

    def look(self) -> None:
        """Finds out what became of them."""
        self._clerk.settle_by_itself(self._read)

    def _read(self) -> None:
        if self._followed:
            self._clerk.lost_answers(self._plan)
        else:
            self._plan({})

    def _plan(self, lost: Mapping[str, datetime]) -> None:
        """Once each is certain; and where it could not be asked about then, from time to time."""
        now = self._now()
        known = {case_id: sent + AFTER for case_id, sent in lost.items() if case_id in self._followed}
        self._looks = {case_id: at if at > now else now + AGAIN for case_id, at in known.items()}
        self._timer.stop()
        if self._looks:
            self._timer.start(max(int((min(self._looks.values()) - now).total_seconds() * 1000), 0))
        self.told.emit()
