"""The first run: what Untwin can and can't do, where data and secrets lie, and where to begin."""

from PySide6.QtWidgets import QWidget

from untwin.ui.acting.registry import Place
from untwin.ui.case.parts import bullets, heading
from untwin.ui.kit.labels import column, line, plain
from untwin.ui.kit.words import tr
from untwin.ui.sheets.sheet import Sheet

_DOES = (
    "It reads the errors that your apps got from QuickBooks, out of whatever you paste, drop or import.",
    "It looks up in QuickBooks who uses the number, and says whether that is another document or the very same sale.",
    "With your consent it changes that one number, then shows by a second reading that nothing else has moved.",
    "It watches until the waiting document has really posted. Only then does a case count as solved.",
)
_NEVER = (
    "It never deletes, voids, creates or pays anything, and never changes an amount, a date, a customer or a line.",
    "It changes nothing in your apps: you press Retry there. Only a webhook of your own is asked to send again.",
    "It never writes while a company is read-only, and a company that you connect begins read-only.",
    "It sends nothing about you to anybody, and looks for no updates.",
)
_LIES = (
    "Data: in one folder of this computer, readable by you alone. It is not encrypted; “untwin doctor” names it.",
    "Secrets: in this system's keyring, never in a file. Forgetting a company removes its secrets there.",
    "The change history: who changed what, when and why. It stays when a company is forgotten.",
)


class WelcomeSheet(Sheet):
    """Two pages; Ctrl+Enter goes on, and Enter on its button."""

    asks_nothing = True

    def __init__(self) -> None:
        lead = tr("Untwin proves QuickBooks sync errors fixed. Two pages, then it is out of your way.")
        super().__init__(tr("Welcome to Untwin"), lead, confirm_words=tr("Go on"), width=860)
        self.name_cancel(tr("Look around"))
        self.places = {Place.FIRST_RUN: self}
        self.pages = (self._what(), self._where())
        for page in self.pages:
            self.rows.addWidget(page)
        self._page = 0
        self._turn(0)

    @property
    def page(self) -> int:
        """The page that is shown, from 0."""
        return self._page

    def first_focus(self) -> QWidget:
        """The button that goes on."""
        return self.confirm_button

    def confirm(self) -> None:
        """Goes on; at the end it begins with the sample firms."""
        if self._page == 0:
            self._turn(1)
        else:
            self.wanted.emit("tour")

    def back(self) -> None:
        """The page before."""
        self._turn(0)

    def _turn(self, page: int) -> None:
        self._page = page
        for number, each in enumerate(self.pages):
            each.setVisible(number == page)
        self.name_confirm(tr("Go on   Ctrl+Enter") if page == 0 else tr("Try it on the sample firms   Ctrl+Enter"))
        self.refit()

    def _what(self) -> QWidget:
        page = QWidget()
        rows = column(page, gap=8)
        for title, points in (("What it does", _DOES), ("What it never does", _NEVER)):
            rows.addSpacing(4)
            rows.addWidget(heading(tr(title)))
            rows.addWidget(bullets(tuple(tr(point) for point in points)))
        return page

    def _where(self) -> QWidget:
        page = QWidget()
        rows = column(page, gap=10)
        rows.addWidget(heading(tr("Where things lie")))
        rows.addWidget(bullets(tuple(tr(point) for point in _LIES)))
        rows.addSpacing(6)
        rows.addWidget(heading(tr("Where to begin")))
        here = tr("Three minutes on made-up cases teach the keys by using them. Nobody's books are touched.")
        rows.addWidget(self._choice("tour", tr("Try it on the sample firms"), "1", here))
        connect = tr("It begins read-only: you can look everything up, and nothing is changed until you allow it.")
        rows.addWidget(self._choice("welcome_connect", tr("Connect a company"), "2", connect))
        help_words = tr("Every step of connecting, with your own Intuit app, is told in the help.")
        rows.addWidget(self._choice("welcome_help", tr("Read how to connect"), "3", help_words))
        return page

    def _choice(self, action: str, words: str, key: str, said: str) -> QWidget:
        box = QWidget()
        row = line(box, gap=12)
        made = self.action_button(action, words, key)
        made.setMinimumWidth(250)
        row.addWidget(made)
        row.addWidget(plain(said, "muted"), 1)
        return box
