"""A sheet around one list with a filter over it: how both are moved in, and how Esc leaves the filter first."""

from typing import Protocol

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QLineEdit

from untwin.ui.kit.words import tr
from untwin.ui.sheets.sheet import Sheet


class Rows(Protocol):
    """A list that can be moved in."""

    def choose(self, place: int) -> None:
        """Chooses a row; the ends hold."""

    def currentIndex(self) -> QModelIndex:
        """Where the focus is."""

    def setFocus(self) -> None:
        """Takes the focus."""


class ListSheet(Sheet):
    """Each kind says in `narrow` what the filter leaves; `filter_name` is what that is called aloud."""

    def __init__(
        self, rows: Rows, filter_name: str, title: str, subtitle: str, *, confirm_words: str = "", width: int
    ) -> None:
        super().__init__(title, subtitle, confirm_words=confirm_words, width=width)
        self._listed = rows
        self.filter = QLineEdit()
        self.filter.setAccessibleName(filter_name)
        self.filter.setPlaceholderText(tr("Filter  /"))
        self.filter.textChanged.connect(self.narrow)
        self.filter.returnPressed.connect(rows.setFocus)

    def narrow(self) -> None:
        """Shows what the filter leaves."""
        raise NotImplementedError

    def move_by(self, step: int) -> None:
        """Chooses the row that many further down."""
        self._listed.choose(self._listed.currentIndex().row() + step)

    def focus_filter(self) -> None:
        """Puts the focus on the filter."""
        self.filter.setFocus()
        self.filter.selectAll()

    def cancel(self) -> None:
        """Out of the filter first, then out of the sheet."""
        if self.filter.hasFocus() or self.filter.text():
            self.filter.clear()
            self._listed.setFocus()
        else:
            super().cancel()
