"""The inbox as a Qt table model: it holds ids, and has the rows near the view read."""

from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from untwin.ui.inbox.columns import AMOUNT, COLUMNS, PAGE
from untwin.ui.kit.words import plain_tip, tr
from untwin.ui.lanes.id_list import IdList

if TYPE_CHECKING:
    from untwin.domain.window.front import FrontRow
    from untwin.ui.inbox.rows import Row

_NO_INDEX = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
Reading = Callable[[int, Sequence[int]], "Row | None"]


class Role(IntEnum):
    """Roles of the model's own: the native value to sort by, and the whole row."""

    SORT = Qt.ItemDataRole.UserRole
    ROW = Qt.ItemDataRole.UserRole + 1


class InboxModel(QAbstractTableModel):
    """The cases that are shown now, by their ids in order, and which of them are `selected`; rows come as needed.

    Signals:
        order_wanted: the column to sort by and whether backwards; -1 for the inbox's own order.
    """

    order_wanted = Signal(int, bool)

    def __init__(self, row_of: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._row_of = row_of
        self.ids, self.whole, self._count = IdList(), True, 0
        self.selected: frozenset[int] = frozenset()

    @property
    def selected_ids(self) -> tuple[int, ...]:
        """Those that are selected, in their order."""
        return tuple(i for i in self.ids if i in self.selected) if self.selected else ()

    def select(self, case_ids: Iterable[str | int]) -> None:
        """Selects these and no others; what isn't shown can't be selected."""
        self.selected = frozenset(i for i in map(int, case_ids) if i in self.ids)
        self._all_changed()

    def show_ids(self, ids: IdList, *, whole: bool = True) -> None:
        """Shows other cases; those that stay keep their selection. `whole` says that there are no more of them."""
        before, self.ids, self.whole = self.ids, ids, whole
        self.selected = frozenset(i for i in self.selected if i in ids)
        if len(before) == self._count and before.ids == ids.ids:
            self._all_changed()
            return
        if before is not ids and 0 < self._count < len(ids) and ids.ids[: self._count] == before.ids:
            self.beginInsertRows(_NO_INDEX, self._count, len(ids) - 1)
            self._count = len(ids)
            self.endInsertRows()
            self._all_changed()
            return
        self.beginResetModel()
        self._count = len(ids)
        self.endResetModel()

    def _all_changed(self) -> None:
        if len(self.ids):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.ids) - 1, len(COLUMNS) - 1))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Asks for another order."""
        self.order_wanted.emit(column, order is Qt.SortOrder.DescendingOrder)

    def row(self, number: int) -> "Row | None":
        """One row, or None outside, and where its case is gone meanwhile."""
        if not 0 <= number < len(self.ids):
            return None
        start = number - number % PAGE
        return self._row_of(self.ids[number], self.ids.ids[start : start + PAGE])

    def painted(self, number: int) -> "Row | FrontRow | None":
        """The same, as far as it is painted."""
        return self.row(number)

    def case_id(self, number: int) -> str:
        """The id of the case in a row; empty outside."""
        return str(self.ids[number]) if 0 <= number < len(self.ids) else ""

    def row_of_case(self, case_id: str, near: int = 0) -> int:
        """Where a case stands, or -1; found sooner about where it is guessed."""
        return self.ids.place(int(case_id), near) if case_id.isdecimal() else -1

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else self._count

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
        return served(row, index.column(), self.ids[index.row()] in self.selected)


def _text(row: "Row", column: int, _selected: bool = False) -> str:  # noqa: FBT001, FBT002 - what every role is told
    return "\n".join(part for part in row.lines[column] if part)


def _tip(row: "Row", column: int, _selected: bool) -> str:  # noqa: FBT001
    return plain_tip(_text(row, column))


def _aloud(row: "Row", column: int, selected: bool) -> str:  # noqa: FBT001
    """The first cell says the whole row, the others only themselves."""
    if column:
        return _text(row, column).replace("\n", ", ")
    return f"{row.sentence}, {tr('selected')}" if selected else row.sentence


def _sort(row: "Row", column: int, _selected: bool) -> object:  # noqa: FBT001
    return row.sort[column]


def _whole(row: "Row", _column: int, _selected: bool) -> "Row":  # noqa: FBT001
    return row


_SERVED = {
    int(Qt.ItemDataRole.DisplayRole): _text,
    int(Qt.ItemDataRole.ToolTipRole): _tip,
    int(Qt.ItemDataRole.AccessibleTextRole): _aloud,
    int(Role.SORT): _sort,
    int(Role.ROW): _whole,
}
