"""Makes up Tidewater Studio, a design studio that invoices from HubSpot: the same one for the same seed and date."""

import random
from datetime import date, timedelta

from untwin.sample.clio.desk import Desk
from untwin.sample.firm.drafts import Drafts
from untwin.sample.firm.firm import Firm, month_end
from untwin.sample.firm.ordinary import write_ordinary
from untwin.sample.firm.people import Draw
from untwin.sample.firm.setup import Furniture, furnish
from untwin.sample.firm.tidewater_scenarios import CARE_PLAN, MEDDLED, write_scenarios
from untwin.sample.hubspot.hub import SERVICES, Hub
from untwin.sample.quickbooks.books.books import Books, User

NAME = "Tidewater Studio"
_REALM = 9_341_453_100_118_207
_WORKSHOP = "Workshop"
_FURNITURE = Furniture(
    income="Design Income",
    services=(SERVICES, _WORKSHOP, CARE_PLAN),
    vendors=("Harborside Lofts", "Paper & Pixel Supply"),
    mail="office@tidewaterstudio.invalid",
    street="88 Ferry Landing",
    has_trust=False,
    recognises=(CARE_PLAN,),
    customers="Customers",
)


def make_tidewater(seed: int, today: date) -> Firm:
    """The studio of a seed on a date."""
    draw = Draw(random.Random(f"Tidewater Studio {seed}"))  # noqa: S311 - repeatable on purpose, guards nothing
    books = Books(str(_REALM + seed - 1), NAME, User("9341453100118299", "Noor Haddad"))
    first = 1040 if seed == 1 else draw.number(1100, 4000)
    drafts = Drafts(today, books, draw, first, month_end(today - timedelta(days=100)), service=_WORKSHOP)
    furnish(drafts, _FURNITURE)
    write_scenarios(drafts)
    write_ordinary(drafts, _FURNITURE.vendors)
    ids = drafts.finish()
    hub = Hub(8_800_100 + seed, drafts.contacts, drafts.invoices)
    vanishing = tuple(("Invoice", ids[key]) for key in drafts.vanishing)
    meddled = tuple(s.number for s in drafts.scenarios if s.key == MEDDLED)
    return Firm("tidewater", books, ("hubspot",), _no_clio(today), hub, tuple(drafts.scenarios), vanishing, meddled)


def _no_clio(today: date) -> Desk:
    return Desk("", today, [], [], [])
