"""The connected companies as a table: one row has the focus, and several can be marked."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from untwin.domain.company import Company
from untwin.ui.company_rows import COLUMNS, CONNECTION, MARK, NAME, CompanyRow
from untwin.ui.theme import Theme
from untwin.ui.two_lines import BOX, TwoLines, hold_still, row_height
from untwin.ui.words import plain_tip, tr

PAD = 8
SHARES = (36, 250, 130, 160, 200, 100)  # what the columns have to say at 100 %
_MOST_ROWS = 8
_NO_INDEX = QModelIndex()
_ROW = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


class CompaniesModel(QAbstractTableModel):
    """The rows, and which of them are marked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[CompanyRow, ...] = ()
        self.marked: set[str] = set()

    def set_rows(self, rows: Iterable[CompanyRow]) -> None:
        """Shows other rows; marks of companies that are gone go too."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.marked &= {row.company.realm for row in self.rows}
        self.endResetModel()

    def mark(self, realms: Iterable[str]) -> None:
        """Marks these and no others."""
        self.marked = set(realms)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(COLUMNS) - 1))

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many companies there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' titles."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows or says."""
        if not index.isValid() or role not in _SERVED:
            return None
        row, column = self.rows[index.row()], index.column()
        if role == _ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole and column == MARK:
            marked = row.company.realm in self.marked
            return f"{row.sentence}, {tr('marked') if marked else tr('not marked')}"
        text = "\n".join(filter(None, row.lines[column]))
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text


_SERVED = frozenset(
    {
        int(Qt.ItemDataRole.DisplayRole),
        int(Qt.ItemDataRole.ToolTipRole),
        int(Qt.ItemDataRole.AccessibleTextRole),
        _ROW,
    }
)


class _Painter(QStyledItemDelegate):
    """Paints a cell's two lines, the box of a mark, and one focus ring around the whole row."""

    def __init__(self, theme: Theme, table: "CompaniesTable") -> None:
        super().__init__(table)
        self._theme, self._table, self._paint = theme, table, TwoLines()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines and generous air."""
        return QSize(80, row_height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one cell."""
        row: CompanyRow = index.data(_ROW)
        painter.save()
        focused = self._table.hasFocus()
        self._paint.ground(painter, option, self._theme.colours, first=index.column() == MARK, focused=focused)
        area = option.rect.adjusted(PAD, 0, -PAD, 0)
        if index.column() == MARK:
            self._box(painter, area, marked=row.company.realm in self._table.companies.marked)
        else:
            self._words(painter, option, row, index.column())
        painter.restore()

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, row: CompanyRow, column: int) -> None:
        colours, area = self._theme.colours, option.rect.adjusted(PAD, 0, -PAD, 0)
        loud = column == NAME or (column == CONNECTION and row.tone == "bad")
        first = getattr(colours, row.tone) if column == CONNECTION else colours.ink
        lines = zip(row.lines[column], (first, colours.muted), strict=True)
        self._paint.lines(painter, area, lines, option.font, bold=loud)

    def _box(self, painter: QPainter, area: QRect, *, marked: bool) -> None:
        corner = QPoint(area.left() + 4, area.top() + (area.height() - BOX) // 2)
        self._paint.box(painter, corner, self._theme.colours, checked=marked)


class CompaniesTable(QTableView):
    """The list: up and down move, a click on its box marks a row."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.companies = CompaniesModel(self)
        self.setModel(self.companies)
        self.setItemDelegate(_Painter(theme, self))
        self.setObjectName("companies")
        self.setAccessibleName(tr("Connected companies"))
        hold_still(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._heads()

    def _heads(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setHighlightSections(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setMinimumSectionSize(30)
        columns.setSectionsClickable(False)

    @property
    def current(self) -> Company | None:
        """The company whose row has the focus."""
        place = self.currentIndex().row()
        return self.companies.rows[place].company if 0 <= place < len(self.companies.rows) else None

    @property
    def chosen(self) -> tuple[Company, ...]:
        """The marked companies; the current one where none is marked."""
        marked = tuple(r.company for r in self.companies.rows if r.company.realm in self.companies.marked)
        return marked or ((self.current,) if self.current else ())

    def show_rows(self, rows: Iterable[CompanyRow]) -> None:
        """Shows these rows; the current one stays where it can."""
        kept, place = self.current, max(self.currentIndex().row(), 0)
        self.companies.set_rows(rows)
        listed = [row.company.realm for row in self.companies.rows]
        self.choose(listed.index(kept.realm) if kept and kept.realm in listed else place)
        self.fit()

    def choose(self, number: int) -> None:
        """Makes a row the current one; beyond the ends the first or the last."""
        last = len(self.companies.rows) - 1
        if last >= 0:
            self.setCurrentIndex(self.companies.index(min(max(number, 0), last), 0))

    def toggle(self) -> None:
        """Marks the current row, or takes its mark away."""
        if self.current is not None:
            self.companies.mark(self.companies.marked ^ {self.current.realm})

    def toggle_all(self) -> None:
        """Marks all, or none where all are marked."""
        every = {row.company.realm for row in self.companies.rows}
        self.companies.mark(set() if self.companies.marked == every else every)

    def fit(self) -> None:
        """Takes the height of its rows, and shares the width out by how much each column has to say."""
        height = row_height(self.font())
        self.verticalHeader().setDefaultSectionSize(height)
        shown = min(max(len(self.companies.rows), 1), _MOST_ROWS)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + shown * height)
        width = self.viewport().width()
        widths = [width * share // sum(SHARES) for share in SHARES]
        widths[NAME] += width - sum(widths)
        for column, each in enumerate(widths):
            self.setColumnWidth(column, each)

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

    def resizeEvent(self, event: object) -> None:
        """Keeps the columns within the width."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fit()

    def focusInEvent(self, event: object) -> None:
        """Shows the ring."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.viewport().update()

    def focusOutEvent(self, event: object) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here, not a search for a row's first letter."""
