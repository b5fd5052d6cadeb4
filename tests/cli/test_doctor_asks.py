"""`untwin doctor` asks with each connection: one that was ended elsewhere is never called well."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from command_line import Office, open_office
from firm import PRODUCTION, Firm, open_firm


@pytest.fixture
def firms(tmp_path: Path) -> Iterator[Office]:
    with open_office(tmp_path, "--firms", "3") as opened:
        yield opened


@pytest.fixture
def firm(tmp_path: Path) -> Iterator[Firm]:
    with open_firm(tmp_path) as opened:
        opened.connect(PRODUCTION)
        yield opened


def company(firm: Firm, *more: str, code: int) -> dict[str, str]:
    realm = firm.servers[PRODUCTION].realm
    checks = json.loads(firm.run("doctor", "--json", *more, code=code).out)
    found: dict[str, str] = next(check for check in checks if check["check"] == f"company {realm}")
    return found


def revoke(firm: Firm) -> None:
    """Somebody disconnects the app within QuickBooks."""
    server = firm.servers[PRODUCTION]
    entry = next(e for name, e in firm.service.secrets().items() if name.endswith(f"quickbooks {server.realm}"))
    asked = {"token": json.loads(entry)["refresh_token"]}
    address = f"{server.base}/v2/oauth2/tokens/revoke"
    assert requests.post(address, json=asked, auth=server.client, timeout=10).status_code == 200


def test_a_connection_that_was_ended_in_quickbooks_is_a_fault_with_the_command_that_mends_it(firm: Firm) -> None:
    assert "QuickBooks accepts it." in company(firm, code=0)["sentence"]
    revoke(firm)
    found = company(firm, code=1)
    assert (found["state"], "has expired or was revoked." in found["sentence"]) == ("fault", True), found
    assert found["remedy"].endswith("Type: untwin company connect --environment production")


def test_offline_and_without_a_network_it_says_that_it_could_not_ask(firm: Firm) -> None:
    revoke(firm)
    found = company(firm, "--offline", code=0)
    assert found["state"] == "not_tried"
    assert "wasn't asked, for Untwin was asked to stay offline." in found["sentence"]
    firm.env["NO_NETWORK"] = "yes"
    found = company(firm, code=1)
    assert found["state"] == "warn"
    assert "could not be asked whether it still accepts it: QuickBooks' sign-in can't be reached." in found["sentence"]


@pytest.mark.parametrize("source", ["clio", "hubspot"])
def test_a_source_that_no_longer_knows_us_is_a_fault(firms: Office, source: str) -> None:
    secrets = firms.service.secrets()
    name = next(name for name in secrets if f"{source} " in name)
    realm = name.rpartition(" ")[2]
    checks = {check["check"]: check for check in firms.cli.ok("doctor", "--json").json}
    assert checks[f"source {source} {realm}"]["state"] == "ok"
    firms.service.put(name, json.dumps(json.loads(secrets[name]) | {"token": "ended"}))
    done = firms.cli.run("doctor", "--json")
    found = next(check for check in done.json if check["check"] == f"source {source} {realm}")
    assert (done.code, found["state"]) == (1, "fault")
    assert "no longer accepts this connection" in found["sentence"]
    assert "ended" not in [word for check in done.json for word in check["sentence"].split()]
