"""The clients as a table: one row has the focus, and a click on a column's title sorts by it."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from untwin.domain.inbox.clients import Client, Order
from untwin.ui.clients.rows import CHECKED, COLUMNS, CONNECTION, ERRORS, MONEY, NAME, OLDEST
from untwin.ui.kit.listed import ListedModel, ListedPainter, ListedTable
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.two_lines import row_height
from untwin.ui.kit.words import tr

SHARES = (282, 138, 146, 92, 170, 148, 120)  # what the columns have to say at 100 %
_BY_COLUMN = {NAME: Order.NAME, ERRORS: Order.URGENT, OLDEST: Order.OLDEST, CHECKED: Order.CHECKED}


class _Painter(ListedPainter):
    """The name is loud; so is what waits for a look, or a connection that ended."""

    def cell(self, painter: QPainter, option: QStyleOptionViewItem, row: Any, column: int) -> None:
        """Paints one cell's words."""
        tones = {NAME: "loud-ink", CHECKED: row.checked_tone, CONNECTION: row.connection_tone}
        if column == ERRORS:
            tones[ERRORS] = "loud-ink" if row.client.needs else "ink" if row.client.open else "muted"
        self.words(painter, option, row.lines[column], tones.get(column, "ink"), right=column == MONEY)


class ClientsTable(ListedTable):
    """The list.

    Signals:
        order_wanted: the order that a click on a title asks for.
        opened: a row was clicked twice.
    """

    order_wanted = Signal(object)
    opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(ListedModel(COLUMNS, right=(MONEY,)), SHARES, NAME, parent)
        self.setItemDelegate(_Painter(theme, self))
        self.setObjectName("clients")
        self.setAccessibleName(tr("Clients"))
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().sectionClicked.connect(self._clicked)

    @property
    def current(self) -> Client | None:
        """The client whose row has the focus."""
        row = self.focused_row
        return row.client if row is not None else None

    def fit_height(self, room: int) -> None:
        """Takes the height of its rows, as far as there is room."""
        head = self.horizontalHeader().sizeHint().height()
        self.most_rows = max((room - head) // row_height(self.font()), 3)
        self.fit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens the row's cases."""
        if event.button() is Qt.MouseButton.LeftButton and self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit()

    def _clicked(self, column: int) -> None:
        if column in _BY_COLUMN:
            self.order_wanted.emit(_BY_COLUMN[column])
