"""A sheet on which a person gives a word on cases: it writes nothing to the books, and leaving is what lies near."""

from PySide6.QtWidgets import QWidget

from untwin.flows.person import Person
from untwin.ui.kit.words import problem_words
from untwin.ui.lanes.bridge import Failed, Then, so_long_as
from untwin.ui.sheets.asking import NameLine
from untwin.ui.sheets.sheet import Sheet


class ConfirmingSheet(Sheet):
    """Asks for the word, and once for the name; each kind fills `rows` and says in `send` whom the word is told."""

    def __init__(self, person: Person, title: str, lead: str, confirm_words: str, width: int = 760) -> None:
        super().__init__(title, lead, confirm_words=confirm_words, width=width)
        self.fill()
        self.name_line = NameLine(person)
        self.rows.addWidget(self.name_line)

    def fill(self) -> None:
        """Adds what the word is given about."""
        raise NotImplementedError

    def send(self, then: Then, failed: Failed) -> None:
        """Tells the word, with the name where it was asked for."""
        raise NotImplementedError

    def first_focus(self) -> QWidget:
        """The button that leaves: confirming is no reflex."""
        return self.cancel_button

    def confirm(self) -> None:
        """Confirms."""
        if self.name_line.missing:
            self.show_problem(self.name_line.missing)
            return
        here, failed = (so_long_as(lambda: self.here, each) for each in (self._done, self._failed))
        self.send(here, failed)

    def _done(self, _case: object) -> None:
        self.closed.emit()

    def _failed(self, problem: Exception) -> None:
        self.show_problem(problem_words(problem))
