"""Prints how fast changes are recorded by four threads at once, beside plain SQLite, and what a long chain costs.

    PYTHONPATH=desktop:tests .venv/bin/python tests/store/bench_history.py [CHANGES] [LINKS]

Recorded are CHANGES of six links each, every link in a transaction of its own, as a batch does; then the chain is
filled up to LINKS links and walked.
"""

import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from queue import SimpleQueue

from builders import NOW
from store.chains import intent, one_change
from untwin.jobs import COMPANY_WIDTH, LaneJobs
from untwin.store.database import open_database
from untwin.store.history import StoredHistory

IMAGE = '{"x": "' + "y" * 3500 + '"}'


def main(changes: int, links: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        history = StoredHistory(open_database(Path(folder) / "untwin.sqlite3"))
        have = changes * 6
        plain = seconds(lambda: bare(Path(folder) / "plain.sqlite3", have))
        took = seconds(lambda: record(history, changes))
        print(f"{have:,} links by {COMPANY_WIDTH} threads: {have / took:,.0f} a second")
        print(f"plain SQLite, one thread, one row a transaction: {have / plain:,.0f}; ratio {took / plain:.2f}")
        for number in range(have, links, 1000):
            history.intend([intent(f"{number}-{one}", before=IMAGE) for one in range(min(1000, links - number))], NOW)
        walk(history)


def record(history: StoredHistory, changes: int) -> None:
    jobs, done = LaneJobs(), SimpleQueue[Exception | None]()
    for number in range(changes):
        jobs.submit("company 1", partial(one_change, history, str(number)), lambda _, problem: done.put(problem))
    assert {done.get() for _ in range(changes)} == {None}
    jobs.close()


def bare(file: Path, rows: int) -> None:
    """As many rows, each as surely on the disk, and nothing else."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (x)")
        for _ in range(rows):
            connection.execute("INSERT INTO t VALUES (?)", (IMAGE,))


def walk(history: StoredHistory) -> None:
    before = memory()
    took = seconds(history.verify)
    found = history.verify()
    assert found.whole
    print(f"walk over {found.entries:,} links: {took:.1f} s, {memory() - before:.0f} MB more memory")
    print(f"one case's changes: {seconds(lambda: history.of_case('none')) * 1000:.1f} ms")


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def memory() -> float:
    """The most memory this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(given[0] if given else 1000, given[1] if len(given) > 1 else 100_000)
