"""Every kind of QuickBooks object the sample knows, by name."""

from untwin.sample.quickbooks.entity import Entity
from untwin.sample.quickbooks.ledger import LEDGER
from untwin.sample.quickbooks.lists import LISTS, SINGLES
from untwin.sample.quickbooks.purchases import PURCHASES
from untwin.sample.quickbooks.sales import SALES

ENTITIES: dict[str, Entity] = {
    entity.name: entity for group in (SALES, LEDGER, PURCHASES, LISTS, SINGLES) for entity in group
}


def entity_at(path: str) -> Entity | None:
    """The entity of a path's last word, e.g. `creditmemo`."""
    return next((entity for entity in ENTITIES.values() if entity.name.lower() == path.lower()), None)
