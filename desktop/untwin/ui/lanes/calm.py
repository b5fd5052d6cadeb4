"""What follows a key and takes long waits until the keys rest: a key that is held down is not held up."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_CLOSE = 0.15  # seconds between two keys of which the second waits
_REST_MS = 60
_TYPING_MS = 150


class Calm(QObject):
    """Does one thing: at once after a single key, and where keys come one upon the other once they rest."""

    def __init__(self, work: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._asked = work, 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._work)

    @property
    def pending(self) -> bool:
        """Whether it is still to be done."""
        return self._timer.isActive()

    def ask(self) -> None:
        """At once, or soon where it was asked for a moment ago; what is painted comes first."""
        now = time.monotonic()
        close, self._asked = now - self._asked < _CLOSE, now
        self._timer.start(_REST_MS if close else 0)

    def later(self) -> None:
        """Once nobody has typed for a moment: the next letter mustn't wait for it."""
        self._asked = time.monotonic()
        self._timer.start(_TYPING_MS)

    def now(self) -> None:
        """At once; nothing is left to do."""
        self._timer.stop()
        self._work()
