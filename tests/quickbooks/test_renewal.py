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
from sample.caller import Caller
from secret_service import SecretService
from untwin.app.parts import SystemClock
from untwin.domain.problems import SignInNeeded
from untwin.ports import SampleAddress, Vault
from untwin.quickbooks.opening import open_books
from untwin.quickbooks.sign_in import QuickBooksSignIn
from untwin.store.home import Home
from untwin.vault.vaults import KeyringVault, MemoryVault, platform_backend

REALM = "9130000000000001"


def connected(home: Home, vault: Vault, base: str, session: requests.Session) -> str:
    sign_in = QuickBooksSignIn(vault, session, SystemClock(), alone_on(home))
    return sign_in.connect_sample(SampleAddress(base))[0].realm


def alone_on(home: Home) -> Callable[[str], AbstractContextManager[None]]:
    return lambda realm: home.lock(f"renewal-{realm}", 90).hold()


def renewals(caller: Caller) -> list[dict[str, Any]]:
    return [e for e in caller.log() if e["path"].endswith("bearer")]


def test_dozens_of_threads_renewing_at_once_strand_nobody(home: Home, serve: Serve, session: requests.Session) -> None:
    caller, vault = serve(), MemoryVault()
    realm = connected(home, vault, caller.base, session)

    before = len(renewals(caller))

    def ask(_turn: int) -> str:
        return open_books(realm, vault, session, alone_on(home)).facts().name

    with ThreadPoolExecutor(12) as pool:
        assert set(pool.map(ask, range(48))) == {"Harlow & Pike LLP"}
    refreshes = renewals(caller)[before:]
    assert [e["status"] for e in refreshes] == [200] * 48


def test_threads_that_share_an_expired_token_renew_it_once(home: Home, serve: Serve, session: requests.Session) -> None:
    caller, vault = serve(), MemoryVault()
    realm = connected(home, vault, caller.base, session)
    shared = open_books(realm, vault, session, alone_on(home))
    shared.facts()
    before = len(renewals(caller))
    caller.session.post(f"{caller.base}/sample/expire-tokens", timeout=10)
    with ThreadPoolExecutor(12) as pool:
        names = list(pool.map(lambda _turn: shared.facts().name, range(36)))
    assert set(names) == {"Harlow & Pike LLP"}
    assert len(renewals(caller)) == before + 1


def test_an_expired_token_is_renewed_on_the_way(home: Home, serve: Serve, session: requests.Session) -> None:
    caller, vault = serve(), MemoryVault()
    books = open_books(connected(home, vault, caller.base, session), vault, session, alone_on(home))
    books.facts()
    caller.session.post(f"{caller.base}/sample/expire-tokens", timeout=10)
    start = len(caller.log())
    assert books.facts().name == "Harlow & Pike LLP"
    assert [e["status"] for e in caller.log()[start:]] == [401, 200, 200]


def test_a_revoked_connection_asks_for_a_new_sign_in(home: Home, serve: Serve, session: requests.Session) -> None:
    caller, vault = serve(), MemoryVault()
    books = open_books(connected(home, vault, caller.base, session), vault, session, alone_on(home))
    books.facts()
    caller.session.post(f"{caller.base}/sample/revoke-tokens", timeout=10)
    with pytest.raises(SignInNeeded, match="Connect the company again"):
        books.facts()


RENEW = """
import sys
from pathlib import Path
from untwin.app.desk import keyring_vault
from untwin.app.parts import Wires
from untwin.store.home import open_home
home = open_home(Path(sys.argv[1]))
for _ in range(6):
    # Each time a new client: it has no token yet and renews.
    assert Wires(home, keyring_vault(home)).books(sys.argv[2]).facts().name
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
    assert open_books(realm, vault, session, alone_on(home)).facts().name == "Harlow & Pike LLP"
