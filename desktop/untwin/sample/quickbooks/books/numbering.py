"""Gives out document numbers and refuses those that QuickBooks refuses."""

from untwin.sample.quickbooks import faults
from untwin.sample.quickbooks.books.books import Books
from untwin.sample.quickbooks.kinds.entity import Doc, Entity

AUTOMATIC = "AUTO_GENERATE"
_CHECK = "Check"


def check_free(books: Books, entity: Entity, doc: Doc) -> None:
    """Refuses a number that another document of the same space has, if this company refuses such numbers.

    Raises:
        FaultError: 6140, in the words of which the oldest holder is named.
    """
    number = doc.get("DocNumber")
    if not number or not _is_guarded(books, entity, doc):
        return
    if entity.space == "sales" and number in books.phantoms:
        raise faults.duplicate_number(number, "Invoice", books.phantoms[number])
    for other, holder in books.with_number(entity.space, number):
        if other != entity or holder["Id"] != doc.get("Id"):
            shown = "Check" if holder.get("PaymentType") == _CHECK and other.name == "Purchase" else other.shown
            raise faults.duplicate_number(number, shown, holder["Id"])


def assign(books: Books, entity: Entity, doc: Doc) -> None:
    """Numbers a new document where QuickBooks does that itself."""
    if not entity.space or "DocNumber" in entity.dropped:
        return
    given = doc.get("DocNumber")
    if entity.space == "journal" and not given and "journal" in books.counters:
        # The counter knows nothing of numbers that were keyed by hand.
        doc["DocNumber"] = str(books.counters["journal"] + 1)
    elif given == AUTOMATIC or (not given and entity.space in ("sales", "estimate") and not is_custom(books)):
        doc["DocNumber"] = _next(books, entity.space)


def is_custom(books: Books) -> bool:
    """Whether Custom transaction numbers is on: the caller numbers, not QuickBooks."""
    return books.preference("SalesFormsPrefs", "CustomTxnNumbers") is True


def _is_guarded(books: Books, entity: Entity, doc: Doc) -> bool:
    if entity.space == "sales":
        return is_custom(books)
    if doc.get("PaymentType") == _CHECK:
        return books.flag("WarnDuplicateCheckNumber")
    return entity.space == "journal" and books.flag("WarnDuplicateJournalNumber")


def _next(books: Books, space: str) -> str:
    number = books.counters.get(space, 1000) + 1
    while any(books.with_number(space, str(number))):
        number += 1
    # Only numbers that QuickBooks gave out itself move its counter.
    books.counters[space] = number
    return str(number)
