"""The clients, the Monday view: where something is open, what waits, and where nobody has looked for a week."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QFrame, QWidget

from untwin.domain.company.company import Company
from untwin.domain.inbox.clients import Client, Order, in_order, totals
from untwin.domain.inbox.inbox import matches
from untwin.ui.acting.registry import Place
from untwin.ui.clients.reading import ClientsReading
from untwin.ui.clients.rows import check_words, row_of, total_words
from untwin.ui.clients.table import ClientsTable
from untwin.ui.companies.connecting import Connecting, Lasting
from untwin.ui.kit.labels import column, frame, plain
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import problem_words, tr
from untwin.ui.lanes.bridge import so_long_as
from untwin.ui.sheets.with_a_list import ListSheet

_BUTTONS = (
    (
        ("note_looked", "I looked there …", "v"),
        ("client_sources", "Its apps", "u"),
        ("client_policy", "Reported through …", "p"),
    ),
    (
        ("client_read_only", "Read-only / allow changes", "Ctrl+Shift+L"),
        ("client_sign_in", "Connect again …", "c"),
        ("client_settings", "Settings …", "s"),
    ),
)
_ORDERS = tuple(Order)


class ClientsSheet(ListSheet):
    """One row a client, whose books are one QuickBooks company; Enter leads to its cases."""

    def __init__(
        self, reading: ClientsReading, connecting: Connecting, theme: Theme, now: Callable[[], datetime]
    ) -> None:
        lead = tr("What is open for each client, and when its apps were looked at last.")
        self.table, words = ClientsTable(theme), tr("Open its cases")
        super().__init__(self.table, tr("Filter the clients"), tr("Clients"), lead, confirm_words=words, width=1200)
        self.name_cancel(tr("Close"))
        self._reading, self._connecting, self._now = reading, connecting, now
        connecting.setParent(self)
        self._clients: tuple[Client, ...] | None = None
        self._lasting: dict[str, Lasting] = {}
        self.order = Order.URGENT
        self.places = {Place.CLIENTS: self}
        self._fill()
        self.read()

    @property
    def client(self) -> Client | None:
        """The row that has the focus."""
        return self.table.current

    @property
    def chosen(self) -> tuple[Company, ...]:
        """The company that its actions are about."""
        company = self.client.company if self.client else None
        return (company,) if company else ()

    def first_focus(self) -> QWidget:
        """The list."""
        return self.table

    def confirm(self) -> None:
        """Opens the cases of the row, or connects the first company."""
        self.wanted.emit("open_client" if self._clients else "connect_company")

    def came_back(self) -> None:
        """Something may have changed meanwhile."""
        self.read()

    def read(self) -> None:
        """Reads it anew."""
        here, failed = (so_long_as(lambda: self.here, each) for each in (self._read, self._failed))
        self._reading.read(here, failed)

    def sort(self, order: Order) -> None:
        """Sorts by something else."""
        self.order = order
        self.narrow()

    def sort_next(self) -> None:
        """Sorts by the next thing."""
        self.sort(_ORDERS[(_ORDERS.index(self.order) + 1) % len(_ORDERS)])

    def take_room(self, room: int) -> None:
        """Gives the table what the other rows leave."""
        others = (self.filter, self._well, self._totals, self._buttons)
        inside = self.width() - 60
        shown = [each for each in others if not each.isHidden()]
        heights = (w.heightForWidth(inside) if w.hasHeightForWidth() else w.sizeHint().height() for w in shown)
        self.table.fit_height(room - sum(heights) - len(shown) * self.rows.spacing())
        self._most = 0

    # --- what it shows ----------------------------------------------------------------------------------------

    def _fill(self) -> None:
        self._empty = _empty_words()
        self._well, self._detail = frame("well", tr("The chosen client")), plain("", "small", select=True)
        inner = column(self._well, gap=2)
        inner.setContentsMargins(12, 8, 12, 8)
        inner.addWidget(self._detail)
        self._totals = plain("", "muted", select=True)
        self._buttons = self._button_rows()
        for widget in (self._empty, self.filter, self.table, self._well, self._totals, self._buttons):
            self.rows.addWidget(widget)
        self._empty.hide()
        self._count = plain(tr("Reading …"), "small", wrap=False)
        self.foot.insertWidget(0, self._count)
        self.table.order_wanted.connect(self.sort)
        self.table.opened.connect(self.confirm)
        self.table.selectionModel().currentRowChanged.connect(self._show_detail)

    def _button_rows(self) -> QWidget:
        box = QWidget()
        rows = column(box)
        for group in _BUTTONS:
            row = self.action_row(group)
            row.addStretch(1)
            rows.addLayout(row)
        return box

    def _read(self, clients: tuple[Client, ...]) -> None:
        self._clients = clients
        self.narrow()
        companies = [client.company for client in clients if client.company]
        self._connecting.lasting(companies, self._lasts, self._failed)

    def _lasts(self, lasting: dict[str, Lasting]) -> None:
        self._lasting = lasting
        self.narrow()

    def narrow(self) -> None:
        """Shows what the filter leaves."""
        if self._clients is None:
            return
        now, typed = self._now(), self.filter.text()
        made = [row_of(c, self._lasting.get(c.realm), now) for c in in_order(self._clients, self.order)]
        shown = [row for row in made if matches(row.sentence, typed)]
        self.table.show_rows(shown)
        for widget in (self.filter, self.table, self._well, self._totals, self._buttons):
            widget.setVisible(bool(made))
        self._empty.setVisible(not made)
        if not made:
            self.confirm_button.setFocus()
        self.name_confirm(tr("Open its cases   Enter") if made else tr("Connect a company …   Ctrl+Enter"))
        self._totals.setText(total_words(totals((row.client for row in shown), now)))
        words = self.speak(tr("{} of {}  ·  by {}  ·  Shift+S sorts"))
        self._count.setText(words.format(len(shown), len(made), tr(self.order.value)) if made else "")
        self._show_detail()

    def _show_detail(self) -> None:
        client, now = self.client, self._now()
        if client is None:
            self._detail.setText(tr("Nothing fits. Esc clears the filter."))
        else:
            said = [check_words(check, now) for check in client.checks]
            self._detail.setText("  ".join([*said, self.speak(_advice(client, now))]))
        self.resized.emit()

    def _failed(self, problem: Exception) -> None:
        self.show_problem(problem_words(problem))


def _advice(client: Client, now: datetime) -> str:
    if client.company is None:
        return tr("Nobody has said yet whose these are. Enter opens them; Shift+C there says it.")
    if not client.checks:
        return tr("No app is connected here, so nothing tells when its errors were looked at. Press u to connect one.")
    if client.is_stale(now):
        return tr(
            "An empty inbox is no proof: open the app's list of what fails, copy all of it and press Ctrl+Shift+V in "
            "the inbox; or press v to say that you looked and nothing else fails there."
        )
    return tr("Whatever failed when it was looked at is here.")


def _empty_words() -> QFrame:
    box = frame("well")
    rows = column(box, gap=6, margin=18)
    rows.addWidget(plain(tr("No client is here yet"), "big"))
    words = tr("Each connected company makes a row: what is open, what waits, and when its apps were looked at last.")
    rows.addWidget(plain(words))
    return box
