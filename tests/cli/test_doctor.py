"""`untwin doctor`: what works and what doesn't, whatever is broken, without a secret and without an end in sight."""

import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from command_line import CommandLine, Office, open_office
from firm import PRODUCTION, SANDBOX, Firm, open_firm
from secret_service import NoService

KEYS = ["check", "ok", "state", "sentence", "remedy"]
Checks = dict[str, dict[str, Any]]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with open_office(tmp_path) as opened:
        yield opened


@pytest.fixture
def firm(tmp_path: Path) -> Iterator[Firm]:
    with open_firm(tmp_path) as opened:
        yield opened


def checks(cli: CommandLine, *more: str, code: int = 0, **env: str) -> Checks:
    """What the doctor says; its exit code is 0 while nothing needs a person."""
    done = cli.run("doctor", "--json", *more, **env)
    assert (done.code, done.err) == (code, ""), done
    assert all(list(check) == KEYS for check in done.json)
    assert code == int(not all(check["ok"] for check in done.json))
    return {check["check"]: check for check in done.json}


def at_firm(firm: Firm, *more: str, code: int = 0) -> Checks:
    return {check["check"]: check for check in json.loads(firm.run("doctor", "--json", *more, code=code).out)}


def states(found: Checks, *names: str) -> list[str]:
    return [found[name]["state"] for name in names]


def test_a_desk_on_sample_firms_is_well_and_asks_nobody_outside(office: Office) -> None:
    found = checks(office.cli)
    company = f"company {office.caller.realm}"
    assert (
        states(found, "versions", "home", "files", "disk", "in_use", "store", "keyring", company, "clock") == ["ok"] * 9
    )
    assert found["companies"]["sentence"] == "1 connected."
    assert "its server answers on this computer; changes are allowed" in found[company]["sentence"]
    assert found["network"]["state"] == "not_tried"
    assert "sample server's" in found["clock"]["sentence"]
    lines = office.cli.run("doctor").out.splitlines()
    assert "-    network: No real company is connected, and no Intuit app's keys are kept." in lines


def test_a_sample_server_that_is_gone_is_said_with_the_command_that_helps(office: Office) -> None:
    office.process.stop()
    found = checks(office.cli, code=1)[f"company {office.caller.realm}"]
    assert "doesn't answer any more" in found["sentence"]
    assert f"untwin company forget {office.caller.realm}" in found["remedy"]


def test_nothing_is_made_where_nothing_is(tmp_path: Path) -> None:
    cli = CommandLine(tmp_path / "nowhere", NoService().env)
    found = checks(cli, code=1)
    assert states(found, "home", "store", "keyring", "network") == ["ok", "ok", "fault", "not_tried"]
    assert not cli.home.exists()


def test_a_locked_keyring_hides_the_connections_and_nothing_else(office: Office) -> None:
    office.service.lock()
    begun = time.monotonic()
    with office.service.prompter_that_never_answers():
        found = checks(office.cli, code=1)
    assert time.monotonic() - begun < 25
    assert states(found, "home", "store", "keyring", "connections") == ["ok", "ok", "fault", "not_tried"]
    assert "Harlow & Pike LLP" in found["connections"]["sentence"]


def break_home(home: Path, what: str) -> None:
    store = home / "untwin.sqlite3"
    if what == "damaged store":
        store.write_bytes(b"nothing like a database" * 400)
    elif what == "strange store":
        store.unlink()
        store.mkdir(mode=0o700)
    elif what == "a file":
        home.rename(home.with_name("aside"))
        home.write_text("")
    elif what == "open to others":
        home.chmod(0o755)
    else:
        (home / "home-id").unlink()
        if what == "bad id":
            (home / "home-id").write_bytes(b"\xff\xfe")


@pytest.mark.parametrize("what", ["damaged store", "strange store", "no id", "bad id", "a file", "open to others"])
def test_whatever_is_broken_the_rest_is_told(office: Office, what: str) -> None:
    break_home(office.cli.home, what)
    found = checks(office.cli, code=1)
    assert found["keyring"]["ok"]
    faulty = [check for check in found.values() if not check["ok"]]
    assert all(check["remedy"] for check in faulty), faulty


def test_settings_for_another_keyring_are_mentioned_and_ignored(office: Office) -> None:
    found = checks(office.cli, PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring")
    assert found["keyring"]["ok"]
    assert "PYTHON_KEYRING_BACKEND" in found["keyring_settings"]["sentence"]


def test_a_real_company_is_told_with_the_days_it_has_left(firm: Firm) -> None:
    firm.connect(PRODUCTION)
    found = at_firm(firm)
    company = found[f"company {firm.servers[PRODUCTION].realm}"]
    assert company["state"] == "ok"
    assert "(production): connected; unless it is used before, it ends on" in company["sentence"]
    assert "in 100 days; it is read-only." in company["sentence"]
    hosts = [name for name in found if name.startswith("network ")]
    assert hosts == ["network quickbooks.api.intuit.com", "network oauth.platform.intuit.com"]
    assert states(found, *hosts, "clock") == ["ok"] * 3
    assert "QuickBooks'" in found["clock"]["sentence"]


def test_the_hosts_of_an_environment_are_asked_for_its_app_alone(firm: Firm) -> None:
    firm.connect(SANDBOX, "n")
    assert "network sandbox-quickbooks.api.intuit.com" in at_firm(firm)


def test_without_a_network_each_host_is_told_and_offline_none_is_asked(firm: Firm) -> None:
    firm.connect(PRODUCTION)
    firm.env["NO_NETWORK"] = "yes"
    found = at_firm(firm, code=1)
    assert states(found, "network quickbooks.api.intuit.com", "network oauth.platform.intuit.com") == ["fault"] * 2
    assert "clock" not in found
    assert at_firm(firm, "--offline")["network"]["state"] == "not_tried"


def test_a_connection_that_ends_soon_or_has_ended_is_told_with_the_command_that_renews_it(firm: Firm) -> None:
    firm.connect(PRODUCTION)
    realm = firm.servers[PRODUCTION].realm
    name = next(n for n in firm.service.secrets() if n.endswith(f"quickbooks {realm}"))
    entry = json.loads(firm.service.secrets()[name])
    for days, state, words in ((10.5, "warn", "in 10 days"), (-1, "fault", "because it wasn't used")):
        until = datetime.now(UTC) + timedelta(days=days)
        firm.service.put(name, json.dumps(entry | {"refresh_until": until.isoformat()}))
        found = at_firm(firm, "--offline", code=int(state == "fault"))[f"company {realm}"]
        assert found["state"] == state
        assert words in found["sentence"]
        assert found["remedy"] == "untwin company connect --environment production"


def test_keys_that_are_gone_are_a_fault_of_the_company(firm: Firm) -> None:
    firm.connect(PRODUCTION)
    name = next(n for n in firm.service.secrets() if "quickbooks-app" in n)
    firm.service.remove(name)
    found = at_firm(firm, "--offline", code=1)[f"company {firm.servers[PRODUCTION].realm}"]
    assert "keys of your Intuit app aren't in the keyring" in found["sentence"]


def test_no_secret_is_ever_said(firm: Firm) -> None:
    firm.connect(PRODUCTION)
    firm.connect(SANDBOX)
    secrets = [value for entry in firm.service.secrets().values() for value in _words(json.loads(entry))]
    assert len(secrets) >= 4
    said = firm.run("doctor").said + firm.run("doctor", "--json").said
    firm.env["NO_NETWORK"] = "yes"
    said += firm.run("doctor", code=1).said
    assert [secret for secret in secrets if secret in said] == []


def _words(entry: dict[str, Any]) -> list[str]:
    return [str(entry[name]) for name in ("refresh_token", "client_id", "client_secret") if entry.get(name)]
