"""A desk on fakes of the outside and a real store in a folder of its own."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest

from builders import COMPANY, CUSTOMERS, HOLDER, INCOMING
from fakes import FakeBooks, FakeConnections, FakeSource, FreeLock, TickingClock
from fakes_sign_in import FakeSignIn
from reach import QuickPatience
from untwin.domain.faults import Reading
from untwin.domain.incoming import SourceAnswer
from untwin.flows.carry_out import CarryOut
from untwin.flows.confirm import Confirm
from untwin.flows.connect import Connect
from untwin.flows.decide import Decide
from untwin.flows.desk import Desk
from untwin.flows.export import Export
from untwin.flows.gather import Gather
from untwin.flows.index_numbers import IndexNumbers
from untwin.flows.look_closer import LookCloser
from untwin.flows.look_up import LookUp
from untwin.flows.person import Person
from untwin.flows.renumber import Renumber
from untwin.flows.restore import Restore
from untwin.flows.retain import Retain
from untwin.flows.retry import Retry
from untwin.flows.set_policy import SetPolicy
from untwin.flows.settle import Settle
from untwin.flows.take_in import TakeIn
from untwin.flows.watch import Watch
from untwin.flows.writing import Writing
from untwin.intake import reader
from untwin.reports.files import FileReports
from untwin.store.backups import StoredBackups
from untwin.store.cases import StoredCases
from untwin.store.companies import StoredCompanies
from untwin.store.database import open_database
from untwin.store.history import StoredHistory
from untwin.store.home import open_home
from untwin.store.numbers import StoredNumbers
from untwin.store.preferences import StoredPreferences
from untwin.store.runs import StoredRuns
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
    return make_office(tmp_path / "home")


def make_office(folder: Path) -> Office:
    """An office whose store lies in a folder; without pytest, too."""
    clock, lock, sign_in, patience = TickingClock(), FreeLock(), FakeSignIn(), QuickPatience()
    books = FakeBooks({HOLDER.id: replace(HOLDER)}, clock, customers=CUSTOMERS)
    source = FakeSource(SourceAnswer(INCOMING, (), complete=True))
    connections = FakeConnections(books, source)
    database = open_database(open_home(folder).database)
    cases, companies, history = StoredCases(database), StoredCompanies(database), StoredHistory(database)
    companies.put(COMPANY)
    numbers, runs, preferences = StoredNumbers(database), StoredRuns(database), StoredPreferences(database)
    person = Person(preferences, "Ann")
    writing = Writing(history, clock, lambda _seconds: None, _ids("id"))
    settle = Settle(cases, companies, connections, runs, lock, clock, writing)
    carry_out = CarryOut(cases, companies, connections, runs, lock, clock, patience, settle)
    confirm = Confirm(cases, runs, clock, _ids("batch"))
    desk = Desk(
        take_in=TakeIn(TextReader(), cases, companies, clock, FreeLock()),
        look_up=LookUp(cases, companies, Gather(connections, clock, patience), clock, patience),
        decide=Decide(cases, companies, history, clock),
        renumber=Renumber(cases, companies, confirm, carry_out),
        restore=Restore(cases, companies, connections, history, confirm, carry_out),
        carry_out=carry_out,
        look_closer=LookCloser(cases, connections, history, runs, lock, clock),
        retry=Retry(cases, companies, connections, history, clock, person),
        watch=Watch(cases, connections, history, clock),
        settle=settle,
        connect=Connect(companies, sign_in, history, clock, numbers),
        set_policy=SetPolicy(companies, history, clock),
        index_numbers=IndexNumbers(connections, numbers, clock),
        export=Export(history, cases, companies, FileReports(), clock, person, datetime.astimezone),
        retain=Retain(history, preferences, clock),
        cases=cases,
        companies=companies,
        history=history,
        runs=runs,
        backups=StoredBackups(folder),
        vault=MemoryVault(),
        person=person,
    )
    return Office(desk, books, source, connections, lock, sign_in)


def _ids(word: str) -> Callable[[], str]:
    numbers = count()
    return lambda: f"{word}-{next(numbers)}"
