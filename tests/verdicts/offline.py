"""Books in memory, filled with made-up JSON by the project's own reading; they search wider than they need to."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from fakes import FakeBooks
from untwin.domain.books.documents import NUMBERED, Customer, Document, fold_number, owners_of, same_number
from untwin.domain.company.company import CompanyFacts
from untwin.ports.books import HolderAnswer, NearbyAnswer, NearbyQuestion, Question
from untwin.quickbooks.documents import customer_of, document_of
from verdicts.ledger import Ledger, Row
from verdicts.people import all_words

LISTS = ("Account", "Item", "Vendor", "Customer")
_AROUND = ("Invoice", "SalesReceipt", "Payment", "Deposit", "CreditMemo", "RefundReceipt", "Estimate")


@dataclass
class OfflineBooks(FakeBooks):
    """Answers as the port says, from everything there is.

    `odd` are documents that lack a field: each makes its own conflict unknown, and no other one.
    """

    by_words: dict[str, list[Customer]] = field(default_factory=dict)
    odd: frozenset[str] = frozenset()

    def _holders(self, question: Question) -> HolderAnswer:
        every = [d for d in self.documents.values() if d.entity in NUMBERED]
        number = question.number or ""
        named = self.documents.get(question.txn_id or "")
        holding = [d for d in every if same_number(d.number, number)]
        if named and named not in holding and same_number(named.number, number):
            holding.append(named)  # a payment, whose number no query can ask for
        taken = (d.number for d in every if d.number and number.casefold() in d.number.casefold())
        return HolderAnswer(
            documents=tuple(holding),
            named=named,
            taken=tuple(map(fold_number, taken)),
            facts=self.company_facts,
            complete=self.search_complete,
        )

    def _nearby(self, question: NearbyQuestion) -> NearbyAnswer:
        customers = self._alike(question)
        ids = {customer.id for customer in customers}
        near = [d for d in self.documents.values() if _is_around(d, question) and d.id not in self.odd]
        mine = [d for d in near if ids & {*owners_of(d)} or question.incoming.total in _amounts(d)]
        owners = {i for d in mine for i in owners_of(d)} - ids
        customers += tuple(c for c in self.customers if c.id in owners)
        return NearbyAnswer(tuple(mine), customers, self.nearby_complete, "" if self.nearby_complete else "Cut short.")

    def _alike(self, question: NearbyQuestion) -> tuple[Customer, ...]:
        """Those with a word of the name, the mark, the e-mail; those asked for; all their relatives."""
        words = all_words(question.incoming.customer or "")
        mark, email = f"Clio {question.incoming.customer_source_id}", question.incoming.customer_email
        near = {c.id for word in words for c in self.by_words.get(word, ())} | set(question.customer_ids)
        near |= {c.id for c in self.customers if mark in c.name or (email and email in (c.email or ""))}
        while more := {i for c in self.customers for i in _related(c, near)} - near:
            near |= more
        return tuple(c for c in self.customers if c.id in near)


def offline_books(ledger: Ledger, facts: CompanyFacts) -> OfflineBooks:
    """The books of a ledger, without what was deleted."""
    kept = [row for row in ledger.rows if not row.deleted]
    documents = [document_of(row.entity, raw_of(row)) for row in kept if row.entity not in LISTS]
    customers = tuple(customer_of(raw_of(row)) for row in kept if row.entity == "Customer")
    by_words: dict[str, list[Customer]] = {}
    for customer in customers:
        for word in all_words(" ".join((customer.name, *customer.aliases))):
            by_words.setdefault(word, []).append(customer)
    found = {document.id: document for document in documents}
    odd = frozenset(row.id for row in ledger.rows if row.odd)
    return OfflineBooks(found, company_facts=facts, customers=customers, by_words=by_words, odd=odd)


def _related(customer: Customer, near: set[str]) -> Sequence[str]:
    """The parent of a customer who is near, or the child of one who is."""
    if customer.id in near and customer.parent_id:
        return (customer.parent_id,)
    return (customer.id,) if customer.parent_id in near else ()


def raw_of(row: Row) -> str:
    """The JSON text of a row, amounts as QuickBooks writes them: plain numbers."""
    return json.dumps(row.body, default=_number)


def _number(value: object) -> float:
    assert isinstance(value, Decimal)
    return float(value)


def _is_around(document: Document, question: NearbyQuestion) -> bool:
    if document.entity not in _AROUND:
        return False
    return document.date is None or question.from_date <= document.date <= question.to_date


def _amounts(document: Document) -> Sequence[Decimal | None]:
    lines = [line.amount for line in document.lines] if document.entity == "Deposit" else []
    return (document.total, document.subtotal, document.balance, document.home_total, *lines)
