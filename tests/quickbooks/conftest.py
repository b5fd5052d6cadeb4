"""A sample server for each of Intuit's environments, and for each test a stage of its own to sign in on."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from conftest import quick_firms
from intuit_hosts import IntuitHosts, Person
from intuit_stage import NOW, IntuitStage
from plain_vault import PlainVault
from reach import SetClock, reach_with
from sample.caller import Caller
from untwin.domain.company.company import Environment
from untwin.quickbooks.sign_in import QuickBooksSignIn


@pytest.fixture(scope="module")
def servers() -> Iterator[dict[Environment, Caller]]:
    with ExitStack() as stack:
        found = {}
        for seed, environment in enumerate((Environment.PRODUCTION, Environment.SANDBOX), 1):
            process = stack.enter_context(quick_firms("--seed", str(seed)))
            found[environment] = Caller(process.greeting)
            stack.callback(found[environment].session.close)
        yield found


@pytest.fixture
def stage(servers: dict[Environment, Caller]) -> Iterator[IntuitStage]:
    hosts, vault, clock = IntuitHosts(servers), PlainVault(), SetClock(NOW)
    with hosts.session() as session:
        reach = reach_with(vault, session, clock=clock)
        yield IntuitStage(QuickBooksSignIn(reach), vault, hosts, Person(hosts), clock)
