"""The application, as the system sees it; it hears of files and links that macOS hands to a running app."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

Receive = Callable[[list[str]], None]


class Application(QApplication):
    """Elsewhere a start is told by its arguments what to open; on a Mac it comes as an event, and may come too early.

    An event filter would see the same, and every other event of every widget besides.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self._receive: Receive | None = None
        self._early: list[str] = []

    def hand_to(self, receive: Receive) -> None:
        """From now on `receive` gets what is to be opened, and at once what came before."""
        self._receive = receive
        if self._early:
            early, self._early = self._early, []
            receive(early)

    def event(self, event: QEvent) -> bool:
        """Takes files and links; all else goes its way."""
        if not isinstance(event, QFileOpenEvent):
            return super().event(event)
        given = event.file() or event.url().toString()
        if self._receive is None:
            self._early.append(given)
        else:
            self._receive([given])
        return True
