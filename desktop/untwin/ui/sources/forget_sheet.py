"""Asks before a source is forgotten, and says what could not be ended there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from untwin.ui.case.parts import bullets
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.sheets.sheet import Sheet
from untwin.ui.sources.rows import SourceRow
from untwin.ui.sources.work import SourceWork


class ForgetSourceSheet(Sheet):
    """One source of one company.

    Signals:
        forgotten: its name, once nothing is left to do.
    """

    forgotten = Signal(str)
    over = True

    def __init__(self, row: SourceRow, work: SourceWork) -> None:
        self._name = row.binding.profile.name
        title, lead = tr("Forget {}?").format(self._name), tr("A source of {}").format(row.company.name)
        super().__init__(title, lead, confirm_words=tr("Forget it"), width=620)
        self._row, self._work, self._works = row, work, False
        work.setParent(self)
        said = (
            tr("Removed: its entries in this computer's keyring, and what Untwin knows of its pages."),
            tr("Stays: its cases and the change history. Nothing changes in {} or QuickBooks.").format(self._name),
        )
        self.rows.addWidget(bullets(said))

    def first_focus(self) -> QWidget:
        """Leaving; to forget is no reflex."""
        return self.cancel_button

    def confirm(self) -> None:
        """Forgets it."""
        if not self._works:
            self._works = True
            self.name_confirm(tr("Ending the connection …"))
            self._work.forget(*self._row.key, self._done, self._failed)

    def _done(self, not_ended: str) -> None:
        if not_ended:
            self.confirm_button.hide()
            self.name_cancel(tr("Close"))
            self.rename(tr("{} is forgotten in Untwin").format(self._name))
            self.refit()
            self.show_problem(not_ended)
            return
        self.forgotten.emit(self._name)
        self.closed.emit()

    def _failed(self, problem: Exception) -> None:
        self._works = False
        self.name_confirm(tr("Forget it") + "   Ctrl+Enter")
        self.show_problem(problem_words(problem))
