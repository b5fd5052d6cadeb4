"""The connected companies as a table: one row has the focus, and several can be marked."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from untwin.domain.company.company import Company
from untwin.ui.companies.rows import COLUMNS, CONNECTION, MARK, NAME
from untwin.ui.kit.listed import Listed, ListedModel, ListedPainter, ListedTable, inside
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.two_lines import BOX
from untwin.ui.kit.words import tr

SHARES = (36, 250, 130, 160, 200, 100)  # what the columns have to say at 100 %


class CompaniesModel(ListedModel):
    """The rows, and which of them are marked."""

    def __init__(self) -> None:
        super().__init__(COLUMNS)
        self.marked: set[str] = set()

    def set_rows(self, rows: Iterable[Listed]) -> None:
        """Shows other rows; marks of companies that are gone go too."""
        shown = tuple(rows)
        self.marked &= {str(row.key) for row in shown}
        super().set_rows(shown)

    def mark(self, realms: Iterable[str]) -> None:
        """Marks these and no others."""
        self.marked = set(realms)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(COLUMNS) - 1))

    def aloud(self, row: Any) -> str:
        """The whole row, and whether it is marked."""
        return f"{row.sentence}, {tr('marked') if row.key in self.marked else tr('not marked')}"


class _Painter(ListedPainter):
    """A row begins with the box of its mark; a connection that ended is loud."""

    def __init__(self, theme: Theme, table: "CompaniesTable") -> None:
        super().__init__(theme, table)
        self._companies = table.companies

    def cell(self, painter: QPainter, option: QStyleOptionViewItem, row: Any, column: int) -> None:
        """Paints one cell's box or words."""
        if column == MARK:
            area = inside(option)
            corner = QPoint(area.left() + 4, area.top() + (area.height() - BOX) // 2)
            self.lines.box(painter, corner, self.theme.colours, checked=row.key in self._companies.marked)
            return
        loud = "loud-" if column == NAME or (column == CONNECTION and row.tone == "bad") else ""
        self.words(painter, option, row.lines[column], loud + (row.tone if column == CONNECTION else "ink"))


class CompaniesTable(ListedTable):
    """The list: up and down move, a click on its box marks a row."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.companies = CompaniesModel()
        super().__init__(self.companies, SHARES, NAME, parent)
        self.setItemDelegate(_Painter(theme, self))
        self.setObjectName("companies")
        self.setAccessibleName(tr("Connected companies"))

    @property
    def current(self) -> Company | None:
        """The company whose row has the focus."""
        row = self.focused_row
        return row.company if row is not None else None

    @property
    def chosen(self) -> tuple[Company, ...]:
        """The marked companies; the current one where none is marked."""
        marked = tuple(row.company for row in self.companies.rows if row.key in self.companies.marked)
        return marked or ((self.current,) if self.current else ())

    def toggle(self) -> None:
        """Marks the current row, or takes its mark away."""
        if self.current is not None:
            self.companies.mark(self.companies.marked ^ {self.current.realm})

    def toggle_all(self) -> None:
        """Marks all, or none where all are marked."""
        every = {row.key for row in self.companies.rows}
        self.companies.mark(set() if self.companies.marked == every else every)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the box marks its row."""
        super().mousePressEvent(event)
        if self.indexAt(event.position().toPoint()).column() == MARK:
            self.toggle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space marks, as in every list of boxes."""
        if event.key() == Qt.Key.Key_Space:
            self.toggle()
        else:
            super().keyPressEvent(event)
