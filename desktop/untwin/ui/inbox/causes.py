"""The line above the list: what many cases have in common, so that one cause is seen before a hundred rows are read."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame

from untwin.domain.cases.groups import Group
from untwin.ui.kit.labels import line, plain
from untwin.ui.kit.words import tr

_LINES = 22  # of text in the window's height; where it has fewer, the cases need them
_SHOWN = 2  # the largest ones; `untwin cases --groups` lists them all


class Causes(QFrame):
    """Shown only while there is something to say; `speak` puts a person's own keys into it."""

    def __init__(self) -> None:
        super().__init__()
        self.speak: Callable[[str], str] = str
        self.setObjectName("causes")
        row = line(self, gap=8)
        row.setContentsMargins(20, 4, 20, 6)
        self._words = plain("", "small")
        row.addWidget(self._words, 1)
        self._said = False
        self.setVisible(False)

    def show_causes(self, causes: Sequence[Group]) -> None:
        """Says the largest causes, and by which key the cases of one are selected."""
        said = [cause.words for cause in causes[:_SHOWN]]
        more = len(causes) - len(said)
        if more > 0:
            said.append(tr("{} more causes.").format(more) if more > 1 else tr("1 more cause."))
        text = "  ".join(said)
        words = self.speak(tr("{}  Shift+X selects what belongs to the chosen case."))
        self._words.setText(words.format(text) if text else "")
        self._said = bool(text)
        self.make_room()

    def make_room(self) -> None:
        """Goes where the window is too low for it."""
        high = self.window().height() >= _LINES * self.fontMetrics().lineSpacing()
        self.setVisible(self._said and high)
