"""The help pages in a sheet: the page of the case's kind, and a list of all; all of it is here, nothing is fetched."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from untwin.domain.errors.help_page import NAMES, HelpPage, read_page
from untwin.resources import resource
from untwin.ui.case.parts import fill_help
from untwin.ui.kit.labels import button, column, line, plain
from untwin.ui.kit.scrolling import plain_scroll
from untwin.ui.kit.words import tr
from untwin.ui.sheets.sheet import Sheet

_LIST_WIDTH, _LEAST_HIGH, _MOST_HIGH = 330, 120, 760
_OF_THE_PAGE = frozenset({Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_End})
_AROUND, _ABOVE_AND_BELOW = 28, 10  # pixels around a title in the list


class HelpSheet(Sheet):
    """A list of all pages, and the one that is chosen."""

    def __init__(self, name: str) -> None:
        lead = tr("↓ and ↑ choose a page; Page Down, Page Up, Home and End go on in it. All of it is on this computer.")
        super().__init__(tr("Help"), lead, width=1120)
        self._pages = tuple(help_page(each) for each in NAMES)
        self.list = PageList()
        self.list.setAccessibleName(tr("All help pages"))
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for page in self._pages:
            self.list.addItem(QListWidgetItem(page.title))
        self._page = QWidget()
        self._rows: QVBoxLayout = column(self._page, gap=10)
        self._page_scroll = plain_scroll(self._page)
        self._body = QWidget()
        row = line(self._body, gap=20)
        row.addWidget(self.list)
        row.addWidget(self._page_scroll, 1)
        self.rows.addWidget(self._body)
        self.list.setCurrentRow(NAMES.index(name) if name in NAMES else 0)
        self._show(self.list.currentRow())
        self.list.currentRowChanged.connect(self._show)
        begin = button(tr("What Untwin does, and the tour …"))
        begin.clicked.connect(self._begin)
        self.foot.insertWidget(0, begin)

    def first_focus(self) -> QWidget:
        """The list of pages."""
        return self.list

    @property
    def page(self) -> HelpPage:
        """The page that is shown."""
        return self._pages[self.list.currentRow()]

    @property
    def scrolled(self) -> QScrollArea:
        """The page; the list beside it stays in sight."""
        return self._page_scroll

    def take_room(self, room: int) -> None:
        """All the height there is, whatever page it shows: the list doesn't jump."""
        self._body.setFixedHeight(max(min(room, _MOST_HIGH), _LEAST_HIGH))

    def _begin(self) -> None:
        self.wanted.emit("welcome")

    def _show(self, place: int) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        page = self._pages[place]
        self._rows.addWidget(plain(page.title, "title"))
        fill_help(self._rows, page)
        self._rows.addStretch(1)
        self._page.setAccessibleName(page.title)
        self._page_scroll.verticalScrollBar().setValue(0)
        self.refit()


class PageList(QListWidget):
    """Titles that wrap: Qt measures them for more room than it paints them in, and would cut the last word off."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves to the page what scrolls it."""
        if event.key() in _OF_THE_PAGE:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measures anew, a little narrower than they are painted."""
        super().resizeEvent(event)
        room = QRect(0, 0, self.viewport().width() - _AROUND, 10_000)
        for item in (self.item(row) for row in range(self.count())):
            needs = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
            item.setSizeHint(QSize(0, needs.height() + _ABOVE_AND_BELOW))


def help_page(name: str) -> HelpPage:
    """One page out of its file."""
    return read_page(name, resource("help", f"{name}.md").read_text(encoding="utf-8"))
