"""What scrolls without a frame, and the keys that scroll it: Page Down, Page Up, Down, Up, Home and End."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

_STEP = 56  # pixels that Down and Up go: about three lines
_NO_KEYS = Qt.KeyboardModifier.NoModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class _Scroll(QScrollArea):
    """Where all of it is in sight, a key is for what is around it: Qt's own would take it and do nothing."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scrolls, or leaves the key to others."""
        if not scroll_by_key(self, event):
            event.ignore()


def plain_scroll(inner: QWidget) -> QScrollArea:
    """Scrolls without a frame and without a ground of its own."""
    scroll = _Scroll()
    scroll.setProperty("look", "plain")
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(inner)
    inner.setAutoFillBackground(False)
    scroll.viewport().setAutoFillBackground(False)
    return scroll


def scroll_by_key(scroll: QScrollArea, event: QKeyEvent) -> bool:
    """Scrolls where the key says so; False where all is in sight, or the key has nothing to do with it."""
    bar = scroll.verticalScrollBar()
    if not bar.maximum() or event.modifiers() not in (_NO_KEYS, _KEYPAD):
        return False
    place = _places(bar).get(event.key())
    if place is None:
        return False
    bar.setValue(place)
    return True


def _places(bar: QScrollBar) -> dict[int, int]:
    """Where each key goes; the bar itself keeps within its ends."""
    key, now = Qt.Key, bar.value()
    return {
        int(key.Key_PageDown): now + bar.pageStep(),
        int(key.Key_PageUp): now - bar.pageStep(),
        int(key.Key_Down): now + _STEP,
        int(key.Key_Up): now - _STEP,
        int(key.Key_Home): bar.minimum(),
        int(key.Key_End): bar.maximum(),
    }
