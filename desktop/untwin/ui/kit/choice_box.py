"""A choice out of a list that drops down, which wears the window's colours."""

from PySide6.QtWidgets import QComboBox


class ChoiceBox(QComboBox):
    """What drops down is a window of its own: it has the system's colours around its rows unless it is told."""

    def showPopup(self) -> None:
        """Drops the list down."""
        self.view().window().setPalette(self.palette())
        super().showPopup()
