"""The table of a batch: sections by client, two lines a row, one of them chosen, and its new number to be edited."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from untwin.domain.changes.numbering import MAX_LENGTH
from untwin.ui.batch.model import BatchModel, Index, Role
from untwin.ui.batch.rows import FROM, MARK, STAGE_ICONS, STAGE_TONES, STANDS, TO, TOTAL, WAITING, BatchRow, Head
from untwin.ui.kit.theme import Colours, Theme
from untwin.ui.kit.two_lines import BOX, TwoLines, fix_heads, hold_still, row_height, width_to_share
from untwin.ui.kit.words import tr
from untwin.ui.work.batch_progress import Key

PAD = 8
SHARES = (34, 99, 133, 152, 91, 160, 131)  # what the columns have to say at 100 %
_LEAST_ROWS = 4


class _Editor(QLineEdit):
    """A new number while it is typed: every character is checked at once."""

    def __init__(self, model: BatchModel, row: BatchRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._row = model, row
        self.setProperty("look", "cell")
        self.setAccessibleName(tr("New number of {} {}").format(row.title, row.old))
        self.setAccessibleDescription(tr("at most {} characters").format(MAX_LENGTH))
        self.textEdited.connect(self._typed)

    def take_back(self) -> None:
        """Puts the number back that stood there."""
        self.setText(self._row.new)
        self._typed(self._row.new)

    def _typed(self, text: str) -> None:
        self._model.typed.emit(self._row.key, text)


class _Painter(QStyledItemDelegate):
    """Paints heads and rows, and edits a new number in its first line, so that the check below stays in sight."""

    def __init__(self, theme: Theme, table: "BatchTable") -> None:
        super().__init__(table)
        self._theme, self._table, self._paint = theme, table, TwoLines()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines and generous air."""
        return QSize(80, row_height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one cell."""
        entry = self._table.rows.entries[index.row()]
        painter.save()
        if isinstance(entry, Head):
            self._head(painter, option, entry)
        else:
            self._row(painter, option, index.column(), entry)
        painter.restore()

    def _head(self, painter: QPainter, option: QStyleOptionViewItem, head: Head) -> None:
        colours, area = self._theme.colours, option.rect
        painter.fillRect(area, QColor(colours.sunken))
        painter.setPen(QColor(colours.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        inner = area.adjusted(PAD + 4, 0, -PAD, 0)
        self._paint.lines(painter, inner, [(head.name, colours.ink)], option.font, bold=True)
        self._paint.lines(painter, inner, [(head.words, colours.muted)], option.font, right=True)

    def _row(self, painter: QPainter, option: QStyleOptionViewItem, column: int, row: BatchRow) -> None:
        colours = self._theme.colours
        self._paint.under(painter, option, colours, first=column == MARK, focused=self._table.has_focus)
        area = option.rect.adjusted(PAD, 0, -PAD, 0)
        if column == MARK:
            self._mark(painter, area, row)
            return
        tones = (self._tone(row, column, colours), colours.muted)
        lines = zip(self._table.rows.lines(row, column), tones, strict=True)
        self._paint.lines(painter, area, lines, option.font, right=column == TOTAL, bold=column in (FROM, TO))

    def _mark(self, painter: QPainter, area: QRect, row: BatchRow) -> None:
        corner = area.topLeft()
        corner.setX(area.left() + 4)
        corner.setY(area.top() + (area.height() - BOX) // 2)
        stages = self._table.rows.stages
        if stages is None:
            self._paint.box(painter, corner, self._theme.colours, checked=not row.left_out)
            return
        device, stage = painter.device(), stages.get(row.key)
        ratio = device.devicePixelRatioF() if device else 1.0
        tone = str(getattr(self._theme.colours, STAGE_TONES.get(stage, "ink")))
        painter.drawPixmap(corner, self._theme.icons.pixmap(STAGE_ICONS.get(stage, "saving"), tone, BOX, ratio))

    def _tone(self, row: BatchRow, column: int, colours: Colours) -> str:
        if row.left_out:
            return colours.muted
        if column == TO and row.why_not:
            return colours.bad
        if column != STANDS:
            return colours.ink
        stages = self._table.rows.stages
        if stages is None:
            return colours.bad if row.why_not else colours.good
        return str(getattr(colours, STAGE_TONES.get(stages.get(row.key), "ink")))

    # --- editing ------------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line that has every character checked as it is typed."""
        return _Editor(self._table.rows, index.data(Role.ENTRY), parent)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Over the first line; the second one shows what is wrong."""
        area = option.rect
        editor.setGeometry(QRect(area.left() + 1, area.top() + 1, area.width() - 2, area.height() - 3))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Esc takes back what was typed: the check has seen it already."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() is QEvent.Type.KeyPress and isinstance(editor, _Editor):
            editor.take_back()
        return bool(super().eventFilter(editor, event))


class BatchTable(QTableView):
    """The list. Heads are passed over; the room that `fit_height` gives is taken as far as there are rows for it.

    Signals:
        toggle_wanted: the chosen row is to be left out, or taken back.
    """

    toggle_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows = BatchModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Painter(theme, self))
        self.setObjectName("batch")
        self.setAccessibleName(tr("New numbers"))
        hold_still(self)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        # Every change of a row would have everything painted anew that lies under the sheet.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        fix_heads(self)
        self.rows.modelReset.connect(self._span_heads)

    @property
    def has_focus(self) -> bool:
        """Whether the list or its editor has the focus."""
        return self.hasFocus() or self.state() == QTableView.State.EditingState

    @property
    def current(self) -> BatchRow | None:
        """The row that is chosen."""
        entry = self.rows.entry(self.currentIndex().row())
        return entry if isinstance(entry, BatchRow) else None

    def choose_key(self, key: Key | None) -> None:
        """Chooses a document's row, else the first one."""
        place = self.rows.place_of(key) if key else -1
        if place >= 0:
            self.setCurrentIndex(self.rows.index(place, TO))
        elif self.current is None:
            self.step(1)

    def step(self, rows: int) -> None:
        """Goes that many rows further down, past the heads; the ends hold."""
        places = [place for place, entry in enumerate(self.rows.entries) if isinstance(entry, BatchRow)]
        if not places:
            return
        here = self.currentIndex().row()
        at = places.index(here) + rows if here in places else 0
        place = places[min(max(at, 0), len(places) - 1)]
        if place == places[0]:
            self.scrollToTop()
        self.setCurrentIndex(self.rows.index(place, TO))

    def edit_current(self) -> None:
        """Opens the editor on the chosen row's new number."""
        index = self.rows.index(self.currentIndex().row(), TO)
        if self.rows.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def fit_height(self, room: int) -> int:
        """Takes the height of its rows, as far as there is room; the height that it takes."""
        height = row_height(self.font())
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setDefaultSectionSize(height)
            self._span_heads()
        head = self.horizontalHeader().sizeHint().height()
        wanted = max(self.verticalHeader().length(), _LEAST_ROWS * height) + head + 2
        taken = max(min(wanted, room), head + _LEAST_ROWS * height)
        self.setFixedHeight(taken)
        return taken

    @property
    def _head_height(self) -> int:
        return self.fontMetrics().height() + 16

    def _span_heads(self) -> None:
        self.clearSpans()
        for place, entry in enumerate(self.rows.entries):
            if isinstance(entry, Head):
                self.setSpan(place, 0, 1, self.rows.columnCount())
                self.verticalHeader().resizeSection(place, self._head_height)

    def _share(self) -> None:
        width = width_to_share(self, SHARES)
        widths = [width * share // sum(SHARES) for share in SHARES]
        widths[WAITING] += width - sum(widths)
        for column, each in enumerate(widths):
            self.setColumnWidth(column, each)

    def follow(self, place: int) -> None:
        """Brings an entry into sight, with some of what comes after it."""
        cell = self.rows.index(place, STANDS)
        if not self.viewport().rect().contains(self.visualRect(cell).center()):
            self.scrollTo(cell, QTableView.ScrollHint.PositionAtCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the ground that no row covers, too."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.colours.surface))
        painter.end()
        super().paintEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the box leaves a row out, or takes it back; heads can't be chosen."""
        place = self.indexAt(event.position().toPoint())
        if isinstance(self.rows.entry(place.row()), Head):
            return
        super().mousePressEvent(event)
        if place.column() == MARK:
            self.toggle_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down pass the heads; Space is the box."""
        steps = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}
        if event.key() in steps:
            self.step(steps[event.key()])
        elif event.key() == Qt.Key.Key_Space:
            self.toggle_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        """Keeps the columns within the width."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._share()

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here, not a search for a row's first letter."""
