"""A batch as a Qt table model: clients' heads among the rows, the number that can be edited, and each row's stage."""

from collections.abc import Collection, Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from untwin.flows.changing.going import Stage
from untwin.ui.batch.rows import COLUMNS, MARK, STANDS, TO, TOTAL, BatchRow, Entry, Head, stage_words
from untwin.ui.kit.words import plain_tip, tr
from untwin.ui.work.batch_progress import Key

_NO_INDEX = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """The model's own role: the whole entry."""

    ENTRY = Qt.ItemDataRole.UserRole


class BatchModel(QAbstractTableModel):
    """The entries in their order. `stages` is None as long as nothing is confirmed.

    Signals:
        typed: a document's key and the new number as it stands in the editor.
    """

    typed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()
        self.stages: Mapping[Key, Stage] | None = None
        self.reasons: Mapping[str, str] = {}
        self._places: dict[Key, int] = {}

    def set_entries(self, entries: tuple[Entry, ...]) -> None:
        """Shows other entries; where only their content differs, editor and place stay as they are."""
        same = [_identity(e) for e in entries] == [_identity(e) for e in self.entries]
        if not same:
            self.beginResetModel()
        self.entries = entries
        self._places = {e.key: place for place, e in enumerate(entries) if isinstance(e, BatchRow)}
        if same:
            self.all_changed()
        else:
            self.endResetModel()

    def all_changed(self) -> None:
        """Every cell may show something else now."""
        if self.entries:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.entries) - 1, len(COLUMNS) - 1))

    def moved(self, keys: Collection[Key]) -> int:
        """These rows have reached another stage; the place of the last of them, or -1."""
        places = [self._places[key] for key in keys if key in self._places]
        for place in places:
            # Cell by cell: for more than one cell at once Qt paints the whole table.
            for column in (MARK, STANDS):
                cell = self.index(place, column)
                self.dataChanged.emit(cell, cell)
        return max(places, default=-1)

    def entry(self, place: int) -> Entry | None:
        """One entry, or None outside."""
        return self.entries[place] if 0 <= place < len(self.entries) else None

    def place_of(self, key: Key) -> int:
        """Where a document stands, or -1."""
        return self._places.get(key, -1)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many entries there are."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A head can't be chosen; the new number can be edited until it is confirmed."""
        entry = self.entry(index.row())
        if not isinstance(entry, BatchRow):
            return Qt.ItemFlag.ItemIsEnabled
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        open_still = index.column() == TO and self.stages is None and not entry.left_out
        return plain | Qt.ItemFlag.ItemIsEditable if open_still else plain

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' titles."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section] or (("Check", "Stage")[self.stages is not None] if section == STANDS else ""))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == TOTAL else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows or says."""
        if not index.isValid() or role not in _SERVED:
            return None
        entry, column = self.entries[index.row()], index.column()
        if role == Role.ENTRY:
            return entry
        if isinstance(entry, Head):
            # It is painted, over all columns; only a screen reader asks for its words.
            return entry.sentence if column == 0 and role == Qt.ItemDataRole.AccessibleTextRole else None
        return self._of_row(entry, column, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Takes what was typed; whoever made the entries hears of it and makes them anew."""
        entry = self.entry(index.row())
        if role != Qt.ItemDataRole.EditRole or not isinstance(entry, BatchRow):
            return False
        self.typed.emit(entry.key, str(value))
        return True

    def _of_row(self, row: BatchRow, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.EditRole:
            return row.new
        if role == Qt.ItemDataRole.AccessibleTextRole and column == MARK:
            reason = self.reasons.get(row.case_id, "")
            return ", ".join(filter(None, (row.sentence, *self.stands(row), reason)))
        lines: tuple[str, ...] = self.lines(row, column)
        why = (row.why_not, self.reasons.get(row.case_id, "")) if column == STANDS else ()
        if role == Qt.ItemDataRole.ToolTipRole:
            lines = (*lines, *why)
        text = "\n".join(filter(None, lines))
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def lines(self, row: BatchRow, column: int) -> tuple[str, str]:
        """The two lines of a cell."""
        if column == STANDS:
            return self.stands(row)
        return row.lines[column]

    def stands(self, row: BatchRow) -> tuple[str, str]:
        """Where a row stands: what a plan says about it, or its stage."""
        if self.stages is not None:
            return stage_words(self.stages.get(row.key)), ""
        if row.left_out:
            return tr("Left out"), ""
        if row.why_not:
            return tr("✕ Can't be given"), ""
        return tr("✓ Not used"), row.flags


_SERVED = frozenset(
    {
        int(Qt.ItemDataRole.DisplayRole),
        int(Qt.ItemDataRole.EditRole),
        int(Qt.ItemDataRole.ToolTipRole),
        int(Qt.ItemDataRole.AccessibleTextRole),
        int(Role.ENTRY),
    }
)


def _identity(entry: Entry) -> object:
    return entry.key if isinstance(entry, BatchRow) else entry.name
