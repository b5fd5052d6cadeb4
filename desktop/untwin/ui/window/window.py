"""The window: places the panes and owns the selection; it decides nothing."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QFont
from PySide6.QtWidgets import QApplication, QMainWindow

from untwin.domain.problems import Problem
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import Said, problem_words
from untwin.ui.window.front_view import FrontPage

# Only the first frame's parts are imported here: the others come with the furniture, once it is painted.
if TYPE_CHECKING:
    from untwin.domain.cases.case import Case
    from untwin.flows.desk import Desk
    from untwin.flows.posting.retry import RetryCard
    from untwin.ports.machine import Jobs
    from untwin.ui.sheets.sheet import Sheet
    from untwin.ui.window.furniture import Furniture, Look
    from untwin.ui.work.elsewhere import Shown


class MainWindow(QMainWindow):
    """The desk: list, case, sheets. It opens on its first frame; `furnish` puts everything in its place."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        super().__init__()
        self.setFont(font)
        self.theme, self._stale, self.furnished = theme, False, False
        self._dressed: tuple[str, float] | None = None
        self._just_saved: Case | None = None
        self._chosen_before = ""

    def dress(self) -> None:
        """Gives the window the look that is wished, where it hasn't got it yet: that takes its time."""
        look = (self.theme.name, self.theme.scale)
        if look != self._dressed:
            self._dressed = look
            self.theme.dress(self)

    def show_front(self, front: FrontPage) -> None:
        """Shows what the first frame shows, until the window is furnished."""
        self.setCentralWidget(front)

    def furnish(self, desk: "Desk", jobs: "Jobs", look: "Look") -> None:
        """Places everything and shows the cases."""
        from untwin.ui.window.furniture import Calls, Furniture  # noqa: PLC0415 - 250 ms that the first frame can do without

        calls = Calls(self.dress, self.refresh, self._show_case, self.close, self._saved, self._restored)
        self.setAcceptDrops(True)
        self._take(Furniture(desk, jobs, look, self, calls))
        self._connect()
        self.furnished = True
        self.refresh()
        self.inbox.choose(0)
        self.focus_list()

    def _take(self, furniture: "Furniture") -> None:
        """What is spoken of most, by its own name."""
        self.furniture = furniture
        self.desk, self.clerk, self.comfort = furniture.desk, furniture.clerk, furniture.comfort
        self.listing, self.watching, self.settling = furniture.listing, furniture.watching, furniture.settling
        self.pacing, self.calm, self.adapting = furniture.pacing, furniture.calm, furniture.adapting
        self.deeds, self.registry, self._view = furniture.deeds, furniture.registry, furniture.view
        self._apart, self._beside, self._sheets = furniture.apart, furniture.apart.beside, furniture.sheets
        view = furniture.view
        self.setCentralWidget(view)
        self.header, self.tabs, self.footer = view.header, view.tabs, view.footer
        self.model, self.inbox, self.selection, self.pane = view.model, view.inbox, view.selection, view.pane
        self.ground, self.toast, self.focus_list = view.ground, view.toast, view.focus_list

    def _connect(self) -> None:
        self.inbox.case_chosen.connect(self._choose)
        self.model.order_wanted.connect(self._sort)
        self._apart.long.arrived.connect(self._show_found)
        self._apart.tally.told.connect(self._show_found)
        self._beside.causes_known.connect(partial(self._view.show_causes, self.listing))
        self.selection.changed.connect(self._count)
        self.header.company_chosen.connect(self._narrow)
        self.ground.opened.connect(self._sheet_opened)
        self.ground.closed.connect(self._sheets_closed)
        self.tabs.view_chosen.connect(self._show_view)
        self.tabs.filter_typed.connect(self._filter)
        self.tabs.filter.returnPressed.connect(self.focus_list)
        for part in (self.header, self.footer, self.pane, self._view.empty, self._view.batch_banner):
            part.wanted.connect(self.registry.run)
        self.toast.undo_wanted.connect(partial(self.registry.run, "undo"))
        self.watching.look_due.connect(self.clerk.looking.look)
        self.clerk.looking.failed.connect(self.watching.failed)
        self.clerk.looking.looked.connect(self.watching.looked)
        self.settling.told.connect(self._show_case)
        self.watching.ticked.connect(self._tick)
        self.theme.changed.connect(self._dress_again)
        self.registry.rekeyed.connect(self._count)
        self._connect_clerk()

    def _connect_clerk(self) -> None:
        self.clerk.changed.connect(self.pacing.ask)
        self.clerk.said.connect(self._say)
        self.clerk.took_in.connect(self.furniture.arrivals.receive)
        self.clerk.taking.progressed.connect(self.footer.show_taking)
        self.clerk.look_ups.progressed.connect(self._progressed)
        self.clerk.numbers.progressed.connect(self.footer.show_reading)
        self.clerk.batches.progressed.connect(self.footer.show_saving)
        self.clerk.batches.stood.connect(self._show_batch)
        self.clerk.retry_begun.connect(self._retry_begun)
        self.clerk.marking.shown.connect(self._show_ahead)
        self.clerk.marking.stored.connect(self.listing.stored)
        self.deeds.closer.restore_wanted.connect(self._restore)
        self.deeds.history.restore_wanted.connect(self._restore)
        self.deeds.history.case_wanted.connect(self.deeds.show_case)

    # --- showing --------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Reads the store and shows what is there now; later, where a batch covers the desk and is to go on."""
        self._stale = self.ground.sheet is not None and self.ground.sheet.holds
        if self._stale:
            return
        self.listing.read()
        self.watching.follow(self._beside.waiting, self.listing.companies)
        self.settling.follow(self._beside.lost)
        self.header.show_companies(self.listing.companies.values())
        self._view.no_company.setVisible(not self.listing.companies)
        self._show_list()

    def shown(self) -> "Shown | None":
        """What of the store is shown; None while the window is at work itself, and shows what comes of it."""
        clerk = self.clerk
        if clerk.working or clerk.reading or clerk.batches.running is not None or self.pacing.pending or self._stale:
            return None
        return self.listing.revision, self.listing.companies

    def _show_list(self) -> None:
        self._show_rows()
        self.calm.now()

    def _show_found(self) -> None:
        self._show_rows()
        self.calm.ask()

    def _show_rows(self) -> None:
        # Where a filter let nothing through, its end leads back to the case of before.
        self._chosen_before = self.listing.chosen or self._chosen_before
        chosen, near = self._chosen_before, self.inbox.currentIndex().row()
        self.model.show_ids(self.listing.to_show(), whole=self.listing.whole)
        place = max(self.model.row_of_case(chosen, near), 0)
        self.inbox.choose(place)
        self.listing.chosen = self.model.case_id(place)
        focused = self._view.list.isAncestorOf(QApplication.focusWidget() or self)
        self._view.list.setCurrentIndex(0 if self.model.rowCount() else 1)
        if not self.model.rowCount():
            self._view.show_empty(self.listing)
        if focused:
            self.focus_list()
        self.tabs.show_counts(self.listing.counts())
        self._view.show_causes(self.listing)
        self._count_shown()

    def _show_ahead(self, cases: "tuple[Case, ...]") -> None:
        """The list at once; to build the next case takes several times as long, so that comes right after."""
        self.listing.show_ahead(cases)
        self._show_rows()
        self.inbox.viewport().repaint()
        self.calm.ask()

    def _count(self) -> None:
        self._count_shown()
        self.footer.show_actions(self.furniture.useful)

    def _count_shown(self) -> None:
        self.footer.show_count(self.listing, self.model.rowCount(), self.selection.count)

    def _show_case(self) -> None:
        case = self.listing.case
        self.pane.show_case(case, self.listing.companies, self.furniture.around(case))
        self.footer.show_actions(self.furniture.useful)
        self._tick()

    def _tick(self) -> None:
        if words := self.furniture.countdown():
            self.pane.show_countdown(words)

    # --- slots ----------------------------------------------------------------------------------------------

    def _choose(self, case_id: str) -> None:
        if case_id != self.listing.chosen and (case_id or not self.model.rowCount()):
            self.listing.chosen = case_id
            self.calm.ask()

    def _narrow(self, realm: str) -> None:
        self.listing.company = realm
        self._show_list()

    def _show_view(self, number: int) -> None:
        self.tabs.show_view(number)
        self._chosen_before = ""
        self.listing.show_view(number)
        self._show_list()
        self.focus_list()

    def _sort(self, column: int, backwards: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.listing.sort(column, backwards=backwards)
        self._show_list()

    def _filter(self, typed: str) -> None:
        self.listing.typed = typed
        self._show_rows()
        self.calm.later()

    def _say(self, said: Said) -> None:
        self.toast.say(said.sentence, undoable=said.undoable)

    def _sheet_opened(self, sheet: "Sheet") -> None:
        self.toast.hide()  # it would lie over the sheet's foot
        sheet.wanted.connect(self.registry.run)
        self.registry.bind(sheet.places)

    def _sheets_closed(self) -> None:
        if self._stale:
            self.refresh()

    def _progressed(self, words: str) -> None:
        self.footer.show_progress(words)
        self._show_case()

    def _show_batch(self) -> None:
        batches = self.clerk.batches
        self._view.batch_banner.show_batch(batches.running, batches.paused)
        self.footer.show_actions(self.furniture.useful)

    def _saved(self, case: "Case", then_retry: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.deeds.marks.renumbered(case)
        self._restored(case)
        if then_retry:
            self._just_saved = case
            self.clerk.retry(case)

    def _restore(self, case: "Case", request_ids: tuple[str, ...] = ()) -> None:
        try:
            sheet = self._sheets.restore(case, self.listing.companies, request_ids)
        except Problem as problem:
            self.toast.say(problem_words(problem))
            return
        # The history is gone on with afterwards.
        sheet.over = bool(request_ids)
        self.ground.open(sheet)

    def _restored(self, case: "Case") -> None:
        self.refresh()
        self.toast.say(case.note)

    def _retry_begun(self, cards: "tuple[RetryCard, ...]") -> None:
        saved, self._just_saved = self._just_saved, None
        self.furniture.errands.begin_retry(cards, saved)
        self._tick()

    def _dress_again(self) -> None:
        self.dress()
        self.inbox.fit()
        self.inbox.viewport().update()
        self._show_case()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Says what a drop would do; it hears of the drag's end only where it lets the drag in."""
        self._view.drop_place.show_for(event.mimeData())
        event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Takes text and files, and nothing else."""
        event.setAccepted(self._view.drop_place.takes)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """It went elsewhere, or Esc ended it."""
        self._view.drop_place.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes in what was dropped."""
        self._view.drop_place.hide()
        self.furniture.drop(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Waits for nothing: a batch pauses, and what is under way settles itself, now or at the next start."""
        if self.furnished:
            self._leave()
        super().closeEvent(event)

    def _leave(self) -> None:
        self.adapting.leave(self)
        self.clerk.batches.pause()
        self.watching.follow((), {})
        self.listing.close()
