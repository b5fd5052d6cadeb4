"""The three ways of looking at a case's documents, as buttons beside each other; `d` goes through them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from untwin.ui.acting.around import CaseView
from untwin.ui.kit.labels import button, line, plain
from untwin.ui.kit.room import Room
from untwin.ui.kit.words import tr


class ViewBar(QWidget):
    """One of its buttons is down.

    Signals:
        wanted: the id of the action that shows another view.
    """

    wanted = Signal(str)

    def __init__(self, chosen: CaseView) -> None:
        super().__init__()
        self.setAccessibleName(tr("How the documents are shown"))
        row = line(self, gap=6)
        for view in CaseView:
            row.addWidget(self._button(view, down=view is chosen))
        hint = plain(tr("d shows the next one"), "small", wrap=False)
        row.addWidget(hint)
        row.addStretch(1)
        Room(self, row).spare((hint,))

    def _button(self, view: CaseView, *, down: bool) -> QPushButton:
        made = button(tr(view.value), "choice")
        made.setCheckable(True)
        made.setChecked(down)
        made.setProperty("action", f"show_{view.name.lower()}")
        made.clicked.connect(self._pressed)
        return made

    def _pressed(self) -> None:
        self.wanted.emit(self.sender().property("action"))
