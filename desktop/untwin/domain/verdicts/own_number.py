"""A person's word that a purchase document only shares the number: it is not what waits, and stands in no way."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from untwin.domain.books.documents import Document, Side
from untwin.domain.words.days import told_day
from untwin.domain.words.phrasing import capital, listed, small

_OF_VENDORS = ("Bill", "VendorCredit")  # there the number is the vendor's own; elsewhere the bank's or the firm's


@dataclass(frozen=True, slots=True)
class OwnNumber:
    """Whose word it is and when it was given, about one document; `entity` is QuickBooks' name of its type."""

    entity: str
    document_id: str
    who: str
    at: datetime

    def about(self, document: Document) -> bool:
        """Whether it is about this document."""
        return (self.entity, self.document_id) == (document.entity, document.id)


def can_count_apart(document: Document) -> bool:
    """Whether its number may be one by itself: a vendor's, a bank's, an order's; no sales form's is."""
    return document.type.side is Side.PURCHASE


def word_on(document: Document, own_numbers: Iterable[OwnNumber]) -> OwnNumber | None:
    """What a person has said of this document, if anything."""
    return next((own for own in own_numbers if own.about(document)), None)


def statement(document: Document) -> str:
    """What a person says of it, without a full stop: `Vendor bill 1234 of Acme Supply has the vendor's own ...`."""
    whose = "the vendor's own number" if document.entity in _OF_VENDORS else "a number of its own"
    return f"{capital(named(document))} has {whose} and is not what waits to post"


def said_words(own: OwnNumber, document: Document) -> str:
    """The same as somebody's word."""
    said = statement(document)
    return f"{own.who or 'Somebody'} said on {told_day(own.at.date())}: {small(said)}."


def question(documents: Sequence[Document]) -> str:
    """What is asked of one or several where nothing else stands in the way."""
    told = [named(document) for document in documents]
    if len(told) == 1:
        return f"Is {told[0]} what waits to post, or does it only have the same number? That is for you to say."
    asked = "Is one of these what waits to post, or do they only have the same number"
    return f"{asked}: {listed(told)}? That is for you to say."


def named(document: Document) -> str:
    """`vendor bill 1234 of Acme Supply`."""
    return f"{document.title} of {document.customer_name}" if document.customer_name else document.title
