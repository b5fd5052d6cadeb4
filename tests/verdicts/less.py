"""Ways to know less: each takes something out of the evidence of a case, and none makes anything more certain."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from untwin.domain.books.documents import Document
from untwin.domain.sources.incoming import Incoming, IncomingKind
from untwin.domain.verdicts.evidence import Evidence, Search

Less = Callable[[Evidence], Iterator[Evidence]]
CUT = Search(complete=False, why_not="Cut short.")


def of_waiting(**lacks: Any) -> Less:
    """The waiting document without some of its fields."""

    def less(evidence: Evidence) -> Iterator[Evidence]:
        if evidence.incoming is not None:
            yield replace(evidence, incoming=_without(evidence.incoming, lacks))

    return less


def _without(incoming: Incoming, lacks: dict[str, Any]) -> Incoming:
    return replace(incoming, **lacks)


def waiting_unknown(evidence: Evidence) -> Iterator[Evidence]:
    """No waiting document at all."""
    yield replace(evidence, incoming=None)


def of_holder(**lacks: Any) -> Less:
    """Each holder in turn without some of its fields, wherever it is told of."""

    def less(evidence: Evidence) -> Iterator[Evidence]:
        for holder in evidence.holders:
            yield _everywhere(evidence, holder, replace(holder, **lacks))

    return less


def of_nearby(**lacks: Any) -> Less:
    """Each document nearby in turn without some of its fields, wherever it is told of."""

    def less(evidence: Evidence) -> Iterator[Evidence]:
        for near in evidence.nearby:
            yield _everywhere(evidence, near, replace(near, **lacks))

    return less


def _everywhere(evidence: Evidence, old: Document, new: Document) -> Evidence:
    def put(documents: tuple[Document, ...]) -> tuple[Document, ...]:
        return tuple(new if d == old else d for d in documents)

    named = new if evidence.named_found == old else evidence.named_found
    return replace(evidence, holders=put(evidence.holders), nearby=put(evidence.nearby), named_found=named)


def without_holder(evidence: Evidence) -> Iterator[Evidence]:
    """Each holder in turn was not found, and the search says that it was cut short."""
    for holder in evidence.holders:
        rest = tuple(d for d in evidence.holders if d != holder)
        yield replace(evidence, holders=rest, holder_search=CUT)


def without_nearby(evidence: Evidence) -> Iterator[Evidence]:
    """Each document nearby in turn was not found, and the search says that it was cut short."""
    for near in evidence.nearby:
        rest = tuple(d for d in evidence.nearby if d != near)
        yield replace(evidence, nearby=rest, twin_search=CUT)


def without_record(evidence: Evidence) -> Iterator[Evidence]:
    """Each record of the list in turn was not read, and the list says that it was cut short."""
    for record in evidence.source_records:
        rest = tuple(r for r in evidence.source_records if r != record)
        yield replace(evidence, source_records=rest, source_search=CUT)


def without_customer(evidence: Evidence) -> Iterator[Evidence]:
    """Each customer in turn was not read, and the search says that it was cut short."""
    for customer in evidence.customers:
        yield replace(_unread(evidence, customer.id), twin_search=CUT)


def without_holders_customer(evidence: Evidence) -> Iterator[Evidence]:
    """QuickBooks doesn't tell of a holder's customer: nobody knows whose relative it is."""
    for holder in evidence.holders:
        if holder.customer_id and holder.customer_id not in evidence.incoming_customers:
            yield _unread(evidence, holder.customer_id)


def _unread(evidence: Evidence, customer_id: str) -> Evidence:
    rest = tuple(c for c in evidence.customers if c.id != customer_id)
    proved = tuple(i for i in evidence.incoming_customers if i != customer_id)
    return replace(evidence, customers=rest, incoming_customers=proved)


def cut_short(name: str) -> Less:
    """A search that was cut short."""

    def less(evidence: Evidence) -> Iterator[Evidence]:
        yield replace(evidence, **{name: CUT})  # type: ignore[arg-type] # mypy takes it for every field at once

    return less


def nobody_spoke(evidence: Evidence) -> Iterator[Evidence]:
    """No person has said who made anything, or what only shares the number."""
    yield replace(evidence, made_by_hand=(), own_numbers=())


def no_home_currency(evidence: Evidence) -> Iterator[Evidence]:
    """The company's currency isn't known."""
    yield replace(evidence, facts=replace(evidence.facts, home_currency=None))


LESS: dict[str, Less] = {
    "no waiting document": waiting_unknown,
    "no waiting customer": of_waiting(customer=None, customer_source_id=None, customer_email=None),
    "no waiting customer's id and e-mail": of_waiting(customer_source_id=None, customer_email=None),
    "no waiting total": of_waiting(total=None, balance=None),
    "no waiting date": of_waiting(date=None),
    "no waiting kind": of_waiting(kind=IncomingKind.UNKNOWN),
    "no waiting references": of_waiting(references=()),
    "a holder without its customer": of_holder(customer_id=None, customer_name=None),
    "a holder without its total": of_holder(total=None, balance=None, subtotal=None),
    "a holder without its currency": of_holder(currency=None),
    "a holder without its date": of_holder(date=None),
    "a holder without its words": of_holder(lines=(), memo="", subtotal=None),
    "a document nearby without its customer": of_nearby(customer_id=None, customer_name=None),
    "a document nearby without its total": of_nearby(total=None, balance=None, subtotal=None),
    "a document nearby without its currency": of_nearby(currency=None),
    "a document nearby without its date": of_nearby(date=None),
    "a document nearby without its words": of_nearby(memo=""),
    "a holder that was not found": without_holder,
    "a document nearby that was not found": without_nearby,
    "a record that was not read": without_record,
    "a customer that was not read": without_customer,
    "a holder's customer that was not read": without_holders_customer,
    "the search for holders cut short": cut_short("holder_search"),
    "the twin search cut short": cut_short("twin_search"),
    "the source's list cut short": cut_short("source_search"),
    "no person's word": nobody_spoke,
    "no home currency": no_home_currency,
}
