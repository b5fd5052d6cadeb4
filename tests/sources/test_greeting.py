"""Which sources the sample firms serve: read from their greeting, on this computer alone, each for its own company."""

import json
from typing import Any

import pytest
import requests

from accounts_stage import accounts_with
from conftest import Serve
from misbehaving import Misbehaving, Reply
from untwin.domain.problems import BadInput, Problem, Unreachable
from untwin.ports.sign_in import SampleAddress
from untwin.sources.keys import TokenKey
from untwin.vault.vaults import MemoryVault


def greeting(*companies: dict[str, Any], **above: Any) -> Reply:
    listed = companies or ({"realm_id": "9"},)
    return Reply(200, json.dumps({"quickbooks": {"companies": listed}, "clio": None, "hubspot": None} | above))


def clio(base: str) -> dict[str, str]:
    return {"base": base, "token": "worthless-clio", "bill_syncing_page": f"{base}/page"}


def test_a_served_firm_has_its_clio(serve: Serve, session: requests.Session) -> None:
    caller = serve()
    found = accounts_with(MemoryVault(), session).of_sample(SampleAddress(caller.base + "/"))
    account = found[caller.realm][0]
    assert (account.binding.source, account.binding.base) == ("clio", caller.clio)
    assert account.binding.retry_page == caller.greeting["clio"]["bill_syncing_page"]
    assert caller.greeting["clio"]["token"] not in repr(found)


def test_what_is_kept_is_a_key_for_that_place_alone(session: requests.Session) -> None:
    vault = MemoryVault()
    with Misbehaving(greeting(clio=clio("http://127.0.0.1:1"))) as server:
        accounts = accounts_with(vault, session)
        accounts.keep("9", accounts.of_sample(SampleAddress(server.base))["9"][0])
    assert list(vault.entries) == [("source", "clio 9")]
    kept = json.loads(vault.entries["source", "clio 9"])
    assert TokenKey(**kept) == TokenKey("http://127.0.0.1:1", "worthless-clio")


def test_further_companies_carry_their_own(session: requests.Session) -> None:
    one, two = clio("http://127.0.0.1:1"), clio("http://127.0.0.1:2")
    listed = ({"realm_id": "8"}, {"realm_id": "9", "sources": {"clio": two}}, {"realm_id": "10"})
    with Misbehaving(greeting(*listed, clio=one)) as server:
        found = accounts_with(MemoryVault(), session).of_sample(SampleAddress(server.base))
    assert {realm: [a.binding.base for a in accounts] for realm, accounts in found.items()} == {
        "8": ["http://127.0.0.1:1"],
        "9": ["http://127.0.0.1:2"],
        "10": [],
    }


def test_what_stands_above_all_is_not_given_to_two_companies(session: requests.Session) -> None:
    one = clio("http://127.0.0.1:1")
    listed = ({"realm_id": "8"}, {"realm_id": "9", "sources": {"clio": one}})
    with Misbehaving(greeting(*listed, clio=one)) as server:
        found = accounts_with(MemoryVault(), session).of_sample(SampleAddress(server.base))
    assert [len(found[realm]) for realm in ("8", "9")] == [0, 1]


@pytest.mark.parametrize("address", ["https://app.clio.com", "http://127.0.0.1.sample.example", "ftp://127.0.0.1", ""])
def test_only_this_computer_serves_sample_firms(session: requests.Session, address: str) -> None:
    with pytest.raises(BadInput, match="not an address of sample firms on this computer"):
        accounts_with(MemoryVault(), session).of_sample(SampleAddress(address))


def test_a_greeting_that_names_another_computer_is_refused(session: requests.Session) -> None:
    for base in ("https://app.clio.com", "http://evil.example"):
        with Misbehaving(greeting(clio=clio(base))) as server, pytest.raises(BadInput, match="isn't on this computer"):
            accounts_with(MemoryVault(), session).of_sample(SampleAddress(server.base))


@pytest.mark.parametrize("body", ["<html>a router</html>", "{}", "[]", '{"quickbooks": 5}', '{"quickbooks": {}}'])
def test_a_server_that_is_no_sample_firm_is_a_sentence(session: requests.Session, body: str) -> None:
    with Misbehaving(Reply(200, body)) as server, pytest.raises(Problem, match="no sample firms"):
        accounts_with(MemoryVault(), session).of_sample(SampleAddress(server.base))


def test_nobody_there_is_a_sentence(session: requests.Session, closed_port: int) -> None:
    with pytest.raises(Unreachable, match="untwin sample serve"):
        accounts_with(MemoryVault(), session).of_sample(SampleAddress(f"http://127.0.0.1:{closed_port}"))
