"""The inbox as a Qt table model: tuple rows, one way in, a role for sorting and one for the case itself."""

from collections.abc import Collection
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from untwin.domain.case import Case
from untwin.ui.inbox_rows import AMOUNT, COLUMNS, Row
from untwin.ui.words import plain_tip, tr

_NO_INDEX = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """Roles of the model's own: the native value to sort by, the whole row, and whether it is selected."""

    SORT = Qt.ItemDataRole.UserRole
    ROW = Qt.ItemDataRole.UserRole + 1
    SELECTED = Qt.ItemDataRole.UserRole + 2


class InboxModel(QAbstractTableModel):
    """The rows that are shown now, in their order, and which of them are `selected`, by their cases' ids."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._sorted: tuple[int, bool] | None = None
        self.selected: frozenset[str] = frozenset()

    @property
    def cases(self) -> tuple[Case, ...]:
        """The cases that are shown, in their order."""
        return tuple(row.case for row in self._rows)

    @property
    def selected_cases(self) -> tuple[Case, ...]:
        """Those of them that are selected."""
        return tuple(case for case in self.cases if case.id in self.selected) if self.selected else ()

    def select(self, case_ids: Collection[str]) -> None:
        """Selects these and no others; what isn't shown can't be selected."""
        self.selected = frozenset(case_ids) & {row.case.id for row in self._rows}
        self._all_changed()

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Shows other rows; those that stay keep their place and their selection."""
        rows = self._in_order(rows)
        self.selected &= {row.case.id for row in rows}
        if [r.case.id for r in rows] == [r.case.id for r in self._rows]:
            self._rows = rows
            self._all_changed()
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _all_changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(COLUMNS) - 1))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by a column's native values; no column (-1) leaves the inbox's own order from the next rows on."""
        self._sorted = (column, order is Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self.layoutAboutToBeChanged.emit()
        before = [(index, self._rows[index.row()].case.id) for index in self.persistentIndexList()]
        self._rows = self._in_order(self._rows)
        for index, case_id in before:
            self.changePersistentIndex(index, self.index(self.row_of_case(case_id), index.column()))
        self.layoutChanged.emit()

    def _in_order(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        if self._sorted is None:
            return rows
        column, backwards = self._sorted
        return tuple(sorted(rows, key=lambda row: row.sort[column], reverse=backwards))

    def row(self, number: int) -> Row | None:
        """One row, or None outside."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def row_of_case(self, case_id: str) -> int:
        """Where a case stands, or -1."""
        return next((i for i, row in enumerate(self._rows) if row.case.id == case_id), -1)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

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
            side = Qt.AlignmentFlag.AlignRight if section == AMOUNT else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows, sorts by or says; None early for everything else."""
        served = _SERVED.get(role)
        row = self.row(index.row()) if served and index.isValid() else None
        if served is None or row is None:
            return None
        return served(row, index.column(), row.case.id in self.selected)


def _text(row: Row, column: int, _selected: bool = False) -> str:  # noqa: FBT001, FBT002 - what every role is told
    return "\n".join(part for part in row.lines[column] if part)


def _tip(row: Row, column: int, _selected: bool) -> str:  # noqa: FBT001
    return plain_tip(_text(row, column))


def _aloud(row: Row, column: int, selected: bool) -> str:  # noqa: FBT001
    """The first cell says the whole row, the others only themselves."""
    if column:
        return _text(row, column).replace("\n", ", ")
    return f"{row.sentence}, {tr('selected')}" if selected else row.sentence


def _sort(row: Row, column: int, _selected: bool) -> object:  # noqa: FBT001
    return row.sort[column]


def _whole(row: Row, _column: int, _selected: bool) -> Row:  # noqa: FBT001
    return row


def _is_selected(_row: Row, _column: int, selected: bool) -> bool:  # noqa: FBT001
    return selected


_SERVED = {
    int(Qt.ItemDataRole.DisplayRole): _text,
    int(Qt.ItemDataRole.ToolTipRole): _tip,
    int(Qt.ItemDataRole.AccessibleTextRole): _aloud,
    int(Role.SORT): _sort,
    int(Role.ROW): _whole,
    int(Role.SELECTED): _is_selected,
}
