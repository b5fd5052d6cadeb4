"""Every kind of QuickBooks object the sample knows, by name."""

from untwin.sample.quickbooks.kinds.choices import CHOICES
from untwin.sample.quickbooks.kinds.entity import Doc, Entity
from untwin.sample.quickbooks.kinds.ledger import LEDGER
from untwin.sample.quickbooks.kinds.lists import LISTS, SINGLES
from untwin.sample.quickbooks.kinds.purchases import PURCHASES
from untwin.sample.quickbooks.kinds.records import RECORDS
from untwin.sample.quickbooks.kinds.sales import SALES

ENTITIES: dict[str, Entity] = {
    entity.name: entity for group in (SALES, LEDGER, PURCHASES, RECORDS, LISTS, CHOICES, SINGLES) for entity in group
}


def entity_at(path: str) -> Entity | None:
    """The entity of a path's last word, e.g. `creditmemo`."""
    return _BY_PATH.get(path.lower())


def entity_in(item: Doc) -> tuple[Entity, Doc] | None:
    """What an item of a batch is about, by the name around it."""
    found = ((entity_at(name), body) for name, body in item.items() if isinstance(body, dict))
    return next(((entity, body) for entity, body in found if entity), None)


_BY_PATH = {name.lower(): entity for entity in ENTITIES.values() for name in (entity.name, entity.around)}
