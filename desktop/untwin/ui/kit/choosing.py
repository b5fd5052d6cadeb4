"""A choice among few or dozens: one key takes one of the first nine, letters go to a name, arrows go on."""

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QRadioButton, QScrollArea, QWidget

from untwin.ui.kit.labels import column
from untwin.ui.kit.words import button_words, tr

_NUMBERED = 9
_PAUSE = 1.0  # seconds after which letters begin a new word


class Choice(QWidget):
    """One of several, `(key, words)` each; the first is chosen, or none where that would be a guess.

    Signals:
        chose: another one is chosen.
    """

    chose = Signal()

    def __init__(self, name: str, offered: Sequence[tuple[str, str]], *, guess: bool = True) -> None:
        super().__init__()
        self.setAccessibleName(name)
        rows = column(self, gap=2)
        self._keys = [key for key, _ in offered]
        self._words = [words for _, words in offered]
        self._typed, self._typed_at = "", 0.0
        self._buttons = [self._button(place, words) for place, words in enumerate(self._words)]
        for each in self._buttons:
            rows.addWidget(each)
        if guess:
            self.take(0)

    @property
    def key(self) -> str:
        """What is chosen; empty where nothing is yet."""
        return next((key for key, each in zip(self._keys, self._buttons, strict=True) if each.isChecked()), "")

    @property
    def chosen(self) -> QWidget:
        """The button that is chosen, else the first one: for the focus."""
        first = self._buttons[0] if self._buttons else self
        return next((each for each in self._buttons if each.isChecked()), first)

    def take(self, place: int) -> None:
        """Chooses by place."""
        if 0 <= place < len(self._buttons):
            button = self._buttons[place]
            button.setChecked(True)
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            _bring_in_sight(button)

    def take_key(self, key: str) -> None:
        """Chooses by key."""
        if key in self._keys:
            self.take(self._keys.index(key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit takes one of the first nine, letters go to the next one with that word."""
        text = event.text()
        if text.isdigit() and text != "0" and not self._going_on():
            self.take(int(text) - 1)
        elif text.strip() and text.isprintable():
            self._seek(text)
        else:
            super().keyPressEvent(event)

    def _going_on(self) -> bool:
        return bool(self._typed) and monotonic() - self._typed_at < _PAUSE

    def _seek(self, text: str) -> None:
        self._typed = self._typed + text if self._going_on() else text
        self._typed_at = monotonic()
        typed = self._typed.casefold()
        found = [p for p, words in enumerate(self._words) if any(w.startswith(typed) for w in _words_of(words))]
        if found:
            self.take(found[0])

    def _button(self, place: int, words: str) -> QRadioButton:
        numbered = f"{place + 1}   {words}" if place < _NUMBERED else f"     {words}"
        made = QRadioButton(button_words(numbered))
        made.toggled.connect(self.chose)
        made.setAccessibleName(words)
        made.setAccessibleDescription(tr("key {}").format(place + 1) if place < _NUMBERED else "")
        return made


def _words_of(words: str) -> tuple[str, ...]:
    folded = words.casefold()
    return folded, *folded.split()


def _bring_in_sight(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    if isinstance(parent, QScrollArea):
        parent.ensureWidgetVisible(widget)
