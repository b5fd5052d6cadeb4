"""Places the window on the screen where it was left, and list and case beside each other in it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from untwin.domain.window.bookmark import Bookmark, on_screen
from untwin.ui.kit.theme import case_width

WHOLE = Qt.WindowState.WindowMaximized
_LEAST = (800, 560)
_TITLE_BAR = 40  # Qt doesn't count it
_LEAST_LIST, _LEAST_CASE, _MOST_CASE = 260, 412, 595  # the last one beside the list in the smallest window


class Panes(QSplitter):
    """The list and the case: the first frame and the desk that takes its place share the width alike."""

    def __init__(self, listed: QWidget, case: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._listed, self._case = listed, case
        self._empty, self._scale = False, 1.0
        self.setChildrenCollapsible(False)
        self.addWidget(listed)
        self.addWidget(case)
        self.setStretchFactor(0, 61)
        self.setStretchFactor(1, 39)

    def share_out(self, scale: float) -> None:
        """Shares the width between list and case; the larger the text, the more the case needs of it."""
        case = case_width(scale)
        least = min(round(_LEAST_CASE * scale**0.6), _MOST_CASE)
        self._scale = scale
        self._case.setMinimumWidth(least)
        self._listed.setMinimumWidth(min(_LEAST_LIST, _LEAST[0] - least - self.handleWidth()))
        self.setSizes([1280 - case, case])
        self._see()

    def show_empty(self, *, empty: bool) -> None:
        """There is no case in the list, or there are some."""
        self._empty = empty
        self._see()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands in an empty list has another room now."""
        super().resizeEvent(event)
        self._see()

    def _see(self) -> None:
        """In a small window with large text an empty list takes all of it: it says what to do, the case nothing."""
        left = self.width() - self._case.minimumWidth()
        self._case.setVisible(not self._empty or left >= _LEAST_LIST * self._scale)


def place_window(window: QWidget, left: Bookmark) -> None:
    """Gives the window the frame that it had; one that lies on no screen any more is as at the first start."""
    areas = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    rooms = tuple((area.x(), area.y(), area.width(), area.height() - _TITLE_BAR) for area in areas)
    if placed := on_screen(left.frame, rooms, _LEAST):
        window.setGeometry(QRect(*placed))
    if left.whole:
        window.setWindowState(window.windowState() | WHOLE)
