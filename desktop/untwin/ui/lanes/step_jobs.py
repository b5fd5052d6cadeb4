"""Steps that are jobs of one owner: answers that come after its end are dropped, and what may have changed is told."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from untwin.ports.machine import Jobs
from untwin.ui.kit.words import log_problem
from untwin.ui.lanes.bridge import Bridge, Failed, Then


class StepJobs(QObject):
    """Runs steps in lanes; each kind of owner says which.

    Signals:
        changed: the store has something new to show.
    """

    changed = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = Bridge(jobs, self)

    def _run(self, lane: str, work: Callable[[], object], then: Then, failed: Failed) -> Callable[[], None]:
        return self._bridge.run(lane, work, then, partial(_wrong, failed))

    def _change(self, lane: str, work: Callable[[], object], then: Then, failed: Failed) -> None:
        self._run(lane, work, partial(self._changed, then), partial(self._changed, failed))

    def _changed(self, then: Callable[[Any], None], result: object) -> None:
        # Even a step that failed may have changed something.
        self.changed.emit()
        then(result)


def _wrong(failed: Failed, problem: Exception) -> None:
    log_problem(problem)
    failed(problem)
