"""Prints what taking in 100,000 errors costs, beside a tenth of them, plain SQLite and the same list again: run it.

PYTHONPATH=desktop:tests .venv/bin/python tests/flows/bench_take_in.py [ERRORS]
"""

import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from builders import TEXT
from flows.conftest import make_office

_ROW = "Client {n}\t{n}.00\t2026-11-12\tCode (6140): {error}\n"


def main(errors: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        tenth = take_in(Path(folder) / "tenth", errors // 10, "a tenth")
        whole = take_in(Path(folder) / "whole", errors, "all")
        print(f"ten times as many take {whole / tenth:.1f} times as much of a processor")
        plain = time.process_time()
        bare(Path(folder) / "plain.sqlite3", errors)
        plain = time.process_time() - plain
        print(f"plain SQLite, as many rows of that size in batches of 500: {plain:.1f} s; ratio {whole / plain:.1f}")
        print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


def take_in(folder: Path, errors: int, what: str) -> float:
    """Seconds of a processor from text to stored cases; the second round is the same list once more."""
    desk = make_office(folder).desk
    text = "Customer\tAmount\tDate\tError\n" + "".join(
        _ROW.format(n=n, error=TEXT.replace("1234", str(10_000 + n)).split(": ", 1)[1]) for n in range(errors)
    )
    reading = time.process_time()
    desk.take_in.intake.read_text(text)
    reading = time.process_time() - reading
    worked = time.process_time()
    first = seconds(lambda: desk.take_in.text(text))
    worked = time.process_time() - worked
    processor = time.process_time()
    again = seconds(lambda: desk.take_in.text(text))
    processor = time.process_time() - processor
    assert len(desk.cases.all()) == errors
    print(f"{what}: {errors:,} errors, {len(text) / 1e6:.1f} MB: {first:.1f} s on the clock")
    print(f"  of a processor's time, which others take nothing from: {worked:.1f} s, {reading:.1f} s of it reading")
    print(f"  the same list again: {again:.1f} s, {processor:.1f} s of a processor's time")
    return worked


def bare(file: Path, rows: int) -> None:
    """As many rows of a case's size, on the disk in batches, and nothing else."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (x)")
        for _ in range(0, rows, 500):
            connection.execute("BEGIN")
            connection.executemany("INSERT INTO t VALUES (?)", [("y" * 1200,)] * 500)
            connection.execute("COMMIT")


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main(int((*sys.argv, "100000")[1]))
