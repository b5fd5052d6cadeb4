"""Waits for one key, or the two strokes of a chain, and says how it is written in the list of actions."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from untwin.ui.acting.registry import CHAIN, key_words
from untwin.ui.keys.chains import ALONE, stroke_names
from untwin.ui.kit.words import tr

_KEY = Qt.Key
# What lists, fields and buttons answer to by themselves, and Delete, which no key here may ever be.
_NEVER = {
    "Del": "Delete is never a key here: nothing is deleted.",
    **dict.fromkeys(
        ("Return", "Enter", "Space", "Tab", "Backtab", "Up", "Down", "Left", "Right", "PgUp", "PgDown", "Home", "End"),
        "Lists, fields and buttons need that key by themselves.",
    ),
}


class KeyCatcher(QLineEdit):
    """A field that takes keys instead of letters. `begins` says whether a stroke begins chains.

    Signals:
        caught: the key.
        refused: why that one can't be taken.
        given_up: Esc.
    """

    caught = Signal(str)
    refused = Signal(str)
    given_up = Signal()

    def __init__(self, begins: Callable[[str], bool]) -> None:
        super().__init__()
        self._begins, self._first = begins, ""
        self.setReadOnly(True)
        self.setAccessibleName(tr("Press the new key"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def wait(self) -> None:
        """Waits for a key from now on."""
        self._first = ""
        self.setText(tr("Press the new key. Esc leaves it as it is."))
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Takes every key before it means anything."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            # Here and not in `keyPressEvent`, which never hears of Tab.
            self._pressed(event)
            return True
        return super().event(event)

    def _pressed(self, event: QKeyEvent) -> None:
        if event.key() in ALONE or event.isAutoRepeat():
            return
        stroke = stroke_names(event)[0]
        if event.key() == _KEY.Key_Escape:
            self.given_up.emit()
        elif refusal := _NEVER.get(stroke.rpartition("+")[2] if stroke.endswith("+Del") else stroke):
            self.refused.emit(tr(refusal))
        elif self._first:
            self.caught.emit(self._first + CHAIN + stroke)
        elif self._begins(stroke):
            self._first = stroke
            self.setText(tr("{} … and the second key of the chain").format(key_words(stroke)))
        else:
            self.caught.emit(stroke)
