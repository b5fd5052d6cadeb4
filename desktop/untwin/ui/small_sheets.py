"""The small sheets: say the reason for ignoring, correct a text that was not understood."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from untwin.domain.case import Case
from untwin.domain.company import Company
from untwin.ui.clerk import Clerk
from untwin.ui.labels import plain
from untwin.ui.sheet import Sheet
from untwin.ui.side_by_side import waiting_title
from untwin.ui.words import problem_words, tr


class IgnoreSheet(Sheet):
    """Asks why a case is put aside."""

    def __init__(self, case: Case, clerk: Clerk) -> None:
        lead = tr("The case leaves the list; it stays under All, and z brings it back.")
        super().__init__(tr("Ignore {}").format(waiting_title(case)), lead, confirm_words=tr("Ignore it"), width=560)
        self._case, self._clerk = case, clerk
        self.reason = QLineEdit()
        self.reason.setAccessibleName(tr("Reason, for the change history"))
        self.reason.setPlaceholderText(tr("e.g. solved by hand in QuickBooks"))
        self.rows.addWidget(plain(tr("Reason, for the change history"), "small"))
        self.rows.addWidget(self.reason)

    def first_focus(self) -> QWidget:
        """The reason."""
        return self.reason

    def confirm(self) -> None:
        """Puts the case aside."""
        self._clerk.ignore(self._case, self.reason.text(), self._done, self._failed)

    def _done(self, _case: object) -> None:
        self.closed.emit()

    def _failed(self, problem: Exception) -> None:
        self.show_problem(problem_words(problem))


class PasteSheet(Sheet):
    """Shows back what was pasted and not understood, to be corrected and tried again.

    Signals:
        try_again: the corrected text and the company chosen, empty for none.
    """

    try_again = Signal(str, str)

    def __init__(self, text: str, sentence: str, companies: tuple[Company, ...], chosen: str) -> None:
        super().__init__(
            tr("Nothing was taken in"),
            tr("Correct the text and try again, or paste the whole error message with its number."),
            confirm_words=tr("Try again"),
        )
        self.show_problem(sentence)
        self.text = QPlainTextEdit()
        self.text.setPlainText(text)
        self.text.setAccessibleName(tr("The text"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(220)
        self.rows.addWidget(self.text)
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("Company"))
        self.choice.addItem(tr("The company is found by the source"), "")
        for company in companies:
            self.choice.addItem(company.name, company.realm)
        self.choice.setCurrentIndex(max(self.choice.findData(chosen), 0))
        self.rows.addWidget(self.choice)
        if len(companies) < 2:
            self.choice.hide()

    def first_focus(self) -> QWidget:
        """The text."""
        return self.text

    def confirm(self) -> None:
        """Tries again; the sheet goes once something was found."""
        self.try_again.emit(self.text.toPlainText(), self.choice.currentData() or "")
