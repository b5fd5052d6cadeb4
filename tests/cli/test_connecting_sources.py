"""Connecting Clio and HubSpot at a terminal: what is secret is typed unseen, and whose account it is is asked."""

import json
import os
from pathlib import Path

import source_cli
from real_cli import Terminal


def at_terminal(folder: Path, *arguments: str) -> Terminal:
    return Terminal((str(folder), "source", "connect", *arguments), dict(os.environ), source_cli.__file__)


def test_hubspot_is_connected_with_a_token_that_is_typed_unseen(tmp_path: Path) -> None:
    with at_terminal(tmp_path, "hubspot", "--json") as terminal:
        terminal.until("Service key or access token (not shown): ")
        terminal.type("pat-eu1-worthless")
        terminal.until("This is “HubSpot account 777”. Does it belong to ")
        terminal.until("[y/N] ")
        terminal.type("y")
        assert terminal.end() == 0
    assert "pat-eu1-worthless" not in terminal.said
    [source] = json.loads(terminal.out)
    assert (source["source"], source["reads"], source["custom_transaction_numbers"]) == ("hubspot", True, "off")


def test_an_account_that_is_another_companys_is_not_connected(tmp_path: Path) -> None:
    with at_terminal(tmp_path, "hubspot") as terminal:
        terminal.until("(not shown): ")
        terminal.type("pat-eu1-worthless")
        terminal.until("[y/N] ")
        terminal.type("")
        assert terminal.end() == 1
    assert "Nothing was connected." in terminal.said


def test_clio_asks_for_the_keys_once_and_for_the_code_that_its_page_shows(tmp_path: Path) -> None:
    with at_terminal(tmp_path, "clio", "--region", "eu") as terminal:
        terminal.until("App key: ")
        terminal.type("clio-app-key")
        terminal.until("App secret (not shown): ")
        terminal.type("clio-app-secret")
        terminal.until("must be: https://eu.app.clio.com/oauth/approval")
        terminal.until("https://clio.example/oauth/authorize?region=eu")
        terminal.until("Paste the code that Clio shows afterwards: ")
        terminal.type("goodcode")
        terminal.until("This is “Larkspur Law at Clio”.")
        terminal.until("[y/N] ")
        terminal.type("yes")
        assert terminal.end() == 0
    assert "clio-app-secret" not in terminal.said
    assert "Clio" in terminal.out


def test_a_redirect_on_this_computer_is_waited_for(tmp_path: Path) -> None:
    redirect = "http://127.0.0.1:8766/callback"
    with at_terminal(tmp_path, "clio", "--region", "us", "--redirect", redirect) as terminal:
        terminal.until("App key: ")
        terminal.type("clio-app-key")
        terminal.until("(not shown): ")
        terminal.type("clio-app-secret")
        terminal.until(f"must be: {redirect}")
        terminal.until("Waiting until the browser comes back here")
        terminal.until("[y/N] ")
        terminal.type("y")
        assert terminal.end() == 0
