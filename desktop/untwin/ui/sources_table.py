"""The companies' sources as a table: one row has the focus."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from untwin.ui.source_rows import COLUMNS, NAME, TESTED, SourceRow
from untwin.ui.theme import Theme
from untwin.ui.two_lines import TwoLines, hold_still, row_height
from untwin.ui.words import plain_tip, tr

PAD = 8
SHARES = (190, 330, 280, 130)  # what the columns have to say at 100 %
_MOST_ROWS = 8
_NO_INDEX = QModelIndex()
_ROW = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


class SourcesModel(QAbstractTableModel):
    """The rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[SourceRow, ...] = ()

    def set_rows(self, rows: Iterable[SourceRow]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many sources there are."""
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
        if role == Qt.ItemDataRole.AccessibleTextRole and column == NAME:
            return row.sentence
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
    """Paints a cell's two lines and one focus ring around the whole row."""

    def __init__(self, theme: Theme, table: "SourcesTable") -> None:
        super().__init__(table)
        self._theme, self._table, self._paint = theme, table, TwoLines()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines and generous air."""
        return QSize(80, row_height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one cell."""
        row: SourceRow = index.data(_ROW)
        column, colours = index.column(), self._theme.colours
        painter.save()
        self._paint.ground(painter, option, colours, first=column == NAME, focused=self._table.hasFocus())
        first = getattr(colours, row.tone) if column == TESTED else colours.ink
        lines = zip(row.lines[column], (first, colours.muted), strict=True)
        area = option.rect.adjusted(PAD, 0, -PAD, 0)
        self._paint.lines(painter, area, lines, option.font, bold=column == NAME)
        painter.restore()


class SourcesTable(QTableView):
    """The list: up and down move."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sources = SourcesModel(self)
        self.setModel(self.sources)
        self.setItemDelegate(_Painter(theme, self))
        self.setObjectName("sources")
        self.setAccessibleName(tr("Connected sources"))
        hold_still(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setHighlightSections(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setSectionsClickable(False)

    @property
    def current(self) -> SourceRow | None:
        """The row that has the focus."""
        place = self.currentIndex().row()
        return self.sources.rows[place] if 0 <= place < len(self.sources.rows) else None

    def show_rows(self, rows: Iterable[SourceRow]) -> None:
        """Shows other rows; the same source stays chosen."""
        before = self.current
        self.sources.set_rows(rows)
        keys = [row.key for row in self.sources.rows]
        self.choose(keys.index(before.key) if before and before.key in keys else 0)
        self.fit()

    def choose(self, place: int) -> None:
        """Chooses a row; the ends hold."""
        if self.sources.rows:
            self.setCurrentIndex(self.sources.index(min(max(place, 0), len(self.sources.rows) - 1), 0))

    def fit(self) -> None:
        """Takes the height of its rows, and shares the width out by how much each column has to say."""
        height = row_height(self.font())
        self.verticalHeader().setDefaultSectionSize(height)
        shown = min(max(len(self.sources.rows), 1), _MOST_ROWS)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + shown * height)
        width = self.viewport().width()
        widths = [width * share // sum(SHARES) for share in SHARES]
        widths[NAME] += width - sum(widths)
        for column, each in enumerate(widths):
            self.setColumnWidth(column, each)

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
