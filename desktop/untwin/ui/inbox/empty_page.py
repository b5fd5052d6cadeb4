"""What stands where a view has no case: what to do next, with the buttons to do it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QWidget

from untwin.ui.kit.labels import button, column, line, of_ours, plain, restyle
from untwin.ui.kit.words import tr

_AROUND, _NARROW, _GAP = 40, 12, 8


class EmptyPage(QFrame):
    """An empty list.

    Signals:
        wanted: the id of an action that a button asks for.
    """

    wanted = Signal(str)

    def __init__(self, *, sample: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty")
        self.setAccessibleName(tr("No cases here"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._rows = rows = column(self, gap=10, margin=_AROUND)
        rows.addStretch(2)
        self._title, self._lead = plain("", "title"), of_ours(plain("", "muted"))
        for label in (self._title, self._lead):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            rows.addWidget(label)
        self._row = row = line(gap=_GAP)
        row.addStretch(1)
        self._clear = self._button("back", tr("Clear the filter"), "primary", key="Esc")
        row.addWidget(self._clear)
        self._connect = self._button("connect_company", tr("Connect a company"), "primary")
        row.addWidget(self._connect)
        self._try = self._button("tour", tr("Try it on the sample firms"), "")
        row.addWidget(self._try)
        self._paste = self._button("paste", tr("Paste an error"), "primary", key="Ctrl+V")
        row.addWidget(self._paste)
        if sample:
            row.addWidget(self._button("sample_page", tr("Open the sample page with errors"), ""))
        row.addStretch(1)
        rows.addLayout(row)
        rows.addStretch(3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stand one under the other where they don't fit beside each other."""
        super().resizeEvent(event)
        shown = [made for made in self.findChildren(QPushButton) if not made.isHidden()]
        beside = sum(made.sizeHint().width() + _GAP for made in shown) <= self.width() - 2 * _AROUND
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if beside else way.TopToBottom)
        around = _AROUND if beside else _NARROW
        self._rows.setContentsMargins(around, around, around, around)

    def say(self, title: str, lead: str, *, connects: bool = False, filtered: bool = False) -> None:
        """Says why it is empty and what to do.

        Args:
            title: that it is empty.
            lead: what comes here, or what to do.
            connects: a company comes first.
            filtered: there are cases, and the filter hides them.
        """
        self._clear.setVisible(filtered)
        self._connect.setVisible(connects)
        self._try.setVisible(connects)
        restyle(self._paste, "look", "" if connects or filtered else "primary")
        self._title.setText(title)
        self._lead.setText(lead)
        self.setAccessibleDescription(f"{title} {lead}")

    def _button(self, action: str, words: str, look: str, *, key: str = "") -> QPushButton:
        made = button(words, look, key=key)
        made.setProperty("action", action)
        made.clicked.connect(self._pressed)
        return made

    def _pressed(self) -> None:
        self.wanted.emit(self.sender().property("action"))
