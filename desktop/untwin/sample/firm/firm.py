"""A firm as it is made up, and the law firm Harlow & Pike LLP: the same one for the same seed and date."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from untwin.sample.clio.desk import Desk
from untwin.sample.firm.drafts import Drafts, Scenario
from untwin.sample.firm.people import Draw
from untwin.sample.firm.scenarios import ANCHOR, write_scenarios
from untwin.sample.firm.setup import Furniture, furnish
from untwin.sample.firm.traffic import write_traffic
from untwin.sample.hubspot.hub import Hub
from untwin.sample.quickbooks.books.books import Books, User

NAME = "Harlow & Pike LLP"
_REALM = 9_130_357_992_221_046


@dataclass(frozen=True, slots=True)
class Firm:
    """A firm as it stands before its sources post anything. `key` names it in expected.json."""

    key: str
    books: Books
    sources: tuple[str, ...]
    """Which of the two it is fed by: clio, hubspot."""
    desk: Desk
    hub: Hub
    scenarios: tuple[Scenario, ...]
    vanishing: tuple[tuple[str, str], ...] = ()
    """Entity and id of the documents that are deleted after a source's paper failed on them."""
    meddled: tuple[str, ...] = ()
    """Numbers of HubSpot's invoices whose amounts somebody changes in QuickBooks after they posted."""
    late: tuple[str, ...] = ()
    """Numbers of HubSpot's invoices that come only after its connection with QuickBooks has ended."""


MakeFirm = Callable[[int, date], Firm]


def make_firm(seed: int, today: date) -> Firm:
    """The firm of a seed on a date; people, amounts, numbers and ids vary with the seed."""
    draw = Draw(random.Random(f"Harlow & Pike {seed}"))  # noqa: S311 - repeatable on purpose, guards nothing
    books = Books(str(_REALM + seed - 1), NAME, User("9130357992221099", "Dana Whitfield"))
    number = 1234 if seed == 1 else draw.number(1300, 4000)
    drafts = Drafts(today, books, draw, number, month_end(today - timedelta(days=100)))
    furnish(drafts, Furniture())
    write_scenarios(drafts)
    write_traffic(drafts)
    ids = drafts.finish(ANCHOR, 111 if seed == 1 else None)
    desk = Desk("Robin Pike", today - timedelta(days=150), drafts.bills, drafts.credits, drafts.trust)
    vanishing = tuple(("Invoice", ids[key]) for key in drafts.vanishing)
    return Firm("harlow", books, ("clio",), desk, Hub(0), tuple(drafts.scenarios), vanishing)


def month_end(day: date) -> date:
    """The last day of the month before."""
    return day.replace(day=1) - timedelta(days=1)
