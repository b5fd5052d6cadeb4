"""Shows what a profile file says, and asks which company the source posts into."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from untwin.domain.company.company import SourceBinding
from untwin.ports.sources import SourceAccount
from untwin.ui.case.parts import bullets
from untwin.ui.kit.choice_box import ChoiceBox
from untwin.ui.kit.labels import plain
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.sheets.sheet import Sheet
from untwin.ui.sources.work import SourceWork


class OwnSourceSheet(Sheet):
    """One profile; nothing is stored before Ctrl+Enter.

    Signals:
        kept: a sentence for the toast.
    """

    kept = Signal(str)
    over = True

    def __init__(self, account: SourceAccount, work: SourceWork, realm: str) -> None:
        title = tr("Add {} as a source?").format(account.name)
        super().__init__(title, confirm_words=tr("Add it"), width=620)
        self._account, self._work = account, work
        work.setParent(self)
        self.rows.addWidget(bullets(_told(account.binding)))
        self.rows.addWidget(plain(tr("The company it posts into"), "small"))
        self.company = ChoiceBox()
        self.company.setAccessibleName(tr("The company it posts into"))
        for company in work.companies():
            self.company.addItem(company.name, company.realm)
        self.company.setCurrentIndex(max(self.company.findData(realm), 0))
        self.rows.addWidget(self.company)

    def first_focus(self) -> QWidget:
        """The company."""
        return self.company

    def confirm(self) -> None:
        """Adds it."""
        if not self.company.count():
            self.show_problem(tr("No company is connected yet. Connect one first."))
            return
        self._work.keep(str(self.company.currentData()), self._account, self._done, self._failed)

    def _done(self, _company: object) -> None:
        self.kept.emit(tr("{} is a source of {} now.").format(self._account.name, self.company.currentText()))
        self.closed.emit()

    def _failed(self, problem: Exception) -> None:
        self.show_problem(problem_words(problem))


def _told(binding: SourceBinding) -> tuple[str, ...]:
    page = [tr("Page that Untwin opens for it: {}").format(binding.retry_page)] if binding.retry_page else []
    cycle = tr("It tries again within about {} min.").format(binding.cycle_seconds // 60)
    return (*binding.profile.facts, *page, cycle)
