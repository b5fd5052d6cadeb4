"""How many cases each view has: what must be looked through never holds the window up."""

from collections.abc import Callable, Sequence
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication

from builders import NOW
from untwin.domain.inbox.filter_line import NOTHING_ASKED, Filter
from untwin.domain.inbox.filter_words import parse
from untwin.domain.inbox.query import Counts, Query
from untwin.ports.inbox import Inbox
from untwin.ui.inbox.tallying import Tallying
from untwin.ui.lanes.bridge import Bridge, Failed, Then

VIEWS = (parse("is:new"), parse("roofing"))


class Store:
    """An inbox that knows its first view by heart and must look for the second."""

    def __init__(self, found: int = 7) -> None:
        self.found, self.total, self.looks, self.stops = found, 1_000_000, 0, 0

    def apart(self) -> "Store":
        return self

    def stop(self) -> None:
        self.stops += 1

    def counts(self, _query: Query, _views: Sequence[Filter], *, at_once: bool = False) -> Counts:
        self.looks += not at_once
        return Counts((3, None if at_once else self.found), self.total)


class Lane:
    """Work that waits until it is let go."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], object], Then]] = []

    def run(self, _lane: str, work: Callable[[], object], then: Then, _failed: Failed) -> Callable[[], None]:
        self.waiting.append((work, then))
        return lambda: None

    def let_go(self) -> None:
        work, then = self.waiting.pop(0)
        then(work())


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def lane() -> Lane:
    return Lane()


@pytest.fixture
def tally(store: Store, lane: Lane, qapp: QApplication) -> Tallying:
    return Tallying(cast("Inbox", store), cast("Bridge", lane))


def asked(company: str = "") -> Query:
    return Query(NOTHING_ASKED, NOW, company)


def test_what_must_be_looked_through_comes_later(tally: Tallying, lane: Lane, store: Store) -> None:
    told: list[bool] = []
    tally.told.connect(lambda: told.append(True))
    assert tally.counts(1, asked(), VIEWS) == Counts((3, None), 1_000_000)
    assert store.looks == 0
    lane.let_go()
    assert told == [True]
    assert tally.counts(1, asked(), VIEWS) == Counts((3, 7), 1_000_000)
    assert lane.waiting == []


def test_of_few_cases_everything_is_known_at_once(tally: Tallying, store: Store) -> None:
    store.total = 5000
    assert tally.counts(1, asked(), VIEWS).views == (3, 7)


def test_changes_meanwhile_are_counted_again_and_the_last_count_stands_until_then(
    tally: Tallying, lane: Lane, store: Store
) -> None:
    tally.counts(1, asked(), VIEWS)
    lane.let_go()
    tally.counts(2, asked(), VIEWS)
    store.found = 9
    assert tally.counts(3, asked(), VIEWS).views == (3, 7)
    assert len(lane.waiting) == 1
    lane.let_go()
    store.found = 11
    assert tally.counts(3, asked(), VIEWS).views == (3, 9)
    lane.let_go()
    assert tally.counts(3, asked(), VIEWS).views == (3, 11)
    assert lane.waiting == []


def test_another_company_ends_the_look_at_the_last_one(tally: Tallying, lane: Lane, store: Store) -> None:
    tally.counts(1, asked("a"), VIEWS)
    assert tally.counts(2, asked("b"), VIEWS).views == (3, None)
    assert store.stops == 1
    lane.let_go()
    assert tally.counts(2, asked("b"), VIEWS).views == (3, None)
    lane.let_go()
    assert tally.counts(2, asked("b"), VIEWS).views == (3, 7)
