"""Puts one run of the sample together: the firm, its servers, and the first cycles that make bills fail."""

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from untwin.sample.clio.desk import Status
from untwin.sample.clio.link import Link
from untwin.sample.clio.server import PAGE, SampleClio
from untwin.sample.clio.worker import SyncWorker
from untwin.sample.clock import Clock
from untwin.sample.firm.bulk import fill
from untwin.sample.firm.firm import Firm, make_firm
from untwin.sample.quickbooks.entities import ENTITIES
from untwin.sample.quickbooks.grants import APP, Client, Grants
from untwin.sample.quickbooks.schedule import Schedule
from untwin.sample.quickbooks.server import SampleQuickBooks
from untwin.sample.switches import Switches

_CYCLES = 5


@dataclass(slots=True)
class Town:
    """The servers of one run and the worker between them."""

    firm: Firm
    clock: Clock
    quickbooks: SampleQuickBooks
    clio: SampleClio
    worker: SyncWorker
    seed: int
    documents: int
    """How many further documents are added."""
    greeting: dict[str, Any]

    @classmethod
    def found(cls, seed: int, today: date, bases: tuple[str, str], switches: Switches) -> Self:
        """A town for a seed and a date, not yet prepared."""
        firm, clock = make_firm(seed, today), Clock(today)
        base, clio_base = bases
        app = Client(f"sample-{_word(seed, 'app')[:24]}", _word(seed, "app secret"), APP)
        own = Client(f"clio-{_word(seed, 'clio')[:24]}", _word(seed, "clio secret"), "clio")
        grants = Grants({client.id: client for client in (app, own)})
        realm = firm.books.realm
        ours = grants.connect(app.id, realm, _word(seed, "app refresh"))
        theirs = grants.connect(own.id, realm, _word(seed, "clio refresh"))
        clio = SampleClio(clio_base, _word(seed, "clio token"), firm.desk, switches.clio_limit)
        companies = [{"realm_id": realm, "name": firm.books.name, "refresh_token": ours.refresh_token}]
        greeting: dict[str, Any] = {
            "quickbooks": {"base": base, "client_id": app.id, "client_secret": app.secret, "companies": companies},
            "clio": {"base": clio_base, "token": clio.token, "bill_syncing_page": clio_base + PAGE},
            "hubspot": None,
        }
        schedule = Schedule(seed)
        schedule.set(switches.faults)
        quickbooks = SampleQuickBooks(base, {realm: firm.books}, grants, clock, schedule)
        quickbooks.refuses_updates, quickbooks.limits = switches.refuses_updates, switches.limits
        quickbooks.greeting = greeting
        worker = SyncWorker(firm.desk, Link(base, realm, own, theirs.refresh_token))
        return cls(firm, clock, quickbooks, clio, worker, seed, switches.documents, greeting)

    async def prepare(self) -> None:
        """Lets Clio post, deletes what is to vanish, adds what was asked for, and keeps the books as the start."""
        for _ in range(_CYCLES):
            if not any(row.status is Status.WAITING for row in self.firm.desk.rows):
                break
            await self.worker.cycle()
        for entity, id_ in self.firm.vanishing:
            self.firm.books.delete(ENTITIES[entity], id_, self.clock.now())
        fill(self.firm, self.documents, self.seed, self.clock.today())
        self.clock.go_live()
        self.quickbooks.remember_start()


def _word(seed: int, use: str) -> str:
    """A worthless secret, the same for the same seed."""
    return hashlib.sha256(f"untwin sample {seed} {use}".encode()).hexdigest()[:40]
