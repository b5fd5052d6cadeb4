"""A person's own note on a case, or a line that is added to the notes of many."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from untwin.domain.cases.case import Case
from untwin.domain.problems import Problem
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.sheets.sheet import Sheet


class NoteSheet(Sheet):
    """A text to write in; `noted` is told it and raises what is wrong with it."""

    def __init__(self, about: str, cases: Sequence[Case], noted: Callable[[str], None]) -> None:
        many = len(cases) > 1
        title = tr("Note on {}").format(about)
        lead = tr("It is added to what stands in their notes.") if many else tr("For you; nobody outside sees it.")
        super().__init__(title, lead, confirm_words=tr("Keep the note"), width=620)
        self._noted, self.about = noted, " ".join(case.id for case in cases)
        self.text = QPlainTextEdit()
        self.text.setPlainText("" if many else cases[0].marks.note)
        self.text.setAccessibleName(tr("Note"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(120)
        self.rows.addWidget(self.text)

    def first_focus(self) -> QWidget:
        """The text."""
        return self.text

    @property
    def typed(self) -> str:
        """What stands in it."""
        return self.text.toPlainText()

    def type_again(self, text: str) -> None:
        """What was typed before goes on."""
        self.text.setPlainText(text)
        self.text.moveCursor(QTextCursor.MoveOperation.End)

    def confirm(self) -> None:
        """Keeps it."""
        try:
            self._noted(self.text.toPlainText())
        except Problem as problem:
            self.show_problem(problem_words(problem))
            return
        self.closed.emit()
