"""What the window shows while a store of an older version is brought up to date: how far it is, and that it may."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from untwin.domain.bringing_up import BringingUp
from untwin.ui.kit.bar import Bar
from untwin.ui.kit.labels import column, plain
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import tr

_WIDTH = 560
_PARTS = 1000  # of the bar, whatever is counted


class BringingUpPage(QFrame):
    """A heading, how far it is, a bar, and what becomes of it where the window is closed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("empty")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        rows = column(self, gap=12, margin=40)
        rows.addStretch(2)
        self._title = plain(tr("Your data are brought up to date for this version"), "title")
        self.words = plain(tr("Looking at what is there"))
        self._bar = Bar(_PARTS, theme, tr("How far it is"))
        self._bar.setFixedWidth(_WIDTH)
        closed = tr("The inbox opens by itself after that. If you close the window now, nothing is lost:")
        lead = plain(f"{closed} {tr('the next start begins it anew.')}", "muted")
        for label in (self._title, self.words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            rows.addWidget(label)
        rows.addWidget(self._bar)
        rows.setAlignment(self._bar, Qt.AlignmentFlag.AlignHCenter)
        lead.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        rows.addWidget(lead)
        rows.addStretch(3)
        self.setAccessibleName(self._title.text())

    def show_how_far(self, how_far: BringingUp) -> None:
        """Shows it; the bar stays as it is where nobody can say how much there is."""
        self.words.setText(tr(how_far.words))
        self.setAccessibleDescription(how_far.words)
        if how_far.of:
            self._bar.setValue(how_far.done * _PARTS // how_far.of)
