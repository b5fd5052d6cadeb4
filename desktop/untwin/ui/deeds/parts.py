"""The window's parts, as the deeds need them, and how they are put together."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from untwin.flows.desk import Desk
from untwin.ports.machine import Jobs
from untwin.ui.case.pane import CasePane
from untwin.ui.deeds.batch_deeds import BatchDeeds
from untwin.ui.deeds.clients_deeds import ClientsDeeds
from untwin.ui.deeds.closer_deeds import CloserDeeds
from untwin.ui.deeds.company_deeds import CompanyDeeds
from untwin.ui.deeds.first_run_deeds import FirstRunDeeds
from untwin.ui.deeds.history_deeds import HistoryDeeds
from untwin.ui.deeds.map_deeds import MapDeeds
from untwin.ui.deeds.mark_deeds import MarkDeeds
from untwin.ui.deeds.source_deeds import SourceDeeds
from untwin.ui.deeds.view_deeds import ViewDeeds
from untwin.ui.desk.header import Header, Tabs
from untwin.ui.desk.view import DeskView
from untwin.ui.inbox.listing import Listing
from untwin.ui.inbox.selection import Selection
from untwin.ui.inbox.view import InboxView
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.toast import Toast
from untwin.ui.sheets.ground import SheetGround
from untwin.ui.work.clerk import Clerk
from untwin.ui.work.errands import Errands


@dataclass(frozen=True)
class Parts:
    """All of them in one hand."""

    inbox: InboxView
    selection: Selection
    pane: CasePane
    header: Header
    tabs: Tabs
    ground: SheetGround
    toast: Toast
    clerk: Clerk
    listing: Listing
    errands: Errands
    firms: CompanyDeeds
    sources: SourceDeeds
    clients: ClientsDeeds
    first_run: FirstRunDeeds
    batch: BatchDeeds
    closer: CloserDeeds
    history: HistoryDeeds
    map: MapDeeds
    marks: MarkDeeds

    @property
    def on_list(self) -> bool:
        """Whether the focus is on the list, or on what stands there when it is empty."""
        focused, place = QApplication.focusWidget(), self.inbox.parentWidget()
        return focused is not None and place is not None and place.isAncestorOf(focused)


@dataclass(frozen=True)
class Base:
    """What the parts stand on."""

    desk: Desk
    jobs: Jobs
    clerk: Clerk
    theme: Theme
    listing: Listing


def make_parts(base: Base, view: DeskView, errands: Errands, *, sample: bool) -> Parts:
    """The parts of a window that looks like `view`; `sample` says that this home is the sample firms' own."""
    look = (view.ground, base.theme, base.listing)
    sources = SourceDeeds(base.desk, base.jobs, base.clerk, look, errands)
    firms = CompanyDeeds(base.desk, base.jobs, base.clerk, look, errands, sample=sample)
    return Parts(
        view.inbox,
        view.selection,
        view.pane,
        view.header,
        view.tabs,
        view.ground,
        view.toast,
        base.clerk,
        base.listing,
        errands,
        firms,
        sources,
        ClientsDeeds(base.desk, base.jobs, base.clerk, (view, base.theme), sources),
        FirstRunDeeds(base.desk, base.jobs, base.clerk, (view, errands), firms),
        BatchDeeds(base.desk, base.clerk, look, view.selection),
        CloserDeeds(base.desk, base.clerk, view.ground, base.listing, errands),
        HistoryDeeds(base.desk, base.clerk, look),
        MapDeeds(base.desk, base.clerk, look, errands),
        _mark_deeds(base, view, errands.clipboard.write),
    )


def _mark_deeds(base: Base, view: DeskView, copy: Callable[[str], None]) -> MarkDeeds:
    marking = base.clerk.marking
    views = ViewDeeds(base.desk, marking, base.listing, view.tabs, view.ground, view.toast)
    views.begin(view.field)
    return MarkDeeds(base.desk, marking, base.listing, view.inbox, view.selection, view.ground, views, copy)
