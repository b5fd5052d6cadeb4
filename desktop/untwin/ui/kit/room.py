"""A line that gives way: where it is too narrow for all of it, what can be had elsewhere goes first."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

_WATCHED = frozenset({QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.FontChange})


class Room(QObject):
    """Watches one line; `spare` are those of its widgets that may go, the first one first."""

    def __init__(self, shown: QWidget, row: QHBoxLayout) -> None:
        super().__init__(shown)
        self._line, self._row, self._spare = shown, row, tuple[QWidget, ...]()
        self._busy = False
        # It never makes the window wider.
        shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        shown.installEventFilter(self)

    def spare(self, widgets: Sequence[QWidget]) -> None:
        """Says which may go."""
        self._spare = tuple(widgets)
        self.make()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Looks again whenever the line has another width or other words."""
        if event.type() in _WATCHED and not self._busy:
            self.make()
        return False

    def make(self) -> None:
        """Shows as many of the spare ones as there is room for, the last one first."""
        self._busy = True
        left = self._line.width() - self._needed()
        for widget in reversed(self._spare):
            left -= self._width(widget)
            if widget.isHidden() is (left >= 0):
                widget.setHidden(left < 0)
        self._busy = False

    def _needed(self) -> int:
        """What all that stays takes."""
        shown = sum(self._width(widget) for widget in self._spare if not widget.isHidden())
        return self._row.minimumSize().width() - shown

    def _width(self, widget: QWidget) -> int:
        widget.ensurePolished()
        return max(widget.minimumSizeHint().width(), widget.minimumWidth()) + self._row.spacing()
