"""A table of plain words to be read by rows: nothing in it can be changed, and its columns share the width."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from untwin.ui.kit.two_lines import fix_heads, hold_still, width_to_share
from untwin.ui.kit.words import plain_tip

_NO_INDEX = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
Row = tuple[str, ...]
_AIR = 12  # pixels above and below a row's words, together


class _Model(QAbstractTableModel):
    def __init__(self, titles: Row, figures: frozenset[int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._figures = figures
        self.titles, self.shown = titles, tuple[Row, ...]()

    def show_rows(self, rows: Sequence[Row], titles: Row) -> None:
        self.beginResetModel()
        self.shown, self.titles = tuple(rows), titles
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self.titles):
            if role == Qt.ItemDataRole.DisplayRole:
                return self.titles[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return self._side(section)
        return None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        """Figures stand under each other by their last digit."""
        side = Qt.AlignmentFlag.AlignRight if column in self._figures else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        words = self.shown[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else None


class PlainTable(QTableView):
    """`shares` say how much each column has to say, in pixels or beside the others; `figures` which hold figures alone.

    Where larger text needs more than the width, it scrolls sideways.

    Signals:
        chosen: another row or column is chosen; their places, from 0.
    """

    chosen = Signal(int, int)

    def __init__(
        self,
        name: str,
        titles: Row,
        shares: Sequence[int],
        parent: QWidget | None = None,
        *,
        figures: Sequence[int] = (),
    ) -> None:
        super().__init__(parent)
        self._model, self._shares = _Model(titles, frozenset(figures), self), tuple(shares)
        self.setModel(self._model)
        self.setObjectName("plain")
        self.setAccessibleName(name)
        hold_still(self)
        fix_heads(self)
        self.selectionModel().currentChanged.connect(self._moved)

    @property
    def shown(self) -> tuple[Row, ...]:
        """The rows that it shows."""
        return self._model.shown

    @property
    def titles(self) -> Row:
        """The titles of its columns."""
        return self._model.titles

    def show_rows(self, rows: Sequence[Row], titles: Row | None = None, shares: Sequence[int] = ()) -> None:
        """Shows these; the chosen cell stays where it can."""
        row, column = max(self.currentIndex().row(), 0), max(self.currentIndex().column(), 0)
        self._model.show_rows(rows, titles or self._model.titles)
        self._shares = tuple(shares) or self._shares
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _AIR)
        self._share_out()
        self.setCurrentIndex(self._model.index(min(row, max(len(rows) - 1, 0)), min(column, len(self.titles) - 1)))

    def fit_height(self, room: int, least: int = 3) -> None:
        """Takes the height of its rows, as far as there is room."""
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _AIR)
        head, height = self.horizontalHeader().sizeHint().height(), self.verticalHeader().defaultSectionSize()
        bar = self.horizontalScrollBar().sizeHint().height() if self._is_wide else 0
        wanted = head + max(len(self.shown), least) * height + bar + 4
        self.setFixedHeight(max(min(wanted, room), head + least * height))

    @property
    def _is_wide(self) -> bool:
        return width_to_share(self, self._shares) > self.viewport().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the width out anew."""
        super().resizeEvent(event)
        self._share_out()

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here, not a search for a row's first letter."""

    def _share_out(self) -> None:
        width = width_to_share(self, self._shares)
        for column, share in enumerate(self._shares):
            self.setColumnWidth(column, width * share // sum(self._shares))

    def _moved(self, now: QModelIndex) -> None:
        self.chosen.emit(now.row(), now.column())
