"""Connecting, listing and forgetting by the command line, on a real keyring."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from command_line import CommandLine, Office, open_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with open_office(tmp_path) as opened:
        yield opened


def test_a_connected_company_is_listed_without_any_secret(office: Office) -> None:
    listed = office.cli.ok("company", "list", "--json").json
    assert listed == [
        {
            "realm": office.caller.realm,
            "name": "Harlow & Pike LLP",
            "environment": "sample",
            "writes": True,
            "sources": ["clio"],
        }
    ]
    assert "Harlow & Pike LLP  (sample, changes on)" in office.cli.ok("company", "list").out


def test_its_secrets_lie_in_the_keyring_under_this_homes_name(office: Office) -> None:
    home_id = (office.cli.home / "home-id").read_text()
    names = [name.split()[0] for name in office.service.secrets()]
    assert sorted(names) == [f"untwin/{home_id}/{kind}" for kind in ("quickbooks", "quickbooks-app", "source")]


def test_forgetting_removes_what_is_this_homes_and_leaves_the_others(office: Office, tmp_path: Path) -> None:
    other = CommandLine(tmp_path / "other", office.service.env)
    other.ok("company", "connect", "--sample", office.caller.base)
    assert len(office.service.secrets()) == 6
    done = office.cli.ok("company", "forget", office.caller.realm, "--json").json
    assert done == {"forgotten": [office.caller.realm], "not_revoked": []}
    other_id = (other.home / "home-id").read_text()
    assert len(office.service.secrets()) == 3
    assert all(name.startswith(f"untwin/{other_id}/") for name in office.service.secrets())
    assert office.cli.ok("company", "list", "--json").json == []
    other.ok("company", "forget", "--all")
    assert office.service.secrets() == {}


def test_what_cannot_be_revoked_is_said_and_forgotten_all_the_same(office: Office) -> None:
    office.process.stop()
    done = office.cli.run("company", "forget", "--all")
    assert done.code == 0
    assert "could not be revoked at QuickBooks" in done.err
    assert office.service.secrets() == {}


def test_cases_and_history_outlive_their_company(office: Office) -> None:
    office.take_in()
    office.cli.ok("company", "forget", "--all")
    assert len(office.cli.ok("cases", "--json").json) == 10
    done = office.cli.run("look", "--all")
    assert done.code == 2
    assert "isn't connected" in done.err


def test_a_company_can_be_connected_again_and_named_by_its_name(office: Office) -> None:
    office.cli.ok("company", "connect", "--sample", office.caller.base, "--realm", office.caller.realm)
    assert len(office.cli.ok("company", "list", "--json").json) == 1
    assert office.cli.ok("company", "forget", "Harlow & Pike LLP").out == f"Forgotten: {office.caller.realm}\n"


def test_a_real_company_is_honestly_refused(office: Office) -> None:
    done = office.cli.run("company", "connect")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("Real companies can't be connected yet")
