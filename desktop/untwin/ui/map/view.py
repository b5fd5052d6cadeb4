"""The number map as a person uses it: moved over by keys, wheel and mouse, with words for what is under the pointer."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from untwin.domain.number_map.words import lane_sentence
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import plain_tip
from untwin.ui.map.canvas import MapCanvas
from untwin.ui.map.said import said_here
from untwin.ui.map.state import Under, step_of

_NOTCH = 120  # what one notch of a wheel counts
_DRAG = 4  # pixels after which a press is a drag
_SIDEWAYS = 60  # pixels that a notch moves sideways


class MapView(MapCanvas):
    """Keys and mouse over a map.

    Signals:
        opened: what is under the cursor is to be listed.
    """

    opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._pressed: QPoint | None = None
        self._dragged = False

    # --- by keys ----------------------------------------------------------------------------------------------

    def move_lane(self, step: int) -> None:
        """Chooses the lane that many further down."""
        if self.state.rows:
            self.state.move_lane(step)
            self.changed()

    def step(self, steps: int) -> None:
        """Moves the cursor by steps."""
        if self.state.rows:
            self.state.move(steps)
            self.changed()

    def zoom(self, steps: int) -> None:
        """Closer or further away, about the cursor."""
        if self.state.rows:
            self.state.put(self.state.cursor)
            self.state.zoom(steps)
            self.changed(aloud=False)

    def whole(self) -> None:
        """Shows the whole block, or once more what is alive in it."""
        if self.state.rows:
            self.state.whole()
            self.changed(aloud=False)

    def go_to_find(self, step: int) -> bool:
        """Goes to the next thing worth a look; whether there is one."""
        found = self.state.find(step) if self.state.rows else None
        if found is not None:
            self.changed()
        return found is not None

    def go_to(self, number: str) -> bool:
        """Goes to a number; whether the map has numbers of that kind."""
        found = bool(self.state.rows) and self.state.go_to(number)
        if found:
            self.changed()
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, as the letters do; page keys move by lanes' width, Home and End to the lane's ends."""
        key = event.key()
        moves = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}
        lanes = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}
        pages = {int(Qt.Key.Key_PageUp): -1, int(Qt.Key.Key_PageDown): 1}
        if not self.state.rows:
            super().keyPressEvent(event)
        elif key in moves:
            far = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.step(moves[key] * (10 if far else 1))
        elif key in lanes:
            self.move_lane(lanes[key])
        elif key in pages:
            self._page(pages[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.state.to_end(last=key == Qt.Key.Key_End)
            self.changed()
        else:
            super().keyPressEvent(event)

    def _page(self, step: int) -> None:
        scale = self.state.scale
        self.state.put(self.state.cursor + step * max(int(scale.width / scale.pixels * 0.8), 1))
        self.changed()

    # --- by wheel and mouse -----------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Over the lanes it zooms at the pointer, or moves sideways with Shift; over their names it scrolls."""
        at, turned = event.position().toPoint(), event.angleDelta()
        sideways = turned.x() or (turned.y() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0)
        place = self.layout_.block_at(at.y() + self.scrolled)
        if place is None or at.x() < self.layout_.left:
            super().wheelEvent(event)
            return
        scale = self.state.scales[place]
        if sideways:
            self.state.pan(-sideways * _SIDEWAYS / _NOTCH, place)
        else:
            about = scale.left + (at.x() - self.layout_.left) / scale.pixels
            self.state.scales[place] = scale.zoomed(round(turned.y() / _NOTCH) or (1 if turned.y() > 0 else -1), about)
        event.accept()
        self.changed(aloud=False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses the lane and the place, or begins to drag."""
        if event.button() == Qt.MouseButton.LeftButton and self.state.rows:
            self._pressed, self._dragged = event.position().toPoint(), False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drags what is in sight."""
        at = event.position().toPoint()
        if self._pressed is None:
            return
        if self._dragged or abs(at.x() - self._pressed.x()) >= _DRAG:
            place = self.layout_.block_at(self._pressed.y() + self.scrolled)
            if place is not None:
                self.state.pan(self._pressed.x() - at.x(), place)
            self._pressed, self._dragged = QPoint(at.x(), self._pressed.y()), True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.changed(aloud=False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press without a drag chooses."""
        self.viewport().unsetCursor()
        if self._pressed is not None and not self._dragged:
            self._choose(event.position().toPoint())
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Lists what is there."""
        self._choose(event.position().toPoint())
        self.opened.emit()

    def _choose(self, at: QPoint) -> None:
        where = self.layout_.lane_at(at.y() + self.scrolled)
        if where is None:
            return
        self.state.choose_lane(*where)
        if at.x() >= self.layout_.left:
            figure = self.state.scale.figure(at.x() - self.layout_.left)
            self.state.cursors[where[0]] = max(figure - self.state.step // 2, 0)
        self.changed()

    def viewportEvent(self, event: QEvent) -> bool:
        """Says what is under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.tip(event.pos())
            QToolTip.showText(event.globalPos(), plain_tip(words), self.viewport())
            return True
        return super().viewportEvent(event)

    def tip(self, at: QPoint) -> str:
        """What is said about a place; empty where nothing is."""
        where = self.layout_.lane_at(at.y() + self.scrolled)
        if where is None:
            return ""
        block, scale = self.state.drawn.blocks[where[0]], self.state.scales[where[0]]
        lane = block.lanes[where[1]]
        if at.x() < self.layout_.left:
            return lane_sentence(block, lane)
        step, figure = step_of(scale), scale.figure(at.x() - self.layout_.left)
        first = max(figure - step // 2, 0)
        return said_here(Under(block, lane, first, first + step - 1))
