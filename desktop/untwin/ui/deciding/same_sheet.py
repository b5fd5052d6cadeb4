"""The same-document sheet: names both documents and what is left to do; it writes nothing to the books."""

from untwin.domain.cases.case import Case
from untwin.domain.cases.left_to_do import left_to_do, link_unknown
from untwin.domain.company.company import Company
from untwin.domain.words.phrasing import capital
from untwin.flows.person import Person
from untwin.ui.case.parts import bullets, comparison, heading
from untwin.ui.case.side_by_side import sides
from untwin.ui.kit.labels import plain
from untwin.ui.kit.words import tr
from untwin.ui.lanes.bridge import Failed, Then
from untwin.ui.sheets.confirming import ConfirmingSheet
from untwin.ui.work.clerk import Clerk


class SameSheet(ConfirmingSheet):
    """Asks a person to confirm that the sale is in QuickBooks already."""

    def __init__(self, case: Case, company: Company | None, clerk: Clerk, person: Person) -> None:
        lead = tr("Confirming writes nothing to the books. It ends this case and keeps the list of what is left.")
        self._case, self._clerk, self._company = case, clerk, company
        super().__init__(person, tr("The same sale is in QuickBooks already"), lead, tr("Confirm"))

    def fill(self) -> None:
        """Both documents, why they are one sale, and what is left to do."""
        case = self._case
        twin = case.judgement.twin_id if case.judgement else None
        named = [case.evidence.named_found] if case.evidence and case.evidence.named_found else []
        documents = [*case.evidence.nearby, *case.evidence.holders, *named] if case.evidence else []
        titles = {capital(d.title) for d in documents if d.id == twin}
        for side in sides(case):
            if side.title in titles:
                self.rows.addWidget(comparison(side, case, self._company))
        self.rows.addWidget(heading(tr("Why")))
        self.rows.addWidget(bullets(case.judgement.reasons if case.judgement else ()))
        self.rows.addWidget(heading(tr("Left to do, by you")))
        self.rows.addWidget(bullets(left_to_do(case)))
        self.rows.addWidget(plain(_will_say(case), "small"))

    def send(self, then: Then, failed: Failed) -> None:
        """Ends the case as booked already."""
        self._clerk.same_document(self._case, self.name_line.new_name, then, failed)


def _will_say(case: Case) -> str:
    if link_unknown(case):
        return tr("Whether it is linked shows in the source; the case counts as solved, not as posted.")
    return tr("The case will say “not linked”; it counts as solved, not as posted.")
