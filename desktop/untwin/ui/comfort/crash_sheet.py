"""Offers the report of an end that nobody wanted: to be read, copied and removed; nothing is ever sent."""

from collections.abc import Callable

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from untwin.ui.kit.labels import button
from untwin.ui.kit.words import tr
from untwin.ui.sheets.sheet import Sheet


class CrashSheet(Sheet):
    """The report as text. `copy` puts it into the clipboard, `forget` removes its file."""

    def __init__(self, report: str, copy: Callable[[str], None], forget: Callable[[], None]) -> None:
        lead = tr(
            "Your cases and changes are as they were recorded, and whatever was being saved is settled now."
            " The report below lies on this computer only; nothing was sent."
        )
        title = tr("Something went wrong in Untwin the last time")
        super().__init__(title, lead, confirm_words=tr("Copy the report"), width=820)
        self._report, self._copy, self._forget = report, copy, forget
        self.text = QPlainTextEdit()
        self.text.setPlainText(report)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("The report"))
        self.text.setFixedHeight(320)
        self.rows.addWidget(self.text)
        self.remove = button(tr("Remove it"))
        self.remove.clicked.connect(self._remove)
        self.foot.insertWidget(0, self.remove)
        self.cancel_button.setText(tr("Keep it"))

    def first_focus(self) -> QWidget:
        """The report, so that it can be scrolled at once."""
        return self.text

    def confirm(self) -> None:
        """Copies it and leaves it where it is."""
        self._copy(self._report)
        self.closed.emit()

    def _remove(self) -> None:
        self._forget()
        self.closed.emit()
