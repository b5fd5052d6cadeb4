"""The index beside the books: answers with it are those without it, whatever was put, changed and deleted."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from untwin.sample.clock import at
from untwin.sample.quickbooks.books.books import Books, User
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.query import Condition, Query
from untwin.sample.quickbooks.reading.select import select

INVOICE = ENTITIES["Invoice"]
NOW = at(date(2026, 11, 20))
NUMBERS = st.text("aA1 ß-", max_size=4)
CUSTOMERS = st.sampled_from(["1", "2", "11"])
AMOUNTS = st.sampled_from([0, 85, 850])
# Puts under a free or a used id, or takes out what is there.
STEPS = st.lists(st.tuples(st.integers(1, 6), st.booleans(), NUMBERS, CUSTOMERS, AMOUNTS), max_size=20)


def _books(steps: list[tuple[int, bool, str, str, int]]) -> Books:
    books = Books("1", "Anybody", User("1", "Any Body"))
    for id_, deletes, number, customer, amount in steps:
        if not deletes:
            doc = {"Id": str(id_), "CustomerRef": {"value": customer}, "TotalAmt": amount}
            books.put(INVOICE, doc | ({"DocNumber": number} if number else {}))
        elif books.find("Invoice", str(id_)):
            books.delete(INVOICE, str(id_), NOW)
    return books


def _ids(books: Books, name: str, operator: str, *values: Any) -> list[str]:
    query = Query("Invoice", conditions=(Condition(name, operator, values),))
    return [doc["Id"] for doc in select(query, books).get("Invoice", [])]


def _read_through(books: Books, **wanted: Any) -> list[str]:
    [(name, fits)] = wanted.items()
    docs = sorted(books.of("Invoice").values(), key=lambda doc: -int(doc["Id"]))
    return [doc["Id"] for doc in docs if name in doc and fits(doc[name])]


@given(STEPS, NUMBERS, NUMBERS)
def test_numbers_are_found_by_equals_by_in_and_by_like(steps: Any, one: str, other: str) -> None:
    books = _books(steps)
    folded = {one.casefold(), other.casefold()}
    assert _ids(books, "DocNumber", "=", one) == _read_through(
        books, DocNumber=lambda n: n.casefold() == one.casefold()
    )
    assert _ids(books, "DocNumber", "IN", one, other) == _read_through(
        books, DocNumber=lambda n: n.casefold() in folded
    )
    contained = _read_through(books, DocNumber=lambda n: one.lower() in n.lower())
    assert _ids(books, "DocNumber", "LIKE", f"%{one}%") == contained


@given(STEPS, CUSTOMERS, AMOUNTS)
def test_customers_and_amounts_are_found(steps: Any, customer: str, amount: int) -> None:
    books = _books(steps)
    assert _ids(books, "CustomerRef", "=", customer) == _read_through(
        books, CustomerRef=lambda reference: reference["value"] == customer
    )
    assert _ids(books, "TotalAmt", "=", f"{amount}.00") == _read_through(books, TotalAmt=lambda total: total == amount)


@given(STEPS, st.integers(1, 4), st.integers(0, 4), st.booleans())
def test_pages_are_slices_of_all_ids_in_order(steps: Any, start: int, limit: int, descends: bool) -> None:
    books = _books(steps)
    ids = sorted(books.of("Invoice"), key=int, reverse=descends)
    query = Query("Invoice", order=(("Id", descends),), start=start, limit=limit)
    page = select(query, books).get("Invoice", [])
    assert [doc["Id"] for doc in page] == ids[start - 1 :][:limit]
    assert select(Query("Invoice", counts=True), books) == {"totalCount": len(ids)}


@given(STEPS)
def test_an_id_is_never_given_out_twice(steps: Any) -> None:
    books = _books(steps)
    used = [id_ for id_, deletes, *_ in steps if not deletes]
    assert books.next_id(INVOICE) == str(max(used, default=0) + 1)
