"""Shows which cases a whole list of what fails doesn't have any more, and what is done first about each."""

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from untwin.domain.cases.case import Case
from untwin.domain.playbooks.whole_list import Missing, Next, next_of
from untwin.domain.sources.declared import source_name
from untwin.domain.words.phrasing import capital
from untwin.ui.kit.labels import plain
from untwin.ui.kit.plain_table import PlainTable, Row
from untwin.ui.kit.words import count_words, problem_words, tr
from untwin.ui.sheets.sheet import Sheet
from untwin.ui.work.comparing import Comparing
from untwin.ui.work.look_ups import LookUps
from untwin.ui.work.looking import Looking


class MissingSheet(Sheet):
    """What may have posted or been put right elsewhere is looked at; an end needs a person's word and its reason."""

    def __init__(self, missing: Missing, text: str, comparing: Comparing, look_ups: LookUps, looking: Looking) -> None:
        many = count_words(len(missing.cases), tr("case is"), tr("cases are"))
        lead = tr("They waited, and their errors are gone. Look first: some may have posted.")
        super().__init__(tr("{} not in the list any more").format(many), lead, confirm_words=tr("Go on"), width=860)
        self._missing, self._text, self._comparing = missing, text, comparing
        self._look_ups, self._looking = look_ups, looking
        titles = (tr("Number"), tr("App"), tr("State"), tr("What comes first"))
        self.table = PlainTable(tr("Not in the list any more"), titles, (20, 20, 24, 40))
        self.rows.addWidget(self.table)
        self.table.show_rows([_row(case) for case in missing.cases])
        self.look = self._box(tr("Look at {} in QuickBooks"), missing.to(Next.WATCH, Next.LOOK_UP))
        solved = tr("End {} as solved: the error is gone, and nothing else was wrong")
        self.solve = self._box(solved, missing.to(Next.GONE) if text else ())
        for box in (self.look, self.solve):
            box.setChecked(True)
        self.end = self._box(tr("End {} as no longer needed: I have checked it"), self._undecided)
        self.end.toggled.connect(self._asks_reason)
        self.reason = QLineEdit(tr("not in the app's list of failures any more"))
        self.reason.setAccessibleName(tr("Reason, for the change history"))
        self._reason_title = plain(tr("Reason, for the change history"), "small")
        self.rows.addWidget(self._reason_title)
        self.rows.addWidget(self.reason)
        self._asks_reason()

    def first_focus(self) -> QWidget:
        """The table."""
        return self.table

    def take_room(self, room: int) -> None:
        """Gives the table what the lines below it leave."""
        self.table.fit_height(room - 5 * self.reason.sizeHint().height())

    @property
    def _undecided(self) -> tuple[Case, ...]:
        return self._missing.to(Next.LOOK_UP, Next.END)

    def confirm(self) -> None:
        """Looks at what may have posted; ends what a person says is over."""
        ending = self.end.isVisibleTo(self) and self.end.isChecked()
        if ending and not self.reason.text().strip():
            self.show_problem(tr("Say why it is no longer needed; the reason stays in the history."))
            return
        if self.solve.isVisibleTo(self) and self.solve.isChecked():
            self._comparing.solve(self._missing.to(Next.GONE), self._text)
        if self.look.isChecked():
            self._look_at(also_undecided=not ending)
        if ending:
            self._comparing.end(self._undecided, self.reason.text(), self._done, self._failed)
        else:
            self.closed.emit()

    def _look_at(self, *, also_undecided: bool) -> None:
        if also_undecided:
            self._look_ups.start(self._missing.to(Next.LOOK_UP))
        by_company: dict[str, list[str]] = {}
        for case in self._missing.to(Next.WATCH):
            by_company.setdefault(case.company or "", []).append(case.id)
        for realm, ids in by_company.items():
            self._looking.look(realm, ids, ())

    def _box(self, words: str, cases: tuple[Case, ...]) -> QCheckBox:
        box = QCheckBox(words.format(count_words(len(cases), tr("case"), tr("cases"))))
        self.rows.addWidget(box)
        box.setVisible(bool(cases))
        return box

    def _asks_reason(self) -> None:
        # What is said to be over isn't looked at.
        self.look.setChecked(not self.end.isChecked() or bool(self._missing.to(Next.WATCH)))
        for each in (self.reason, self._reason_title):
            each.setVisible(self.end.isChecked())
        self.refit()

    def _done(self, _ended: object) -> None:
        self.closed.emit()

    def _failed(self, problem: Exception) -> None:
        if self.here:
            self.show_problem(problem_words(problem))


def _row(case: Case) -> Row:
    return case.doc_number or "", source_name(case.source), case.state.words, capital(tr(next_of(case).value))
