"""A choice out of a list that drops down, which wears the window's colours and stays as wide as its place."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

_LETTERS = 34  # of the longest choice that it asks room for
_AIR = 4


class ChoiceBox(QComboBox):
    """What drops down is a window of its own: it has the system's colours around its rows unless it is told.

    A very long choice doesn't widen what the box stands in: it ends in the middle.
    """

    def showPopup(self) -> None:
        """Drops the list down."""
        self.view().window().setPalette(self.palette())
        super().showPopup()

    def sizeHint(self) -> QSize:
        """As wide as its longest choice, if that is no very long one."""
        return self._bounded(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """As wide as its longest choice, if that is no very long one."""
        return self._bounded(super().minimumSizeHint())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shows the choice, shortened in the middle where there is no room for it."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        style, control = self.style(), QStyle.ComplexControl.CC_ComboBox
        room = style.subControlRect(control, option, QStyle.SubControl.SC_ComboBoxEditField, self).width() - _AIR
        # PySide's stubs leave out that an option's text can be set.
        option.currentText = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideMiddle, room)
        painter.drawComplexControl(control, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _bounded(self, hint: QSize) -> QSize:
        return QSize(min(hint.width(), _LETTERS * self.fontMetrics().averageCharWidth()), hint.height())
