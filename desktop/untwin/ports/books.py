"""What the flows ask of QuickBooks' books and of the sources, and the shapes of the answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

from untwin.domain.books.documents import Customer, Document
from untwin.domain.books.number_index import Numbered, Place
from untwin.domain.changes.history import NumberOrder
from untwin.domain.company.company import Company, CompanyFacts
from untwin.domain.sources.incoming import Incoming, SourceAnswer
from untwin.domain.verdicts.observed import NameRecord, Wanted


@dataclass(frozen=True, slots=True)
class Question:
    """What a look-up asks about one number; `txn_id` is the id that the error's text names."""

    number: str | None
    txn_id: str | None


@dataclass(frozen=True, slots=True)
class HolderAnswer:
    """Everything of one number.

    `documents` are all that carry it (trimmed, in any case) in any numbered type, voided ones too; `named` is
    the document with the id of the text. `taken` are all numbers that contain it, folded. `complete` is False
    when a limit or a fault cut the search short, `why_not` then says so.
    """

    documents: tuple[Document, ...]
    named: Document | None
    taken: tuple[str, ...]
    facts: CompanyFacts
    complete: bool
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class NearbyQuestion:
    """Where the same sale may stand under another number.

    `customer_ids` are the holders' customers, read too, so that relations between customers are seen.
    """

    incoming: Incoming
    from_date: date
    to_date: date
    customer_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NearbyAnswer:
    """What was found nearby.

    `documents` are sales, payments and deposits of customers that are alike, or of the very amount; `customers`
    are those that are alike, inactive ones too, those asked for by id, and whoever's documents are told of.
    """

    documents: tuple[Document, ...]
    customers: tuple[Customer, ...]
    complete: bool
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class NamesAnswer:
    """Who and what was found for one `Wanted`.

    `names` are customers, vendors and employees that are alike, inactive ones too; `records` those asked for by
    id, as far as they are there.
    """

    names: tuple[NameRecord, ...]
    records: tuple[NameRecord, ...]
    complete: bool
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A document as it stands, and QuickBooks' clock at the moment of the answer."""

    document: Document
    at: datetime


@dataclass(frozen=True, slots=True)
class Users:
    """Who uses a number, and QuickBooks' clock at the moment of the answer."""

    documents: tuple[Document, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class PostingQuestion:
    """What is looked for of one waiting document after its retry.

    `number` is None where the source gives it none. `entities` are the types that it may come as; they are looked
    for by `total` where that is known, journal entries by `day` and a few days around it, and only documents made
    from `since` on, which is QuickBooks' clock.
    """

    number: str | None
    entities: tuple[str, ...]
    total: Decimal | None
    day: date | None
    since: datetime


@dataclass(frozen=True, slots=True)
class PostingAnswer:
    """What QuickBooks has of one waiting document, read now.

    `numbered` are all documents of the sales forms with its number, whenever they were made. `made` are those that
    were made since and have its amount, and journal entries of its days. `complete` is False where there were more
    than QuickBooks gives at once.
    """

    numbered: tuple[Document, ...]
    made: tuple[Document, ...]
    complete: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class ChangeQuestion:
    """A change about which the books are asked, right before it or after it."""

    entity: str
    document_id: str
    old_number: str
    new_number: str


@dataclass(frozen=True, slots=True)
class ChangeAnswer:
    """How the books stand around one change, read now.

    `document` is the document itself, None where it isn't there any more. `others_with_old` and `others_with_new`
    are all other documents of its number space with these numbers. `at` is QuickBooks' clock.
    """

    document: Document | None
    others_with_old: tuple[Document, ...]
    others_with_new: tuple[Document, ...]
    facts: CompanyFacts
    at: datetime


@dataclass(frozen=True, slots=True)
class NumberPage:
    """A page of one type's documents by id; `next` is where the next one begins, None after the last."""

    documents: tuple[Numbered, ...]
    next: Place | None
    at: datetime


@dataclass(frozen=True, slots=True)
class NumberChanges:
    """What has changed since a moment.

    `deleted` are type and id of documents that are gone; `cut_short` are the types of which there were more
    changes than QuickBooks tells.
    """

    documents: tuple[Numbered, ...]
    deleted: tuple[tuple[str, str], ...]
    cut_short: tuple[str, ...]
    at: datetime


class Books(Protocol):
    """One company's books. Every method but `change_number` only reads.

    All raise `OutsideProblem` or one of its kinds; none returns a partial answer without saying so.
    """

    def facts(self) -> CompanyFacts:
        """The company's name, country, closing date and settings."""

    def holders(self, questions: Sequence[Question]) -> tuple[HolderAnswer, ...]:
        """Who uses the numbers: an answer for each question, in their order. Raises `BadInput` for a bad id."""

    def nearby(self, questions: Sequence[NearbyQuestion]) -> tuple[NearbyAnswer, ...]:
        """What may be the same sale under another number: an answer for each question, in their order."""

    def names(self, wanted: Sequence[Wanted]) -> tuple[NamesAnswer, ...]:
        """Customers, vendors, employees and other records: an answer for each, in their order.

        Raises `BadInput` for a bad id.
        """

    def read(self, entity: str, document_id: str) -> Seen:
        """One document as it stands now. Raises `Gone` when it isn't there."""

    def around_changes(self, questions: Sequence[ChangeQuestion]) -> tuple[ChangeAnswer, ...]:
        """How the books stand around changes: an answer for each, in their order; thirty take one request.

        Raises `BadInput` for a bad id.
        """

    def with_number(self, space: str, number: str) -> Users:
        """Every document of one number space with this number, read now."""

    def with_numbers(self, space: str, numbers: Sequence[str]) -> tuple[Users, ...]:
        """The same for many numbers at once, in their order; with up to two blanks at a number's ends."""

    def postings(self, questions: Sequence[PostingQuestion]) -> tuple[PostingAnswer, ...]:
        """Whether waiting documents have posted: an answer for each, in their order; hundreds take one request."""

    def how_many(self, entities: Sequence[str]) -> tuple[int, ...]:
        """How many documents there are of each type."""

    def number_page(self, entity: str, place: Place) -> NumberPage:
        """The next page of 1,000. Raises `Stumbled` when the books changed so that a row may have slipped."""

    def number_changes(self, entities: Sequence[str], since: datetime) -> NumberChanges:
        """What has changed in these types since a moment of the last 30 days."""

    def change_number(self, order: NumberOrder) -> None:
        """THE write. Raises `AnswerLost` when it was sent and the answer never came."""


class Source(Protocol):
    """A system that pushes documents into QuickBooks."""

    def expect(self, count: int) -> None:
        """Says how many documents will be asked about, so that a list may be read once. Raises as `ask` does."""

    def ask(self, number: str) -> SourceAnswer:
        """What the source itself says about the document with this number and its own list around it."""


class Connections(Protocol):
    """Gives the connected books and sources, signed in by what the keyring holds."""

    def books(self, realm: str) -> Books:
        """The books of one connected company. Raises `SignInNeeded`, `KeyringProblem`."""

    def source(self, company: Company, source: str) -> Source | None:
        """The source's API where it has one and is bound to the company; else None."""
