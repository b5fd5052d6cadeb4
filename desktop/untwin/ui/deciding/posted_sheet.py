"""The sheet about a document that may be the waiting one: what was found, what differs, and a person's word."""

from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company
from untwin.flows.person import Person
from untwin.ui.case.parts import bullets, comparison, heading
from untwin.ui.case.side_by_side import found_after, waiting_title
from untwin.ui.case.summary import waiting_words
from untwin.ui.kit.labels import plain
from untwin.ui.kit.words import tr
from untwin.ui.lanes.bridge import Failed, Then
from untwin.ui.sheets.confirming import ConfirmingSheet
from untwin.ui.work.looking import Looking


class PostedSheet(ConfirmingSheet):
    """Asks a person to confirm that a document is the waiting one."""

    def __init__(self, case: Case, company: Company | None, looking: Looking, person: Person) -> None:
        lead = tr("Confirming writes nothing to the books. It ends this case as posted.")
        self._case, self._looking, self._company = case, looking, company
        title = tr("Did {} post?").format(waiting_title(case, company))
        super().__init__(person, title, lead, tr("Yes, it posted"))

    def fill(self) -> None:
        """What was waiting beside what was found, and what is not as expected."""
        case, found = self._case, found_after(self._case)
        if not found:
            self.rows.addWidget(heading(tr("Was waiting")))
            self.rows.addWidget(plain(waiting_words(case, self._company), select=True))
        self.rows.addWidget(heading(tr("Found in QuickBooks")))
        self.rows.addWidget(plain(case.posting.sentence if case.posting else "", select=True))
        for side in found:
            self.rows.addWidget(comparison(side, case, self._company))
        if case.posting and case.posting.differences:
            self.rows.addWidget(heading(tr("Not as expected")))
            self.rows.addWidget(bullets(case.posting.differences))
        self.rows.addWidget(plain(tr("Not sure? Esc, then b opens it in QuickBooks."), "small"))

    def send(self, then: Then, failed: Failed) -> None:
        """Ends the case as posted."""
        self._looking.confirm(self._case, self.name_line.new_name, then, failed)
