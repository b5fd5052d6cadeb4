"""The strip over the footer that shows what may follow the first stroke of a chain."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from untwin.ui.acting.registry import CHAIN, Action, key_words
from untwin.ui.kit.labels import button, plain
from untwin.ui.kit.words import tr

_HEAD, _GAPS = 100, 12  # pixels for the first stroke, and around a choice
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


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
        self._grid.addWidget(plain(f"{key_words(stroke)} …", "strong", wrap=False), 0, 0)
        made = [self._choice(stroke, key, action) for key, action in follow.items()]
        self._stand(made)
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

    def _stand(self, made: Sequence[tuple[QLabel, QPushButton]]) -> None:
        """In columns of one width, each filled from top to bottom, so that the keys stand under each other."""
        widths = [max((each[side].sizeHint().width() for each in made), default=1) for side in (0, 1)]
        across = min(max((self._ground.width() - _HEAD) // (sum(widths) + _GAPS), 1), len(made))
        down = -(-len(made) // across)
        for place, pair in enumerate(made):
            row, column = place % down, 1 + 2 * (place // down)
            for side, widget in enumerate(pair):
                self._grid.addWidget(widget, row, column + side, _MIDDLE)
                self._grid.setColumnMinimumWidth(column + side, widths[side])
        self._grid.setColumnStretch(1 + 2 * across, 1)

    def _choice(self, stroke: str, key: str, action: Action) -> tuple[QLabel, QPushButton]:
        """The key and, beside it, what it does."""
        made = button(tr(action.title), "hint")
        # Only as a part of the window it has the window's font, and so its width.
        made.setParent(self)
        made.ensurePolished()
        made.setAccessibleName(f"{tr(action.title)}, {_shown(stroke, key)}")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setProperty("action", action.id)
        made.clicked.connect(self._pressed)
        return plain(_shown(stroke, key), "strong", wrap=False), made

    def _pressed(self) -> None:
        self.chosen.emit(self.sender().property("action"))

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for column in range(self._grid.columnCount()):
            self._grid.setColumnMinimumWidth(column, 0)
            self._grid.setColumnStretch(column, 0)

    def _place(self) -> None:
        height = self._grid.sizeHint().height()
        self.setGeometry(0, self._ground.height() - height, self._ground.width(), height)


def _shown(stroke: str, key: str) -> str:
    """The second stroke as it is read in the whole chain: `G` beside `g`."""
    return key_words(f"{stroke}{CHAIN}{key}").split(" ", 1)[1]
