"""The desk as it is seen: banners, head, list, case and footer in their places; it decides nothing."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedWidget, QWidget

from untwin.domain.inbox.inbox import VIEWS
from untwin.ui.batch.banner import BatchBanner
from untwin.ui.case.pane import CasePane
from untwin.ui.desk.drop_place import DropPlace
from untwin.ui.desk.footer import Footer
from untwin.ui.desk.header import Header, Tabs
from untwin.ui.first_run.coach import CoachStrip
from untwin.ui.inbox.causes import Causes
from untwin.ui.inbox.empty_page import EmptyPage
from untwin.ui.inbox.empty_words import empty_words, filtered
from untwin.ui.inbox.filter_line import FilterLine, FilterStrip
from untwin.ui.inbox.listing import Listing
from untwin.ui.inbox.model import InboxModel
from untwin.ui.inbox.near import Near
from untwin.ui.inbox.selection import Selection
from untwin.ui.inbox.view import InboxView
from untwin.ui.keys.which_key import WhichKey
from untwin.ui.kit.labels import column, line, of_ours, plain
from untwin.ui.kit.placing import Panes
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.toast import Toast
from untwin.ui.kit.words import tr
from untwin.ui.sheets.ground import SheetGround

_NO_COMPANY = (
    "No company is connected. Ctrl+Shift+O leads to where one is connected; “Try it on the sample firms” needs none."
)


class DeskView(QWidget):
    """Everything that the window shows. `body` is the desk without the sheets over it."""

    def __init__(self, theme: Theme, banner: str, near: Near, *, sample: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QWidget()
        self.body.setObjectName("body")
        self.field = FilterLine()
        self.header, self.tabs, self.footer = Header(sample=sample), Tabs(VIEWS, self.field), Footer()
        self.no_company, self.batch_banner, self.causes = _banner(tr(_NO_COMPANY)), BatchBanner(), Causes()
        rows = column(self.body, gap=0)
        for said in (*([_banner(banner)] if banner else ()), self.no_company, self.batch_banner):
            rows.addWidget(said)
        for part in (self.header, self.tabs, FilterStrip(self.field), self.causes):
            rows.addWidget(part)
        rows.addWidget(self._panes(theme, near, sample=sample), 1)
        rows.addWidget(self.footer)
        # Sheets cover the stage alone: the tour's strip stays in sight beside them.
        self.stage, self.coach = QWidget(), CoachStrip()
        column(self.stage, gap=0).addWidget(self.body)
        whole = column(self, gap=0)
        whole.addWidget(self.stage, 1)
        whole.addWidget(self.coach)
        self.ground = SheetGround(theme, self.body, self.stage, self.focus_list)
        self.toast = Toast(self.stage, self.list)
        self.toast.beware = self._chosen_row
        self.ground.kept.connect(self._typed_kept)
        # The chosen row may come to lie where the toast already is.
        self.inbox.case_chosen.connect(self.toast.step_aside)
        self.strip = WhichKey(self.stage)
        self.drop_place = DropPlace(theme, self)

    def _panes(self, theme: Theme, near: Near, *, sample: bool) -> Panes:
        self.model = InboxModel(near.row, self)
        self.inbox = InboxView(self.model, theme)
        self.selection = Selection(self.inbox, self.model, near.cases)
        self.pane = CasePane(theme)
        self.empty = EmptyPage(sample=sample)
        self.list = QStackedWidget()
        # The list scrolls sideways: no words in it widen the window.
        self.list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.list.addWidget(self.inbox)
        self.list.addWidget(self.empty)
        self.panes = Panes(self.list, self.pane)
        self.panes.share_out(1.0)
        self.list.currentChanged.connect(self._list_turned)
        return self.panes

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What can be spared goes where there is no room for it."""
        super().resizeEvent(event)
        self.causes.make_room()

    def _list_turned(self, _place: int) -> None:
        self.panes.show_empty(empty=self.list.currentWidget() is self.empty)

    def show_causes(self, listing: Listing) -> None:
        """Says what many of the listed cases have in common."""
        self.causes.show_causes(listing.beside.causes(listing.company))

    def show_empty(self, listing: Listing) -> None:
        """Says what to do where the list has nothing."""
        self.empty.say(*empty_words(listing), connects=not listing.companies, filtered=filtered(listing))

    def _typed_kept(self) -> None:
        self.toast.say(tr("What you typed is kept: it stands there when you open this again."))

    def _chosen_row(self) -> QRect:
        """Where the chosen row is on the list, all its width; empty where none is in sight."""
        row = self.inbox.visualRect(self.inbox.currentIndex())
        if row.isEmpty() or self.list.currentWidget() is not self.inbox:
            return QRect()
        top = self.inbox.viewport().mapTo(self.list, row.topLeft()).y()
        return QRect(0, top, self.list.width(), row.height())

    def focus_list(self) -> None:
        """Puts the focus on the list, or on what stands there when it is empty."""
        (self.inbox if self.list.currentIndex() == 0 else self.empty).setFocus()


def _banner(words: str) -> QFrame:
    box = QFrame()
    box.setObjectName("banner")
    row = line(box, gap=8)
    row.setContentsMargins(20, 6, 20, 6)
    row.addWidget(of_ours(plain(words)))
    return box
