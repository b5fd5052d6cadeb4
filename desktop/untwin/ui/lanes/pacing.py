"""What takes long isn't done often: a hundred answers in a second don't have the store read a hundred times."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Pacing(QObject):
    """Does one thing whenever it is asked to, but rests as long as it took; what is asked meanwhile is one asking."""

    def __init__(self, work: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._rested = work, time.monotonic()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._do)

    @property
    def pending(self) -> bool:
        """Whether it is still to be done."""
        return self._timer.isActive()

    def ask(self) -> None:
        """At once, or as soon as it has rested."""
        rest = int((self._rested - time.monotonic()) * 1000)
        if rest <= 0:
            self._do()
        elif not self.pending:
            self._timer.start(rest)

    def _do(self) -> None:
        self._timer.stop()
        began = time.monotonic()
        self._work()
        now = time.monotonic()
        self._rested = now + (now - began)
