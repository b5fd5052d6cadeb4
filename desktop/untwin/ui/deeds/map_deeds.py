"""What the actions about the number map do."""

from PySide6.QtCore import QObject

from untwin.flows.desk import Desk
from untwin.ui.comfort.export_sheet import ExportSheet, Subject
from untwin.ui.inbox.listing import Listing
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import Said, tr
from untwin.ui.map.documents_sheet import MapDocumentsSheet
from untwin.ui.map.reading import MapReading
from untwin.ui.map.sheet import MapSheet
from untwin.ui.sheets.ground import SheetGround
from untwin.ui.work.clerk import Clerk
from untwin.ui.work.errands import Errands


class MapDeeds(QObject):
    """Honours `MapContext`."""

    def __init__(self, desk: Desk, clerk: Clerk, look: tuple[SheetGround, Theme, Listing], errands: Errands) -> None:
        super().__init__(clerk)
        self._desk, self._clerk, self._errands = desk, clerk, errands
        self._ground, self._theme, self._listing = look
        self._reading = MapReading(desk, clerk.history.bridge, clerk.numbers)

    @property
    def shown(self) -> bool:
        """Whether a map with something on it is open."""
        return self._list is not None or (self._sheet is not None and self._sheet.shows)

    @property
    def there(self) -> bool:
        """Whether documents lie under the cursor, or one is chosen in the list of them."""
        if self._list is not None:
            return self._list.chosen is not None
        if self._sheet is None:
            return False
        under = self._sheet.view.under
        return self._sheet.typing or self._sheet.as_tables or (under is not None and bool(under.documents))

    @property
    def company(self) -> str:
        """The company whose map is open."""
        return self._sheet.realm if self._sheet else ""

    def open(self) -> None:
        """Opens the map: of the chosen case's company, of the chosen company, or of the first."""
        case, companies = self._listing.case, self._listing.companies
        mine = case.company if case and case.company in companies else None
        realm = mine or self._listing.company or next(iter(companies), "")
        sheet = MapSheet(self._reading, self._theme, companies, realm)
        if mine and case is not None:
            sheet.number = case.waiting_number or ""
        sheet.documents_wanted.connect(self.show_documents)
        self._ground.open(sheet)

    def move_lane(self, step: int) -> None:
        """Chooses the lane, or the row, that many further down."""
        if self._list is not None:
            self._list.step(step)
        elif self._sheet is not None:
            mover = self._sheet.table.step if self._sheet.as_tables else self._sheet.view.move_lane
            mover(step)

    def move(self, step: int) -> None:
        """Moves the cursor by steps."""
        if (sheet := self._picture) is not None:
            sheet.view.step(step)

    def zoom(self, steps: int) -> None:
        """Closer or further away."""
        if (sheet := self._picture) is not None:
            sheet.view.zoom(steps)

    def whole(self) -> None:
        """Shows all of it, or what is alive in it."""
        if (sheet := self._picture) is not None:
            sheet.view.whole()

    def find(self, step: int) -> None:
        """Goes to the next thing worth a look."""
        if (sheet := self._picture) is not None and not sheet.view.go_to_find(step):
            self._say(tr("Nothing more is worth a look in that direction."))

    def show_documents(self) -> None:
        """Lists the documents under the cursor; in the table, goes to the row's number."""
        sheet = self._sheet
        if sheet is None:
            return
        under = sheet.view.under
        if sheet.typing:
            # Enter is no letter: a field doesn't keep it for itself.
            sheet.go()
        elif sheet.as_tables:
            sheet.show_row()
        elif under is not None and under.documents:
            made = MapDocumentsSheet(under, self._listing.companies[sheet.realm], self._reading)
            self._ground.open(made)

    def open_document(self) -> None:
        """Opens the document under the cursor in QuickBooks, or lists them where there are several."""
        company = self._listing.companies.get(self._realm)
        if company is None:
            return
        if self._list is not None:
            chosen = self._list.chosen
            documents: tuple[tuple[str, str], ...] = ((chosen.entity, chosen.id),) if chosen else ()
        else:
            under = self._sheet.view.under if self._sheet else None
            documents = under.documents if under else ()
        if len(documents) == 1:
            self._errands.open_one(company, *documents[0])
        else:
            self.show_documents()

    def focus_number(self) -> None:
        """Puts the focus where a number is typed."""
        if (sheet := self._sheet) is not None:
            sheet.go_to.setFocus()
            sheet.go_to.selectAll()

    def focus_company(self) -> None:
        """Puts the focus on the choice of the company."""
        if (sheet := self._sheet) is not None:
            sheet.companies.setFocus()

    def switch(self) -> None:
        """Shows the same as tables, or as a picture again."""
        if (sheet := self._sheet) is not None:
            sheet.switch()

    def read_again(self) -> None:
        """Reads from QuickBooks what has changed."""
        if (sheet := self._sheet) is not None:
            sheet.read_again()

    def export(self) -> None:
        """Writes the tables as a file."""
        sheet = self._sheet
        if sheet is None or sheet.drawn is None:
            return
        subject = Subject(self._listing.companies, sheet.realm, drawn=sheet.drawn)
        made = ExportSheet(subject, self._desk.export, self._clerk.history.bridge)
        made.written.connect(self._say)
        self._ground.open(made)

    def _say(self, sentence: str) -> None:
        self._clerk.said.emit(Said(sentence))

    @property
    def _realm(self) -> str:
        return self._list.company.realm if self._list is not None else self.company

    @property
    def _sheet(self) -> MapSheet | None:
        sheet = self._ground.sheet
        return sheet if isinstance(sheet, MapSheet) else None

    @property
    def _picture(self) -> MapSheet | None:
        return self._sheet if self._sheet is not None and not self._sheet.as_tables else None

    @property
    def _list(self) -> MapDocumentsSheet | None:
        sheet = self._ground.sheet
        return sheet if isinstance(sheet, MapDocumentsSheet) else None
