"""When to look whether waiting documents have posted: soon first, then ever later, until the watch ends."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from untwin.domain.case import Case, State
from untwin.domain.company import Company
from untwin.flows.watch import look_times
from untwin.ui.words import tr

_TICK_MS = 1000


@dataclass(slots=True)
class _Watch:
    """One case that is watched: when it began here, and the looks that are still to come."""

    began: datetime
    left: list[float]


class Watching(QObject):
    """Follows every waiting case, those of an earlier run too.

    Signals:
        look_due: a case's id, and whether the watch ends with this look.
        ticked: another second has passed.
    """

    look_due = Signal(str, bool)
    ticked = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._watches: dict[str, _Watch] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)

    def follow(self, cases: Iterable[Case], companies: Mapping[str, Company]) -> None:
        """Watches what waits now, and nothing else."""
        waiting = {c.id: c for c in cases if c.state is State.WAITING_TO_POST and not c.not_seen_yet}
        self._watches = {key: watch for key, watch in self._watches.items() if key in waiting}
        for key in waiting.keys() - self._watches.keys():
            self._begin(waiting[key], companies)
        if self._watches and not self._timer.isActive():
            self._timer.start()
        elif not self._watches:
            self._timer.stop()

    def again(self, case: Case, companies: Mapping[str, Company]) -> None:
        """Begins a case's watch anew: Retry was pressed again."""
        self._begin(case, companies)
        self._timer.start()

    def countdown(self, case: Case) -> str:
        """When the next look is, in words."""
        watch = self._watches.get(case.id)
        if watch is None or not watch.left:
            return tr("Untwin has stopped looking by itself. Press v to look now.")
        seconds = max(0, round(watch.left[0] - (self._now() - watch.began).total_seconds()))
        if seconds >= 100:
            return tr("Untwin looks again in {} min.").format(round(seconds / 60))
        return tr("Untwin looks again in {} s.").format(seconds)

    def tick(self) -> None:
        """Asks for every look that is due."""
        for case_id, watch in list(self._watches.items()):
            passed = (self._now() - watch.began).total_seconds()
            due = [at for at in watch.left if at <= passed]
            if due:
                watch.left = watch.left[len(due) :]
                self.look_due.emit(case_id, not watch.left)
        self.ticked.emit()

    def _begin(self, case: Case, companies: Mapping[str, Company]) -> None:
        company = companies.get(case.company or "")
        binding = company.binding(case.source) if company else None
        times = look_times(binding.cycle_seconds if binding else 300)
        self._watches[case.id] = _Watch(self._now(), list(times))
