"""Places the window on the screen where it was left."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from untwin.domain.bookmark import Bookmark, on_screen

WHOLE = Qt.WindowState.WindowMaximized
_LEAST = (800, 560)
_TITLE_BAR = 40  # Qt doesn't count it


def place_window(window: QWidget, left: Bookmark) -> None:
    """Gives the window the frame that it had; one that lies on no screen any more is as at the first start."""
    areas = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    rooms = tuple((area.x(), area.y(), area.width(), area.height() - _TITLE_BAR) for area in areas)
    if placed := on_screen(left.frame, rooms, _LEAST):
        window.setGeometry(QRect(*placed))
    if left.whole:
        window.setWindowState(window.windowState() | WHOLE)
