"""The palette: everything that can be done, found by a few letters, with its key, and run by Enter or a click."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from untwin.ui.comfort.palette_rows import Offer, best
from untwin.ui.kit.labels import plain
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.two_lines import TwoLines, row_height
from untwin.ui.kit.words import tr
from untwin.ui.sheets.sheet import Sheet

Index = QModelIndex | QPersistentModelIndex
_OFFER = int(Qt.ItemDataRole.UserRole)
_NO_INDEX = QModelIndex()
_PAD, _PAGE, _MOST = 12, 7, 9
_SERVED = frozenset({int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole), _OFFER})


class _Offers(QAbstractListModel):
    offers: tuple[Offer, ...] = ()

    def show_offers(self, offers: tuple[Offer, ...]) -> None:
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _SERVED:
            return None
        offer = self.offers[index.row()]
        if role == _OFFER:
            return offer
        return offer.sentence if role == Qt.ItemDataRole.AccessibleTextRole else offer.title


class _Painter(QStyledItemDelegate):
    """Title and place, or why it can't be done now; its keys at the right. Reasons are asked of what is seen only."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._lines = theme, TwoLines()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines and some air."""
        return QSize(80, row_height(option.font) - 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one row."""
        offer, colours = index.data(_OFFER), self._theme.colours
        painter.save()
        self._lines.under(painter, option, colours, first=True, focused=True)
        area = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        keys = "   ".join(offer.keys[:2])
        room = option.fontMetrics.horizontalAdvance(keys) + _PAD if keys else 0
        right = QRect(area.right() - room, area.top(), room, area.height())
        self._lines.lines(painter, right, ((keys, colours.ink),), option.font, right=True, bold=True)
        reason = offer.why_not()
        words = ((offer.title, colours.muted if reason else colours.ink), (reason or offer.where, colours.muted))
        self._lines.lines(painter, area.adjusted(0, 0, -room, 0), words, option.font)
        painter.restore()


class Palette(Sheet):
    """Opened over whatever is open.

    Signals:
        chosen: the name of what a person wants done.
    """

    chosen = Signal(str)
    over = True

    def __init__(self, offers: Sequence[Offer], recent: Callable[[], Sequence[str]], theme: Theme) -> None:
        super().__init__(tr("What do you want to do?"), width=760)
        self._offers, self._recent = offers, recent
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Find an action, a view or a company"))
        self.field.setPlaceholderText(tr("A few letters, e.g. “renum”"))
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._run_chosen)
        self.field.installEventFilter(self)
        self.list = QListView()
        self.list.setObjectName("palette")
        self.list.setAccessibleName(tr("What can be done"))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model = _Offers(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Painter(theme, self.list))
        self.list.clicked.connect(self._clicked)
        self._nothing = plain(tr("Nothing fits. Fewer letters find more."), "muted")
        self.rows.addWidget(self.field)
        self.rows.addWidget(self._nothing)
        self.rows.addWidget(self.list)
        self._typed("")

    @property
    def shown(self) -> tuple[Offer, ...]:
        """The rows, the best first."""
        return self._model.offers

    def first_focus(self) -> QWidget:
        """The field."""
        return self.field

    def take_room(self, room: int) -> None:
        """Gives the list whole rows."""
        height = row_height(self.list.font()) - 6
        # Else a low window would take the room from the field, where the letters are seen.
        self.field.setMinimumHeight(self.field.sizeHint().height())
        left = room - self.field.sizeHint().height() - 2 * self.rows.spacing()
        self.list.setFixedHeight(max(min(left // height, _MOST), 2) * height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the letters go to the field."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _STEPS.get(event.key())
            if step is not None:
                self._go(self.list.currentIndex().row() + step)
                return True
        return super().eventFilter(watched, event)

    def _typed(self, typed: str) -> None:
        self._model.show_offers(best(self._offers, typed, self._recent()))
        self._nothing.setHidden(bool(self._model.offers))
        self._go(0)

    def _go(self, place: int) -> None:
        last = len(self._model.offers) - 1
        if last < 0:
            return
        index = self._model.index(min(max(place, 0), last), 0)
        self.list.setCurrentIndex(index)
        said = index.data(Qt.ItemDataRole.AccessibleTextRole)
        self.field.setAccessibleDescription(said)
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.list, said))

    def _run_chosen(self) -> None:
        self._clicked(self.list.currentIndex())

    def _clicked(self, index: QModelIndex) -> None:
        offer: Offer | None = index.data(_OFFER)
        if offer is None:
            return
        if reason := offer.why_not():
            self.show_problem(reason)
        else:
            self.chosen.emit(offer.name)


_STEPS = {
    int(Qt.Key.Key_Down): 1,
    int(Qt.Key.Key_Up): -1,
    int(Qt.Key.Key_PageDown): _PAGE,
    int(Qt.Key.Key_PageUp): -_PAGE,
}
