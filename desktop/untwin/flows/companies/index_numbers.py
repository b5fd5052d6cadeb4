"""Keeps the number index up to date: everything once, page by page, and from then on what has changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from untwin.domain.books.documents import NUMBERED
from untwin.domain.books.number_index import OVERLAP, IndexState, Place
from untwin.domain.problems import Stumbled
from untwin.ports.books import Books, Connections, NumberPage
from untwin.ports.machine import Clock
from untwin.ports.stores import NumberIndex

_TRIES = 3  # how often one type is begun again because documents were deleted while it was read
Progress = Callable[[int, int], None]  # documents read, documents in all


@dataclass(frozen=True, slots=True)
class IndexNumbers:
    """The flow. It only reads; what it brings suggests and draws, and is never evidence."""

    connections: Connections
    index: NumberIndex
    clock: Clock

    def __call__(self, company: str, progress: Progress = lambda _done, _of: None) -> IndexState:
        """Brings a company's index up to date. Broken off at any moment, it goes on there the next time.

        Raises:
            OutsideProblem, KeyringProblem, Cancelled: what was read so far stays.
        """
        books = self.connections.books(company)
        state = self.index.state(company)
        if not state.is_whole(self.clock.now()):
            state = self._read_all(books, company, progress)
        return self._read_changes(books, company, state, progress)

    def _read_all(self, books: Books, company: str, progress: Progress) -> IndexState:
        # QuickBooks' own clock: what changes from now on is asked of it by its time.
        state = self.index.state(company).begun(books.facts().read_at)
        self.index.keep(company, state, ())
        known = self.index.count(company) if state.done or state.places else 0
        told = _Told(sum(books.how_many(NUMBERED)), progress, known)
        for entity in NUMBERED:
            if entity not in state.done:
                state = self._read_type(books, company, state, entity, told)
        self.index.keep(company, state.ended(), ())
        return state.ended()

    def _read_type(self, books: Books, company: str, state: IndexState, entity: str, told: "_Told") -> IndexState:
        for _ in range(_TRIES):
            try:
                return self._read_pages(books, company, state, entity, told)
            except Stumbled:
                # A document was deleted: whoever stood behind it has moved, so this type begins again.
                state = self.index.state(company).at_place(entity, Place())
                self.index.keep(company, state, ())
        return self._read_pages(books, company, state, entity, told)

    def _read_pages(self, books: Books, company: str, state: IndexState, entity: str, told: "_Told") -> IndexState:
        place: Place | None = state.places.get(entity, Place())
        while place is not None:
            page: NumberPage = books.number_page(entity, place)
            place = page.next
            state = state.at_place(entity, place) if place else state.with_done(entity)
            self.index.keep(company, state, page.documents)
            told.read(len(page.documents))
        self.index.end(company, state, entity)
        return state

    def _read_changes(self, books: Books, company: str, state: IndexState, progress: Progress) -> IndexState:
        since = state.fresh_at or self.clock.now()
        changes = books.number_changes(NUMBERED, since - OVERLAP)
        self.index.drop(company, changes.deleted)
        fresh = replace(state, fresh_at=changes.at)
        if changes.cut_short:
            # More has changed than QuickBooks tells: these types are read anew.
            fresh = self._read_again(books, company, fresh, changes.cut_short, progress)
        self.index.keep(company, fresh, changes.documents)
        return fresh

    def _read_again(
        self, books: Books, company: str, state: IndexState, entities: Sequence[str], progress: Progress
    ) -> IndexState:
        state = state.without(tuple(entities))
        told = _Told(sum(books.how_many(entities)), progress)
        for entity in entities:
            state = self._read_type(books, company, state, entity, told)
        return state


@dataclass(slots=True)
class _Told:
    """Counts what was read and tells it."""

    of: int
    progress: Progress
    done: int = 0

    def read(self, count: int) -> None:
        self.done += count
        self.progress(self.done, max(self.of, self.done))
