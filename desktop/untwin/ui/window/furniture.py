"""What the window is furnished with once its first frame is painted: everything that it shows, follows and can do."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from untwin.domain.cases.case import Case, State
from untwin.flows.desk import Desk
from untwin.ports.machine import Browser, Jobs
from untwin.ui.acting.actions import all_actions, useful_now
from untwin.ui.acting.around import Around
from untwin.ui.acting.registry import Action, Place, Registry
from untwin.ui.comfort.wishes import Comfort
from untwin.ui.deeds.arrivals import Arrivals
from untwin.ui.deeds.deeds import Deeds
from untwin.ui.deeds.dropped import take_dropped
from untwin.ui.deeds.parts import Base, make_parts
from untwin.ui.deeds.window_deeds import WindowDeeds
from untwin.ui.desk.view import DeskView
from untwin.ui.inbox.apart import readers
from untwin.ui.inbox.listing import Listing
from untwin.ui.kit.theme import Theme
from untwin.ui.lanes.bridge import Bridge
from untwin.ui.lanes.calm import Calm
from untwin.ui.lanes.pacing import Pacing
from untwin.ui.window.adapting import Adapting
from untwin.ui.window.sheet_of_case import Sheets
from untwin.ui.window.surroundings import Surroundings
from untwin.ui.work.clerk import Clerk
from untwin.ui.work.elsewhere import Elsewhere
from untwin.ui.work.errands import Clipboard, Errands
from untwin.ui.work.settling import Settling
from untwin.ui.work.watching import Watching


@dataclass(frozen=True)
class Calls:
    """What the furniture asks the window for."""

    dress: Callable[[], None]
    refresh: Callable[[], None]
    show_case: Callable[[], None]
    close: Callable[[], object]
    saved: Callable[[Case, bool], None]
    restored: Callable[[Case], None]


@dataclass(frozen=True)
class Look:
    """How this window is: its theme, what a banner over everything says, and whether it is the sample firms'."""

    theme: Theme
    banner: str
    sample: bool
    browser: Browser
    clipboard: Clipboard


class Furniture:
    """All of it, put together; `window` owns what Qt must own."""

    def __init__(self, desk: Desk, jobs: Jobs, look: Look, window: QWidget, calls: Calls) -> None:
        self.desk = desk
        self.comfort = Comfort(desk.remember, jobs, look.theme, window)
        calls.dress()
        self.pacing, self.calm = Pacing(calls.refresh, window), Calm(calls.show_case, window)
        now = desk.watch.clock.now
        self.clerk = Clerk(desk, jobs, window)
        inbox, bridge = desk.cases.reader(), Bridge(jobs, window)
        self.apart = readers(inbox, bridge, window)
        self.listing = Listing(desk.companies, inbox, now, self.clerk.is_busy, self.apart)
        self.watching = Watching(now, window)
        self.elsewhere = Elsewhere(desk, bridge, window)
        self.elsewhere.changed.connect(self.pacing.ask)
        self.elsewhere.changed.connect(self.clerk.batches.read_paused)
        self.settling = Settling(self.clerk, now, window)
        self._surroundings = Surroundings(desk, self.clerk, self.settling, self.listing)
        self._place(Base(desk, jobs, self.clerk, look.theme, self.listing), look, window, calls)

    def _place(self, base: Base, look: Look, window: QWidget, calls: Calls) -> None:
        self.view = view = DeskView(look.theme, look.banner, self.listing.near, sample=look.sample)
        self.errands = Errands(look.browser, look.clipboard, view.toast.say)
        parts = make_parts(base, view, self.errands, sample=look.sample)
        self.deeds = Deeds(parts, view.focus_list, calls.close)
        self.arrivals = Arrivals(parts, self.deeds, calls.refresh)
        self.registry = Registry(all_actions(), self.deeds, window)
        self.deeds.run = self.registry.run
        self.deeds.window = WindowDeeds(base, parts, view, self.registry, self.comfort, calls.refresh)
        self.sheets = Sheets(self.desk, self.clerk, self._actions, calls.saved, calls.restored)
        self.deeds.make_sheet = self.sheets.make
        self.deeds.company_sheet = self.sheets.company
        self.registry.bind(
            {
                Place.WINDOW: window,
                Place.DESK: view.body,
                Place.LIST: view.inbox,
                Place.CASE: view.panes,
                Place.SHEET: view.ground,
            }
        )
        self.adapting = Adapting(self.comfort, self.registry, view, self.listing)

    def _actions(self) -> tuple[Action, ...]:
        return self.registry.actions

    @property
    def useful(self) -> tuple[Action, ...]:
        """The most useful actions now, for the footer."""
        return useful_now(self.registry.actions, self.deeds)

    def countdown(self) -> str:
        """When Untwin looks next, in words, where the chosen case waits to post; else empty."""
        case = self.listing.case
        waits = case is not None and case.state is State.WAITING_TO_POST
        return self.watching.countdown(case) if case and waits else ""

    def drop(self, event: QDropEvent) -> None:
        """Takes in what was dropped on the window."""
        take_dropped(event, self.deeds)

    def around(self, case: Case | None) -> Around:
        """What is around a case now."""
        return self._surroundings(case) if case else Around()
