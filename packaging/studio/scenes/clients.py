"""The scenes of the clients, the Monday view: a firm's week, a look that is noted, and nothing connected yet."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt

from studio.pieces import SMALLEST
from studio.scenes.companies import COMPANIES, StillSignIn
from studio.studio import Kept, Studio, standing
from untwin.app.desk import build_desk
from untwin.domain.cases.case import Case, State
from untwin.domain.errors.faults import FaultKind, Finding
from untwin.domain.sources.incoming import Incoming, IncomingKind
from untwin.flows.desk import Desk
from untwin.jobs import LaneJobs
from untwin.store.home import open_home
from untwin.ui.clients.sheet import ClientsSheet
from untwin.ui.window.opening import Opening
from untwin.ui.window.start import build_window
from untwin.ui.window.window import MainWindow
from untwin.vault.vaults import MemoryVault

# For each company: state, how many, days old, amount, currency.
_OPEN = (
    ("1", State.NEEDS_DECISION, 6, 12, "1240.00", None),
    ("1", State.WAITING_TO_POST, 4, 3, "310.50", None),
    ("1", State.NEW, 11, 1, None, None),
    ("2", State.BLOCKED, 1, 41, "12400.00", "USD"),
    ("2", State.NEEDS_DECISION, 2, 9, "860.00", "CAD"),
    ("4", State.NEW, 3, 2, "75.00", None),
    (None, State.NEW, 2, 5, "99.00", None),
)


@contextmanager
def clients_window(size: tuple[int, int], scheme: Qt.ColorScheme) -> Iterator[tuple[MainWindow, Kept]]:
    """A firm's window; nothing is connected yet."""
    kept, jobs = Kept(), LaneJobs()
    built = build_desk(open_home(Path(os.environ["UNTWIN_PICTURES_HOME"]) / "clients"), MemoryVault(), jobs.patience)
    desk = replace(built, connect=replace(built.connect, sign_in=StillSignIn(jobs.patience)))
    window = build_window(desk, jobs, Opening(), kept, kept, scheme=scheme)
    with standing(window, size, jobs):
        window.desk_of_story = desk  # type: ignore[attr-defined]
        yield window, kept


def tell_clients_story(studio: Studio) -> None:
    """Nothing connected; a Monday; sorted otherwise; a look noted; and where Enter leads."""
    studio.run("clients")
    studio.shoot("50-clients-empty")
    studio.run("cancel")
    desk: Desk = studio.window.desk_of_story  # type: ignore[attr-defined]
    _fill(desk)
    studio.window.refresh()
    studio.run("clients")
    sheet = studio.window.ground.sheet
    if not isinstance(sheet, ClientsSheet):
        raise TypeError("the clients aren't open")
    studio.until(lambda: bool(sheet.table.model().rowCount()), "the clients")
    studio.rest(0.4)
    studio.shoot("51-clients")
    _further(studio, sheet)


def _further(studio: Studio, sheet: ClientsSheet) -> None:
    studio.run("sort_clients")
    studio.shoot("52-clients-by-name")
    sheet.table.choose(1)
    studio.run("note_looked")
    studio.shoot("53-clients-looked")
    studio.run("cancel")
    studio.rest()
    if studio.window.width() > SMALLEST[0]:
        for _ in range(5):
            studio.run("larger")
        studio.shoot("58-clients-large")
    studio.run("usual_size")
    sheet.filter.setText("no such client")
    studio.shoot("54-clients-nothing-fits")
    sheet.filter.setText("")
    sheet.table.choose(0)
    studio.run("open_client")
    studio.shoot("55-clients-opened")


def _fill(desk: Desk) -> None:
    now = datetime.now(UTC)
    for company in COMPANIES:
        settings = replace(company.settings, writes_on=company.realm in "12", reported_through=_reported(company.realm))
        desk.companies.put(replace(company, settings=settings))
    desk.see_clients.checks.seen_whole([("1", "clio")], now - timedelta(hours=2))
    desk.see_clients.checks.seen_whole([("2", "hubspot")], now - timedelta(days=9), "Ann")
    desk.see_clients.checks.seen_whole([("4", "clio")], now - timedelta(days=1))
    for realm, state, count, days, amount, currency in _OPEN:
        for number in range(count):
            desk.cases.add(_case(realm, state, now - timedelta(days=days), f"{1200 + number}", amount, currency))


def _reported(realm: str) -> date | None:
    return {"1": date(2026, 9, 30), "4": date(2026, 6, 30)}.get(realm)


def _case(realm: str | None, state: State, at: datetime, number: str, amount: str | None, currency: str | None) -> Case:
    finding = Finding(
        kind=FaultKind.DUPLICATE_DOC_NUMBER,
        code="6140",
        doc_number=number,
        txn_type=None,
        entity=None,
        txn_id=None,
        message="Duplicate Document Number Error",
        source="clio",
        text=f"Duplicate Document Number Error {number}",
        where="line 1",
    )
    total = Decimal(amount) if amount else None
    waits = Incoming(IncomingKind.BILL, number, "Roe Family", total, currency, in_home_currency=currency is None)
    kind = FaultKind.DUPLICATE_DOC_NUMBER
    source = "hubspot" if realm == "2" else "clio"
    return Case("", kind, state, realm, source, number, (finding,), at, at, incoming=waits)
