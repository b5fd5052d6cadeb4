"""Connecting sample firms and forgetting them: on this computer only, and nothing stays behind."""

import json
from typing import Any

import pytest
import requests

from conftest import Serve
from misbehaving import Misbehaving, Reply
from reach import reach_with
from untwin.domain.company.company import Environment
from untwin.domain.problems import BadInput, Problem, Unreachable
from untwin.ports.sign_in import SampleAddress
from untwin.quickbooks.sign_in import QuickBooksSignIn
from untwin.vault.vaults import MemoryVault


def sign_in(vault: MemoryVault, session: requests.Session) -> QuickBooksSignIn:
    return QuickBooksSignIn(reach_with(vault, session))


def greeting(**quickbooks: Any) -> str:
    company = {"realm_id": "9", "name": "Firm", "refresh_token": "r"}
    plain = {"base": "http://127.0.0.1:1", "client_id": "i", "client_secret": "s", "companies": [company]}
    return json.dumps({"quickbooks": plain | quickbooks, "clio": None, "hubspot": None})


def test_a_served_firm_is_connected_through_the_real_endpoints(serve: Serve, session: requests.Session) -> None:
    caller, vault = serve(), MemoryVault()
    [company] = sign_in(vault, session).connect_sample(SampleAddress(caller.base + "/"))
    assert (company.realm, company.name, company.environment) == (caller.realm, "Harlow & Pike LLP", Environment.SAMPLE)
    assert company.settings.writes_on
    kinds = {kind for kind, _name in vault.entries}
    assert kinds == {"quickbooks", "quickbooks-app"}
    # What the greeting names as a first refresh token isn't used: the real endpoints are walked.
    assert caller.greeting["quickbooks"]["companies"][0]["refresh_token"] not in str(vault.entries.values())


def test_what_is_returned_holds_no_secret(serve: Serve, session: requests.Session) -> None:
    caller, vault = serve(), MemoryVault()
    connected = sign_in(vault, session).connect_sample(SampleAddress(caller.base))
    assert caller.client[1] not in repr(connected)


def test_forgetting_ends_the_connection_there_and_leaves_nothing_here(serve: Serve, session: requests.Session) -> None:
    caller, vault = serve(), MemoryVault()
    signed = sign_in(vault, session)
    [company] = signed.connect_sample(SampleAddress(caller.base))
    token = json.loads(vault.entries["quickbooks", company.realm])["refresh_token"]
    assert signed.forget(company.realm) == ""
    assert vault.entries == {}
    assert caller.tokens(grant_type="refresh_token", refresh_token=token).status_code == 400


def test_forgetting_leaves_what_belongs_to_another_company(serve: Serve, session: requests.Session) -> None:
    first, second, vault = serve(), serve("--seed", "2"), MemoryVault()
    signed = sign_in(vault, session)
    for caller in (first, second):
        signed.connect_sample(SampleAddress(caller.base))
    before = dict(vault.entries)
    signed.forget(first.realm)
    assert {k: v for k, v in before.items() if k in vault.entries} == vault.entries
    assert len(vault.entries) == 2
    assert all(second.realm in name for _kind, name in vault.entries)


def test_two_companies_of_one_server_keep_their_keys_apart(serve: Serve, session: requests.Session) -> None:
    """The first one that is forgotten must not take the other one's way to QuickBooks along."""
    caller, vault = serve(), MemoryVault()
    signed = sign_in(vault, session)
    [company] = signed.connect_sample(SampleAddress(caller.base))
    names = [name for kind, name in vault.entries if kind == "quickbooks-app"]
    assert names == [f"sample {caller.base.removeprefix('http://')} {company.realm}"]


def test_what_cannot_be_revoked_is_said_and_forgotten_all_the_same(
    serve: Serve, session: requests.Session, closed_port: int
) -> None:
    caller, vault = serve(), MemoryVault()
    signed = sign_in(vault, session)
    [company] = signed.connect_sample(SampleAddress(caller.base))
    entry = vault.entries["quickbooks", company.realm]
    gone = f"http://127.0.0.1:{closed_port}"
    vault.entries["quickbooks", company.realm] = entry.replace(caller.base, gone)
    keys = next(v for (kind, _), v in vault.entries.items() if kind == "quickbooks-app")
    vault.entries["quickbooks-app", f"sample 127.0.0.1:{closed_port} {company.realm}"] = keys
    assert signed.forget(company.realm) == (
        "The connection could not be revoked at QuickBooks: QuickBooks can't be reached."
    )
    assert ("quickbooks", company.realm) not in vault.entries


def test_a_connection_that_had_ended_already_is_said(serve: Serve, session: requests.Session) -> None:
    caller, vault = serve(), MemoryVault()
    signed = sign_in(vault, session)
    [company] = signed.connect_sample(SampleAddress(caller.base))
    caller.session.post(f"{caller.base}/sample/revoke-tokens", timeout=10)
    assert signed.forget(company.realm).endswith("it had ended there already.")
    assert vault.entries == {}


def test_forgetting_what_was_never_connected_is_said(session: requests.Session) -> None:
    assert "isn't connected on this computer" in sign_in(MemoryVault(), session).forget("9")


@pytest.mark.parametrize(
    "address",
    [
        "https://quickbooks.api.intuit.com",
        "http://sample.example",
        "http://127.0.0.1.sample.example",
        "http://sample.example\\@127.0.0.1",
        "127.0.0.1:80",
        "ftp://127.0.0.1",
        "",
    ],
)
def test_only_this_computer_serves_sample_firms(session: requests.Session, address: str) -> None:
    with pytest.raises(BadInput, match="not an address of sample firms on this computer"):
        sign_in(MemoryVault(), session).connect_sample(SampleAddress(address))


def test_nobody_there_is_a_sentence(session: requests.Session, closed_port: int) -> None:
    with pytest.raises(Unreachable, match="untwin sample serve"):
        sign_in(MemoryVault(), session).connect_sample(SampleAddress(f"http://127.0.0.1:{closed_port}"))


@pytest.mark.parametrize(
    "body",
    [
        "<html>a router</html>",
        "{}",
        "[]",
        '{"quickbooks": 5}',
        greeting(base="https://quickbooks.api.intuit.com"),
        greeting(base="http://evil.example"),
        greeting(companies=[]),
    ],
)
def test_a_server_that_is_no_sample_firm_gets_nothing(session: requests.Session, body: str) -> None:
    vault = MemoryVault()
    with Misbehaving(Reply(200, body)) as server:
        with pytest.raises(Problem):
            sign_in(vault, session).connect_sample(SampleAddress(server.base))
        assert [(h.method, h.path) for h in server.heard()] == [("GET", "/sample")]
    assert vault.entries == {}


def test_a_company_that_is_not_served_is_a_sentence(serve: Serve, session: requests.Session) -> None:
    vault = MemoryVault()
    with pytest.raises(BadInput, match="no sample company of that id"):
        sign_in(vault, session).connect_sample(SampleAddress(serve().base, "77"))
    assert vault.entries == {}
