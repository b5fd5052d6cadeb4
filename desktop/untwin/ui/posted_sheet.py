"""The sheet about a document that may be the waiting one: what was found, what differs, and a person's word."""

from PySide6.QtWidgets import QWidget

from untwin.domain.case import Case
from untwin.flows.person import Person
from untwin.ui.asking import NameLine
from untwin.ui.bridge import so_long_as
from untwin.ui.case_parts import bullets, heading
from untwin.ui.labels import plain
from untwin.ui.looking import Looking
from untwin.ui.sheet import Sheet
from untwin.ui.side_by_side import waiting_title
from untwin.ui.summary import waiting_words
from untwin.ui.words import problem_words, tr


class PostedSheet(Sheet):
    """Asks a person to confirm that a document is the waiting one; it writes nothing to the books."""

    def __init__(self, case: Case, looking: Looking, person: Person) -> None:
        lead = tr("Confirming writes nothing to the books. It ends this case as posted.")
        title = tr("Did {} post?").format(waiting_title(case))
        super().__init__(title, lead, confirm_words=tr("Yes, it posted"), width=760)
        self._case, self._looking = case, looking
        self.rows.addWidget(heading(tr("Was waiting")))
        self.rows.addWidget(plain(waiting_words(case), select=True))
        self.rows.addWidget(heading(tr("Found in QuickBooks")))
        self.rows.addWidget(plain(case.posting.sentence if case.posting else "", select=True))
        if case.posting and case.posting.differences:
            self.rows.addWidget(heading(tr("Not as expected")))
            self.rows.addWidget(bullets(case.posting.differences))
        self.rows.addWidget(plain(tr("Not sure? Esc, then b opens it in QuickBooks."), "small"))
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
        self._looking.confirm(self._case, self.name_line.new_name, here, failed)

    def _done(self, _case: object) -> None:
        self.closed.emit()

    def _failed(self, problem: Exception) -> None:
        self.show_problem(problem_words(problem))
