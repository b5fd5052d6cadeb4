"""What the actions about the clients do: open the Monday view, and lead from a row to its cases and its apps."""

from PySide6.QtCore import QObject

from untwin.domain.inbox.clients import Client
from untwin.domain.inbox.inbox import VIEWS
from untwin.flows.desk import Desk
from untwin.ports.machine import Jobs
from untwin.ui.clients.looked_sheet import LookedSheet
from untwin.ui.clients.reading import ClientsReading
from untwin.ui.clients.sheet import ClientsSheet
from untwin.ui.companies.connecting import Connecting
from untwin.ui.deeds.source_deeds import SourceDeeds
from untwin.ui.desk.view import DeskView
from untwin.ui.kit.theme import Theme
from untwin.ui.work.clerk import Clerk


class ClientsDeeds(QObject):
    """Honours `ClientsContext`."""

    def __init__(
        self, desk: Desk, jobs: Jobs, clerk: Clerk, look: tuple[DeskView, Theme], sources: SourceDeeds
    ) -> None:
        super().__init__(clerk)
        self._desk, self._jobs, self._clerk, self._sources = desk, jobs, clerk, sources
        self._view, self._theme = look

    @property
    def client(self) -> Client | None:
        """The client whose row has the focus."""
        return self._sheet.client if self._sheet else None

    def open(self) -> None:
        """Opens the view."""
        reading, connecting = self._reading(), Connecting(self._desk, self._jobs, self)
        sheet = ClientsSheet(reading, connecting, self._theme, self._desk.watch.clock.now)
        reading.setParent(sheet)
        self._view.ground.open(sheet)

    def move(self, step: int) -> None:
        """The row that many further down."""
        if (sheet := self._sheet) is not None:
            sheet.move_by(step)

    def focus_filter(self) -> None:
        """Puts the focus on the filter."""
        if (sheet := self._sheet) is not None:
            sheet.focus_filter()

    def sort_next(self) -> None:
        """Sorts by the next thing."""
        if (sheet := self._sheet) is not None:
            sheet.sort_next()

    def open_cases(self) -> None:
        """Shows the client's cases, in the first view that has some."""
        if (client := self.client) is None:
            return
        self._view.ground.close_sheet()
        self._view.tabs.filter.clear()
        self._view.header.show_company(client.realm)
        counts = (client.needs, client.new, client.waiting)
        place = next((number for number, count in enumerate(counts) if count), len(VIEWS) - 1)
        self._view.tabs.show_view(place)
        self._view.tabs.view_chosen.emit(place)

    def note_looked(self) -> None:
        """Asks in which of the client's apps a person has looked."""
        if (client := self.client) is not None:
            now = self._desk.watch.clock.now()
            self._view.ground.open(LookedSheet(client, self._reading(), self._desk.person, now))

    def show_sources(self) -> None:
        """Shows the client's apps."""
        if (client := self.client) is not None:
            self._sources.open(client.realm)

    @property
    def _sheet(self) -> ClientsSheet | None:
        sheet = self._view.ground.sheet
        return sheet if isinstance(sheet, ClientsSheet) else None

    def _reading(self) -> ClientsReading:
        made = ClientsReading(self._desk, self._jobs, self)
        made.changed.connect(self._clerk.changed)
        return made
