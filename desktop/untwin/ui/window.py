"""The window: places the panes and owns the selection; it decides nothing."""

from functools import partial

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QFont
from PySide6.QtWidgets import QApplication, QMainWindow

from untwin.domain.case import Case, State
from untwin.domain.inbox_query import Column
from untwin.domain.problems import Problem
from untwin.flows.desk import Desk
from untwin.flows.retry import RetryCard
from untwin.ports.machine import Browser, Jobs
from untwin.ui.actions import all_actions, useful_now
from untwin.ui.adapting import Adapting
from untwin.ui.around import Around
from untwin.ui.arrivals import Arrivals
from untwin.ui.beside import Beside
from untwin.ui.bridge import Bridge
from untwin.ui.calm import Calm
from untwin.ui.clerk import Clerk
from untwin.ui.comfort import Comfort
from untwin.ui.deeds import Deeds
from untwin.ui.desk_view import DeskView
from untwin.ui.dropped import take_dropped
from untwin.ui.errands import Clipboard, Errands
from untwin.ui.listing import Listing
from untwin.ui.long_list import LongList
from untwin.ui.pacing import Pacing
from untwin.ui.parts import Base, make_parts
from untwin.ui.registry import Place, Registry
from untwin.ui.run_sheet import RunSheet
from untwin.ui.settling import Settling
from untwin.ui.sheet import Sheet
from untwin.ui.sheets import Sheets
from untwin.ui.surroundings import Surroundings
from untwin.ui.theme import Theme
from untwin.ui.watching import Watching
from untwin.ui.window_deeds import WindowDeeds
from untwin.ui.words import Said, problem_words


class MainWindow(QMainWindow):
    """The desk: list, case, sheets."""

    def __init__(self, desk: Desk, jobs: Jobs, theme: Theme, font: QFont) -> None:
        super().__init__()
        self.setFont(font)
        self.desk, self._jobs, self._theme, self._stale = desk, jobs, theme, False
        self.comfort = Comfort(desk.remember, jobs, theme, self)
        self.pacing, self.calm = Pacing(self.refresh, self), Calm(self._show_case, self)
        clock = desk.watch.clock
        self.clerk = Clerk(desk, jobs, self)
        inbox, bridge = desk.cases.reader(), Bridge(jobs, self)
        self._long, self._beside = LongList(inbox, bridge, self), Beside(inbox, bridge, self)
        self.listing = Listing(desk.companies, inbox, clock.now, self.clerk.is_busy, self._long, self._beside)
        self.watching = Watching(clock.now, self)
        self.settling = Settling(self.clerk, clock.now, self)
        self._surroundings = Surroundings(desk, self.clerk, self.settling, self.listing)

    def furnish(self, *, title: str, banner: str, sample: bool, browser: Browser, clipboard: Clipboard) -> None:
        """Places everything and shows the cases."""
        self.setWindowTitle(title)
        self.setAcceptDrops(True)
        self._theme.dress(self)
        self._place(banner, sample=sample)
        self._errands = Errands(browser, clipboard, self.toast.say)
        base = Base(self.desk, self._jobs, self.clerk, self._theme, self.listing)
        parts = make_parts(base, self._view, self._errands, sample=sample)
        self.deeds = Deeds(parts, self.focus_list, self.close)
        self._arrivals = Arrivals(parts, self.deeds, self.refresh)
        self.registry = Registry(all_actions(), self.deeds, self)
        self.deeds.run = self.registry.run
        self.deeds.window = WindowDeeds(base, parts, self._view, self.registry, self.comfort, self.refresh)
        self._sheets = Sheets(self.desk, self.clerk, lambda: self.registry.actions, self._saved, self._restored)
        self.deeds.make_sheet = self._sheets.make
        self.deeds.company_sheet = self._sheets.company
        self._bind()
        self._connect()
        self.adapting = Adapting(self.comfort, self.registry, self._view, self.listing)
        self.refresh()
        self.inbox.choose(0)
        self.focus_list()

    # --- placing --------------------------------------------------------------------------------------------

    def _place(self, banner: str, *, sample: bool) -> None:
        self._view = view = DeskView(self._theme, banner, self.listing.near, sample=sample)
        self.setCentralWidget(view)
        self.header, self.tabs, self.footer = view.header, view.tabs, view.footer
        self.model, self.inbox, self.selection, self.pane = view.model, view.inbox, view.selection, view.pane
        self.ground, self.toast, self.focus_list = view.ground, view.toast, view.focus_list

    def _bind(self) -> None:
        self.registry.bind(
            {
                Place.WINDOW: self,
                Place.DESK: self._view.body,
                Place.LIST: self.inbox,
                Place.CASE: self._view.panes,
                Place.SHEET: self.ground,
            }
        )

    def _connect(self) -> None:
        self.inbox.case_chosen.connect(self._choose)
        self.model.order_wanted.connect(self._sort)
        self._long.arrived.connect(self._show_found)
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
        self._theme.changed.connect(self._dress_again)
        self.registry.rekeyed.connect(self._count)
        self._connect_clerk()

    def _connect_clerk(self) -> None:
        self.clerk.changed.connect(self.pacing.ask)
        self.clerk.said.connect(self._say)
        self.clerk.took_in.connect(self._arrivals.receive)
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
        self._stale = isinstance(self.ground.sheet, RunSheet)
        if self._stale:
            return
        self.listing.read()
        self.watching.follow(self._beside.waiting, self.listing.companies)
        self.settling.follow(self._beside.lost)
        self.header.show_companies(self.listing.companies.values())
        self._view.no_company.setVisible(not self.listing.companies)
        self._show_list()

    def _show_list(self) -> None:
        self._show_rows()
        self.calm.now()

    def _show_found(self) -> None:
        self._show_rows()
        self.calm.ask()

    def _show_rows(self) -> None:
        chosen, near = self.listing.chosen, self.inbox.currentIndex().row()
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

    def _show_ahead(self, cases: tuple[Case, ...]) -> None:
        """The list at once; to build the next case takes several times as long, so that comes right after."""
        self.listing.show_ahead(cases)
        self._show_rows()
        self.inbox.viewport().repaint()
        self.calm.ask()

    def _count(self) -> None:
        self._count_shown()
        self.footer.show_actions(useful_now(self.registry.actions, self.deeds))

    def _count_shown(self) -> None:
        self.footer.show_count(self.listing, self.model.rowCount(), self.selection.count)

    def _show_case(self) -> None:
        case = self.listing.case
        around = self._surroundings(case) if case else Around()
        self.pane.show_case(case, self.listing.companies, around)
        self.footer.show_actions(useful_now(self.registry.actions, self.deeds))
        self._tick()

    def _tick(self) -> None:
        case = self.listing.case
        if case is not None and case.state is State.WAITING_TO_POST:
            self.pane.show_countdown(self.watching.countdown(case))

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
        self.listing.show_view(number)
        self._show_list()
        self.focus_list()

    def _sort(self, column: int, backwards: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.listing.sorted_by = (Column(column), backwards) if column >= 0 else None
        self._show_list()

    def _filter(self, typed: str) -> None:
        self.listing.typed = typed
        self._show_found()

    def _say(self, said: Said) -> None:
        self.toast.say(said.sentence, undoable=said.undoable)

    def _sheet_opened(self, sheet: Sheet) -> None:
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
        self.footer.show_actions(useful_now(self.registry.actions, self.deeds))

    def _saved(self, case: Case, then_retry: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.deeds.marks.renumbered(case)
        self._restored(case)
        if then_retry:
            self.clerk.retry(case)

    def _restore(self, case: Case, request_ids: tuple[str, ...] = ()) -> None:
        try:
            sheet = self._sheets.restore(case, self.listing.companies, request_ids)
        except Problem as problem:
            self.toast.say(problem_words(problem))
            return
        # The history is gone on with afterwards.
        sheet.over = bool(request_ids)
        self.ground.open(sheet)

    def _restored(self, case: Case) -> None:
        self.refresh()
        self.toast.say(case.note)

    def _retry_begun(self, cards: tuple[RetryCard, ...]) -> None:
        self._errands.begin_retry(cards)
        self._tick()

    def _dress_again(self) -> None:
        self._theme.dress(self)
        self.inbox.fit()
        self.inbox.viewport().update()
        self._show_case()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes text and files."""
        if event.mimeData().hasText() or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes in what was dropped."""
        take_dropped(event, self.deeds)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Waits for nothing: a batch pauses, and what is under way settles itself, now or at the next start."""
        self.adapting.leave(self)
        self.clerk.batches.pause()
        self.watching.follow((), {})
        self.listing.close()
        super().closeEvent(event)
