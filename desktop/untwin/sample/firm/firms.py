"""The sample firms in their order: which there are, and which servers each needs."""

from datetime import date

from untwin.sample.firm.firm import Firm, make_firm
from untwin.sample.firm.marlowe import make_marlowe
from untwin.sample.firm.tidewater import make_tidewater

MAKERS = ((make_firm, ("clio",)), (make_tidewater, ("hubspot",)), (make_marlowe, ("clio", "hubspot")))
MOST = len(MAKERS)


def make_firms(count: int, seed: int, today: date) -> list[Firm]:
    """The first so many firms of a seed on a date."""
    return [make(seed, today) for make, _ in MAKERS[:count]]


def servers(count: int) -> int:
    """How many servers these firms' sources take."""
    return sum(len(sources) for _, sources in MAKERS[:count])
