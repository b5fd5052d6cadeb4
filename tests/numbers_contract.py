"""What every `Books` keeps to where the number index reads it: subclass `NumbersContract`, give it a `shelf`."""

from datetime import timedelta
from decimal import Decimal

import pytest

from books_contract import Paper, Shelf
from untwin.domain.books.number_index import Numbered, Place
from untwin.domain.problems import Stumbled


class NumbersContract:
    """The tests."""

    def test_every_document_of_a_type_is_counted_and_on_one_of_its_pages(self, shelf: Shelf) -> None:
        document_id = shelf.put(Paper("Invoice", shelf.q("-n "), total=Decimal("12.30")))
        told: list[Numbered] = []
        place: Place | None = Place()
        while place:
            page = shelf.books.number_page("Invoice", place)
            told += page.documents
            place = page.next
        assert len({d.id for d in told}) == len(told) == shelf.books.how_many(["Estimate", "Invoice"])[1]
        [mine] = [d for d in told if d.id == document_id]
        assert (mine.entity, mine.number, mine.total) == ("Invoice", shelf.q("-n "), Decimal("12.30"))
        assert mine.customer == "Abbott, Ruth"

    def test_a_page_that_does_not_begin_where_the_last_one_ended_is_refused(self, shelf: Shelf) -> None:
        shelf.put(Paper("Invoice", shelf.q("-n")))
        with pytest.raises(Stumbled):
            shelf.books.number_page("Invoice", Place(1, "999999999"))

    def test_what_changed_since_a_moment_is_told_and_nothing_that_is_older(self, shelf: Shelf) -> None:
        before = shelf.books.facts().read_at
        document_id = shelf.put(Paper("CreditMemo", shelf.q("-n")))
        changes = shelf.books.number_changes(["Invoice", "CreditMemo"], before - timedelta(seconds=2))
        assert ("CreditMemo", document_id) in {(d.entity, d.id) for d in changes.documents}
        assert changes.cut_short == ()
        later = shelf.books.number_changes(["CreditMemo"], changes.at + timedelta(minutes=5))
        assert (later.documents, later.deleted) == ((), ())
