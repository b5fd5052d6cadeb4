"""The footer: the most useful actions here, to be clicked or learned, how far work is, and how much is shown."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from untwin.ui.kit.labels import button, line, plain
from untwin.ui.kit.room import Room
from untwin.ui.kit.words import tr

if TYPE_CHECKING:
    from untwin.ui.inbox.listing import Listing


class Hint(Protocol):
    """An action, as far as the footer must know it."""

    @property
    def id(self) -> str:
        """What it is asked for by."""

    @property
    def title(self) -> str:
        """What it does."""

    @property
    def hint(self) -> str:
        """The same in a word or two."""

    @property
    def shown_keys(self) -> Sequence[str]:
        """Its keys as people read them."""


class Footer(QWidget):
    """One line.

    Signals:
        wanted: the id of an action.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        self._row = line(self, gap=4)
        self._row.setContentsMargins(12, 4, 20, 4)
        self._hints = line(gap=4)
        self._row.addLayout(self._hints)
        self._row.addStretch(1)
        self._progress = plain("", "strong", wrap=False)
        self._progress.setAccessibleName(tr("Under way"))
        self._row.addWidget(self._progress)
        self._row.addSpacing(16)
        self._right = plain("", "small", wrap=False)
        self._right.setAccessibleName(tr("Shown"))
        self._row.addWidget(self._right)
        self._room = Room(self, self._row)
        self._under_way: dict[str, str] = {}
        self._shown, self.shown = tuple[str, ...](), tuple[Hint, ...]()

    def show_actions(self, actions: Sequence[Hint]) -> None:
        """Shows these actions with their keys."""
        shown = tuple(f"{action.id} {action.shown_keys}" for action in actions)
        self.shown = tuple(actions)
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._hints.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        hints = [self._hint(action) for action in actions]
        for hint in hints:
            self._hints.addWidget(hint)
        # The last one leads to all the others; what is under way is told nowhere else, the count at each view.
        self._room.spare([*reversed(hints[:-1]), *hints[-1:], self._right])

    def show_count(self, listing: "Listing", shown: int, selected: int) -> None:
        """Says how many of how many cases are shown, and how many are selected."""
        total = listing.total()
        counted = tr("{:,} of {:,} cases shown") if listing.whole else tr("The first {:,} of {:,} cases shown")
        words = counted.format(shown, total) if total else ""
        self._right.setText(tr("{:,} selected  ·  {}").format(selected, words) if selected else words)

    def show_counted(self, words: str) -> None:
        """Says it in words that were kept."""
        self._right.setText(words)

    @property
    def counted(self) -> str:
        """How many of how many cases it says are shown."""
        return self._right.text()

    @property
    def progress(self) -> str:
        """What it says about work in the background."""
        return self._progress.text()

    def show_taking(self, words: str) -> None:
        """Says how far the taking in is; empty where nothing is taken in."""
        self._say("taking", words)

    def show_progress(self, words: str) -> None:
        """Says how far the look-ups are; empty where there are none."""
        self._say("look-ups", words)

    def show_reading(self, words: str) -> None:
        """Says how far the reading of numbers is; empty where there is none."""
        self._say("numbers", words)

    def show_saving(self, words: str) -> None:
        """Says how far the batch is; empty where there is none."""
        self._say("batch", words)

    def _say(self, what: str, words: str) -> None:
        self._under_way[what] = words
        self._progress.setText("   ".join(said for said in self._under_way.values() if said))

    def _hint(self, action: Hint) -> QWidget:
        key = action.shown_keys[0] if action.shown_keys else ""
        made = button(f"{key}   {tr(action.hint)}".strip(), "hint")
        made.setAccessibleName(f"{tr(action.title)}, {key}" if key else tr(action.title))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setProperty("action", action.id)
        made.clicked.connect(self._pressed)
        return made

    def _pressed(self) -> None:
        self.wanted.emit(self.sender().property("action"))
