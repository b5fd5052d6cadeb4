"""A desk on fakes of the outside and a real store in a folder of its own."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest

from builders import COMPANY, CUSTOMERS, HOLDER, INCOMING
from fakes import FakeBooks, FakeConnections, FakeSource, FreeLock, TickingClock
from fakes_sign_in import FakeSignIn
from fakes_sources import FakeAccounts
from reach import QuickPatience
from untwin.domain.errors.bills import BillList
from untwin.domain.errors.columns import Told
from untwin.domain.errors.faults import Reading
from untwin.domain.sources.incoming import SourceAnswer
from untwin.flows.assemble import Machine, Outside, Stores, assemble
from untwin.flows.desk import Desk
from untwin.intake import bills, reader
from untwin.ports.books import Connections
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

    def read_text(self, text: str, given: Told | None = None) -> Reading:
        return reader.read_text(text, given=given)

    def read_clipboard(self, text: str, page: str, given: Told | None = None) -> Reading:
        return reader.read_clipboard(text, page, given)

    def read_bytes(self, data: bytes, given: Told | None = None) -> Reading:
        return reader.read_bytes(data, "", given)

    def read_file(self, path: Path, given: Told | None = None) -> Reading:
        return reader.read_file(path, given)

    def read_bills(self, text: str, page: str = "", given: Told | None = None) -> BillList:
        return bills.read_bills(text, page, given)

    def read_bills_file(self, path: Path, given: Told | None = None) -> BillList:
        return bills.read_bills_file(path, given)


@dataclass
class Office:
    """A desk with the fakes behind it at hand."""

    desk: Desk
    books: FakeBooks
    source: FakeSource
    connections: FakeConnections
    lock: FreeLock
    sign_in: FakeSignIn
    accounts: FakeAccounts


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path / "home")


def make_office(folder: Path, outside: Connections | None = None) -> Office:
    """An office whose store lies in a folder; without pytest, too. `outside` are other connections than the fakes."""
    clock, lock, sign_in, accounts = TickingClock(), FreeLock(), FakeSignIn(), FakeAccounts()
    books = FakeBooks({HOLDER.id: replace(HOLDER)}, clock, customers=CUSTOMERS)
    source = FakeSource(SourceAnswer(INCOMING, (), complete=True))
    connections = FakeConnections(books, source)
    kept = _open_stores(folder)
    kept.companies.put(COMPANY)
    machine = Machine(
        intake=TextReader(),
        reports=FileReports(),
        clock=clock,
        patience=QuickPatience(),
        account="Ann",
        pause=lambda _seconds, _wanted: None,
        new_id=_ids(),
        local_time=datetime.astimezone,
        writing=lock,
        taking_in=FreeLock(),
        takes_in_now=FreeLock(),
    )
    desk = assemble(kept, Outside(outside or connections, sign_in, lambda: accounts, MemoryVault()), machine)
    return Office(desk, books, source, connections, lock, sign_in, accounts)


def _open_stores(folder: Path) -> Stores:
    database = open_database(open_home(folder).database)
    return Stores(
        cases=StoredCases(database),
        companies=StoredCompanies(database),
        history=StoredHistory(database),
        runs=StoredRuns(database),
        numbers=StoredNumbers(database),
        preferences=StoredPreferences(database),
        backups=StoredBackups(folder),
    )


def _ids() -> Callable[[str], str]:
    """Ids that a test can foresee: `change-0`, `batch-0`, each kind counted by itself."""
    numbers: defaultdict[str, count[int]] = defaultdict(count)
    return lambda word: f"{word}-{next(numbers[word])}"
