"""Connecting real companies at a terminal, on a real keyring, with Intuit's hosts led to sample servers."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from browsing import visit
from command_line import CommandLine
from firm import PRODUCTION, SANDBOX, Firm, open_firm
from intuit_hosts import OWN_PAGE


@pytest.fixture
def firm(tmp_path: Path) -> Iterator[Firm]:
    with open_firm(tmp_path) as opened:
        yield opened


def listed(firm: Firm) -> dict[str, dict[str, object]]:
    return {c["environment"]: c for c in json.loads(firm.run("company", "list", "--json").out)}


def test_a_company_is_connected_read_only_by_pasting_and_looked_up(firm: Firm) -> None:
    terminal = firm.connect(PRODUCTION)
    assert terminal.code == 0, terminal.said
    realm = firm.servers[PRODUCTION].realm
    assert "must be: https://firm.example/untwin" in terminal.said
    assert f"{realm}  Harlow & Pike LLP  (production, changes off, 100 days left)" in terminal.out
    # The secret was typed unseen.
    assert firm.servers[PRODUCTION].client[1] not in terminal.said
    company = listed(firm)["production"]
    assert (company["writes"], company["days_left"], company["problem"]) == (False, 100, "")
    error = firm.home.parent / "error.txt"
    error.write_text("DocNumber=1234 is assigned to TxnType=Credit Memo with TxnId=111 6140 Duplicate Document Number")
    firm.run("import", str(error))
    assert json.loads(firm.run("look", "--all", "--json").out)[0]["holders"][0]["number"] == "1234"


def test_the_browser_that_comes_back_connects_a_sandbox_company(firm: Firm, closed_port: int) -> None:
    arguments = ("company", "connect", "--environment", "sandbox", "--port", str(closed_port), "--json")
    with firm.at_terminal(*arguments) as terminal:
        firm.type_keys(terminal, SANDBOX)
        page = firm.page(terminal)
        terminal.until("Waiting until the browser comes back here")
        assert "You can close this page" in visit(firm.agrees(page)).text
        terminal.until("Is this the right company? [y/N] ")
        terminal.type("yes")
        assert terminal.end() == 0
    [company] = json.loads(terminal.out)
    assert (company["environment"], company["writes"]) == ("sandbox", False)


def test_the_wrong_company_is_turned_away_and_nothing_but_the_keys_stays(firm: Firm) -> None:
    terminal = firm.connect(PRODUCTION, "n", "--json")
    assert terminal.code == 1
    assert json.loads(terminal.out)["problem"] == "Nothing was connected."
    assert listed(firm) == {}
    assert [name.split("/")[2] for name in firm.service.secrets()] == ["quickbooks-app production"]


def test_an_answer_that_is_no_yes_is_a_no(firm: Firm) -> None:
    assert firm.connect(PRODUCTION, "").code == 1
    assert listed(firm) == {}


def test_both_environments_stand_side_by_side_and_keys_are_asked_for_once(firm: Firm) -> None:
    assert firm.connect(PRODUCTION).code == 0
    assert firm.connect(SANDBOX).code == 0
    # Connected again: no keys are asked for, and what was set stays.
    firm.run("company", "writes", firm.servers[PRODUCTION].realm, firm.servers[SANDBOX].realm, "on")
    again = firm.connect(PRODUCTION)
    assert again.code == 0
    assert "Client ID" not in again.said
    assert {name: company["writes"] for name, company in listed(firm).items()} == {"production": True, "sandbox": True}
    firm.run("company", "forget", firm.servers[PRODUCTION].realm)
    left = {name.split("/")[2] for name in firm.service.secrets()}
    assert left == {"quickbooks-app sandbox", f"quickbooks {firm.servers[SANDBOX].realm}"}
    firm.run("company", "forget", "--all")
    assert firm.service.secrets() == {}


def test_forgetting_all_takes_keys_along_that_no_company_ever_followed(firm: Firm) -> None:
    firm.connect(PRODUCTION, "n")
    assert firm.service.secrets()
    firm.run("company", "forget", "--all")
    assert firm.service.secrets() == {}


def test_a_refusal_in_the_browser_ends_the_command_in_words(firm: Firm) -> None:
    with firm.at_terminal("company", "connect", "--redirect", OWN_PAGE) as terminal:
        firm.type_keys(terminal, PRODUCTION)
        refused = firm.person.refuses(firm.page(terminal))
        terminal.until("Paste the whole address")
        terminal.type(refused)
        assert terminal.end() == 3
    assert "refused on QuickBooks' page; nothing was connected" in terminal.said


def test_keys_that_can_be_none_are_said_and_not_kept(firm: Firm) -> None:
    with firm.at_terminal("company", "connect", "--redirect", "http://firm.example/") as terminal:
        firm.type_keys(terminal, PRODUCTION)
        assert terminal.end() == 2
    assert "can't be a redirect address" in terminal.said
    assert firm.service.secrets() == {}


def test_ending_the_input_connects_nothing(firm: Firm) -> None:
    with firm.at_terminal("company", "connect", "--environment", "sandbox") as terminal:
        terminal.until("Client ID: ")
        terminal.type("\x04")
        assert terminal.end() == 1
    assert "The input ended; nothing was connected." in terminal.said


def test_a_locked_keyring_leaves_the_list_readable(firm: Firm) -> None:
    firm.connect(PRODUCTION)
    firm.service.lock()
    company = listed(firm)["production"]
    assert company["days_left"] is None
    assert str(company["problem"]).startswith("The keyring is locked.")
    assert "changes off)  The keyring is locked." in firm.run("company", "list").out


def test_plain_commands_work_on_the_same_home(firm: Firm) -> None:
    """The connection is the home's own, whichever command uses it."""
    firm.connect(SANDBOX)
    cli = CommandLine(firm.home, firm.service.env)
    assert cli.ok("company", "list", "--json").json[0]["environment"] == "sandbox"
    assert [row["what"] for row in cli.ok("history", "--json").json] == ["connected"]
