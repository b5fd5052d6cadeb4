"""What lies over the desk while a sheet is open: it dims the desk and keeps the focus in the sheet."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from untwin.ui.sheet import Sheet
from untwin.ui.theme import Theme
from untwin.ui.words import tr

_TOP, _AROUND = 36, 40


class SheetGround(QWidget):
    """Holds one sheet at a time. `back` puts the focus back on the desk when it has gone.

    Signals:
        closed: the sheet has gone.
    """

    closed = Signal()

    def __init__(self, theme: Theme, desk: QWidget, ground: QWidget, back: Callable[[], None]) -> None:
        super().__init__(ground)
        self.setObjectName("sheets")
        self.setAccessibleName(tr("Sheet"))
        self._theme, self._desk, self._ground, self._back = theme, desk, ground, back
        self._sheet: Sheet | None = None
        ground.installEventFilter(self)
        self.hide()

    @property
    def sheet(self) -> Sheet | None:
        """The open sheet."""
        return self._sheet

    def open(self, sheet: Sheet) -> None:
        """Opens a sheet in place of the one that is open."""
        self._drop()
        self._sheet = sheet
        sheet.setParent(self)
        sheet.closed.connect(self.close_sheet, Qt.ConnectionType.QueuedConnection)
        sheet.resized.connect(self._place, Qt.ConnectionType.QueuedConnection)
        self._desk.setEnabled(False)
        self.show()
        self.raise_()
        sheet.show()
        self._place()
        # Once more when the style sheet has reached its fonts.
        QTimer.singleShot(0, self._place)
        sheet.first_focus().setFocus(Qt.FocusReason.TabFocusReason)

    def close_sheet(self) -> None:
        """Closes what is open; the focus goes back to where it came from."""
        if self._sheet is None:
            return
        self._desk.setEnabled(True)
        self._back()
        self._drop()
        self.hide()
        self.closed.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Covers the desk whatever its size."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dims the desk; it stays readable, since a person compares with it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.colours.scrim))
        painter.end()

    def _drop(self) -> None:
        gone, self._sheet = self._sheet, None
        if gone is not None:
            gone.hide()
            gone.deleteLater()

    def _place(self) -> None:
        self.setGeometry(self._ground.rect())
        if self._sheet is not None:
            self._sheet.fit(self.width() - _AROUND, self.height() - 2 * _TOP)
            self._sheet.move((self.width() - self._sheet.width()) // 2, _TOP)
