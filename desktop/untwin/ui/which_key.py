"""The strip over the footer that shows what may follow the first stroke of a chain."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from untwin.ui.labels import button, plain
from untwin.ui.registry import CHAIN, Action, key_words
from untwin.ui.words import tr

_COLUMN = 30  # letters that a choice needs about


class WhichKey(QFrame):
    """Lies at the foot of `ground`, over everything.

    Signals:
        chosen: the id of the action whose button was pressed.
    """

    chosen = Signal(str)

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self.setProperty("look", "strip")
        self.setAccessibleName(tr("Keys that may follow"))
        self._ground = ground
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 10, 16, 10)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)
        ground.installEventFilter(self)
        self.hide()

    def show_strokes(self, stroke: str, follow: Mapping[str, Action]) -> None:
        """Shows the strokes that may follow, each with what it does."""
        self._clear()
        head = plain(f"{key_words(stroke)} …", "strong", wrap=False)
        self._grid.addWidget(head, 0, 0)
        across = max((self._ground.width() - 120) // (self.fontMetrics().averageCharWidth() * _COLUMN), 1)
        for place, (key, action) in enumerate(follow.items()):
            made = self._choice(stroke, key, action)
            self._grid.addWidget(made, place // across, 1 + place % across, Qt.AlignmentFlag.AlignLeft)
        self._grid.setColumnStretch(1 + across, 1)
        self._place()
        self.show()
        self.raise_()
        said = ", ".join(f"{key_words(key)} {tr(action.title)}" for key, action in follow.items())
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays at the foot whatever the window's size."""
        if event.type() is QEvent.Type.Resize and watched is self._ground and self.isVisible():
            self._place()
        return False

    def _choice(self, stroke: str, key: str, action: Action) -> QWidget:
        made = button(f"{_shown(stroke, key)}   {tr(action.title)}", "hint")
        made.setAccessibleName(f"{tr(action.title)}, {_shown(stroke, key)}")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setProperty("action", action.id)
        made.clicked.connect(self._pressed)
        return made

    def _pressed(self) -> None:
        self.chosen.emit(self.sender().property("action"))

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _place(self) -> None:
        height = self._grid.sizeHint().height()
        self.setGeometry(0, self._ground.height() - height, self._ground.width(), height)


def _shown(stroke: str, key: str) -> str:
    """The second stroke as it is read in the whole chain: `G` beside `g`."""
    return key_words(f"{stroke}{CHAIN}{key}").split(" ", 1)[1]
