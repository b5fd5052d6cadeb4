"""Number keys press buttons: wherever the focus is in a sheet, but not while something is typed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget


class NumberKeys(QObject):
    """Watches the keys of a sheet for as long as that is there."""

    def __init__(self, sheet: QWidget, buttons: Sequence[QPushButton]) -> None:
        super().__init__(sheet)
        self._buttons = tuple(buttons)
        for watched in (sheet, *self._buttons):
            watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A digit presses its button."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit):
            return False
        text = event.text()
        if text not in "123456789" or not text or int(text) > len(self._buttons):
            return False
        self._buttons[int(text) - 1].click()
        return True
