"""One company's books: every question a look-up asks, answered in few batched reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from untwin.domain.books.documents import TYPES
from untwin.domain.books.number_index import Place
from untwin.domain.changes.history import NumberOrder
from untwin.domain.company.company import CompanyFacts
from untwin.domain.problems import Gone
from untwin.domain.verdicts.observed import Wanted
from untwin.ports.books import (
    ChangeAnswer,
    ChangeQuestion,
    HolderAnswer,
    NamesAnswer,
    NearbyAnswer,
    NearbyQuestion,
    NumberChanges,
    NumberPage,
    PostingAnswer,
    PostingQuestion,
    Question,
    Seen,
    Users,
)
from untwin.quickbooks.around import look_around
from untwin.quickbooks.client import Client
from untwin.quickbooks.documents import documents_of
from untwin.quickbooks.facts import FACTS, company_facts
from untwin.quickbooks.holders import ask_holders, digits
from untwin.quickbooks.names import ask_names
from untwin.quickbooks.nearby import ask_nearby
from untwin.quickbooks.number_writer import write_number
from untwin.quickbooks.numbers import number_changes, number_page
from untwin.quickbooks.postings import ask_postings
from untwin.quickbooks.queries import Select, fetch, how_many, quoted
from untwin.quickbooks.users import users, users_of_many


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

    def names(self, wanted: Sequence[Wanted]) -> tuple[NamesAnswer, ...]:
        """Names and records: one request for up to some twenty cases."""
        return ask_names(self.client, wanted)

    def read(self, entity: str, document_id: str) -> Seen:
        """One document; read by query, as around a change, so that all images have one shape."""
        fetched = fetch(self.client, [Select(entity, (f"Id = {quoted(digits(document_id))}",))])
        found = [d for d in documents_of(entity, fetched.of(entity)) if d.id == document_id]
        if not found:
            raise Gone(
                f"The {TYPES[entity].title} isn't in QuickBooks any more.", "Look the case up again.", code="610"
            )
        return Seen(found[0], fetched.at)

    def around_changes(self, questions: Sequence[ChangeQuestion]) -> tuple[ChangeAnswer, ...]:
        """The documents, whoever else has their old or new numbers, and the facts: one request for thirty."""
        return look_around(self.client, questions)

    def with_number(self, space: str, number: str) -> Users:
        """Every document of a number space with this number, in one request."""
        return users(self.client, space, number)

    def with_numbers(self, space: str, numbers: Sequence[str]) -> tuple[Users, ...]:
        """The same for many numbers: one request for some hundreds."""
        return users_of_many(self.client, space, numbers)

    def postings(self, questions: Sequence[PostingQuestion]) -> tuple[PostingAnswer, ...]:
        """Whether waiting documents have posted: one request for some hundreds."""
        return ask_postings(self.client, questions) if questions else ()

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
