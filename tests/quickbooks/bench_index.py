"""Reads the number index of a large company and prints what it cost, beside the bound that QuickBooks' limits set.

    PYTHONPATH=desktop:tests .venv/bin/python tests/quickbooks/bench_index.py [DOCUMENTS] [DELAY]

DELAY seconds are added to every answer of the sample QuickBooks. With QuickBooks' limits nobody can read faster than
ten pages of 1,000 a second.
"""

import resource
import sys
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path

from reach import free
from sample.caller import Caller
from untwin.app.parts import SystemClock
from untwin.domain.company.company import Company, Environment
from untwin.flows.companies.index_numbers import IndexNumbers
from untwin.jobs import Patient, one_at_a_time
from untwin.ports.books import Books
from untwin.ports.sign_in import SampleAddress
from untwin.quickbooks.client import make_session
from untwin.quickbooks.opening import open_books
from untwin.quickbooks.pace import QUICKBOOKS_LIMITS, Pace
from untwin.quickbooks.sign_in import QuickBooksSignIn
from untwin.quickbooks.tokens import Reach
from untwin.sample.process import SampleProcess
from untwin.store.database import open_database
from untwin.store.numbers import StoredNumbers
from untwin.vault.vaults import MemoryVault


class Ways:
    """Honours `Connections`, as far as it is needed here."""

    def __init__(self, books: Books) -> None:
        self._books = books

    def books(self, realm: str) -> Books:
        return self._books

    def source(self, company: Company, source: str) -> None:
        return None


def main(documents: int, delay: float) -> None:
    asked = ("--firms", "1", "--documents", str(documents))
    with SampleProcess(*asked, timeout=300) as process, make_session() as session:
        caller, patience = Caller(process.greeting), Patient()
        reach = Reach(MemoryVault(), session, SystemClock(), free, patience, one_at_a_time)
        QuickBooksSignIn(reach).connect_sample(SampleAddress(caller.base))
        # The limits of a real company, which a sample one doesn't have.
        reach.paces[f"{caller.base} {caller.realm}"] = Pace(patience, nullcontext(), QUICKBOOKS_LIMITS)
        if delay:
            caller.session.post(f"{caller.base}/sample/faults", data=f"*:delay={delay}", timeout=10)
        with tempfile.TemporaryDirectory() as folder:
            measure(caller, open_books(caller.realm, Environment.SAMPLE, reach), Path(folder) / "untwin.sqlite3")
        caller.session.close()


def measure(caller: Caller, books: Books, place: Path) -> None:
    numbers = StoredNumbers(open_database(place))
    flow = IndexNumbers(Ways(books), numbers, SystemClock())
    before, held = len(caller.log()), memory()
    began = time.perf_counter()
    flow(caller.realm)
    took, asked = time.perf_counter() - began, len(caller.log()) - before
    count, bound = numbers.count(caller.realm), asked / QUICKBOOKS_LIMITS.a_second
    print(f"documents {count:,}, requests {asked}, store {place.stat().st_size / 1e6:.0f} MB")
    print(f"first reading {took:.1f} s, bound by the limits {bound:.1f} s, ratio {took / bound:.2f}")
    print(f"memory held more than before: {memory() - held:.0f} MB")
    before, began = len(caller.log()), time.perf_counter()
    flow(caller.realm)
    fresh = time.perf_counter() - began
    print(f"refresh: requests {len(caller.log()) - before}, {fresh / took:.4f} of the first reading's time")


def memory() -> float:
    """The most memory this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    given = [float(word) for word in sys.argv[1:]]
    main(int(given[0]) if given else 100_000, given[1] if len(given) > 1 else 0.0)
