"""One company's books: every question a look-up asks, answered in few batched reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from untwin.domain.company import CompanyFacts
from untwin.domain.documents import TYPES, Document, same_number
from untwin.domain.number_index import Place
from untwin.domain.problems import Gone
from untwin.ports.books import (
    BeforeChange,
    HolderAnswer,
    NearbyAnswer,
    NearbyQuestion,
    NumberChanges,
    NumberOrder,
    NumberPage,
    Question,
    Seen,
    Users,
)
from untwin.quickbooks.client import Client
from untwin.quickbooks.documents import documents_of
from untwin.quickbooks.facts import FACTS, company_facts
from untwin.quickbooks.holders import ask_holders, by_number, digits
from untwin.quickbooks.nearby import ask_nearby
from untwin.quickbooks.number_writer import write_number
from untwin.quickbooks.numbers import number_changes, number_page
from untwin.quickbooks.queries import Fetched, Rows, Select, fetch, how_many, quoted


@dataclass(frozen=True, slots=True)
class QuickBooksBooks:
    """Honours the port `Books`."""

    client: Client

    def facts(self) -> CompanyFacts:
        """The company's facts, in one request."""
        return company_facts(fetch(self.client, FACTS))

    def holders(self, questions: Sequence[Question]) -> tuple[HolderAnswer, ...]:
        """Who uses each number: one request for one, about one for five of many."""
        return ask_holders(self.client, questions) if questions else ()

    def nearby(self, questions: Sequence[NearbyQuestion]) -> tuple[NearbyAnswer, ...]:
        """What may be the same sale, for each question: in two requests, or few more for many."""
        return ask_nearby(self.client, questions) if questions else ()

    def read(self, entity: str, document_id: str) -> Seen:
        """One document; read by query, as before the change, so that both images have one shape."""
        fetched = fetch(self.client, [_by_id(entity, document_id)])
        return Seen(_only(fetched.rows, entity, document_id), fetched.at)

    def before_change(self, entity: str, document_id: str, new_number: str) -> BeforeChange:
        """The document, whoever uses the new number, and the facts, in one request."""
        numbers = by_number(_space(TYPES[entity].space), new_number)
        fetched = fetch(self.client, (*numbers, _by_id(entity, document_id), *FACTS))
        users = _with_number(fetched.rows[: len(numbers)], new_number)
        document = _only(fetched.rows[len(numbers) :], entity, document_id)
        return BeforeChange(document, tuple(d for d in users if d.id != document_id), company_facts(fetched))

    def with_number(self, space: str, number: str) -> Users:
        """Every document of a number space with this number."""
        fetched: Fetched = fetch(self.client, by_number(_space(space), number))
        return Users(_with_number(fetched.rows, number), fetched.at)

    def how_many(self, entities: Sequence[str]) -> tuple[int, ...]:
        """How many documents there are of each type."""
        return how_many(self.client, entities)

    def number_page(self, entity: str, place: Place) -> NumberPage:
        """The next page of 1,000 documents of one type."""
        return number_page(self.client, entity, place)

    def number_changes(self, entities: Sequence[str], since: datetime) -> NumberChanges:
        """What has changed in these types since a moment."""
        return number_changes(self.client, entities, since)

    def change_number(self, order: NumberOrder) -> None:
        """THE write, by the number writer."""
        write_number(self.client, order)


def _space(space: str | None) -> list[str]:
    return [t.entity for t in TYPES.values() if t.space == space]


def _by_id(entity: str, document_id: str) -> Select:
    return Select(entity, (f"Id = {quoted(digits(document_id))}",))


def _with_number(rows: Sequence[Rows], number: str) -> tuple[Document, ...]:
    found = (document for each in rows for document in documents_of(each.entity, each.raw))
    return tuple(document for document in found if same_number(document.number, number))


def _only(rows: Sequence[Rows], entity: str, document_id: str) -> Document:
    found = (document for each in rows if each.entity == entity for document in documents_of(entity, each.raw))
    wanted = next((document for document in found if document.id == document_id), None)
    if wanted is None:
        raise Gone(f"The {TYPES[entity].title} isn't in QuickBooks any more.", "Look the case up again.", code="610")
    return wanted
