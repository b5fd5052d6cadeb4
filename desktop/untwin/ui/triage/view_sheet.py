"""Asks for the name of a view: of the present filter, or another name for a saved one."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from untwin.ui.kit.labels import plain
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.lanes.bridge import Failed, Then
from untwin.ui.sheets.sheet import Sheet


class ViewSheet(Sheet):
    """A line for the name; `keep` stores it and answers by one of two callbacks."""

    def __init__(self, title: str, line: str, name: str, keep: Callable[[str, Then, Failed], None]) -> None:
        super().__init__(title, tr("It shows: {}").format(line), confirm_words=tr("Keep the view"), width=560)
        self._keep = keep
        self.name = QLineEdit(name)
        self.name.setAccessibleName(tr("Name of the view"))
        self.name.setPlaceholderText(tr("e.g. Over 1,000"))
        self.name.selectAll()
        self.name.returnPressed.connect(self.confirm)
        self.rows.addWidget(plain(tr("Name of the view"), "small"))
        self.rows.addWidget(self.name)

    def first_focus(self) -> QWidget:
        """The name."""
        return self.name

    def confirm(self) -> None:
        """Keeps it."""
        self._keep(self.name.text(), self._kept, self._failed)

    def _kept(self, _views: object) -> None:
        if self.here:
            self.closed.emit()

    def _failed(self, problem: Exception) -> None:
        if self.here:
            self.show_problem(problem_words(problem))
            self.name.setFocus()
