"""Keys that are pressed before the window can do anything: held, and pressed once it can."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from untwin.ui.acting.registry import Registry

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class EarlyKeys(QObject):
    """Hears every key before the widgets do, until `release`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._held = window, list[QKeyEvent]()
        if (application := QCoreApplication.instance()) is not None:
            application.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Holds a key."""
        if event.type() not in _KEYS or not isinstance(event, QKeyEvent):
            return False
        if event.type() is QEvent.Type.KeyPress:
            self._held.append(event.clone())
        return True

    def forget(self) -> None:
        """Nobody is there any more for whom they could be pressed."""
        self._listen_no_more()
        self._held = []

    def _listen_no_more(self) -> None:
        if (application := QCoreApplication.instance()) is not None:
            application.removeEventFilter(self)

    def release(self, registry: "Registry") -> None:
        """Presses what was held, in its order, where the focus is each time."""
        self._listen_no_more()
        for key in self._held:
            press(key, QApplication.focusWidget() or self._window, registry)
        self._held = []


def press(key: QKeyEvent, focused: QWidget, registry: "Registry") -> None:
    """Does what the key would do now: as a key of an action, unless what has the focus takes it for itself."""
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key.key(), key.modifiers(), key.text())
    asked.ignore()
    QCoreApplication.sendEvent(focused, asked)
    if asked.isAccepted() or not registry.press(_names(key), focused):
        QCoreApplication.sendEvent(focused, key)


def _names(key: QKeyEvent) -> Sequence[str]:
    from untwin.ui.keys.chains import stroke_names  # noqa: PLC0415 - it comes with all actions, which are there by now

    return stroke_names(key)
