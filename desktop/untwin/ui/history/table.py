"""The change history as a table: one row is chosen, nothing in it can be changed."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from untwin.ui.history.rows import CHECK, COLUMNS, WHAT, WHEN, HistoryEntry
from untwin.ui.kit.listed import Index, ListedModel, ListedPainter, ListedTable
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.two_lines import row_height
from untwin.ui.kit.words import plain_tip, tr

_SHARES = (104, 170, 120, 260, 150, 110)  # what the columns have to say at 100 %
_LEAST_ROWS, _FEWEST = 5, 3  # the room that it takes though it has less to show; what it shows in any case


class _Model(ListedModel):
    """The rows that are shown; a tip has the moment in UTC, too."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows or says."""
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid() and index.column() == WHEN:
            return plain_tip(f"{super().data(index)}\n{self.rows[index.row()].utc}")
        return super().data(index, role)


class _Painter(ListedPainter):
    """What was changed is loud; the check has the colour of its outcome."""

    def cell(self, painter: QPainter, option: QStyleOptionViewItem, row: Any, column: int) -> None:
        """Paints one cell's words."""
        tone = row.tone if column == CHECK else "ink"
        loud = column == WHAT and bool(row.request_id)
        self.words(painter, option, row.lines[column], f"loud-{tone}" if loud else tone)


class HistoryTable(ListedTable):
    """The list; the room that `fit_height` gives is taken as far as there are rows for it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.history = _Model(COLUMNS)
        super().__init__(self.history, _SHARES, WHAT, parent)
        self.least_rows = _LEAST_ROWS
        self.setItemDelegate(_Painter(theme, self))
        self.setObjectName("history")
        self.setAccessibleName(tr("Change history"))

    @property
    def current(self) -> HistoryEntry | None:
        """The row that is chosen."""
        found: HistoryEntry | None = self.focused_row
        return found

    def fit_height(self, room: int) -> int:
        """Takes the height of its rows, as far as there is room; the height that it takes."""
        around = self.horizontalHeader().sizeHint().height() + self.bar_height
        self.most_rows = max((room - around) // row_height(self.font()), _FEWEST)
        self.fit()
        return self.height()
