"""Toasts: what was done, how many, and undo where it can be undone; they go by themselves."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QWidget

from untwin.ui.kit.labels import button, line, plain
from untwin.ui.kit.words import tr

SHOWN_MS = 7000
_ABOVE = 16
_LETTERS = 32  # that a line of it has at least
_SIDE, _AIR = 16, 4  # what a label needs beyond its words
_BELOW = 52  # under the head of the list


class Toast(QFrame):
    """One sentence at the foot of the list, which `over` is; the next one takes its place.

    `speak` puts a person's own keys into it. `beware` is what it must not cover, as `over` sees it: there it stands at
    the head of the list.

    Signals:
        undo_wanted: its button was pressed.
    """

    undo_wanted = Signal()

    def __init__(self, parent: QWidget, over: QWidget) -> None:
        super().__init__(parent)
        self.speak: Callable[[str], str] = str
        self.beware: Callable[[], QRect] = QRect
        self.setProperty("look", "toast")
        self.setAccessibleName(tr("Message"))
        self._over, self._ground = over, parent
        self._row = row = line(self, gap=14, margin=12)
        row.setContentsMargins(_SIDE, 12, _SIDE, 12)
        self._words = plain("")
        self._undo = button(tr("Undo"), key="z")
        self._undo.setProperty("action", "undo")
        self._undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._undo.clicked.connect(self.undo_wanted)
        row.addWidget(self._words, 1)
        row.addWidget(self._undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, or said last."""
        return self._words.text()

    @property
    def offers_undo(self) -> bool:
        """Whether it shows that the last step can be taken back."""
        return self.isVisible() and not self._undo.isHidden()

    def say(self, sentence: str, *, undoable: bool = False) -> None:
        """Shows a sentence and has it read aloud."""
        sentence = self.speak(sentence)
        self._words.setText(sentence)
        self._words.setAccessibleName(sentence)
        self._undo.setVisible(undoable)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(SHOWN_MS)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def step_aside(self, *_where: object) -> None:
        """What it must not cover is somewhere else now."""
        if self.isVisible():
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays in its place when the window changes its size."""
        if event.type() is QEvent.Type.Resize and watched is self._over and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        words = self._words.fontMetrics().horizontalAdvance(self._words.text())
        self._undo.setMinimumWidth(self._undo.sizeHint().width())
        undo = self._undo.sizeHint().width() + 20 if self._undo.isVisibleTo(self) else 0
        wanted = words + 2 * _SIDE + _AIR + undo
        beside = self._over.width() - 40
        if beside < min(wanted, _LETTERS * self._words.fontMetrics().averageCharWidth()):
            self._stand_below(min(wanted, self._ground.width() - 40))
            return
        width = min(wanted, beside, 760)
        self._take(width)
        corner = QPoint((self._over.width() - width) // 2, self._over.height() - self.height() - _ABOVE)
        if self.beware().intersects(QRect(corner, self.size())):
            corner.setY(_BELOW)
        self.move(self._over.mapTo(self._ground, corner))

    def _stand_below(self, width: int) -> None:
        """On a list that large text has left narrow there is no room: it covers the keys at the foot instead."""
        self._take(width)
        self.move((self._ground.width() - width) // 2, self._ground.height() - self.height() - _AIR)

    def _take(self, width: int) -> None:
        self.setFixedWidth(width)
        self.setFixedHeight(max(self._row.heightForWidth(width), 44))
