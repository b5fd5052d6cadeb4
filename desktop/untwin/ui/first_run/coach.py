"""The strip of the tour at the foot of the window: one step at a time, never over anything, and easy to leave."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from untwin.ui.kit.labels import button, line, plain
from untwin.ui.kit.words import button_words, tr


class CoachStrip(QFrame):
    """Shows a step; the focus stays where it is.

    Signals:
        wanted: the id of an action that a button asks for.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("coach")
        self.setAccessibleName(tr("Tour"))
        row = line(self, gap=12)
        row.setContentsMargins(20, 8, 20, 8)
        self._place, self._words = plain("", "badge", wrap=False), plain("")
        row.addWidget(self._place, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        self._offer = self._button("", "primary")
        self._skip = self._button(tr("Skip this"), "", "tour_skip", "F3")
        self._leave = self._button(tr("Leave the tour"), "", "tour_leave", "Shift+F3")
        for each in (self._offer, self._skip, self._leave):
            row.addWidget(each)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def show_step(self, place: str, words: str, offer: tuple[str, str] | None) -> None:
        """Shows a step and has it read aloud; `offer` is an action's id and the words on its button."""
        changed = words != self._words.text()
        self._place.setText(place)
        self._words.setText(words)
        self._offer.setVisible(offer is not None)
        if offer is not None:
            self._offer.setProperty("action", offer[0])
            self._offer.setText(button_words(offer[1]))
            self._offer.setAccessibleName(offer[1])
        self._skip.show()
        self._leave.setText(button_words(tr("Leave the tour   Shift+F3")))
        self._appear(words, changed=changed)

    def show_end(self, words: str, offer: tuple[str, str] | None) -> None:
        """Shows that it is over."""
        self.show_step(tr("Done"), words, offer)
        self._skip.hide()
        self._leave.setText(button_words(tr("Close   Shift+F3")))

    def _appear(self, words: str, *, changed: bool) -> None:
        self.show()
        if changed:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _button(self, words: str, look: str, action: str = "", key: str = "") -> QPushButton:
        made = button(words, look, key=key)
        made.setProperty("action", action)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(self._pressed)
        return made

    def _pressed(self) -> None:
        self.wanted.emit(self.sender().property("action"))
