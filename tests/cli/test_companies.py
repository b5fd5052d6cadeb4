"""Connecting, listing and forgetting by the command line, on a real keyring."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from command_line import CommandLine, Office, open_office
from untwin.domain.books.documents import TYPES


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
            "connected_until": None,
            "days_left": None,
            "problem": "",
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


def test_forgetting_all_finds_secrets_of_companies_that_an_older_copy_knows_nothing_of(
    office: Office, tmp_path: Path
) -> None:
    other = CommandLine(tmp_path / "other", office.service.env)
    other.ok("company", "connect", "--sample", office.caller.base)
    theirs = set(office.service.secrets())
    fresh = CommandLine(tmp_path / "fresh", office.service.env)
    fresh.ok("cases")
    fresh.ok("backup", tmp_path / "copy")
    fresh.ok("company", "connect", "--sample", office.caller.base)
    assert len(set(office.service.secrets()) - theirs) == 3
    assert fresh.run("backup", "--restore", tmp_path / "copy").code == 0
    assert fresh.ok("company", "list", "--json").json == []
    fresh.ok("company", "forget", "--all")
    assert set(office.service.secrets()) == theirs


def test_what_cannot_be_revoked_is_said_and_forgotten_all_the_same(office: Office) -> None:
    office.process.stop()
    done = office.cli.run("company", "forget", "--all")
    assert done.code == 0
    assert "could not be revoked at QuickBooks" in done.err
    assert office.service.secrets() == {}


def test_cases_and_history_outlive_their_company(office: Office) -> None:
    office.take_in()
    office.cli.ok("company", "forget", "--all", "--yes")
    assert len(office.cli.ok("cases", "--json").json) == 10
    done = office.cli.run("look", "--all")
    assert done.code == 2
    assert "isn't connected" in done.err


def test_a_company_can_be_connected_again_and_named_by_its_name(office: Office) -> None:
    office.cli.ok("company", "connect", "--sample", office.caller.base, "--realm", office.caller.realm)
    assert len(office.cli.ok("company", "list", "--json").json) == 1
    assert office.cli.ok("company", "forget", "Harlow & Pike LLP").out == f"Forgotten: {office.caller.realm}\n"


def test_where_nobody_can_be_asked_no_real_company_is_connected(office: Office) -> None:
    done = office.cli.run("company", "connect", "--json")
    assert done.code == 1
    assert done.json["remedy"] == "Run it in a terminal."
    assert done.err.startswith("Connecting asks you things")


@pytest.mark.parametrize(
    "arguments", [("--realm", "9"), ("--port", "8765"), ("--environment", "sandbox", "--port", "1", "--redirect", "x")]
)
def test_options_that_do_not_go_together_are_said(office: Office, arguments: tuple[str, ...]) -> None:
    done = office.cli.run("company", "connect", *arguments)
    assert (done.code, done.out) == (2, "")
    assert " goes with " in done.err


def test_changes_are_switched_for_several_companies_at_once_and_written_down(office: Office) -> None:
    cli, realm = office.cli, office.caller.realm
    assert [c["writes"] for c in cli.ok("company", "writes", realm, realm, "off", "--json").json] == [False]
    assert "(sample, changes off)" in cli.ok("company", "list").out
    assert cli.run("company", "writes", realm, "9", "on").code == 2
    assert not cli.ok("company", "list", "--json").json[0]["writes"]
    # Connected again, it stays as it was set.
    cli.ok("company", "connect", "--sample", office.caller.base)
    assert not cli.ok("company", "list", "--json").json[0]["writes"]
    assert [row["what"] for row in cli.ok("history", "--json").json] == ["changes switched off"]
    assert "company: changes switched off" in cli.ok("history").out


def test_the_number_index_is_read_kept_fresh_and_forgotten_with_its_company(office: Office) -> None:
    unnumbered = ("Payment", "Deposit", "Transfer")
    forms = {t for t in TYPES if t not in unnumbered}
    count = sum(len(rows) for entity, rows in office.caller.books().items() if entity in forms)
    first = office.cli.ok("company", "index", "--json").json
    assert [(row["realm"], row["documents"]) for row in first] == [(office.caller.realm, count)]
    before = len(office.caller.log())
    again = office.cli.ok("company", "index", "Harlow & Pike LLP", "--json").json
    assert again == first
    # Only the changes were asked for.
    assert [e["path"].rpartition("/")[2] for e in office.caller.log()[before:]] == ["bearer", "cdc"]
    office.cli.ok("company", "forget", "--all")
    assert office.cli.ok("company", "index", "--json").json == []


def test_clients_are_told_with_what_is_open_and_what_was_never_looked_at(office: Office) -> None:
    office.take_in()
    [row] = office.cli.ok("clients", "--json").json
    assert row["name"] == "Harlow & Pike LLP"
    assert row["new"] == len(office.cli.ok("cases", "--json").json)
    [clio] = row["checked"]
    assert clio["whole_list"] is None
    assert clio["stale"]
    assert "Clio never looked at as a whole" in office.cli.ok("clients").out


def test_a_look_by_a_persons_word_is_noted(office: Office) -> None:
    office.cli.ok("company", "looked", "harlow & pike llp", "clio")
    [row] = office.cli.ok("clients", "--json").json
    [clio] = row["checked"]
    assert clio["by"]
    assert not clio["stale"]
    assert "looked at an app" in office.cli.ok("history").out
    assert office.cli.run("company", "looked", office.caller.realm, "hubspot").code == 2


def test_the_map_tells_the_series_without_asking_quickbooks(office: Office) -> None:
    realm = office.caller.realm
    assert office.cli.ok("company", "map", realm).out.startswith("No number is known yet.")
    office.cli.ok("company", "index")
    before = len(office.caller.log())
    told = office.cli.ok("company", "map", "Harlow & Pike LLP", "--json").json
    assert len(office.caller.log()) == before
    assert (told["realm"], told["evidence"]) == (realm, False)
    sales = next(block for block in told["blocks"] if (block["space"], block["prefix"]) == ("sales", ""))
    assert "Invoice" in [each["series"] for each in sales["series"]]
    assert all(each["sentence"].endswith(".") for each in sales["series"])
    said = office.cli.ok("company", "map", realm).out
    assert "It never decides a case" in said
    assert "Invoices: " in said
