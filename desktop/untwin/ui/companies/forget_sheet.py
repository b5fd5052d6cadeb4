"""The forget sheet: says what is removed and what stays, asks for the company's name, and what is left to do."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from untwin.domain.company.company import Company, Environment
from untwin.ui.case.parts import bullets, heading
from untwin.ui.companies.connecting import Connecting
from untwin.ui.companies.rows import environment_word
from untwin.ui.kit.labels import column, plain
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.sheets.sheet import Sheet


class ForgetSheet(Sheet):
    """Asks before a company is forgotten.

    Signals:
        forgotten: its name, once nothing is left to do.
    """

    forgotten = Signal(str)
    over = True

    def __init__(self, company: Company, others: Iterable[Company], cases: int, connecting: Connecting) -> None:
        words = tr("Forget it")
        super().__init__(tr("Forget {}?").format(company.name), confirm_words=words, width=620)
        self.company, self._connecting = company, connecting
        connecting.setParent(self)
        self._state = "asks"
        self._asked = QWidget()
        rows = column(self._asked, gap=10)
        rows.addWidget(heading(tr("Removed")))
        rows.addWidget(bullets(_removed(company, others)))
        rows.addWidget(heading(tr("Stays")))
        rows.addWidget(bullets(_stays(cases)))
        rows.addWidget(plain(tr("Type the company's name to confirm: {}").format(company.name), "strong"))
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("The company's name"))
        self.name.textChanged.connect(self._typed)
        rows.addWidget(self.name)
        self.rows.addWidget(self._asked)

    def first_focus(self) -> QWidget:
        """The name."""
        return self.name

    def confirm(self) -> None:
        """Forgets it, if its name stands there."""
        if self._state != "asks":
            return
        if " ".join(self.name.text().split()).casefold() != " ".join(self.company.name.split()).casefold():
            self.show_problem(tr("That is not the company's name. Nothing was removed."))
            return
        self._state = "works"
        self.name.setReadOnly(True)
        self.name_confirm(tr("Ending the connection …"))
        self._connecting.forget(self.company.realm, self._done, self._failed)

    def cancel(self) -> None:
        """Leaves; what has begun is waited for, since its answer may leave something to do."""
        if self._state == "works":
            self.show_problem(tr("The connection is being ended at QuickBooks; wait a moment."))
        else:
            super().cancel()

    def _typed(self) -> None:
        self.show_problem("")

    def _done(self, not_revoked: str) -> None:
        self._state = "done"
        if not_revoked:
            self.confirm_button.hide()
            self._asked.hide()
            self.name_cancel(tr("Close"))
            self.cancel_button.setFocus()
            self.rename(tr("{} is forgotten in Untwin").format(self.company.name))
            self.refit()
            self.show_problem(not_revoked)
            return
        self.forgotten.emit(self.company.name)
        self.closed.emit()

    def _failed(self, problem: Exception) -> None:
        self._state = "asks"
        self.name.setReadOnly(False)
        self.name_confirm(tr("Forget it") + "   Ctrl+Enter")
        self.show_problem(problem_words(problem))


def _removed(company: Company, others: Iterable[Company]) -> tuple[str, ...]:
    said = [
        tr("Its connection to QuickBooks, ended there too."),
        tr("Its entries in this computer's keyring, and its settings in Untwin."),
    ]
    if company.environment is not Environment.SAMPLE and company.environment not in {c.environment for c in others}:
        words = tr("The keys of your Intuit app for {}, since no other company uses them.")
        said.append(words.format(environment_word(company)))
    return tuple(said)


def _stays(cases: int) -> tuple[str, ...]:
    said = [tr("The change history: who changed what, when and why.")]
    if cases:
        said.append(tr("Its {} in the inbox, with what was read of their documents.").format(_cases(cases)))
    return tuple(said)


def _cases(count: int) -> str:
    return tr("1 case") if count == 1 else tr("{} cases").format(count)
