"""How far some work is, as a bar."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import tr


class Bar(QWidget):
    """How far it is, as a bar. Qt's own paints at once whenever it is told, whatever else is to be painted."""

    def __init__(self, of: int, theme: Theme, name: str) -> None:
        super().__init__()
        self.value, self._of, self._theme = 0, max(of, 1), theme
        self.setFixedHeight(10)
        self.setAccessibleName(name)

    def setValue(self, value: int) -> None:
        """Shows how many are through."""
        if value != self.value:
            self.value = value
            self.setAccessibleDescription(tr("{} of {}").format(value, self._of))
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints as much as is through."""
        painter, colours = QPainter(self), self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.line), 1))
        whole = self.rect().adjusted(0, 1, -1, -2)
        painter.setBrush(QColor(colours.sunken))
        painter.drawRoundedRect(whole, 4, 4)
        if self.value:
            done = whole.adjusted(0, 0, round(-whole.width() * (1 - self.value / self._of)), 0)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(done, 4, 4)
        painter.end()
