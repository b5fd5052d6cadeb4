"""The list of few cases: whatever is kept between two keys, what is shown is what the store lists now."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from builders import INCOMING, NOW, case
from untwin.domain.cases.case import State
from untwin.jobs import LaneJobs
from untwin.store.cases import StoredCases
from untwin.store.companies import StoredCompanies
from untwin.store.database import Database, open_database
from untwin.store.home import Home
from untwin.ui.inbox.apart import readers
from untwin.ui.inbox.listing import Listing
from untwin.ui.lanes.bridge import Bridge

STATES = (State.NEW, State.NEEDS_DECISION, State.POSTED, State.WAITING_TO_POST)
TYPED = ("", "1", "12", "is:new", "1001")
DEED = st.one_of(
    st.tuples(st.just("type"), st.sampled_from(TYPED)),
    st.tuples(st.just("choose"), st.integers(1, 6)),
    st.tuples(st.just("view"), st.integers(0, 5)),
    st.tuples(st.just("store"), st.tuples(st.integers(1, 6), st.sampled_from(STATES))),
    st.tuples(st.just("ahead"), st.tuples(st.integers(1, 6), st.sampled_from(STATES))),
    st.tuples(st.just("add"), st.integers(1000, 1300)),
    st.tuples(st.just("minute"), st.none()),
)


@pytest.fixture
def database(home: Home) -> Database:
    return open_database(home.database)


@pytest.fixture
def jobs() -> Iterator[LaneJobs]:
    made = LaneJobs()
    yield made
    made.close()


class Desk:
    """A list of a few cases, and what is done to it."""

    def __init__(self, database: Database, jobs: LaneJobs, parent: QObject) -> None:
        with database.transaction() as connection:
            connection.execute("DELETE FROM cases")
            connection.execute("DELETE FROM sqlite_sequence")
        self.cases, self.now = StoredCases(database), NOW
        incoming = [replace(INCOMING, total=Decimal(number)) for number in range(6)]
        self.cases.keep([case(id="", doc_number=str(1000 + n), incoming=each) for n, each in enumerate(incoming)])
        inbox = self.cases.reader()
        apart = readers(inbox, Bridge(jobs, parent), parent)
        self.listing = Listing(StoredCompanies(database), inbox, lambda: self.now, lambda _case: False, apart)

    def do(self, what: str, how: object) -> None:
        """One thing, as the window does it."""
        if what in ("type", "choose"):
            setattr(self.listing, {"type": "typed", "choose": "chosen"}[what], str(how))
        elif what == "view":
            self.listing.show_view(int(str(how)))
        elif what == "add":
            self.cases.add(case(id="", doc_number=str(how)))
        elif what == "minute":
            self.now += timedelta(minutes=1)
        elif isinstance(how, tuple):
            stored = self.cases.get(str(how[0]))
            moved = replace(stored, state=how[1])
            if what == "ahead":
                self.listing.show_ahead([moved])
            self.cases.save(moved, stored.state)
        if what in ("add", "store"):
            self.listing.stored([str(i) for i in range(1, 7)])
            self.listing.read()


@given(st.lists(DEED, max_size=25))
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_listed_is_what_the_store_lists(
    database: Database, jobs: LaneJobs, qapp: QApplication, deeds: list[tuple[str, object]]
) -> None:
    parent = QObject(qapp)
    desk = Desk(database, jobs, parent)
    desk.listing.read()
    for what, how in deeds:
        desk.do(what, how)
        shown = list(desk.listing.to_show())
        assert sorted(shown) == sorted(desk.listing.inbox.ids(desk.listing.query()))
    desk.listing.close()
