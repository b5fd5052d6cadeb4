"""Asks why cases are put aside."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from untwin.domain.cases.case import Case
from untwin.ui.kit.labels import plain
from untwin.ui.kit.words import tr
from untwin.ui.sheets.sheet import Sheet


class IgnoreSheet(Sheet):
    """One reason for all of them; `ignored` is told the cases and the reason."""

    def __init__(self, about: str, cases: Sequence[Case], ignored: Callable[[Sequence[Case], str], None]) -> None:
        many = len(cases) > 1
        lead = tr("The case leaves the list; it stays under All, and z brings it back.")
        if many:
            lead = tr("The cases leave the list; they stay under All, and z brings them back.")
        title = tr("Ignore {}").format(about)
        super().__init__(title, lead, confirm_words=tr("Ignore them") if many else tr("Ignore it"), width=560)
        self._cases, self._ignored = tuple(cases), ignored
        self.about = " ".join(case.id for case in cases)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(tr("Reason, for the change history"))
        self.reason.setPlaceholderText(tr("e.g. solved by hand in QuickBooks"))
        self.rows.addWidget(plain(tr("Reason, for the change history"), "small"))
        self.rows.addWidget(self.reason)

    def first_focus(self) -> QWidget:
        """The reason."""
        return self.reason

    @property
    def typed(self) -> str:
        """What stands in it."""
        return self.reason.text()

    def type_again(self, text: str) -> None:
        """What was typed before goes on."""
        self.reason.setText(text)

    def confirm(self) -> None:
        """Puts them aside."""
        if not self.reason.text().strip():
            self.show_problem(tr("Say why it is ignored; the reason stays in the history."))
            self.reason.setFocus()
            return
        self._ignored(self._cases, self.reason.text())
        self.closed.emit()
