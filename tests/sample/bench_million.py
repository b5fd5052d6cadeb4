"""Times what a served company with a million documents takes to start and to answer, beside a linear scan.

PYTHONPATH=desktop:tests .venv/bin/python tests/sample/bench_million.py [--documents N]
"""

import argparse
import platform
import statistics
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from sample.caller import TODAY, Caller
from untwin.sample.firm.bulk import fill
from untwin.sample.firm.firm import make_firm
from untwin.sample.process import SampleProcess

TIMES = 15


def main() -> None:
    """Prints all figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=1_000_000)
    count = parser.parse_args().documents
    print(f"{platform.python_implementation()} {platform.python_version()}, {count:,} documents")
    quick = ("--firms", "1", "--today", TODAY, "--cycle", "3600", "--documents", str(count))
    started = time.perf_counter()
    with SampleProcess(*quick, timeout=300) as process:
        print(f"{'start, until it answers':<58}{time.perf_counter() - started:>9.2f} s")
        caller = Caller(process.greeting)
        caller.sign_in()
        _asked(caller)
        print(f"{'memory, all of the process':<58}{_memory(process.pid):>9.0f} MB")
    _scanned(count)


def _asked(caller: Caller) -> None:
    newest = caller.query("SELECT * FROM Invoice MAXRESULTS 1")["Invoice"][0]
    number, customer = newest["DocNumber"], newest["CustomerRef"]["value"]
    total = caller.query("SELECT COUNT(*) FROM Invoice")["totalCount"]
    print(f"{'invoices':<58}{total:>9,}")
    every = "SELECT * FROM Invoice"
    asked = (
        f"{every} WHERE DocNumber = '{number}'",
        f"{every} WHERE DocNumber IN ('{number}', '{int(number) - 7}', 'none')",
        f"{every} WHERE DocNumber LIKE '{number}%'",
        f"{every} WHERE DocNumber LIKE '%{number[2:]}%'",
        f"{every} WHERE DocNumber = 'no such number'",
        f"{every} WHERE CustomerRef = '{customer}' MAXRESULTS 100",
        f"{every} WHERE TxnDate >= '2026-01-05' AND TxnDate < '2026-01-06'",
        "SELECT COUNT(*) FROM Invoice",
        "SELECT COUNT(*) FROM Invoice WHERE TxnDate >= '2026-01-01'",
        f"{every.replace('*', 'COUNT(*)')} WHERE CustomerRef = '{customer}'",
        f"{every} STARTPOSITION {total // 2} MAXRESULTS 100",
        f"{every} STARTPOSITION {total // 2} MAXRESULTS 1000",
        f"{every} ORDERBY TxnDate DESC MAXRESULTS 100",
        f"{every} WHERE MetaData.LastUpdatedTime >= '2026-11-18' ORDERBY MetaData.LastUpdatedTime",
    )
    for text in asked:
        _timed(text, partial(caller.query, text), TIMES)
    params = {"entities": "Invoice,Payment", "changedSince": "2026-11-17T00:00:00-08:00"}
    _timed("change data capture of three days", lambda: caller.call("GET", "cdc", params=params), TIMES)
    _timed("an invoice gets another number", lambda: caller.renumber("Invoice", number, f"{number}-X"), 1)


def _scanned(count: int) -> None:
    """The same books read from one end to the other, document by document, in this process."""
    firm, day = make_firm(1, date.fromisoformat(TODAY)), date.fromisoformat(TODAY)
    fill(firm, count, 1, day)
    docs = firm.books.of("Invoice").values()
    started = time.perf_counter()
    found = [doc["Id"] for doc in docs if doc.get("DocNumber") == "no such number"]
    print(f"{'a linear scan for one number':<58}{(time.perf_counter() - started) * 1000:>9.0f} ms, {len(found)} found")


def _timed(what: str, ask: Callable[[], Any], times: int) -> None:
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        ask()
        taken.append((time.perf_counter() - started) * 1000)
    print(f"{what[:100]:<100}{statistics.median(taken):>9.1f} ms  (first {taken[0]:.1f}, slowest {max(taken):.1f})")


def _memory(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmRSS"))) / 1024


if __name__ == "__main__":
    main()
