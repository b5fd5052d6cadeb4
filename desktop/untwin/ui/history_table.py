"""The change history as a table: one row is chosen, nothing in it can be changed."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from untwin.ui.history_rows import CHECK, COLUMNS, WHAT, WHEN, HistoryEntry
from untwin.ui.theme import Theme
from untwin.ui.two_lines import TwoLines, hold_still, row_height, width_to_share
from untwin.ui.words import plain_tip, tr

PAD = 8
SHARES = (104, 170, 120, 260, 150, 110)  # what the columns have to say at 100 %
_LEAST_ROWS = 5
_NO_INDEX = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractTableModel):
    """The rows that are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[HistoryEntry, ...] = ()

    def show_entries(self, entries: tuple[HistoryEntry, ...]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.entries)

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
        served = _SERVED.get(role)
        if served is None or not index.isValid():
            return None
        return served(self.entries[index.row()], index.column())


def _text(entry: HistoryEntry, column: int) -> str:
    return "\n".join(filter(None, entry.lines[column]))


def _tip(entry: HistoryEntry, column: int) -> str:
    return plain_tip("\n".join((_text(entry, column), entry.utc)) if column == WHEN else _text(entry, column))


def _aloud(entry: HistoryEntry, column: int) -> str:
    """The first cell says the whole row, the others only themselves."""
    return _text(entry, column).replace("\n", ", ") if column else entry.sentence


_SERVED: dict[int, Callable[[HistoryEntry, int], str]] = {
    int(Qt.ItemDataRole.DisplayRole): _text,
    int(Qt.ItemDataRole.ToolTipRole): _tip,
    int(Qt.ItemDataRole.AccessibleTextRole): _aloud,
}


class _Painter(QStyledItemDelegate):
    """Paints a cell's two lines, and one focus ring around the whole row."""

    def __init__(self, theme: Theme, table: "HistoryTable") -> None:
        super().__init__(table)
        self._theme, self._table, self._paint = theme, table, TwoLines()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines and generous air."""
        return QSize(80, row_height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one cell."""
        entry, column, colours = self._table.history.entries[index.row()], index.column(), self._theme.colours
        painter.save()
        focused = self._table.hasFocus()
        self._paint.under(painter, option, colours, first=column == WHEN, focused=focused)
        first = str(getattr(colours, entry.tone)) if column == CHECK else colours.ink
        lines = zip(entry.lines[column], (first, colours.muted), strict=True)
        area = option.rect.adjusted(PAD, 0, -PAD, 0)
        self._paint.lines(painter, area, lines, option.font, bold=column == WHAT and bool(entry.request_id))
        painter.restore()


class HistoryTable(QTableView):
    """The list; the room that `fit_height` gives is taken as far as there are rows for it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.history = HistoryModel(self)
        self.setModel(self.history)
        self.setItemDelegate(_Painter(theme, self))
        self.setObjectName("history")
        self.setAccessibleName(tr("Change history"))
        hold_still(self)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setHighlightSections(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setMinimumSectionSize(30)
        columns.setSectionsClickable(False)

    @property
    def current(self) -> HistoryEntry | None:
        """The row that is chosen."""
        place = self.currentIndex().row()
        return self.history.entries[place] if 0 <= place < len(self.history.entries) else None

    def show_entries(self, entries: tuple[HistoryEntry, ...]) -> None:
        """Shows these; the chosen one stays where it can."""
        kept = self.current
        self.history.show_entries(entries)
        self.choose(entries.index(kept) if kept in entries else 0)

    def choose(self, place: int) -> None:
        """Chooses a row; the ends hold."""
        last = len(self.history.entries) - 1
        if last >= 0:
            self.setCurrentIndex(self.history.index(min(max(place, 0), last), 0))

    def fit_height(self, room: int) -> int:
        """Takes the height of its rows, as far as there is room; the height that it takes."""
        height, head = row_height(self.font()), self.horizontalHeader().sizeHint().height()
        self.verticalHeader().setDefaultSectionSize(height)
        wanted = head + max(len(self.history.entries), _LEAST_ROWS) * height + 2
        taken = max(min(wanted, room), head + _LEAST_ROWS * height)
        self.setFixedHeight(taken)
        return taken

    def resizeEvent(self, event: object) -> None:
        """Shares the width out by how much each column has to say."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        width = width_to_share(self, SHARES)
        widths = [width * share // sum(SHARES) for share in SHARES]
        widths[WHAT] += width - sum(widths)
        for column, each in enumerate(widths):
            self.setColumnWidth(column, each)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here, not a search for a row's first letter."""
