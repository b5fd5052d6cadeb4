"""Puts one run of the sample together: the firms, the servers, and the first cycles that make papers fail."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from starlette.types import ASGIApp

from untwin.sample.clock import Clock
from untwin.sample.deeds import Deeds
from untwin.sample.firm.bulk import fill
from untwin.sample.firm.firms import make_firms
from untwin.sample.firm.landscaper import NAME as LANDSCAPER
from untwin.sample.firm.landscaper import make_landscaper
from untwin.sample.house import Builder, House
from untwin.sample.origin import Origin
from untwin.sample.quickbooks.server import SampleQuickBooks
from untwin.sample.quickbooks.signing.grants import APP, Client, Grants
from untwin.sample.quickbooks.trouble.schedule import Schedule
from untwin.sample.switches import Switches


@dataclass(slots=True)
class Town:
    """The servers of one run."""

    houses: list[House]
    clock: Clock
    quickbooks: SampleQuickBooks
    origin: Origin
    greeting: dict[str, Any]

    @classmethod
    def found(cls, origin: Origin, bases: list[str], switches: Switches) -> Self:
        """A town, not yet prepared; `bases` are QuickBooks' and those of the firms' sources."""
        seed, today, grants = origin.seed, origin.today, Grants({})
        firms, clock = make_firms(origin.firms, seed, today), Clock(today, origin.shift)
        builder = Builder(seed, bases[0], clock, grants, switches)
        word, others = builder.word, iter(bases[1:])
        app = Client(f"sample-{word(firms[0], 'app')[:24]}", word(firms[0], "app secret"), APP)
        grants.clients[app.id] = app
        refresh = [grants.connect(app.id, f.books.realm, word(f, "app refresh")).refresh_token for f in firms]
        houses = [builder.house(firm, others) for firm in firms]
        companies = [
            {"realm_id": house.firm.books.realm, "name": house.firm.books.name, "refresh_token": token}
            | ({"sources": house.greeting} if place else {})
            for place, (house, token) in enumerate(zip(houses, refresh, strict=True))
        ]
        books = [firm.books for firm in firms]
        if origin.landscaper:
            books.append(make_landscaper(today))
            token = grants.connect(app.id, books[-1].realm, f"landscaper-{word(firms[0], 'app refresh')}")
            companies.append({"realm_id": books[-1].realm, "name": LANDSCAPER, "refresh_token": token.refresh_token})
        greeting: dict[str, Any] = {
            "quickbooks": {"base": bases[0], "client_id": app.id, "client_secret": app.secret, "companies": companies},
            "clio": _first(houses, "clio"),
            "hubspot": _first(houses, "hubspot"),
        }
        schedule = Schedule(seed)
        schedule.set(switches.faults)
        quickbooks = SampleQuickBooks(bases[0], {each.realm: each for each in books}, grants, clock, schedule)
        quickbooks.refuses_updates, quickbooks.limits = switches.refuses_updates, switches.limits
        quickbooks.greeting = greeting
        quickbooks.more = Deeds(quickbooks, houses).routes()
        return cls(houses, clock, quickbooks, origin, greeting)

    def apps(self) -> Iterator[ASGIApp]:
        """The servers in the order of their bases."""
        yield self.quickbooks.app()
        for house in self.houses:
            yield from house.apps

    async def prepare(self) -> None:
        """Prepares one firm after the other, adds what was asked for, and keeps the books as the start."""
        for house in self.houses:
            await house.prepare()
        fill(self.houses[0].firm, self.origin.documents, self.origin.seed, self.origin.today)
        self.clock.go_live()
        self.quickbooks.remember_start()
        self.quickbooks.go_on()


def _first(houses: list[House], source: str) -> dict[str, Any] | None:
    """Where the first firm that uses a source has it."""
    return next((house.greeting[source] for house in houses if source in house.greeting), None)
