"""Keeps Python's full collection of garbage out of the way of the event loop: it comes when nobody is at work."""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_EVERY = 60_000  # milliseconds
_SELDOM = 10_000  # of the youngest but one generation's collections; a batch of 1,000 changes sees not even a hundred


class Collector(QObject):
    """Collects everything once a minute, unless something is under way.

    Over the objects of a thousand cases a full collection takes 60 to 160 ms, in whichever thread it comes. Nearly
    all garbage here is freed by its counts at once; the young generations are collected as ever.
    """

    def __init__(self, at_work: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._at_work = at_work
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._collect)

    def begin(self) -> None:
        """Begins: what the start has made stays for good."""
        gc.collect()
        gc.freeze()
        young, middle, _old = gc.get_threshold()
        gc.set_threshold(young, middle, _SELDOM)
        self._timer.start(_EVERY)

    def _collect(self) -> None:
        if not self._at_work():
            gc.collect()
