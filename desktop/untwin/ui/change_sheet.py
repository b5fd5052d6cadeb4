"""The change sheet: the only door to a write. It shows old and new, asks what must be asked, and the proof."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from untwin.domain.case import Case, State
from untwin.domain.change import Flag, Plan, Rung
from untwin.domain.company import Company, Environment
from untwin.domain.exits import source_name
from untwin.domain.run import RunRow
from untwin.flows.carry_out import Carried
from untwin.flows.confirm import Confirmation
from untwin.flows.going import Stage
from untwin.ui.change_rows import NumberRow, flag_words
from untwin.ui.clerk import Clerk
from untwin.ui.labels import column, plain
from untwin.ui.sheet import Sheet
from untwin.ui.side_by_side import waiting_title
from untwin.ui.stages import Stages
from untwin.ui.words import problem_words, tr

Planner = Callable[[dict[str, dict[str, str]]], Plan]
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

    def __init__(self, case: Case, company: Company, planner: Planner, clerk: Clerk, who: str) -> None:
        self._plan = planner({case.id: {}})
        titles = " and ".join(row.document.title for row in self._plan.rows)
        place = f"{company.name}, {tr(_ENVIRONMENTS[company.environment])}"
        super().__init__(tr("New number for {}").format(titles), place, confirm_words=tr("Save the new number"))
        self._case, self._planner, self._clerk, self._who = case, planner, clerk, who
        self._home = company.facts.home_currency if company.facts else None
        self._saving = False
        self._numbers = [NumberRow(row, self._home) for row in self._plan.rows]
        self._flags: dict[Flag, QCheckBox] = {}
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
        if self._plan.flags:
            self.rows.addWidget(self._flag_boxes())
        self._count = QLineEdit()
        if self._plan.rung is Rung.TYPE_COUNT:
            self.rows.addWidget(self._count_line())
        self.rows.addWidget(self._reason_line())
        self._retry = QCheckBox(tr("Then retry in {}").format(source_name(self._case.source)))
        self._retry.setChecked(True)
        self.rows.addWidget(self._retry)
        ends = tr("Until the waiting document has posted, the old number can be given back in QuickBooks.")
        self.rows.addWidget(plain(ends, "small"))
        self._stages = Stages()
        self.foot.insertWidget(0, self._stages)

    def _flag_boxes(self) -> QWidget:
        box = QWidget()
        rows = column(box, gap=6)
        rows.addWidget(plain(tr("Read and check, please"), "heading"))
        for flag in self._plan.flags:
            words, facts = flag_words(flag, self._plan, self._home)
            self._flags[flag] = QCheckBox(words)
            self._flags[flag].setAccessibleDescription(facts)
            rows.addWidget(self._flags[flag])
            if facts:
                said = plain(facts, "small", select=True)
                said.setIndent(30)
                rows.addWidget(said)
        return box

    def _count_line(self) -> QWidget:
        words = tr("Type how many numbers change, to confirm: {}").format(len(self._plan.rows))
        self._count.setAccessibleName(words)
        self._count.setMaximumWidth(120)
        return _labelled(words, self._count)

    def _reason_line(self) -> QWidget:
        customer = self._case.incoming.customer if self._case.incoming else None
        needed = waiting_title(self._case) + (f" ({customer})" if customer else "")
        number = self._case.doc_number or ""
        self._reason = QLineEdit(tr("Number {} is needed by {}").format(number, needed))
        self._reason.setCursorPosition(0)
        self._reason.setAccessibleName(tr("Reason, for the change history"))
        return _labelled(tr("Reason, for the change history"), self._reason)

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
            return
        self._begin_saving()
        confirmed = Confirmation(self._who, self._reason.text().strip(), self._accepted(), self._typed_count())
        self._clerk.renumber(self._plan, confirmed, self._reached, self._saved, self._failed)

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
        self.show_problem("")

    def _missing(self) -> list[str]:
        wrong = [row.why_not for row in self._plan.rows if row.why_not]
        refused = [refusal.reason for refusal in self._plan.refused]
        if not self._reason.text().strip():
            wrong.append(tr("Give a reason; it stays in the change history."))
        return refused + wrong + list(self._plan.missing(self._accepted(), self._typed_count()))

    def _accepted(self) -> frozenset[Flag]:
        return frozenset(flag for flag, box in self._flags.items() if box.isChecked())

    def _typed_count(self) -> int | None:
        text = self._count.text().strip()
        return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else None

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


def _labelled(words: str, field: QWidget) -> QWidget:
    box = QWidget()
    rows = column(box, gap=4)
    rows.addWidget(plain(words, "small"))
    rows.addWidget(field)
    return box
