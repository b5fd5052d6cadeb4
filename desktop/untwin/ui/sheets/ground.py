"""What lies over the desk while a sheet is open: it dims the desk and keeps the focus in the sheet."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import tr
from untwin.ui.sheets.drafts import Drafts
from untwin.ui.sheets.sheet import Sheet

_TOP, _AROUND = 36, 40


class SheetGround(QWidget):
    """Shows one sheet at a time. `back` puts the focus back on the desk when the last one has gone.

    Signals:
        opened: a sheet that was not there before.
        kept: what was typed in the one that Esc closed stands there again when it opens.
        closed: the last sheet has gone.
    """

    opened = Signal(object)
    closed = Signal()
    kept = Signal()

    def __init__(self, theme: Theme, desk: QWidget, ground: QWidget, back: Callable[[], None]) -> None:
        super().__init__(ground)
        self.setObjectName("sheets")
        self.setAccessibleName(tr("Sheet"))
        self._theme, self._desk, self._ground, self._back = theme, desk, ground, back
        self._sheets: list[Sheet] = []
        self._drafts = Drafts()
        ground.installEventFilter(self)
        theme.changed.connect(self._dressed_anew)
        self.hide()

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that is shown."""
        return self._sheets[-1] if self._sheets else None

    def open(self, sheet: Sheet) -> None:
        """Opens a sheet over the one that is shown, or in place of all that are open."""
        if sheet.over and self.sheet is not None:
            self.sheet.hide()
        else:
            self._leave_all()
        self._sheets.append(sheet)
        sheet.setParent(self)
        sheet.closed.connect(self._sheet_closed, Qt.ConnectionType.QueuedConnection)
        sheet.resized.connect(self._place, Qt.ConnectionType.QueuedConnection)
        self._desk.setEnabled(False)
        self.opened.emit(sheet)
        self._drafts.opened(sheet)
        self._show(sheet)

    def _leave_all(self) -> None:
        """Another one comes in the place of all: what was typed in them isn't lost."""
        for left in self._sheets:
            left.given_up = True
            if self._drafts.closed(left):
                self.kept.emit()
        self._drop_all()

    def close_sheet(self) -> None:
        """Closes what is shown; the focus goes back to where it came from."""
        if self.sheet is None:
            return
        if self._drafts.closed(self.sheet):
            self.kept.emit()
        if len(self._sheets) > 1:
            _drop(self._sheets.pop())
            self._sheets[-1].came_back()
            self._show(self._sheets[-1])
            return
        self._desk.setEnabled(True)
        self._back()
        self._drop_all()
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

    def _sheet_closed(self) -> None:
        # One that says it twice must not take the sheet below along; one below another may be done meanwhile.
        sheet = self.sender()
        if sheet is self.sheet:
            self.close_sheet()
        elif sheet in self._sheets:
            self._sheets.remove(sheet)
            _drop(sheet)

    def _show(self, sheet: Sheet) -> None:
        # Not raised: a toast stands over it.
        self.show()
        sheet.show()
        self._place()
        # Once more when the style sheet has reached its fonts.
        QTimer.singleShot(0, self._place)
        sheet.first_focus().setFocus(Qt.FocusReason.TabFocusReason)

    def _dressed_anew(self) -> None:
        """Larger text needs more room, which Qt knows once it has dressed everything."""
        if self.sheet is not None:
            QTimer.singleShot(0, self.sheet.refit)

    def _drop_all(self) -> None:
        while self._sheets:
            _drop(self._sheets.pop())

    def _place(self) -> None:
        self.setGeometry(self._ground.rect())
        if self.sheet is not None:
            self.sheet.fit(self.width() - _AROUND, self.height() - 2 * _TOP)
            self.sheet.move((self.width() - self.sheet.width()) // 2, _TOP)


def _drop(sheet: Sheet) -> None:
    sheet.here = False
    sheet.leave()
    sheet.hide()
    sheet.deleteLater()
