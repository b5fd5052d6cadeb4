"""What the actions about the change history do."""

from PySide6.QtCore import QObject, Signal

from untwin.domain.cases.case import Case
from untwin.flows.desk import Desk
from untwin.ui.batch.sheet import BatchSheet
from untwin.ui.comfort.export_sheet import ExportSheet, Subject
from untwin.ui.history.rows import HistoryEntry
from untwin.ui.history.sheet import HistorySheet
from untwin.ui.inbox.listing import Listing
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import Said
from untwin.ui.sheets.ground import SheetGround
from untwin.ui.work.clerk import Clerk


class HistoryDeeds(QObject):
    """Honours `HistoryContext`.

    Signals:
        case_wanted: the id of a case that is to be shown.
        restore_wanted: a case, and which of its changes are to be taken back.
    """

    case_wanted = Signal(str)
    restore_wanted = Signal(object, object)

    def __init__(self, desk: Desk, clerk: Clerk, look: tuple[SheetGround, Theme, Listing]) -> None:
        super().__init__(clerk)
        self._desk, self._clerk = desk, clerk
        self._ground, self._theme, self._listing = look

    def open(self) -> None:
        """Opens the change history."""
        self._ground.open(HistorySheet(self._clerk.history, self._theme))

    def export(self) -> None:
        """Opens the export: of the plan that is open, else of the history."""
        sheet = self._ground.sheet
        plan = sheet.plan_now if isinstance(sheet, BatchSheet) else None
        case = self.case or self._listing.case
        companies = self._listing.companies
        subject = Subject(companies, self._listing.company, case, plan)
        made = ExportSheet(subject, self._desk.export, self._clerk.history.bridge)
        made.written.connect(self._say)
        self._ground.open(made)

    def _say(self, sentence: str) -> None:
        self._clerk.said.emit(Said(sentence))

    @property
    def case(self) -> Case | None:
        """The case of the chosen entry."""
        entry = self._entry
        return self._desk.cases.get(entry.case_id) if entry and entry.case_id else None

    @property
    def restorable(self) -> bool:
        """Whether the chosen entry is a change whose old number can be asked for."""
        entry = self._entry
        return entry is not None and entry.restorable

    def move(self, step: int) -> None:
        """Goes to the row that many further down."""
        if (sheet := self._sheet) is not None:
            sheet.move_by(step)

    def focus_filter(self) -> None:
        """Puts the focus on the filter."""
        if (sheet := self._sheet) is not None:
            sheet.focus_filter()

    def open_case(self) -> None:
        """Shows the case of the chosen entry in the inbox."""
        if (case := self.case) is not None:
            self._ground.close_sheet()
            self.case_wanted.emit(case.id)

    def restore(self) -> None:
        """Opens the restore sheet for the chosen change."""
        entry, case = self._entry, self.case
        if entry is not None and case is not None:
            self.restore_wanted.emit(case, (entry.request_id,))

    def verify(self) -> None:
        """Walks the whole record."""
        if (sheet := self._sheet) is not None:
            sheet.verify()

    @property
    def _sheet(self) -> HistorySheet | None:
        sheet = self._ground.sheet
        return sheet if isinstance(sheet, HistorySheet) else None

    @property
    def _entry(self) -> HistoryEntry | None:
        return self._sheet.table.current if self._sheet else None
