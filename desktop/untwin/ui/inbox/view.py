"""The inbox as a table: fixed rows of two lines, painted without a widget a row."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from untwin.ui.inbox.columns import STATE
from untwin.ui.inbox.model import InboxModel
from untwin.ui.inbox.paint import PAD, PlacedRow, RowPaint, Sheet, icon_side
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.two_lines import hold_still, row_height, width_to_share
from untwin.ui.kit.words import tr

# What the columns have to say at 100 %; an amount of six figures is whole.
SHARES = (146, 84, 150, 90, 160, 154)


class _Cells(QStyledItemDelegate):
    """Tells how wide a cell likes to be; the rows are painted whole."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines and generous air."""
        return QSize(80, row_height(option.font))


class InboxView(QTableView):
    """The list of cases.

    Signals:
        case_chosen: the id of the chosen case, empty where there is none.
        toggle_wanted: the chosen row is to be selected, or taken out.
        extend_wanted: everything from one row to another is to be selected.
        menu_wanted: the chosen row's menu is wanted at this point of the screen.
    """

    case_chosen = Signal(str)
    toggle_wanted = Signal()
    extend_wanted = Signal(int, int)
    menu_wanted = Signal(QPoint)

    def __init__(self, model: InboxModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setModel(model)
        self._model = model
        self._rows = RowPaint(theme)
        self.setItemDelegate(_Cells(self))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setObjectName("inbox")
        self.setAccessibleName(tr("Cases"))
        hold_still(self)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._shares: tuple[int, ...] = SHARES
        self._fitting = False
        self._columns()
        self.selectionModel().currentRowChanged.connect(self._current_moved)

    def _columns(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(row_height(self.font()))
        columns.setHighlightSections(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        columns.setMinimumSectionSize(60)
        columns.setSectionsClickable(True)
        columns.setSortIndicatorClearable(True)
        columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        columns.sectionResized.connect(self._dragged)

    def fit(self) -> None:
        """Shares the width out among the columns, by how much each has to say; large text scrolls sideways."""
        self.verticalHeader().setDefaultSectionSize(row_height(self.font()))
        width = width_to_share(self, SHARES)
        widths = [width * share // sum(self._shares) for share in self._shares]
        widths[-1] += width - sum(widths)
        self._fitting = True
        for column, each in enumerate(widths):
            self.setColumnWidth(column, each)
        self._fitting = False

    @property
    def widths(self) -> tuple[int, ...]:
        """How a person has shared the width out; empty where nobody has."""
        return () if self._shares == SHARES else self._shares

    def use_widths(self, widths: tuple[int, ...]) -> None:
        """Shares the width out as a person did before."""
        if len(widths) == len(SHARES):
            self._shares = widths
            self.fit()

    def _dragged(self, *_section: int) -> None:
        """A person has moved the edge of a column: the shares are theirs from now on."""
        if not self._fitting and self.isVisible():
            self._shares = tuple(self.columnWidth(column) for column in range(len(SHARES)))

    def choose(self, number: int) -> None:
        """Chooses a row; beyond the ends the first or the last."""
        last = self._model.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self._model.index(min(max(number, 0), last), 0))

    @property
    def listed(self) -> InboxModel:
        """What it lists."""
        return self._model

    def row_of_case(self, case_id: str) -> int:
        """Where a case stands, or -1."""
        return self._model.row_of_case(case_id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a row's shape selects it, as Ctrl+click does; Shift+click selects up to there."""
        place, before = self.indexAt(event.position().toPoint()), self.currentIndex().row()
        if not place.isValid() or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.extend_wanted.emit(before, place.row())
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier or self._on_mark(event, place):
            self.choose(place.row())
            self.toggle_wanted.emit()
        else:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The row under the mouse is chosen first; by keys the menu opens at the chosen row."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        place = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if place.isValid():
            self.choose(place.row())
            below = self.visualRect(place).bottomLeft()
            self.menu_wanted.emit(event.globalPos() if by_mouse else self.viewport().mapToGlobal(below))

    def _on_mark(self, event: QMouseEvent, place: QModelIndex) -> bool:
        left = self.columnViewportPosition(STATE)
        return place.column() == STATE and event.position().x() - left < PAD + icon_side(self.font()) + PAD // 2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space selects, as in every list of boxes."""
        if event.key() == Qt.Key.Key_Space:
            self.toggle_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the rows that are wanted, each whole: a call for every cell would take several times as long."""
        painter = QPainter(self.viewport())
        region, height = event.region(), self.verticalHeader().defaultSectionSize()
        columns = self.horizontalHeader()
        places = tuple((columns.sectionPosition(c), columns.sectionSize(c)) for c in range(len(SHARES)))
        sheet = Sheet(self.font(), places, height, self.devicePixelRatioF())
        left, foot, seen = self.columnViewportPosition(0), self._foot(), self.viewport().rect()
        for spare in (seen.adjusted(left + columns.length(), 0, 0, 0), seen.adjusted(0, foot, 0, 0)):
            if not spare.isEmpty():
                painter.fillRect(spare, self.palette().base())
        painter.translate(left, 0)
        self._rows.paint(painter, sheet, self._placed(region, height), focused=self.hasFocus())

    def _foot(self) -> int:
        """Where the last row ends, from the top of what is seen."""
        rows = self._model.rowCount()
        return self.rowViewportPosition(rows - 1) + self.rowHeight(rows - 1) if rows else 0

    def _placed(self, region: QRegion, height: int) -> Iterator[PlacedRow]:
        """The rows that a region touches."""
        width, rows = self.viewport().width(), self._model.rowCount()
        around, chosen = region.boundingRect(), {index.row() for index in self.selectionModel().selectedRows()}
        first = max(self.rowAt(around.top()), 0)
        for number in range(first, rows):
            top = self.rowViewportPosition(number)
            if top > around.bottom():
                return
            if region.intersects(QRect(0, top, width, height)):
                row = self._model.painted(number)
                selected = row is not None and int(row.id) in self._model.selected
                yield PlacedRow(top, row, number in chosen, selected)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the columns within the width, and the chosen row whole where a strip above takes its room."""
        super().resizeEvent(event)
        self.fit()
        row = self.visualRect(self.currentIndex())
        if row.isValid() and 0 <= row.top() < event.oldSize().height() and row.bottom() > self.viewport().height():
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs higher rows."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_shares"):
            self.fit()

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here, not a search for a row's first letter."""

    def _current_moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        ids, place = self._model.ids, current.row()
        self.case_chosen.emit(str(ids[place]) if 0 <= place < len(ids) else "")
