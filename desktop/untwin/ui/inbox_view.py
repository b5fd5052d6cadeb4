"""The inbox as a table: fixed rows of two lines, painted without a widget a row."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from untwin.ui.inbox_model import InboxModel, Role
from untwin.ui.inbox_rows import AMOUNT, NUMBER, STATE, STATE_ICONS, STATE_TONES, VERDICT, Row
from untwin.ui.labels import bold_font
from untwin.ui.theme import Theme
from untwin.ui.two_lines import hold_still, paint_ground, paint_lines, row_height
from untwin.ui.words import tr

PAD = 8
ICON = 16
SHARES = (139, 84, 152, 78, 170, 160)  # what the columns have to say at 100 %


class RowPainter(QStyledItemDelegate):
    """Paints a cell's two lines, the state's shape, and one focus ring around the whole row."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._table = parent

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines and generous air."""
        return QSize(80, row_height(option.font))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints one cell."""
        row = index.data(Role.ROW)
        painter.save()
        focused = self._table.hasFocus()
        paint_ground(painter, option, self._theme.colours, first=index.column() == STATE, focused=focused)
        self._lines(painter, option, row, index.column())
        painter.restore()

    def _lines(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, column: int) -> None:
        colours, area = self._theme.colours, option.rect.adjusted(PAD, 0, -PAD, 0)
        tone = getattr(colours, STATE_TONES.get(row.state, "ink"))
        if column == STATE:
            self._icon(painter, area, STATE_ICONS[row.state], tone)
            area = area.adjusted(ICON + 8, 0, 0, 0)
        font = bold_font(option.font) if column in (NUMBER, STATE) else option.font
        side = Qt.AlignmentFlag.AlignRight if column == AMOUNT else Qt.AlignmentFlag.AlignLeft
        first = tone if column == STATE else colours.ink
        second = colours.ink if column == VERDICT else colours.muted
        paint_lines(painter, area, row.lines[column], font, (first, second), side)

    def _icon(self, painter: QPainter, area: QRect, name: str, tone: str) -> None:
        device = painter.device()
        ratio = device.devicePixelRatioF() if device else 1.0
        top = area.top() + (area.height() - ICON) // 2
        painter.drawPixmap(area.left(), top, self._theme.icons.pixmap(name, tone, ICON, ratio))


class InboxView(QTableView):
    """The list of cases.

    Signals:
        case_chosen: the id of the chosen case, empty where there is none.
    """

    case_chosen = Signal(str)

    def __init__(self, model: InboxModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setModel(model)
        self._model = model
        self.setItemDelegate(RowPainter(theme, self))
        self.setObjectName("inbox")
        self.setAccessibleName(tr("Cases"))
        hold_still(self)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
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

    def fit(self) -> None:
        """Shares the width out among the columns, by how much each has to say."""
        self.verticalHeader().setDefaultSectionSize(row_height(self.font()))
        width = self.viewport().width()
        widths = [width * share // sum(SHARES) for share in SHARES]
        widths[-1] += width - sum(widths)
        for column, each in enumerate(widths):
            self.setColumnWidth(column, each)

    def choose(self, number: int) -> None:
        """Chooses a row; beyond the ends the first or the last."""
        last = self._model.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self._model.index(min(max(number, 0), last), 0))

    def resizeEvent(self, event: object) -> None:
        """Keeps the columns within the width."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fit()

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here, not a search for a row's first letter."""

    def focusInEvent(self, event: object) -> None:
        """Shows the ring."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.viewport().update()

    def focusOutEvent(self, event: object) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.viewport().update()

    def _current_moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = self._model.row(current.row())
        self.case_chosen.emit(row.case.id if row else "")
