"""Opens the window as it was left: its place and sizes, the view, the company, the filter, and the chosen case."""

from contextlib import suppress
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from untwin.domain.problems import Problem
from untwin.domain.window.bookmark import Bookmark
from untwin.flows.remember import Remember
from untwin.ui.desk.kept_front import front_now
from untwin.ui.desk.view import DeskView
from untwin.ui.inbox.listing import Listing
from untwin.ui.kit.placing import WHOLE, place_window


class Bookmarking:
    """What is damaged, gone or off every screen is as at the first start."""

    def __init__(self, remember: Remember, view: DeskView, listing: Listing) -> None:
        self._remember, self._view, self._listing = remember, view, listing

    def keep(self, window: QWidget) -> None:
        """Keeps how it stands now; nobody waits for a store that is held by another."""
        with suppress(Problem):
            self._remember.keep_bookmark(self._now(window))
            self._remember.keep_front(front_now(self._view, self._listing, self._listing.query().now))

    def restore(self, window: QWidget | None) -> None:
        """Opens the window as it was left; without one only what is in it."""
        left = self._remember.bookmark()
        if window is not None:
            place_window(window, left)
        # The sizes of panes count for what is laid out already.
        QTimer.singleShot(0, partial(self._share_out, left.panes))
        self._view.inbox.use_widths(left.columns)
        titles = [view.title for view in self._listing.views]
        if left.view in titles:
            self._view.tabs.view_chosen.emit(titles.index(left.view))
        if left.company in self._listing.companies:
            self._view.header.show_company(left.company)
        self._view.tabs.filter.setText(left.typed)
        if left.case and (row := self._view.inbox.row_of_case(left.case)) >= 0:
            self._view.inbox.choose(row)

    def _share_out(self, panes: tuple[int, ...]) -> None:
        if len(panes) == self._view.panes.count():
            self._view.panes.setSizes(list(panes))

    def _now(self, window: QWidget) -> Bookmark:
        listing, frame = self._listing, window.normalGeometry()
        sizes = Bookmark(
            frame=(frame.x(), frame.y(), frame.width(), frame.height()),
            whole=bool(window.windowState() & WHOLE),
            panes=tuple(self._view.panes.sizes()),
            columns=self._view.inbox.widths,
        )
        view = listing.views[listing.view].title
        return replace(sizes, view=view, company=listing.company, typed=listing.typed, case=listing.chosen)
