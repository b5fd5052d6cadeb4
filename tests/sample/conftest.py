"""Sample servers for the tests: shared by a file, or fresh for one test."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from sample.caller import TODAY, Caller, Start
from sample.library import library_at_work
from untwin.sample.process import SampleProcess


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts sample servers of their own for one test."""
    with ExitStack() as stack:

        def started(*arguments: str) -> Caller:
            quick = ("--today", TODAY, "--cycle", "0.05", "--clio-limit", "10000", "--firms", "1")
            caller = Caller(stack.enter_context(SampleProcess(*quick, *arguments)).greeting)
            stack.callback(caller.session.close)
            return caller

        yield started


@pytest.fixture
def fresh(start: Start) -> Caller:
    """Servers nobody has touched."""
    return start()


@pytest.fixture(scope="module")
def shared() -> Iterator[Caller]:
    """Servers that the tests of one file share, for those that change nothing they look at."""
    with SampleProcess("--today", TODAY, "--cycle", "0.05", "--clio-limit", "10000", "--firms", "1") as process:
        caller = Caller(process.greeting)
        yield caller
        caller.session.close()


@pytest.fixture(scope="module")
def qb() -> Iterator[Any]:
    """The ecosystem's own library at servers of its own, which the tests of one file share."""
    with library_at_work() as library:
        yield library
