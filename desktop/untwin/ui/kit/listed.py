"""A short list whose rows have two lines a column: as a model, and as the table that takes the height of its rows."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from untwin.ui.kit.theme import Theme
from untwin.ui.kit.two_lines import TwoLines, fix_heads, hold_still, row_height
from untwin.ui.kit.words import plain_tip, tr

PAD = 8
ROW = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
_MOST_ROWS = 8
_USUAL_POINTS = 10.0
_NO_INDEX = QModelIndex()
_SERVED = frozenset(
    {
        int(Qt.ItemDataRole.DisplayRole),
        int(Qt.ItemDataRole.ToolTipRole),
        int(Qt.ItemDataRole.AccessibleTextRole),
        ROW,
    }
)


class Listed(Protocol):
    """One row, ready to paint: two lines a column, and one sentence that says it all aloud."""

    @property
    def key(self) -> Hashable:
        """What tells it from all others."""

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """The two lines of each column."""

    @property
    def sentence(self) -> str:
        """The whole row, as it is said aloud."""


class ListedModel(QAbstractTableModel):
    """The rows."""

    def __init__(self, titles: Sequence[str], parent: QObject | None = None, *, right: Sequence[int] = ()) -> None:
        super().__init__(parent)
        self._titles, self._right = tuple(titles), frozenset(right)
        self.rows: tuple[Any, ...] = ()

    def set_rows(self, rows: Iterable[Listed]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def aloud(self, row: Any) -> str:
        """What the first cell of a row says: the whole row."""
        return str(row.sentence)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' titles."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._titles):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(self._titles[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in self._right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows or says."""
        if not index.isValid() or role not in _SERVED:
            return None
        row, column = self.rows[index.row()], index.column()
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole and column == 0:
            return self.aloud(row)
        text = "\n".join(filter(None, row.lines[column]))
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text


class ListedPainter(QStyledItemDelegate):
    """Paints a cell's two lines, and one focus ring around the whole row."""

    def __init__(self, theme: Theme, table: "ListedTable") -> None:
        super().__init__(table)
        self.theme, self.lines, self._table = theme, TwoLines(), table

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines and generous air."""
        return QSize(80, row_height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one cell."""
        painter.save()
        focused = self._table.hasFocus()
        self.lines.under(painter, option, self.theme.colours, first=index.column() == 0, focused=focused)
        self.cell(painter, option, index.data(ROW), index.column())
        painter.restore()

    def cell(self, painter: QPainter, option: QStyleOptionViewItem, row: Any, column: int) -> None:
        """What stands in the cell; each kind of list says which words are loud and in which colour."""
        raise NotImplementedError

    def words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        lines: tuple[str, str],
        tone: str,
        *,
        right: bool = False,
    ) -> None:
        """The two lines, the first in a tone; `loud-` before it makes it bold."""
        colours = self.theme.colours
        both = zip(lines, (getattr(colours, tone.removeprefix("loud-")), colours.muted), strict=True)
        self.lines.lines(painter, inside(option), both, option.font, right=right, bold=tone.startswith("loud-"))


def inside(option: QStyleOptionViewItem) -> QRect:
    """A cell without the air at its sides."""
    area: QRect = option.rect.adjusted(PAD, 0, -PAD, 0)
    return area


class ListedTable(QTableView):
    """The list: up and down move. `shares` say how much each column has to say, `widest` takes what is left."""

    def __init__(self, model: ListedModel, shares: Sequence[int], widest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows, self._shares, self._widest = model, tuple(shares), widest
        self.most_rows, self.least_rows = _MOST_ROWS, 1
        model.setParent(self)
        self.setModel(model)
        hold_still(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        fix_heads(self)

    @property
    def focused_row(self) -> Any:
        """The row that has the focus, None where there is none."""
        place = self.currentIndex().row()
        return self._rows.rows[place] if 0 <= place < len(self._rows.rows) else None

    def show_rows(self, rows: Iterable[Listed]) -> None:
        """Shows other rows; the same one stays chosen where it can, else its place."""
        before, place = self.focused_row, max(self.currentIndex().row(), 0)
        self._rows.set_rows(rows)
        keys = [row.key for row in self._rows.rows]
        self.choose(keys.index(before.key) if before is not None and before.key in keys else place)
        self.fit()

    def choose(self, place: int) -> None:
        """Chooses a row; the ends hold."""
        last = len(self._rows.rows) - 1
        if last >= 0:
            self.setCurrentIndex(self._rows.index(min(max(place, 0), last), 0))

    def fit(self) -> None:
        """Takes the height of its rows, and shares the width out by how much each column has to say.

        Where large text or a narrow window leaves too little, it scrolls sideways: nothing is cut short.
        """
        widths, bars = self._widths(), Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(bars.ScrollBarAsNeeded if self.bar_height else bars.ScrollBarAlwaysOff)
        for column, each in enumerate(widths):
            self.setColumnWidth(column, each)
        height = row_height(self.font())
        self.verticalHeader().setDefaultSectionSize(height)
        shown = min(max(len(self._rows.rows), self.least_rows), self.most_rows)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + shown * height + self.bar_height)

    @property
    def bar_height(self) -> int:
        """The height of the bar by which it scrolls sideways; 0 where it needs none."""
        wide = self._needed() > self.viewport().width()
        return self.horizontalScrollBar().sizeHint().height() if wide else 0

    def _needed(self) -> int:
        """The width that the columns need in this size of text."""
        return int(sum(self._shares) * self.font().pointSizeF() / _USUAL_POINTS)

    def _widths(self) -> list[int]:
        """Within the width where they fit; else each as wide as it needs, and the table scrolls."""
        width = max(self.viewport().width(), self._needed())
        widths = [width * share // sum(self._shares) for share in self._shares]
        widths[self._widest] += width - sum(widths)
        return widths

    def resizeEvent(self, event: object) -> None:
        """Keeps the columns within the width."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fit()

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here, not a search for a row's first letter."""
