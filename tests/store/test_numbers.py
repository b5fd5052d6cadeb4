"""The number index in the store: what it keeps, what it lets go of, and that both go together."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from untwin.domain.books.number_index import IndexState, Numbered, Place
from untwin.store.database import open_database
from untwin.store.home import Home
from untwin.store.numbers import StoredNumbers

AT = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
ONE = Numbered("Invoice", "1", "INV-7 ", date(2026, 10, 12), Decimal("1240.10"), "USD", "Smith, Anna", AT)
BARE = Numbered("Bill", "2", None, None, None, None, None, None)


@pytest.fixture
def numbers(home: Home) -> StoredNumbers:
    return StoredNumbers(open_database(home.database))


def test_a_document_comes_back_as_it_was_kept(numbers: StoredNumbers) -> None:
    numbers.keep("c", IndexState(), [ONE, BARE])
    assert numbers.with_number("c", " inv-7") == (ONE,)
    assert numbers.count("c") == 2


def test_the_state_comes_back_whole(numbers: StoredNumbers) -> None:
    assert numbers.state("c") == IndexState()
    state = IndexState(AT, ("Bill",), {"Invoice": Place(1000, "77")}, None, 3)
    numbers.keep("c", state, [])
    assert numbers.state("c") == state


def test_companies_keep_apart(numbers: StoredNumbers) -> None:
    numbers.keep("c", IndexState(), [ONE])
    assert numbers.with_number("d", "INV-7") == ()
    assert numbers.state("d") == IndexState()


def test_a_newer_reading_of_a_document_takes_its_place(numbers: StoredNumbers) -> None:
    numbers.keep("c", IndexState(), [ONE])
    numbers.keep("c", IndexState(), [replace(ONE, number="INV-8")])
    assert numbers.with_number("c", "INV-7") == ()
    assert [d.id for d in numbers.with_number("c", "INV-8")] == ["1"]


def test_what_was_not_seen_in_a_round_is_gone_at_its_end(numbers: StoredNumbers) -> None:
    other = replace(ONE, id="3", number="INV-9")
    numbers.keep("c", IndexState(round=1), [ONE, other, BARE])
    numbers.keep("c", IndexState(round=2), [ONE])
    numbers.end("c", IndexState(round=2), "Invoice")
    assert numbers.with_number("c", "INV-9") == ()
    # Another type's end is its own.
    assert numbers.count("c") == 2


def test_deleted_documents_are_dropped_by_type_and_id(numbers: StoredNumbers) -> None:
    numbers.keep("c", IndexState(), [ONE, replace(ONE, entity="CreditMemo")])
    numbers.drop("c", [("Invoice", "1"), ("Invoice", "99")])
    assert [d.entity for d in numbers.with_number("c", "INV-7")] == ["CreditMemo"]


def test_a_company_that_is_forgotten_leaves_nothing(numbers: StoredNumbers) -> None:
    numbers.keep("c", IndexState(AT), [ONE])
    numbers.keep("d", IndexState(AT), [ONE])
    numbers.clear("c")
    assert (numbers.count("c"), numbers.state("c")) == (0, IndexState())
    assert numbers.count("d") == 1


def test_the_latest_numbers_of_a_type_are_those_of_the_highest_ids(numbers: StoredNumbers) -> None:
    made = [replace(ONE, id=str(n), number=f"INV-{n}") for n in (2, 10, 9, 100)]
    numbers.keep("c", IndexState(), [*made, BARE, replace(ONE, id="101", number=None)])
    assert numbers.latest("c", "Invoice", 3) == ("INV-100", "INV-10", "INV-9")
    assert numbers.latest("d", "Invoice", 3) == ()


def test_it_is_walked_with_the_shortest_numbers_first_and_those_without_one_before(numbers: StoredNumbers) -> None:
    many = [replace(ONE, id=str(i), number=number) for i, number in enumerate(("1000", "999", "INV-7", "20"), start=5)]
    numbers.keep("c", IndexState(), [BARE, *many])
    numbers.keep("d", IndexState(), [ONE])
    walked = list(numbers.walk("c"))
    assert [entry[2] for entry in walked] == [None, "20", "999", "1000", "INV-7"]
    assert walked[1] == ("Invoice", "8", "20", "2026-10-12")
    assert walked[0] == ("Bill", "2", None, None)


def test_some_documents_come_by_type_and_id_in_their_order(numbers: StoredNumbers) -> None:
    numbers.keep("c", IndexState(), [ONE, BARE])
    assert numbers.some("c", [("Bill", "2"), ("Invoice", "gone"), ("Invoice", "1")]) == (BARE, ONE)
    assert numbers.some("d", [("Invoice", "1")]) == ()
