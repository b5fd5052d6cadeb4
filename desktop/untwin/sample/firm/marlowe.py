"""Makes up Marlowe Advisory, which bills its matters from Clio and its workshops from HubSpot: one company for both."""

import random
from dataclasses import replace
from datetime import date, timedelta

from untwin.sample.clio.desk import SERVICES, Desk
from untwin.sample.clio.entries import COSTS
from untwin.sample.firm.drafts import Drafts
from untwin.sample.firm.firm import Firm, month_end
from untwin.sample.firm.marlowe_scenarios import ENDED, PAID_IN, PHANTOM, write_scenarios
from untwin.sample.firm.ordinary import write_ordinary
from untwin.sample.firm.people import Draw
from untwin.sample.firm.setup import CONSULTATION, Furniture, furnish
from untwin.sample.hubspot.hub import SERVICES as STUDIO
from untwin.sample.hubspot.hub import Hub, Status
from untwin.sample.quickbooks.books.books import Books, User

NAME = "Marlowe Advisory"
_REALM = 9_341_453_200_774_313
_FURNITURE = Furniture(
    income="Advisory Income",
    services=(SERVICES, CONSULTATION, STUDIO),
    vendors=("Pier Nine Offices", "Inkwell Stationers"),
    mail="accounts@marloweadvisory.invalid",
    street="9 Pier Street, Suite 210",
    costs=COSTS,
)


def make_marlowe(seed: int, today: date) -> Firm:
    """The firm of a seed on a date."""
    draw = Draw(random.Random(f"Marlowe Advisory {seed}"))  # noqa: S311 - repeatable on purpose, guards nothing
    books = Books(str(_REALM + seed - 1), NAME, User("9341453200774399", "Sasha Lindgren"))
    first = 2230 if seed == 1 else draw.number(2300, 4000)
    drafts = Drafts(today, books, draw, first, month_end(today - timedelta(days=100)))
    furnish(drafts, _FURNITURE)
    write_scenarios(drafts)
    write_ordinary(drafts, _FURNITURE.vendors)
    ids = drafts.finish()
    # QuickBooks' own counter for journal entries is one behind what somebody keyed by hand.
    books.counters["journal"] = first // 50 - 1
    books.phantoms = {s.number: str(900_000 + first) for s in drafts.scenarios if s.key == PHANTOM}
    entries = [replace(e, replaces=ids.get(e.replaces, "")) for e in drafts.entries]
    desk = Desk("Ellis Marlowe", today - timedelta(days=150), drafts.bills, drafts.credits, drafts.trust, entries)
    hub = Hub(8_800_900 + seed, drafts.contacts, drafts.invoices)
    for row in hub.rows:
        if row.invoice.title == PAID_IN:
            row.status, row.posted = Status.SYNCED, ids[PAID_IN]
    late = tuple(s.number for s in drafts.scenarios if s.key == ENDED)
    return Firm("marlowe", books, ("clio", "hubspot"), desk, hub, tuple(drafts.scenarios), late=late)
