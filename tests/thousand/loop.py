"""Measures how long a window's event loop lets its events wait."""

import time
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer

TICK = 5  # milliseconds


class Gaps(QObject):
    """Counts, in milliseconds, how far apart the ticks of a precise timer come, beyond the time between two ticks."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def begin(self) -> None:
        """Forgets what was measured and begins."""
        self.found, self._last = [], time.perf_counter()
        self._timer.start(TICK)

    def end(self) -> Sequence[float]:
        """What was measured."""
        self._timer.stop()
        return self.found

    def _tick(self) -> None:
        now = time.perf_counter()
        self.found.append(max((now - self._last) * 1000 - TICK, 0.0))
        self._last = now


def percentile(found: Sequence[float], part: float) -> float:
    """The gap below which that part of all lies."""
    ordered = sorted(found)
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)]
