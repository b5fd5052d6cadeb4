"""What differs: a change that could not be proved, beside what QuickBooks has now; a person's word ends the doubt."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from untwin.domain.cases.case import Case, State
from untwin.domain.company.company import Company
from untwin.flows.changing.confirm import Confirmation
from untwin.flows.changing.look_closer import Doubt
from untwin.flows.person import Person
from untwin.ui.acting.registry import Place
from untwin.ui.deciding.change_sheet import place_words
from untwin.ui.deciding.doubt_card import DoubtCard
from untwin.ui.kit.labels import column, line, plain
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.lanes.bridge import so_long_as
from untwin.ui.sheets.asking import NameLine, Signed, labelled_line
from untwin.ui.sheets.sheet import Sheet
from untwin.ui.work.changing import Changing


class CloserSheet(Sheet):
    """One case's open changes.

    Signals:
        ended: the case once the doubt is over, and whether its old number shall be given back.
    """

    ended = Signal(object, bool)

    def __init__(self, case: Case, company: Company, changing: Changing, person: Person) -> None:
        super().__init__(tr("What differs"), place_words(company), confirm_words=tr("Accept it as it is"), width=900)
        self.case, self._changing, self._person = case, changing, person
        self._doubts: tuple[Doubt, ...] = ()
        self._working = False
        self.places = {Place.CLOSER: self}
        self._waits = plain(tr("Reading what QuickBooks has now …"), "muted")
        self.rows.addWidget(self._waits)
        cards = QWidget()
        self._cards = column(cards, gap=10)
        self.rows.addWidget(cards)
        self._fill()
        self.read()

    def _fill(self) -> None:
        self._said = QWidget()
        rows = column(self._said, gap=10)
        words = tr("What you have seen, for the change history")
        self.reason, asked = labelled_line(words, "")
        self.reason.setPlaceholderText(tr("e.g. the memo was typed by me in the same minute"))
        rows.addWidget(asked)
        self.name_line = NameLine(self._person)
        rows.addWidget(self.name_line)
        self._restore = QCheckBox(tr("Then give the old number back; it opens its own sheet"))
        rows.addWidget(self._restore)
        self.rows.addWidget(self._said)
        row = line(gap=8)
        for words, key, action in (
            (tr("Look again"), "v", "look_again"),
            (tr("Open in QuickBooks"), "b", "open_doubted"),
        ):
            row.addWidget(self.action_button(action, words, key))
        self.foot.insertLayout(0, row)
        self._said.hide()
        self.confirm_button.hide()

    # --- what it shows ----------------------------------------------------------------------------------------

    def read(self) -> None:
        """Reads what stands now."""
        here = so_long_as(lambda: self.here, self._show)
        self._changing.doubts(self.case, here, so_long_as(lambda: self.here, self._failed))

    def _show(self, doubts: tuple[Doubt, ...]) -> None:
        self._doubts = doubts
        self._waits.setVisible(not doubts)
        self._waits.setText(tr("Nothing is open here any more."))
        while (item := self._cards.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for doubt in doubts:
            self._cards.addWidget(DoubtCard(doubt))
        stands = any(doubt.stands for doubt in doubts)
        self._said.setVisible(bool(doubts))
        self._restore.setVisible(stands)
        self.confirm_button.setVisible(bool(doubts))
        self.name_confirm(f"{self._words(stands=stands)}   Ctrl+Enter")
        self.confirm_button.setAccessibleName(self._words(stands=stands))
        self.refit()

    def _words(self, *, stands: bool) -> str:
        return tr("Accept it as it is") if stands else tr("End it: the number wasn't changed")

    # --- what it does -----------------------------------------------------------------------------------------

    def confirm(self) -> None:
        """Ends the doubt with the person's word."""
        if self._working or not self._doubts:
            return
        missing = self.name_line.missing or (
            "" if self.reason.text().strip() else tr("Say what you have seen; it stays in the change history.")
        )
        if missing:
            self.show_problem(missing)
            (self.name_line.field if self.name_line.missing else self.reason).setFocus()
            return
        self._working = True
        confirmed = Confirmation(self._person.name, self.reason.text().strip())
        signed = Signed(confirmed, self.name_line.new_name)
        here = so_long_as(lambda: self.here, self._closed)
        self._changing.close(self.case, signed, here, so_long_as(lambda: self.here, self._failed))

    def looked_again(self, case: Case) -> None:
        """QuickBooks was read once more: the case as it stands now."""
        self.case = case
        if case.state is State.NEEDS_CHECKING:
            self.read()
        else:
            self.closed.emit()

    def _closed(self, case: Case) -> None:
        self.ended.emit(case, self._restore.isChecked() and not self._restore.isHidden())
        self.closed.emit()

    def _failed(self, problem: Exception) -> None:
        self._working = False
        self._waits.hide()
        self.show_problem(problem_words(problem))
