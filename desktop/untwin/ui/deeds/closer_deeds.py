"""What the actions about changes that could not be proved do."""

from PySide6.QtCore import QObject, Signal

from untwin.domain.cases.case import Case
from untwin.flows.desk import Desk
from untwin.ui.deciding.closer_sheet import CloserSheet
from untwin.ui.inbox.listing import Listing
from untwin.ui.kit.words import Said
from untwin.ui.sheets.ground import SheetGround
from untwin.ui.work.clerk import Clerk
from untwin.ui.work.errands import Errands


class CloserDeeds(QObject):
    """Honours `CloserContext`.

    Signals:
        restore_wanted: a case whose old number is to be given back.
    """

    restore_wanted = Signal(object)

    def __init__(self, desk: Desk, clerk: Clerk, ground: SheetGround, listing: Listing, errands: Errands) -> None:
        super().__init__(clerk)
        self._desk, self._clerk, self._ground, self._listing = desk, clerk, ground, listing
        self._errands = errands

    def open(self) -> None:
        """Opens the sheet for the chosen case."""
        case = self._listing.case
        company = self._listing.companies.get(case.company or "") if case else None
        if case is None or company is None:
            return
        sheet = CloserSheet(case, company, self._clerk.changing, self._desk.person)
        sheet.ended.connect(self._ended)
        self._ground.open(sheet)

    def look_again(self) -> None:
        """Reads once more what became of the case's changes."""
        if (sheet := self._sheet) is not None:
            self._clerk.settle(sheet.case, self._looked_again)

    def open_document(self) -> None:
        """Opens the document in QuickBooks."""
        if (sheet := self._sheet) is not None:
            self._errands.open_document(sheet.case, self._listing.companies)

    @property
    def _sheet(self) -> CloserSheet | None:
        sheet = self._ground.sheet
        return sheet if isinstance(sheet, CloserSheet) else None

    def _looked_again(self) -> None:
        if (sheet := self._sheet) is not None:
            sheet.looked_again(self._desk.cases.get(sheet.case.id))

    def _ended(self, case: Case, then_restore: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._clerk.said.emit(Said(case.note))
        if then_restore and case.renumbered:
            self.restore_wanted.emit(case)
