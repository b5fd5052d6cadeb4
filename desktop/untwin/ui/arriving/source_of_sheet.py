"""Asks which of a company's apps an error comes from."""

from PySide6.QtWidgets import QWidget

from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company
from untwin.ui.case.side_by_side import waiting_title
from untwin.ui.kit.choosing import Choice
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.sheets.sheet import Sheet
from untwin.ui.work.clerk import Clerk


class SourceOfSheet(Sheet):
    """The sources that are bound to the case's company."""

    def __init__(self, case: Case, company: Company, clerk: Clerk) -> None:
        lead = tr("That app is asked about the waiting document, and its retry is offered. The case is looked up anew.")
        title = tr("Which app does {} come from?").format(waiting_title(case, company))
        super().__init__(title, lead, confirm_words=tr("Look it up there"), width=620)
        self._case, self._clerk = case, clerk
        self.choice = Choice(tr("App"), [(b.source, b.profile.name) for b in company.sources])
        self.rows.addWidget(self.choice)
        if case.source and company.binding(case.source):
            self.choice.take_key(case.source)

    def first_focus(self) -> QWidget:
        """The choice."""
        return self.choice.chosen

    def confirm(self) -> None:
        """Says it, and has the case looked up."""
        self._clerk.name_source(self._case, self.choice.key, self._done, self._failed)

    def _done(self, _case: object) -> None:
        self.closed.emit()

    def _failed(self, problem: Exception) -> None:
        self.show_problem(problem_words(problem))
