"""Fakes of the ports: in memory, honest, run through the same contract tests as the real things."""

import json
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from builders import FACTS, NOW
from untwin.domain.books.documents import TYPES, Customer, Document, Side, fold_number, same_number
from untwin.domain.books.number_index import Numbered, Place
from untwin.domain.changes.history import NumberOrder
from untwin.domain.company.company import Company, CompanyFacts
from untwin.domain.problems import BadInput, Gone, NotAllowed, PeriodClosed, Problem, Stale, Stumbled
from untwin.domain.sources.incoming import SourceAnswer
from untwin.domain.verdicts.observed import PEOPLE, NameRecord, Wanted, alike
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


@dataclass
class TickingClock:
    """A clock that moves on by a second whenever it is asked."""

    at: datetime = NOW

    def now(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@dataclass
class FakeBooks:
    """Books in memory. `on_change` runs in place of the write and may refuse, lose the answer, or do more."""

    documents: dict[str, Document]
    clock: TickingClock = field(default_factory=TickingClock)
    company_facts: CompanyFacts = FACTS
    customers: tuple[Customer, ...] = ()
    people: tuple[NameRecord, ...] = ()
    search_complete: bool = True
    nearby_complete: bool = True
    on_change: Callable[[NumberOrder], None] | None = None
    before_read: Callable[[], None] | None = None
    before_holders: Callable[[], object] | None = None
    before_around: Callable[[Sequence[ChangeQuestion]], None] | None = None
    orders: list[NumberOrder] = field(default_factory=list)
    page: int = 1000
    most_changes: int = 1000
    deleted: list[tuple[str, str, datetime]] = field(default_factory=list)
    done: set[str] = field(default_factory=set)
    polls: list[int] = field(default_factory=list)
    problem: Problem | None = None

    def facts(self) -> CompanyFacts:
        return replace(self.company_facts, read_at=self.clock.now())

    def holders(self, questions: Sequence[Question]) -> tuple[HolderAnswer, ...]:
        if self.before_holders is not None:
            self.before_holders()
        return tuple(self._holders(question) for question in questions)

    def nearby(self, questions: Sequence[NearbyQuestion]) -> tuple[NearbyAnswer, ...]:
        return tuple(self._nearby(question) for question in questions)

    def _holders(self, question: Question) -> HolderAnswer:
        every = tuple(self.documents.values())
        number = question.number or ""
        holds = [d for d in every if same_number(d.number, number) or (not number and d.id == question.txn_id)]
        return HolderAnswer(
            documents=tuple(holds),
            named=self.documents.get(question.txn_id or ""),
            taken=tuple(
                fold_number(d.number) for d in every if d.number and number and number.casefold() in d.number.casefold()
            ),
            facts=self.facts(),
            complete=self.search_complete,
            why_not="" if self.search_complete else "Cut short.",
        )

    def _nearby(self, question: NearbyQuestion) -> NearbyAnswer:
        found = tuple(
            d
            for d in self.documents.values()
            if d.entity in ("Invoice", "SalesReceipt", "Payment", "Deposit")
            and d.date is not None
            and question.from_date <= d.date <= question.to_date
        )
        return NearbyAnswer(found, self.customers, self.nearby_complete, "" if self.nearby_complete else "Cut short.")

    def names(self, wanted: Sequence[Wanted]) -> tuple[NamesAnswer, ...]:
        if not all(i.isascii() and i.isdigit() for one in wanted for _, i in one.records):
            raise BadInput("That is no id of QuickBooks.")
        return tuple(self._names(one) for one in wanted)

    def _names(self, one: Wanted) -> NamesAnswer:
        named = tuple(p for p in self.people if p.entity in PEOPLE and alike(one, p))
        records = tuple(p for p in self.people if (p.entity, p.id) in one.records)
        return NamesAnswer(named, records, self.search_complete, "" if self.search_complete else "Cut short.")

    def read(self, entity: str, document_id: str) -> Seen:
        if self.before_read is not None:
            self.before_read()
        return Seen(self._one(entity, document_id), self.clock.now())

    def around_changes(self, questions: Sequence[ChangeQuestion]) -> tuple[ChangeAnswer, ...]:
        if not all(q.entity in TYPES and q.document_id.isascii() and q.document_id.isdigit() for q in questions):
            raise BadInput("That is no document of QuickBooks.")
        if self.before_around is not None:
            self.before_around(questions)
        facts = self.facts()
        return tuple(self._around(question, facts) for question in questions)

    def _around(self, question: ChangeQuestion, facts: CompanyFacts) -> ChangeAnswer:
        found = self.documents.get(question.document_id)
        document = found if found and found.entity == question.entity else None

        def others(number: str) -> tuple[Document, ...]:
            users = self.with_number(TYPES[question.entity].space or "", number).documents
            return tuple(d for d in users if d is not document)

        old, new = others(question.old_number), others(question.new_number)
        return ChangeAnswer(document, old, new, facts, self.clock.now())

    def with_number(self, space: str, number: str) -> Users:
        found = (d for d in self.documents.values() if TYPES[d.entity].space == space)
        return Users(tuple(d for d in found if same_number(d.number, number)), self.clock.now())

    def with_numbers(self, space: str, numbers: Sequence[str]) -> tuple[Users, ...]:
        return tuple(self.with_number(space, number) for number in numbers)

    def postings(self, questions: Sequence[PostingQuestion]) -> tuple[PostingAnswer, ...]:
        self.polls.append(len(questions))
        if self.problem is not None:
            raise self.problem
        return tuple(self._posting(question) for question in questions)

    def _posting(self, question: PostingQuestion) -> PostingAnswer:
        numbered = self.with_number("sales", question.number).documents if question.number else ()
        made = tuple(d for d in self.documents.values() if _may_be(d, question))
        return PostingAnswer(numbered, made, self.search_complete, self.clock.now())

    def how_many(self, entities: Sequence[str]) -> tuple[int, ...]:
        return tuple(len(self._of(entity)) for entity in entities)

    def number_page(self, entity: str, place: Place) -> NumberPage:
        rows = self._of(entity)[place.start - 1 :][: self.page]
        if place.last_id and (not rows or rows[0].id != place.last_id):
            raise Stumbled("The books changed meanwhile.")
        new = rows[1:] if place.last_id else rows
        further = Place(place.start + self.page - 1, rows[-1].id) if len(rows) >= self.page else None
        return NumberPage(tuple(map(_numbered, new)), further, self.clock.now())

    def number_changes(self, entities: Sequence[str], since: datetime) -> NumberChanges:
        changed = [d for e in entities for d in self._of(e) if d.updated_at and d.updated_at >= since]
        gone = tuple((e, i) for e, i, at in self.deleted if at >= since and e in entities)
        cut = tuple(e for e in entities if sum(d.entity == e for d in changed) >= self.most_changes)
        kept = [d for d in changed if d.entity not in cut]
        return NumberChanges(tuple(map(_numbered, kept)), gone, cut, self.clock.now())

    def _of(self, entity: str) -> list[Document]:
        return sorted((d for d in self.documents.values() if d.entity == entity), key=lambda d: int(d.id))

    def change_number(self, order: NumberOrder) -> None:
        self.orders.append(order)
        if self.on_change is not None:
            self.on_change(order)
        elif order.request_id not in self.done:
            self._refuse(order)
            self.renumber(order)
            self.done.add(order.request_id)

    def _refuse(self, order: NumberOrder) -> None:
        kind = TYPES.get(order.entity)
        if kind is None or kind.side is not Side.SALES or not (order.id.isascii() and order.id.isdigit()):
            raise NotAllowed(f"Untwin never changes a document of this type: {order.entity}.")
        document, closed = self._one(order.entity, order.id), self.company_facts.closed_through
        if document.sync_token != order.sync_token:
            raise Stale("Somebody else changed it.", code="5010")
        if closed and document.date and document.date <= closed:
            raise PeriodClosed("The books are closed.", code="6210")

    def renumber(self, order: NumberOrder, **more: Any) -> None:
        """What QuickBooks does with an order; `more` are raw fields that it changes on the quiet."""
        old = self._one(order.entity, order.id)
        token = str(int(old.sync_token) + 1)
        raw = json.loads(old.raw) | {"DocNumber": order.new_number, "SyncToken": token} | more
        self.documents[old.id] = replace(old, number=order.new_number, sync_token=token, raw=json.dumps(raw))

    def _one(self, entity: str, document_id: str) -> Document:
        found = self.documents.get(document_id)
        if found is None or found.entity != entity:
            raise Gone("It isn't in QuickBooks any more.", code="610")
        return found


def _may_be(document: Document, question: PostingQuestion) -> bool:
    """Whether a document was made since and has the amount; of a journal entry whether its day is near."""
    late = document.created_at is None or document.created_at >= question.since.replace(microsecond=0)
    if document.entity not in question.entities or not late:
        return False
    if document.entity != "JournalEntry":
        return question.total is not None and document.total == question.total
    near = question.day and document.date and abs(document.date - question.day) <= timedelta(days=7)
    return bool(near) and question.total in (None, document.total)


def _numbered(document: Document) -> Numbered:
    d = document
    return Numbered(d.entity, d.id, d.number, d.date, d.total, d.currency, d.customer_name, d.updated_at)


@dataclass
class FakeSource:
    """A source that answers what it was given, or fails with a problem."""

    answer: SourceAnswer
    problem: Problem | None = None

    def expect(self, count: int) -> None:
        pass

    def ask(self, number: str) -> SourceAnswer:
        if self.problem is not None:
            raise self.problem
        return self.answer


@dataclass
class FakeConnections:
    """One company's books and source."""

    the_books: FakeBooks
    the_source: FakeSource | None
    problem: Problem | None = None

    def books(self, realm: str) -> FakeBooks:
        if self.problem is not None:
            raise self.problem
        return self.the_books

    def source(self, company: Company, source: str) -> FakeSource | None:
        return self.the_source if company.binding(source) else None


@dataclass
class FreeLock:
    """A lock that is always free; `held` counts how often it was held."""

    held: int = 0

    def hold(self) -> AbstractContextManager[None]:
        self.held += 1
        return nullcontext()
