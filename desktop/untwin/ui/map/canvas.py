"""The number map as it is painted: where its parts lie, what is in sight, and what is said aloud."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from untwin.domain.number_map.lanes import NumberMap
from untwin.domain.number_map.words import lane_sentence
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import tr
from untwin.ui.map.layout import MapLayout, lay_out
from untwin.ui.map.paint import MapPainter
from untwin.ui.map.said import said_here
from untwin.ui.map.state import MapState, Under


class MapCanvas(QAbstractScrollArea):
    """Shows one map; keys and mouse are its child's matter.

    Signals:
        moved: the cursor, the lane or what is in sight is another.
    """

    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map")
        self.setAccessibleName(tr("Number map"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self._theme = theme
        self.state = MapState(NumberMap(()))
        self.layout_ = MapLayout((), 0, 1, 0)
        self._painter: MapPainter | None = None

    def show_map(self, drawn: NumberMap) -> None:
        """Shows a map; where it is the same company's, what was chosen stays chosen as far as it is there."""
        self.state = MapState(drawn)
        self._place()
        for place in range(len(drawn.blocks)):
            self.state.fit(place)
        self.changed(aloud=False)

    def recolour(self) -> None:
        """The theme has other colours."""
        self._painter = None
        self.viewport().update()

    # --- placing ----------------------------------------------------------------------------------------------

    @property
    def _paints(self) -> MapPainter:
        if self._painter is None:
            self._painter = MapPainter(QFont(self.font()), self._theme.colours)
        return self._painter

    def _place(self) -> None:
        blocks = self.state.drawn.blocks
        width = self.viewport().width()
        self.layout_ = lay_out(blocks, self._paints.font, width, self._paints.names_width(blocks))
        self.state.resize(self.layout_.width)
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self.fontMetrics().height())
        bar.setRange(0, max(self.layout_.height - self.viewport().height(), 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps in sight what was."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._painter = None
            self._place()

    # --- showing ----------------------------------------------------------------------------------------------

    @property
    def under(self) -> Under | None:
        """What the cursor stands on."""
        return self.state.under if self.state.rows else None

    @property
    def scrolled(self) -> int:
        """How far down it is scrolled."""
        return self.verticalScrollBar().value()

    def changed(self, *, aloud: bool = True) -> None:
        """Shows what is chosen now, and says it where somebody went there."""
        self._show_lane()
        self.viewport().update()
        under = self.under
        words = said_here(under) if under else ""
        self.setAccessibleDescription(" ".join((lane_sentence(under.block, under.lane), words)) if under else "")
        if aloud and words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.moved.emit()

    def _show_lane(self) -> None:
        """Scrolls so that the chosen lane can be seen, with its block's figures where there is room."""
        if not self.layout_.blocks:
            return
        place, number = self.state.rows[self.state.row]
        block = self.layout_.blocks[place]
        lane, bar = block.lanes[number], self.verticalScrollBar()
        if lane.bottom() > bar.value() + self.viewport().height():
            bar.setValue(lane.bottom() - self.viewport().height() + 8)
        if lane.top() < bar.value() or number == 0:
            bar.setValue(min(bar.value(), block.top - 4 if number == 0 else lane.top()))

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Everything is painted anew: that is cheaper than to move it."""
        self.viewport().update()

    def focusInEvent(self, event: object) -> None:
        """Shows the ring."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.viewport().update()

    def focusOutEvent(self, event: object) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints what can be seen."""
        painter = QPainter(self.viewport())
        painter.translate(0, -self.scrolled)
        self._paints.paint(painter, self.state, self.layout_, event.rect().translated(0, self.scrolled))
        painter.resetTransform()
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.colours.focus), 2))
            painter.drawRect(QRect(1, 1, self.viewport().width() - 2, self.viewport().height() - 2))
        painter.end()
