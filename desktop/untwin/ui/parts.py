"""The window's parts, as the deeds need them."""

from dataclasses import dataclass

from untwin.ui.batch_deeds import BatchDeeds
from untwin.ui.case_pane import CasePane
from untwin.ui.clerk import Clerk
from untwin.ui.closer_deeds import CloserDeeds
from untwin.ui.company_deeds import CompanyDeeds
from untwin.ui.errands import Errands
from untwin.ui.header import Header, Tabs
from untwin.ui.inbox_view import InboxView
from untwin.ui.listing import Listing
from untwin.ui.selection import Selection
from untwin.ui.sheet_ground import SheetGround
from untwin.ui.toast import Toast


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
    batch: BatchDeeds
    closer: CloserDeeds
