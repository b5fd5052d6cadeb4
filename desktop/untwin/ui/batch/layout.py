"""How a batch stands on its sheet: the table on the left, what is said and asked about it beside it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from untwin.ui.batch.rows import Aside
from untwin.ui.batch.table import BatchTable
from untwin.ui.kit.labels import column, frame, line, plain
from untwin.ui.kit.scrolling import plain_scroll
from untwin.ui.kit.theme import Theme
from untwin.ui.sheets.sheet import Sheet

_WIDE, _PANEL, _BAR = 1200, 330, 10
_MOST = 1.65  # times that the panel is wider with larger text; the rest is the table's


class WideSheet(Sheet):
    """A sheet whose table takes the height that the window leaves; what stands in `panel` scrolls by itself."""

    def __init__(self, title: str, subtitle: str, theme: Theme, *, confirm_words: str) -> None:
        super().__init__(title, subtitle, confirm_words=confirm_words, width=_WIDE)
        self.table = BatchTable(theme)
        self._beside = QWidget()
        self.panel: QVBoxLayout = column(self._beside, gap=14)
        self.panel_scroll = plain_scroll(self._beside)
        self._panel = int(_PANEL * min(theme.scale, _MOST))
        self.panel_scroll.setFixedWidth(self._panel)
        body = QWidget()
        row = line(body, gap=18)
        left = QWidget()
        self._left = column(left, gap=0)
        self._left.addWidget(self.table)
        self._left.addStretch(1)
        row.addWidget(left, 1)
        row.addWidget(self.panel_scroll)
        self._body = body
        self.rows.addWidget(body)

    @property
    def scrolled(self) -> QScrollArea:
        """What stands beside the table; the table has its own keys."""
        return self.panel_scroll

    def take_room(self, room: int) -> None:
        """Gives the table what is left between head and foot, at most what its rows need."""
        wanted = self._beside.heightForWidth(self._panel - _BAR) if self._beside.hasHeightForWidth() else 0
        taken = max(self.table.fit_height(room), min(wanted, room))
        self._body.setFixedHeight(taken)
        # What fits never scrolls: a bar that comes while the sheet is fitted would stand over the panel.
        policy = Qt.ScrollBarPolicy
        self._scroll.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if taken > room else policy.ScrollBarAlwaysOff)
        self._most = 0


def aside_card(aside: Aside) -> QFrame:
    """One group of what was set aside: how many and why, which numbers, the reason."""
    box = frame("well", aside.title)
    rows = column(box, gap=2)
    rows.setContentsMargins(12, 8, 12, 8)
    rows.addWidget(plain(aside.title, "strong"))
    rows.addWidget(plain(aside.named, "small", select=True))
    if aside.reason:
        rows.addWidget(plain(aside.reason, select=True))
    return box


def put_in_place(layout: QVBoxLayout, widgets: Iterable[QWidget]) -> None:
    """Shows these in place of what the layout had."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
    for each in widgets:
        layout.addWidget(each)
