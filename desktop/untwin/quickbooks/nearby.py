"""Finds what may be the same sale under another number: like customers, documents around the bill, their owners."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from untwin.domain.books.documents import Customer, Document, owners_of
from untwin.domain.sources.incoming import IncomingKind
from untwin.domain.verdicts.customers import is_customer
from untwin.domain.verdicts.names import search_words
from untwin.ports.books import NearbyAnswer, NearbyQuestion
from untwin.quickbooks.client import Client
from untwin.quickbooks.documents import customer_of, documents_of, full_name_of
from untwin.quickbooks.holders import TOO_MANY
from untwin.quickbooks.pages import fetch_all
from untwin.quickbooks.queries import BATCH, Rows, Select, between, contains, fetch, in_parts, one_of

# An estimate books nothing, but one that was turned into an invoice says that there is one.
# A credit memo of the customer may have taken the sale back; for a waiting credit note it may be that one.
_BOOKED = ("Invoice", "SalesReceipt", "Payment", "Estimate", "CreditMemo", "RefundReceipt")
_OF_AMOUNT = ("Invoice", "SalesReceipt", "Payment")
_CREDITS = ("CreditMemo", "RefundReceipt")
_CENT = Decimal("0.01")
_ANY_STATE = "Active IN (true, false)"


@dataclass(frozen=True, slots=True)
class _Alike:
    """The customers that are alike to one question's, and whether all were seen."""

    customers: tuple[Customer, ...]
    complete: bool

    def joined(self, other: "_Alike") -> "_Alike":
        """These, and others that belong to them."""
        both = {c.id: c for c in (*self.customers, *other.customers)}
        return _Alike(tuple(both.values()), self.complete and other.complete)

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(c.id for c in self.customers)


def ask_nearby(client: Client, questions: Sequence[NearbyQuestion]) -> tuple[NearbyAnswer, ...]:
    """An answer for each question, in two requests for one and hardly more for a hundred.

    Whoever was billed the very amount is read as well, where there is such a stranger: the record behind another
    name may have the waiting customer's address, person or parent.
    """
    alike = _customers(client, questions)
    found = fetch_all(client, _around(questions, alike))
    documents = [d for rows in found.rows for d in documents_of(rows.entity, rows.raw)]
    unique = tuple({(d.entity, d.id): d for d in documents}.values())
    complete = all(rows.complete for rows in found.rows)
    mine = [tuple(d for d in unique if _may_belong(d, q, near.ids)) for q, near in zip(questions, alike, strict=True)]
    return tuple(
        _answer(own, near, complete=complete) for own, near in zip(mine, _with_owners(client, mine, alike), strict=True)
    )


def _answer(documents: tuple[Document, ...], alike: _Alike, *, complete: bool) -> NearbyAnswer:
    whole = complete and alike.complete
    return NearbyAnswer(documents, alike.customers, whole, "" if whole else TOO_MANY)


def _may_belong(document: Document, question: NearbyQuestion, customer_ids: tuple[str, ...]) -> bool:
    """Whether it lies in the question's days and has its customer or amount; what can't be compared may."""
    if document.date is not None and not question.from_date <= document.date <= question.to_date:
        return False
    if document.entity == "Deposit":
        figures = [document.total, *(line.amount for line in document.lines)]
        fits = any(f is None or abs(f - amount) <= _CENT for f in figures for amount in _amounts(question))
        # What is another amount may be a part of the waiting one.
        return fits or any(i in customer_ids for i in owners_of(document))
    return document.customer_id in customer_ids or document.total in (None, *_amounts(question))


def _with_owners(
    client: Client, documents: Sequence[tuple[Document, ...]], alike: Sequence[_Alike]
) -> Sequence[_Alike]:
    """The customers with those whose documents were found by their amount alone; mostly there are none: no request."""
    known = {i for near in alike for i in near.ids}
    owners = [{i for d in own for i in owners_of(d)} for own in documents]
    wanted = tuple(dict.fromkeys(i for ids in owners for i in sorted(ids) if i not in known))
    if not wanted:
        return alike
    selects = [Select("Customer", (_ANY_STATE, one_of("Id", part))) for part in in_parts(wanted)]
    read = _alike(fetch(client, selects).rows)
    return [
        near.joined(_Alike(tuple(c for c in read.customers if c.id in ids), read.complete))
        for near, ids in zip(alike, owners, strict=True)
    ]


def _amounts(question: NearbyQuestion) -> tuple[Decimal, ...]:
    """The waiting total, and what is still open of it."""
    known = (question.incoming.total, question.incoming.balance)
    return tuple(dict.fromkeys(amount for amount in known if amount))


def _around(questions: Sequence[NearbyQuestion], alike: Sequence[_Alike]) -> list[Select]:
    days = between("TxnDate", min(q.from_date for q in questions), max(q.to_date for q in questions))
    ids = tuple(dict.fromkeys(i for near in alike for i in near.ids))
    amounts = tuple(dict.fromkeys(str(amount) for q in questions for amount in _amounts(q)))
    more = _CREDITS if any(q.incoming.kind is IncomingKind.CREDIT_NOTE for q in questions) else ()
    of_amount = (*_OF_AMOUNT, *more)
    by_customer = [Select(e, (one_of("CustomerRef", part), *days)) for part in in_parts(ids) for e in _BOOKED]
    by_amount = [Select(e, (one_of("TotalAmt", part), *days)) for part in in_parts(amounts) for e in of_amount]
    # A deposit's customers and amounts stand on its lines, which no query can ask for: all of these days are read.
    return [*by_customer, *by_amount, Select("Deposit", days)]


def _customers(client: Client, questions: Sequence[NearbyQuestion]) -> tuple[_Alike, ...]:
    """By their words where that takes one request; else from the list of all customers, if it can be had."""
    asked = [_wanted(question) for question in questions]
    if sum(len(own) for own in asked) > BATCH:
        [every] = fetch_all(client, [Select("Customer", (_ANY_STATE,))]).rows
        if every.complete:
            return _chosen(every, questions)
    return _with_relatives(client, questions, _by_words(client, asked))


def _with_relatives(
    client: Client, questions: Sequence[NearbyQuestion], alike: tuple[_Alike, ...]
) -> tuple[_Alike, ...]:
    """Parents and sub-customers of a waiting customer that a name's words don't find; most have none: no request."""
    wanted = [_relatives(question, near.customers) for question, near in zip(questions, alike, strict=True)]
    if not any(wanted):
        return alike
    found = iter(_by_words(client, [own for own in wanted if own]))
    return tuple(near.joined(next(found)) if own else near for near, own in zip(alike, wanted, strict=True))


def _relatives(question: NearbyQuestion, customers: tuple[Customer, ...]) -> list[Select]:
    mine = [c for c in customers if c.parent_id and is_customer(question.incoming, c)]
    heads = dict.fromkeys(_head_of(c) for c in mine)
    found = [Select("Customer", (_ANY_STATE, contains("FullyQualifiedName", head))) for head in heads if head]
    parents = tuple(dict.fromkeys(c.parent_id for c in mine if c.parent_id and not _head_of(c)))
    return found + ([Select("Customer", (_ANY_STATE, one_of("Id", parents)))] if parents else [])


def _head_of(customer: Customer) -> str:
    """The name of the customer that a sub-customer is under in the end; its full name begins with it."""
    return next((name.partition(":")[0] for name in customer.aliases if ":" in name), "")


def _by_words(client: Client, asked: Sequence[list[Select]]) -> tuple[_Alike, ...]:
    rows = iter(fetch(client, [select for own in asked for select in own]).rows)
    return tuple(_alike([next(rows) for _ in own]) for own in asked)


def _alike(rows: Sequence[Rows]) -> _Alike:
    found = {c.id: c for r in rows for c in map(customer_of, r.raw)}
    return _Alike(tuple(found.values()), all(r.complete for r in rows))


def _wanted(question: NearbyQuestion) -> list[Select]:
    """Customers, inactive ones too, with a word of the waiting name, a source's mark, or one of the ids."""
    # The fully qualified name of a sub-customer holds its parents' names too.
    fields = ("FullyQualifiedName", "CompanyName")
    selects = [Select("Customer", (_ANY_STATE, contains(f, word))) for word in _words(question) for f in fields]
    if words := search_words(question.incoming.customer or ""):
        selects.append(Select("Customer", (_ANY_STATE, one_of("FamilyName", words))))
    if email := question.incoming.customer_email:
        # One field holds several addresses.
        selects.append(Select("Customer", (_ANY_STATE, contains("PrimaryEmailAddr", email))))
    if question.customer_ids:
        selects.append(Select("Customer", (_ANY_STATE, one_of("Id", question.customer_ids))))
    return selects


def _words(question: NearbyQuestion) -> tuple[str, ...]:
    words = search_words(question.incoming.customer or "")
    mark = question.incoming.customer_source_id
    return (*words, f"Clio {mark}") if mark else words


def _chosen(every: Rows, questions: Sequence[NearbyQuestion]) -> tuple[_Alike, ...]:
    """The same choice, made here: from names without accents, so that it is rather too wide than too narrow."""
    read = [(full_name_of(raw), customer_of(raw)) for raw in every.raw]
    listed = [(_plain("\n".join((name, *customer.aliases))), customer) for name, customer in read]
    chosen = (_Alike(tuple(c for name, c in listed if _fits(q, name, c)), complete=True) for q in questions)
    return tuple(_with_family(q, alike, listed) for q, alike in zip(questions, chosen, strict=True))


def _with_family(question: NearbyQuestion, alike: _Alike, listed: Sequence[tuple[str, Customer]]) -> _Alike:
    mine = [c for c in alike.customers if c.parent_id and is_customer(question.incoming, c)]
    heads = {_plain(_head_of(c)) for c in mine} - {""}
    parents = {c.parent_id for c in mine}
    more = tuple(c for name, c in listed if c.id in parents or any(head in name for head in heads))
    return alike.joined(_Alike(more, complete=True)) if more else alike


def _fits(question: NearbyQuestion, name: str, customer: Customer) -> bool:
    email = question.incoming.customer_email
    return (
        customer.id in question.customer_ids
        or any(_plain(word) in name for word in _words(question))
        or bool(email and customer.email and email.casefold() in customer.email.casefold())
    )


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in apart if not unicodedata.combining(c))
