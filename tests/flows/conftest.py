"""A desk on fakes of the outside and a real store in a folder of its own."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from builders import COMPANY, CUSTOMERS, HOLDER, INCOMING
from fakes import FakeBooks, FakeConnections, FakeSource, FreeLock, TickingClock
from fakes_sign_in import FakeSignIn
from reach import QuickPatience
from untwin.domain.faults import Reading
from untwin.domain.incoming import SourceAnswer
from untwin.flows.connect import Connect
from untwin.flows.decide import Decide
from untwin.flows.desk import Desk
from untwin.flows.gather import Gather
from untwin.flows.index_numbers import IndexNumbers
from untwin.flows.look_up import LookUp
from untwin.flows.renumber import Renumber
from untwin.flows.retry import Retry
from untwin.flows.settle import Settle
from untwin.flows.take_in import TakeIn
from untwin.flows.watch import Watch
from untwin.intake import reader
from untwin.store.cases import StoredCases
from untwin.store.companies import StoredCompanies
from untwin.store.database import open_database
from untwin.store.history import StoredHistory
from untwin.store.numbers import StoredNumbers
from untwin.vault.vaults import MemoryVault


class TextReader:
    """The real reader behind the port."""

    def read_text(self, text: str) -> Reading:
        return reader.read_text(text)

    def read_file(self, path: Path) -> Reading:
        return reader.read_file(path)


@dataclass
class Office:
    """A desk with the fakes behind it at hand."""

    desk: Desk
    books: FakeBooks
    source: FakeSource
    connections: FakeConnections
    lock: FreeLock
    sign_in: FakeSignIn


@pytest.fixture
def office(tmp_path: Path) -> Office:
    clock = TickingClock()
    books = FakeBooks({HOLDER.id: replace(HOLDER)}, clock, customers=CUSTOMERS)
    source = FakeSource(SourceAnswer(INCOMING, (), complete=True))
    connections = FakeConnections(books, source)
    database = open_database(tmp_path / "untwin.sqlite3")
    cases, companies, history = StoredCases(database), StoredCompanies(database), StoredHistory(database)
    companies.put(COMPANY)
    numbers = StoredNumbers(database)
    lock, sign_in, patience = FreeLock(), FakeSignIn(), QuickPatience()
    ids = iter(f"id-{n}" for n in range(1000))
    settle = Settle(cases, connections, history, lock, clock, lambda _seconds: None)
    desk = Desk(
        take_in=TakeIn(TextReader(), cases, companies, clock, FreeLock()),
        look_up=LookUp(cases, companies, Gather(connections, clock, patience), clock, patience),
        decide=Decide(cases, companies, history, clock),
        renumber=Renumber(cases, companies, connections, history, lock, clock, settle, lambda: next(ids)),
        retry=Retry(cases, companies, connections, history, clock, "Ann"),
        watch=Watch(cases, connections, history, clock),
        settle=settle,
        connect=Connect(companies, sign_in, history, clock, numbers),
        index_numbers=IndexNumbers(connections, numbers, clock),
        cases=cases,
        companies=companies,
        history=history,
        vault=MemoryVault(),
        who="Ann",
    )
    return Office(desk, books, source, connections, lock, sign_in)
