"""The number index: read once, then kept fresh; broken off at any moment it goes on, and nothing slips through."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from builders import HOLDER, REALM
from fakes import FakeBooks, FakeConnections, TickingClock
from untwin.domain.books.documents import Document
from untwin.domain.books.number_index import REACHES_BACK
from untwin.domain.problems import Cancelled, Stumbled, Unreachable
from untwin.flows.companies.index_numbers import IndexNumbers
from untwin.store.database import open_database
from untwin.store.numbers import StoredNumbers


@dataclass
class Index:
    """The flow on fake books with small pages and a real store."""

    books: FakeBooks
    numbers: StoredNumbers
    flow: IndexNumbers
    clock: TickingClock

    def add(self, document_id: int, entity: str = "Invoice", number: str = "") -> Document:
        now = self.clock.now()
        made = replace(HOLDER, id=str(document_id), entity=entity, number=number or f"N{document_id}", updated_at=now)
        self.books.documents[made.id] = made
        return made

    def delete(self, document_id: int) -> None:
        gone = self.books.documents.pop(str(document_id))
        self.books.deleted.append((gone.entity, gone.id, self.clock.now()))

    def knows(self) -> set[str]:
        every = [self.numbers.with_number(REALM, d.number or "") for d in self.books.documents.values()]
        return {d.id for found in every for d in found}

    def is_right(self) -> bool:
        """Whether the index holds just what the books hold."""
        return self.knows() == set(self.books.documents) and self.numbers.count(REALM) == len(self.books.documents)


@pytest.fixture
def index(tmp_path: Path) -> Index:
    clock = TickingClock()
    books = FakeBooks({}, clock, page=4, most_changes=5)
    numbers = StoredNumbers(open_database(tmp_path / "untwin.sqlite3"))
    made = Index(books, numbers, IndexNumbers(FakeConnections(books, None), numbers, clock), clock)
    for document_id in range(1, 18):
        made.add(document_id, ("Invoice", "CreditMemo", "Bill")[document_id % 3])
    clock.at += timedelta(hours=1)
    return made


def test_everything_is_read_once_with_counts(index: Index) -> None:
    told: list[tuple[int, int]] = []
    state = index.flow(REALM, lambda done, of: told.append((done, of)))
    assert index.is_right()
    assert told[-1] == (17, 17)
    assert [done for done, _of in told] == sorted(done for done, _of in told)
    assert state.fresh_at is not None


def test_from_then_on_only_changes_are_asked_for(index: Index) -> None:
    index.flow(REALM)
    index.add(20)
    index.add(3, "Invoice", "RENAMED")
    index.delete(6)
    index.books.number_page = None  # type: ignore[assignment, method-assign]
    index.flow(REALM)
    assert index.is_right()
    assert [d.id for d in index.numbers.with_number(REALM, "renamed")] == ["3"]


def test_a_reading_that_was_cut_off_goes_on_where_it_was(index: Index) -> None:
    pages: list[tuple[str, int]] = []
    real = index.books.number_page

    def cut(after: int) -> Callable[..., object]:
        def page(entity: str, place):  # type: ignore[no-untyped-def]
            if len(pages) == after:
                raise Cancelled
            pages.append((entity, place.start))
            return real(entity, place)

        return page

    for after in range(1, 30):
        index.books.number_page = cut(after)  # type: ignore[assignment, method-assign]
        try:
            index.flow(REALM)
            break
        except Cancelled:
            continue
    assert index.is_right()
    # No page was read twice.
    assert len(pages) == len(set(pages))


def test_a_document_deleted_while_reading_begins_its_type_anew_and_none_slips_through(index: Index) -> None:
    real, calls = index.books.number_page, []

    def page(entity: str, place):  # type: ignore[no-untyped-def]
        calls.append((entity, place.start))
        if calls.count(("Invoice", 4)) == 1 and calls[-1] == ("Invoice", 4):
            index.delete(3)
        return real(entity, place)

    index.books.number_page = page  # type: ignore[method-assign]
    index.flow(REALM)
    assert index.is_right()


def test_books_that_never_hold_still_are_said_and_nothing_is_lost(index: Index) -> None:
    def page(entity: str, place: object) -> None:
        raise Stumbled("The books changed meanwhile.")

    real, index.books.number_page = index.books.number_page, page  # type: ignore[assignment, method-assign]
    with pytest.raises(Stumbled):
        index.flow(REALM)
    index.books.number_page = real  # type: ignore[method-assign]
    index.flow(REALM)
    assert index.is_right()


def test_more_changes_than_are_told_are_read_anew(index: Index) -> None:
    index.flow(REALM)
    for document_id in range(30, 38):
        index.add(document_id)
    index.delete(3)
    index.flow(REALM)
    assert index.is_right()


def test_cut_off_while_reading_a_type_anew_it_is_read_the_next_time(index: Index) -> None:
    index.flow(REALM)
    for document_id in range(30, 38):
        index.add(document_id)
    real = index.books.number_page

    def page(entity: str, place: object) -> None:
        raise Unreachable("Nobody there.")

    index.books.number_page = page  # type: ignore[assignment, method-assign]
    with pytest.raises(Unreachable):
        index.flow(REALM)
    index.books.number_page = real  # type: ignore[method-assign]
    index.clock.at += timedelta(days=1)
    index.flow(REALM)
    assert index.is_right()


def test_after_a_month_everything_is_read_anew_and_what_vanished_is_gone(index: Index) -> None:
    index.flow(REALM)
    del index.books.documents["3"]  # deleted so long ago that no change tells of it
    index.add(40)
    index.clock.at += REACHES_BACK + timedelta(hours=1)
    index.flow(REALM)
    assert index.is_right()


def test_what_changes_during_the_first_reading_is_caught_by_the_changes(index: Index) -> None:
    real = index.books.number_page
    done: list[Document] = []

    def page(entity: str, place):  # type: ignore[no-untyped-def]
        if entity == "Bill" and not done:
            done.append(index.add(50, "Invoice"))
        return real(entity, place)

    index.books.number_page = page  # type: ignore[method-assign]
    index.flow(REALM)
    assert index.is_right()
