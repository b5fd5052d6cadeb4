"""The restore sheet: gives an old number back, after QuickBooks itself was asked whether it can be given."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from untwin.domain.cases.case import Case, State
from untwin.domain.changes.change import Plan, Refusal, Row
from untwin.domain.changes.run import RunRow
from untwin.domain.company.company import Company
from untwin.domain.words.phrasing import capital
from untwin.flows.changing.carry_out import Carried
from untwin.flows.changing.going import Stage
from untwin.flows.person import Person
from untwin.ui.case.parts import bullets, heading
from untwin.ui.case.side_by_side import waiting_title
from untwin.ui.deciding.change_rows import stays
from untwin.ui.deciding.change_sheet import place_words
from untwin.ui.deciding.stages import Stages
from untwin.ui.kit.labels import column, frame, line, plain
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.lanes.bridge import so_long_as
from untwin.ui.sheets.asking import Asking
from untwin.ui.sheets.sheet import Sheet
from untwin.ui.work.changing import Changing


class RestoreSheet(Sheet):
    """The changes of one case that are to be taken back: those of `request_ids`, or where none are given all.

    Signals:
        restored: the case as it stands now.
    """

    restored = Signal(object)

    def __init__(
        self, case: Case, company: Company, changing: Changing, person: Person, request_ids: tuple[str, ...] = ()
    ) -> None:
        super().__init__(tr("Give the old number back"), place_words(company), confirm_words=tr("Give it back"))
        self._case, self._company, self._changing = case, company, changing
        self._homes = {company.realm: company.facts.home_currency if company.facts else None}
        self._saving = False
        self._plan: Plan | None = None
        self._waits = plain(tr("Asking QuickBooks how it stands now …"), "muted")
        self.rows.addWidget(self._waits)
        self.asking = Asking(person, tr("The number is given back"))
        self.asking.resized.connect(self.resized)
        self.asking.hide()
        self._stages = Stages()
        self._stages.hide()
        self.foot.insertWidget(0, self._stages)
        self.confirm_button.hide()
        here = so_long_as(lambda: self.here, self._planned)
        changing.plan_restore(case, request_ids, here, so_long_as(lambda: self.here, self._not_asked))

    # --- what it shows --------------------------------------------------------------------------------------

    def _planned(self, planned: Plan) -> None:
        self._plan = planned
        self._waits.hide()
        for row in planned.rows:
            self.rows.addWidget(self._number(row))
        for refusal in planned.refused:
            self.rows.addWidget(_refused(refusal))
        if planned.rows:
            self._ask(planned)
        else:
            self.rename(tr("The old number can't be given back now"))
            self.name_cancel(tr("Close"))
        self.refit()

    def _ask(self, planned: Plan) -> None:
        titles = " and ".join(row.document.title for row in planned.rows)
        self.rename(tr("Old number back for {}").format(titles))
        self.rows.addWidget(bullets(self._what_follows(planned)))
        self.rows.addWidget(self.asking)
        self.asking.show()
        self.asking.show_plan(planned, self._homes)
        self._stages.show()
        self.confirm_button.show()
        self.asking.reason.setFocus()

    def _number(self, row: Row) -> QWidget:
        box = QWidget()
        rows = column(box, gap=8)
        numbers = line(gap=14)
        for words, look in (
            (capital(row.document.type.title), "muted"),
            (row.old, "big"),
            ("→", "big"),
            (row.new, "big"),
        ):
            numbers.addWidget(plain(words, look, wrap=False))
        numbers.addStretch(1)
        rows.addLayout(numbers)
        words = tr("✓ {} is free in QuickBooks now; checked again before it is saved")
        rows.addWidget(plain(words.format(row.new), "good"))
        rows.addWidget(stays(row.document, self._homes.get(row.company)))
        return box

    def _what_follows(self, planned: Plan) -> tuple[str, ...]:
        """What it means for the waiting document, and where restoring ends."""
        old, waiting = planned.rows[0].new, waiting_title(self._case, self._company)
        if self._case.state is State.POSTED:
            return (tr("{} has posted already; nothing about it is changed.").format(waiting),)
        return (
            tr("{} can't post then: its number is in use again.").format(waiting),
            tr("Restoring ends where it posts: from then on {} is its number.").format(old),
        )

    # --- what it does -----------------------------------------------------------------------------------------

    def confirm(self) -> None:
        """Gives the number back, if everything is confirmed; says what is missing if not."""
        if self._saving or self._plan is None or not self._plan.rows:
            return
        missing = self.asking.missing(self._plan)
        if missing:
            self.show_problem(tr("Check or put right first: {}").format(" ".join(missing)))
            return
        self._saving = True
        self._stages.clear()
        self.show_problem("")
        self.name_confirm(tr("Saving …"))
        self._changing.restore(self._plan, self.asking.signed, self._reached, self._saved, self._failed)

    def cancel(self) -> None:
        """Leaves; a change that is being saved is waited for."""
        if self._saving:
            self.show_problem(tr("The old number is being saved and checked; wait a moment."))
        else:
            super().cancel()

    def _reached(self, _row: RunRow, stage: Stage) -> None:
        self._stages.reach(stage)

    def _saved(self, saved: Carried) -> None:
        self._end_saving()
        problem, case = saved.problems.get(self._case.id), saved.cases[0]
        if problem or case.state is not State.NUMBER_RESTORED:
            self.show_problem(str(problem) if problem else case.note)
            return
        self.restored.emit(case)
        self.closed.emit()

    def _end_saving(self) -> None:
        self._saving = False
        self.name_confirm(tr("Give it back") + "   Ctrl+Enter")

    def _failed(self, problem: Exception) -> None:
        self._end_saving()
        self.show_problem(problem_words(problem))

    def _not_asked(self, problem: Exception) -> None:
        self._waits.hide()
        self.show_problem(problem_words(problem))
        self.refit()


def _refused(refusal: Refusal) -> QFrame:
    """Why a number can't be given back, and what can be done instead."""
    box = frame("banner-warn", tr("Why not"))
    rows = column(box, gap=8, margin=12)
    rows.addWidget(plain(refusal.reason, "on-warn", select=True))
    if refusal.choices:
        rows.addWidget(heading(tr("What can be done instead")))
        rows.addWidget(bullets(refusal.choices))
    return box
