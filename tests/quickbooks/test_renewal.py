"""Renewing tokens: one at a time, between threads and processes, and nobody is stranded."""

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor  # noqa: TID251 - many at once is what is tried here
from contextlib import AbstractContextManager
from typing import Any

import pytest
import requests

from conftest import Serve
from reach import reach_with
from renewals import Counts, connect, renew_at_once
from sample.caller import Caller
from secret_service import SecretService
from untwin.domain.company.company import Environment
from untwin.domain.problems import SignInNeeded
from untwin.ports.machine import Vault
from untwin.ports.sign_in import SampleAddress
from untwin.quickbooks.books import QuickBooksBooks
from untwin.quickbooks.opening import open_books
from untwin.quickbooks.sign_in import QuickBooksSignIn
from untwin.store.companies import StoredCompanies
from untwin.store.database import open_database
from untwin.store.home import Home
from untwin.vault.vaults import KeyringVault, MemoryVault, platform_backend

REALM = "9130000000000001"


def connected(home: Home, vault: Vault, base: str, session: requests.Session) -> str:
    """Connects the sample firm, in the keyring and in the store."""
    sign_in = QuickBooksSignIn(reach_with(vault, session, alone_on(home)))
    [company] = sign_in.connect_sample(SampleAddress(base))
    StoredCompanies(open_database(home.database)).put(company)
    return company.realm


def opened(home: Home, realm: str, vault: Vault, session: requests.Session) -> QuickBooksBooks:
    """The books as a program that was started just now has them."""
    return open_books(realm, Environment.SAMPLE, reach_with(vault, session, alone_on(home)))


def alone_on(home: Home) -> Callable[[str], AbstractContextManager[None]]:
    return lambda realm: home.lock(f"renewal-{realm}", 90).hold()


def renewals(caller: Caller) -> list[dict[str, Any]]:
    return [e for e in caller.log() if e["path"].endswith("bearer")]


def test_dozens_of_threads_renewing_at_once_strand_nobody(home: Home, serve: Serve, session: requests.Session) -> None:
    caller, vault = serve(), MemoryVault()
    realm = connected(home, vault, caller.base, session)

    before = len(renewals(caller))

    def ask(_turn: int) -> str:
        return opened(home, realm, vault, session).facts().name

    with ThreadPoolExecutor(12) as pool:
        assert set(pool.map(ask, range(48))) == {"Harlow & Pike LLP"}
    refreshes = renewals(caller)[before:]
    assert [e["status"] for e in refreshes] == [200] * 48


def test_threads_that_share_an_expired_token_renew_it_once(home: Home, serve: Serve, session: requests.Session) -> None:
    caller, vault = serve(), MemoryVault()
    realm = connected(home, vault, caller.base, session)
    shared = opened(home, realm, vault, session)
    shared.facts()
    before = len(renewals(caller))
    caller.session.post(f"{caller.base}/sample/expire-tokens", timeout=10)
    with ThreadPoolExecutor(12) as pool:
        names = list(pool.map(lambda _turn: shared.facts().name, range(36)))
    assert set(names) == {"Harlow & Pike LLP"}
    assert len(renewals(caller)) == before + 1


def test_an_expired_token_is_renewed_on_the_way(home: Home, serve: Serve, session: requests.Session) -> None:
    caller, vault = serve(), MemoryVault()
    books = opened(home, connected(home, vault, caller.base, session), vault, session)
    books.facts()
    caller.session.post(f"{caller.base}/sample/expire-tokens", timeout=10)
    start = len(caller.log())
    assert books.facts().name == "Harlow & Pike LLP"
    assert [e["status"] for e in caller.log()[start:]] == [401, 200, 200]


def test_a_revoked_connection_asks_for_a_new_sign_in(home: Home, serve: Serve, session: requests.Session) -> None:
    caller, vault = serve(), MemoryVault()
    books = opened(home, connected(home, vault, caller.base, session), vault, session)
    books.facts()
    caller.session.post(f"{caller.base}/sample/revoke-tokens", timeout=10)
    with pytest.raises(SignInNeeded, match="Connect the company again"):
        books.facts()


RENEW = """
import sys
from pathlib import Path
from untwin.app.desk import build_desk, keyring_vault
from untwin.jobs import Patient
from untwin.store.home import open_home
home = open_home(Path(sys.argv[1]))
for _ in range(6):
    # Each time a new client: it has no token yet and renews.
    assert build_desk(home, keyring_vault(home), Patient()).watch.connections.books(sys.argv[2]).facts().name
"""


def test_processes_renewing_at_once_strand_nobody(
    home: Home, serve: Serve, keyring_here: SecretService, session: requests.Session
) -> None:
    caller = serve()
    vault = KeyringVault(home.id, platform_backend())
    realm = connected(home, vault, caller.base, session)
    command = [sys.executable, "-c", RENEW, str(home.path), realm]
    env = os.environ | keyring_here.env
    many = [subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True) for _ in range(6)]
    assert [(one.communicate()[1], one.returncode) for one in many] == [("", 0)] * 6
    assert {e["status"] for e in renewals(caller)} == {200}
    assert opened(home, realm, vault, session).facts().name == "Harlow & Pike LLP"


def test_two_processes_that_renew_at_the_same_moment_strand_nobody(
    home: Home, serve: Serve, keyring_here: SecretService
) -> None:
    """`bench_renewal.py` does the same a thousand times."""
    caller = serve()
    realm = connect(home, caller.base)
    assert renew_at_once(home, realm, caller, 30) == Counts(rounds=30, renewals=60, refused=0, stranded=0)
