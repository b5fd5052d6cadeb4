"""Finds what may be the same sale under another number: customers that are alike, then documents around the bill."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from untwin.domain.documents import Customer, Document
from untwin.domain.names import search_words
from untwin.ports.books import NearbyAnswer, NearbyQuestion
from untwin.quickbooks.client import Client
from untwin.quickbooks.documents import customer_of, documents_of, full_name_of
from untwin.quickbooks.holders import TOO_MANY
from untwin.quickbooks.pages import fetch_all
from untwin.quickbooks.queries import BATCH, Rows, Select, between, contains, fetch, in_parts, one_of, quoted

_BOOKED = ("Invoice", "SalesReceipt", "Payment")
_OF_AMOUNT = (*_BOOKED, "Deposit")
_ANY_STATE = "Active IN (true, false)"


@dataclass(frozen=True, slots=True)
class _Alike:
    """The customers that are alike to one question's, and whether all were seen."""

    customers: tuple[Customer, ...]
    complete: bool

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(c.id for c in self.customers)


def ask_nearby(client: Client, questions: Sequence[NearbyQuestion]) -> tuple[NearbyAnswer, ...]:
    """An answer for each question, in two requests for one and hardly more for a hundred."""
    alike = _customers(client, questions)
    found = fetch_all(client, _around(questions, alike))
    documents = [d for rows in found.rows for d in documents_of(rows.entity, rows.raw)]
    unique = tuple({(d.entity, d.id): d for d in documents}.values())
    complete = all(rows.complete for rows in found.rows)
    return tuple(
        _answer(q, near, unique, complete=complete and near.complete, alone=len(questions) == 1)
        for q, near in zip(questions, alike, strict=True)
    )


def _answer(
    question: NearbyQuestion, alike: _Alike, documents: tuple[Document, ...], *, complete: bool, alone: bool
) -> NearbyAnswer:
    # For one question QuickBooks itself has chosen; for many, what belongs to the others is left out.
    mine = documents if alone else tuple(d for d in documents if _may_belong(d, question, alike.ids))
    return NearbyAnswer(mine, alike.customers, complete, "" if complete else TOO_MANY)


def _may_belong(document: Document, question: NearbyQuestion, customer_ids: tuple[str, ...]) -> bool:
    """Whether it lies in the question's days and has its customer or amount; what can't be compared may."""
    if document.date is not None and not question.from_date <= document.date <= question.to_date:
        return False
    return document.customer_id in customer_ids or document.total in (None, question.incoming.total)


def _around(questions: Sequence[NearbyQuestion], alike: Sequence[_Alike]) -> list[Select]:
    days = between("TxnDate", min(q.from_date for q in questions), max(q.to_date for q in questions))
    ids = tuple(dict.fromkeys(i for near in alike for i in near.ids))
    amounts = tuple(dict.fromkeys(str(q.incoming.total) for q in questions))
    by_customer = [Select(e, (one_of("CustomerRef", part), *days)) for part in in_parts(ids) for e in _BOOKED]
    return by_customer + [
        Select(e, (one_of("TotalAmt", part), *days)) for part in in_parts(amounts) for e in _OF_AMOUNT
    ]


def _customers(client: Client, questions: Sequence[NearbyQuestion]) -> tuple[_Alike, ...]:
    """By their words where that takes one request; else from the list of all customers, if it can be had."""
    asked = [_wanted(question) for question in questions]
    if sum(len(own) for own in asked) > BATCH:
        [every] = fetch_all(client, [Select("Customer", (_ANY_STATE,))]).rows
        if every.complete:
            return _chosen(every, questions)
    return _by_words(client, asked)


def _by_words(client: Client, asked: Sequence[list[Select]]) -> tuple[_Alike, ...]:
    rows = iter(fetch(client, [select for own in asked for select in own]).rows)
    return tuple(_alike([next(rows) for _ in own]) for own in asked)


def _alike(rows: Sequence[Rows]) -> _Alike:
    found = {c.id: c for r in rows for c in map(customer_of, r.raw)}
    return _Alike(tuple(found.values()), all(r.complete for r in rows))


def _wanted(question: NearbyQuestion) -> list[Select]:
    """Customers, inactive ones too, with a word of the waiting name, a source's mark, or one of the ids."""
    # The fully qualified name of a sub-customer holds its parents' names too.
    selects = [Select("Customer", (_ANY_STATE, contains("FullyQualifiedName", word))) for word in _words(question)]
    if question.incoming.customer_email:
        by_email = f"PrimaryEmailAddr = {quoted(question.incoming.customer_email)}"
        selects.append(Select("Customer", (_ANY_STATE, by_email)))
    if question.customer_ids:
        selects.append(Select("Customer", (_ANY_STATE, one_of("Id", question.customer_ids))))
    return selects


def _words(question: NearbyQuestion) -> tuple[str, ...]:
    words = search_words(question.incoming.customer or "")
    mark = question.incoming.customer_source_id
    return (*words, f"Clio {mark}") if mark else words


def _chosen(every: Rows, questions: Sequence[NearbyQuestion]) -> tuple[_Alike, ...]:
    """The same choice, made here: from names without accents, so that it is rather too wide than too narrow."""
    listed = [(_plain(full_name_of(raw)), customer_of(raw)) for raw in every.raw]
    return tuple(_Alike(tuple(c for name, c in listed if _fits(q, name, c)), complete=True) for q in questions)


def _fits(question: NearbyQuestion, name: str, customer: Customer) -> bool:
    email = question.incoming.customer_email
    return (
        customer.id in question.customer_ids
        or any(_plain(word) in name for word in _words(question))
        or bool(email and customer.email and email.casefold() == customer.email.casefold())
    )


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in apart if not unicodedata.combining(c))
