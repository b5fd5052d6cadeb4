"""One firm with the servers of its sources and the workers between them and QuickBooks."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Protocol

from starlette.types import ASGIApp

from untwin.sample.clio.desk import Status as ClioStatus
from untwin.sample.clio.server import PAGE, SampleClio
from untwin.sample.clio.worker import SyncWorker
from untwin.sample.clock import Clock
from untwin.sample.firm.firm import Firm
from untwin.sample.hubspot.hub import Row
from untwin.sample.hubspot.hub import Status as HubStatus
from untwin.sample.hubspot.server import SampleHubSpot
from untwin.sample.hubspot.worker import HubWorker
from untwin.sample.link import Link
from untwin.sample.quickbooks.books.by_hand import ByHand
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.kinds.entity import Doc
from untwin.sample.quickbooks.signing.grants import Client, Connection, Grants
from untwin.sample.switches import Switches

_CYCLES = 5
MEDDLING = Decimal(120)
"""So much dearer the firm's own bookkeeper makes the first line of an invoice that HubSpot posted."""


class Worker(Protocol):
    """What brings a source's papers into QuickBooks."""

    link: Link

    async def run(self, seconds: float) -> None:
        """Cycles until cancelled."""

    async def cycle(self) -> None:
        """Posts what waits, once."""


@dataclass(slots=True)
class House:
    """A firm at work. `greeting` says for each of its sources where it is and with which token."""

    firm: Firm
    clock: Clock
    apps: list[ASGIApp] = field(default_factory=list)
    workers: dict[str, Worker] = field(default_factory=dict)
    connections: dict[str, Connection] = field(default_factory=dict)
    greeting: dict[str, Any] = field(default_factory=dict)

    async def prepare(self) -> None:
        """Lets the sources post, deletes what is to vanish, changes what is to be found changed, and posts again."""
        for row in self._late():
            row.status = HubStatus.SKIPPED
        await self._settle()
        for entity, id_ in self.firm.vanishing:
            self.firm.books.delete(ENTITIES[entity], id_, self.clock.now())
        for row in self.firm.hub.rows:
            if row.number in self.firm.meddled:
                self._meddle(row.posted)
                self.firm.hub.saved(row.invoice)
        for row in self._late():
            self.connections["hubspot"].alive = False
            self.firm.hub.saved(row.invoice)
        await self._settle()

    def _late(self) -> list[Row]:
        return [row for row in self.firm.hub.rows if row.number in self.firm.late]

    async def _settle(self) -> None:
        for _ in range(_CYCLES):
            if not any(self._waiting()):
                break
            for worker in self.workers.values():
                await worker.cycle()

    def _waiting(self) -> Iterator[bool]:
        yield from (row.status is ClioStatus.WAITING for row in self.firm.desk.rows if "clio" in self.workers)
        yield from (row.status is HubStatus.WAITING for row in self.firm.hub.rows if "hubspot" in self.workers)

    def _meddle(self, id_: str) -> None:
        books = self.firm.books
        ByHand(books, self.clock, {}).change("Invoice", id_, raised(books.of("Invoice")[id_], MEDDLING))


def raised(doc: Doc, by: Decimal) -> Doc:
    """What changes in a sale when its first line costs so much more."""
    first, *rest = doc["Line"]
    amount = Decimal(first["Amount"]) + by
    line = first | {"Amount": amount, "SalesItemLineDetail": first["SalesItemLineDetail"] | {"UnitPrice": amount}}
    sums = [one | {"Amount": Decimal(one["Amount"]) + by} for one in rest if one["DetailType"] == "SubTotalLineDetail"]
    others = [one for one in rest if one["DetailType"] != "SubTotalLineDetail"]
    totals = {name: Decimal(doc[name]) + by for name in ("TotalAmt", "Balance")}
    return {"Line": [line, *others, *sums], **totals}


@dataclass(frozen=True, slots=True)
class Builder:
    """Builds houses on one QuickBooks."""

    seed: int
    base: str
    clock: Clock
    grants: Grants
    switches: Switches

    def house(self, firm: Firm, bases: Iterator[str]) -> House:
        """A firm's house, whose servers take the next bases."""
        house = House(firm, self.clock)
        for source in firm.sources:
            link, token = self._link(house, source), self.word(firm, f"{source} token")
            if source == "clio":
                clio = SampleClio(next(bases), token, firm.desk, self.switches.clio_limit)
                house.apps.append(clio.app())
                house.workers[source] = SyncWorker(firm.desk, link)
                where = {"base": clio.base, "token": token, "bill_syncing_page": clio.base + PAGE}
            else:
                hub = SampleHubSpot(next(bases), token, firm.hub, *self.switches.hubspot_limits)
                house.apps.append(hub.app())
                house.workers[source] = HubWorker(firm.hub, link)
                where = {"base": hub.base, "token": token, "failing_page": hub.base + hub.failing_path}
            house.greeting[source] = where
        return house

    def _link(self, house: House, source: str) -> Link:
        firm = house.firm
        client = Client(f"{source}-{self.word(firm, source)[:24]}", self.word(firm, f"{source} secret"), source)
        self.grants.clients[client.id] = client
        connection = self.grants.connect(client.id, firm.books.realm, self.word(firm, f"{source} refresh"))
        house.connections[source] = connection
        return Link(self.base, firm.books.realm, client, connection.refresh_token)

    def word(self, firm: Firm, use: str) -> str:
        """A worthless secret, the same for the same seed."""
        of = "" if firm.key == "harlow" else f" {firm.key}"
        return hashlib.sha256(f"untwin sample {self.seed}{of} {use}".encode()).hexdigest()[:40]
