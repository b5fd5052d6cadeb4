"""Shows back what was pasted and not understood, to be corrected and tried again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from untwin.domain.company.company import Company
from untwin.ui.kit.choice_box import ChoiceBox
from untwin.ui.kit.words import tr
from untwin.ui.sheets.sheet import Sheet


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
        # A file that is dropped here is taken in, not its address typed.
        self.text.setAcceptDrops(False)
        self.text.setMinimumHeight(220)
        self.rows.addWidget(self.text)
        self.choice = ChoiceBox()
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
