"""The first frame: head, views, list and foot as they were left, of the same parts that the whole desk has."""

import time
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from untwin.domain.window.bookmark import Bookmark
from untwin.domain.window.front import Front, FrontRow, FrontView
from untwin.ui.desk.footer import Footer
from untwin.ui.desk.header import Header, Tabs
from untwin.ui.inbox.columns import STATE
from untwin.ui.inbox.model import InboxModel
from untwin.ui.inbox.view import InboxView
from untwin.ui.kit.labels import column
from untwin.ui.kit.placing import Panes
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import age_words, tr

_NO_INDEX = QModelIndex()


class FrontModel(InboxModel):
    """The rows that were kept; of the others it knows only how many there are."""

    def __init__(self, front: Front | None) -> None:
        super().__init__(_nothing)
        rows = front.rows if front else []
        self._first = front.first if front else 0
        self._count = front.total if front else 0
        self._rows = [_aged(row) for row in rows]

    def painted(self, number: int) -> FrontRow | None:
        """One row, where it was kept."""
        place = number - self._first
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words."""
        row = self.painted(index.row()) if role == Qt.ItemDataRole.DisplayRole else None
        return "\n".join(part for part in row.lines[index.column()] if part) if row else None


def _nothing(_case_id: int, _page: object) -> None:
    return None


def _aged(row: FrontRow) -> FrontRow:
    """The row with its age as it is now."""
    if not row.since:
        return row
    state, words = row.lines[STATE]
    age = age_words(datetime.fromtimestamp(row.since, UTC), datetime.fromtimestamp(time.time(), UTC))
    return row._replace(lines=[[state, words + age], *row.lines[1:]])


class FrontPage(QWidget):
    """The desk as far as the first frame shows it; nothing in it does anything yet."""

    def __init__(self, theme: Theme, front: Front | None, left: Bookmark, companies: list[tuple[str, str]]) -> None:
        super().__init__()
        self.setObjectName("body")
        self._front, self._footer = front, Footer()
        header = Header(sample=False)
        header.offer(companies)
        header.companies.setCurrentIndex(max(header.companies.findData(left.company), 0))
        field = QLineEdit(left.typed)
        self._tabs = Tabs(front.views if front else (FrontView(left.view or tr("Cases"), 0, daily=False),), field)
        self.inbox = InboxView(FrontModel(front), theme)
        rows = column(self, gap=0)
        rows.addWidget(header)
        rows.addWidget(self._tabs)
        rows.addWidget(self._panes(theme, left), 1)
        rows.addWidget(self._footer)
        self._columns = left.columns

    def fill(self, day: str) -> None:
        """Says and shows what there was, once the window lends its font; of another day not what was that day's."""
        front = self._front
        if front is not None:
            self._tabs.show_counts(tuple(v.cases if day == front.day or not v.daily else 0 for v in front.views))
            self._tabs.show_view(front.view)
            self._footer.show_counted(front.counted)
            self._footer.show_actions(front.hints)
            self.inbox.choose(front.chosen)
        self.inbox.use_widths(self._columns)
        self.inbox.setFocus()

    def _panes(self, theme: Theme, left: Bookmark) -> Panes:
        case = QWidget()
        case.setObjectName("case")
        panes = Panes(self.inbox, case)
        panes.share_out(theme.scale)
        if len(left.panes) == panes.count():
            panes.setSizes(list(left.panes))
        return panes
