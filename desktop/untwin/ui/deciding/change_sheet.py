"""The change sheet: the only door to a write. It shows old and new, asks what must be asked, and the proof."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from untwin.domain.cases.case import Case, State
from untwin.domain.changes.change import Plan
from untwin.domain.changes.run import RunRow
from untwin.domain.company.company import Company, Environment
from untwin.domain.sources.declared import source_name
from untwin.flows.changing.carry_out import Carried
from untwin.flows.changing.going import Stage
from untwin.flows.person import Person
from untwin.ui.case.side_by_side import waiting_title
from untwin.ui.companies.rows import environment_word
from untwin.ui.deciding.change_rows import NumberRow
from untwin.ui.deciding.stages import Stages
from untwin.ui.kit.labels import plain
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.sheets.asking import Asking
from untwin.ui.sheets.sheet import Sheet
from untwin.ui.work.changing import Changing

Planner = Callable[[dict[str, dict[str, str]]], Plan]
_BOOKS = {
    Environment.PRODUCTION: "These are the real books.",
    Environment.SANDBOX: "This is a company of Intuit's sandbox.",
    Environment.SAMPLE: "This is a sample company; these are nobody's books.",
}
_ENVIRONMENTS = {
    Environment.PRODUCTION: "the real books",
    Environment.SANDBOX: "Intuit's sandbox",
    Environment.SAMPLE: "a sample company; nobody's books",
}


class ChangeSheet(Sheet):
    """One case's change.

    Signals:
        saved: the case as it stands now, and whether the retry shall follow.
    """

    saved = Signal(object, bool)

    def __init__(self, case: Case, company: Company, planner: Planner, changing: Changing, person: Person) -> None:
        self._plan = planner({case.id: {}})
        titles = " and ".join(row.document.title for row in self._plan.rows)
        title = tr("New number for {} in {} ({})").format(titles, company.name, environment_word(company))
        super().__init__(title, tr(_BOOKS[company.environment]), confirm_words=tr("Save the new number"))
        self._case, self._planner, self._changing = case, planner, changing
        self._homes = {company.realm: company.facts.home_currency if company.facts else None}
        self._saving = False
        self._numbers = [NumberRow(row, self._homes[company.realm]) for row in self._plan.rows]
        self.asking = Asking(person, _reason(case, company))
        self._fill()
        self._check()

    def first_focus(self) -> QWidget:
        """The first new number, its text selected."""
        field = self._numbers[0].field if self._numbers else self.cancel_button
        if isinstance(field, QLineEdit):
            field.selectAll()
        return field

    # --- what it shows --------------------------------------------------------------------------------------

    def _fill(self) -> None:
        for each in self._numbers:
            each.typed.connect(self._check)
            self.rows.addWidget(each)
        self.rows.addWidget(self.asking)
        self.asking.resized.connect(self.resized)
        self._retry = QCheckBox(tr("Then retry in {}").format(source_name(self._case.source)))
        self._retry.setChecked(True)
        self.rows.addWidget(self._retry)
        ends = tr("Until the waiting document has posted, z gives the old number back.")
        self.rows.addWidget(plain(ends, "small"))
        self._stages = Stages()
        self.foot.insertWidget(0, self._stages)

    def propose_retry(self, *, wanted: bool) -> None:
        """Whether the retry shall follow, unless a person says otherwise here."""
        self._retry.setChecked(wanted)

    # --- what it does -----------------------------------------------------------------------------------------

    def other_suggestion(self, step: int) -> None:
        """Puts another suggestion into the row that has the focus."""
        focused = next((n for n in self._numbers if n.field.hasFocus()), self._numbers[0] if self._numbers else None)
        if focused is not None and not self._saving:
            focused.other(step)

    def confirm(self) -> None:
        """Saves, if everything is confirmed; says what is missing if not."""
        if self._saving:
            return
        self._check()
        missing = self._missing()
        if missing:
            self.show_problem(tr("Check or put right first: {}").format(" ".join(missing)))
            field = self.asking.first_missing(self._plan)
            if field is not None:
                field.setFocus()
            return
        self._begin_saving()
        self._changing.renumber(self._plan, self.asking.signed, self._reached, self._saved, self._failed)

    def cancel(self) -> None:
        """Leaves; a change that is being saved is waited for."""
        if self._saving:
            self.show_problem(tr("The new number is being saved and checked; wait a moment."))
        else:
            super().cancel()

    def _check(self) -> None:
        self._plan = self._planner({self._case.id: {each.document_id: each.number for each in self._numbers}})
        by_id = {row.document.id: row for row in self._plan.rows}
        for each in self._numbers:
            if each.document_id in by_id:
                each.show_row(by_id[each.document_id])
        self.asking.show_plan(self._plan, self._homes)
        self.show_problem("")

    def _missing(self) -> list[str]:
        wrong = [row.why_not for row in self._plan.rows if row.why_not]
        refused = [refusal.reason for refusal in self._plan.refused]
        return refused + wrong + self.asking.missing(self._plan)

    def _begin_saving(self) -> None:
        self._saving = True
        self._stages.clear()
        self.show_problem("")
        self.name_confirm(tr("Saving …"))
        for each in self._numbers:
            each.field.setReadOnly(True)

    def _end_saving(self) -> None:
        self._saving = False
        self.name_confirm(tr("Save the new number") + "   Ctrl+Enter")
        for each in self._numbers:
            each.field.setReadOnly(False)

    def _reached(self, _row: RunRow, stage: Stage) -> None:
        self._stages.reach(stage)

    def _saved(self, saved: Carried) -> None:
        self._end_saving()
        problem = saved.problems.get(self._case.id)
        case = saved.cases[0]
        if problem or case.state is not State.RENUMBERED:
            self.show_problem(str(problem) if problem else case.note)
            return
        self.saved.emit(case, self._retry.isChecked())
        self.closed.emit()

    def _failed(self, problem: Exception) -> None:
        self._end_saving()
        self.show_problem(problem_words(problem))


def place_words(company: Company) -> str:
    """Where a change would be written: the company, and whose books these are."""
    return f"{company.name}, {tr(_ENVIRONMENTS[company.environment])}"


def _reason(case: Case, company: Company) -> str:
    customer = case.incoming.customer if case.incoming else None
    needed = waiting_title(case, company) + (f" ({customer})" if customer else "")
    return tr("Number {} is needed by {}").format(case.doc_number or "", needed)
