"""The same-document sheet: names both documents and what is left to do; it writes nothing to the books."""

from PySide6.QtWidgets import QWidget

from untwin.domain.case import Case
from untwin.domain.left_to_do import left_to_do
from untwin.flows.person import Person
from untwin.ui.asking import NameLine
from untwin.ui.bridge import so_long_as
from untwin.ui.case_parts import bullets, comparison, heading
from untwin.ui.clerk import Clerk
from untwin.ui.labels import plain
from untwin.ui.sheet import Sheet
from untwin.ui.side_by_side import sides
from untwin.ui.words import problem_words, tr


class SameSheet(Sheet):
    """Asks a person to confirm that the sale is in QuickBooks already."""

    def __init__(self, case: Case, clerk: Clerk, person: Person) -> None:
        lead = tr("Confirming writes nothing to the books. It ends this case and keeps the list of what is left.")
        super().__init__(tr("The same sale is in QuickBooks already"), lead, confirm_words=tr("Confirm"), width=760)
        self._case, self._clerk = case, clerk
        twin = case.judgement.twin_id if case.judgement else None
        named = [case.evidence.named_found] if case.evidence and case.evidence.named_found else []
        documents = [*case.evidence.nearby, *case.evidence.holders, *named] if case.evidence else []
        titles = {f"{d.title[:1].upper()}{d.title[1:]}" for d in documents if d.id == twin}
        for side in sides(case):
            if side.title in titles:
                self.rows.addWidget(comparison(side, case))
        self.rows.addWidget(heading(tr("Why")))
        self.rows.addWidget(bullets(case.judgement.reasons if case.judgement else ()))
        self.rows.addWidget(heading(tr("Left to do, by you")))
        self.rows.addWidget(bullets(left_to_do(case)))
        self.rows.addWidget(plain(tr("The case will say “not linked”; it counts as solved, not as posted."), "small"))
        self.name_line = NameLine(person)
        self.rows.addWidget(self.name_line)

    def first_focus(self) -> QWidget:
        """The button that leaves: confirming is no reflex."""
        return self.cancel_button

    def confirm(self) -> None:
        """Confirms."""
        if self.name_line.missing:
            self.show_problem(self.name_line.missing)
            return
        here, failed = (so_long_as(lambda: self.here, each) for each in (self._done, self._failed))
        self._clerk.same_document(self._case, self.name_line.new_name, here, failed)

    def _done(self, _case: object) -> None:
        self.closed.emit()

    def _failed(self, problem: Exception) -> None:
        self.show_problem(problem_words(problem))
