"""What the help pages say to type, to press and to register is there: commands, keys, addresses, scopes, places."""

import re
import shlex
from pathlib import Path

import platformdirs
import pytest

from untwin.cli.connecting import PORT
from untwin.cli.parser import make_parser
from untwin.domain.company.company import CompanySettings, Environment
from untwin.domain.errors.help_page import NAMES
from untwin.domain.inbox.clients import STALE_AFTER
from untwin.domain.problems import BadInput
from untwin.quickbooks.app_keys import checked_redirect
from untwin.quickbooks.credentials import APP
from untwin.quickbooks.credentials import KIND as COMPANY
from untwin.resources import resource
from untwin.sources.hubspot import SCOPES
from untwin.sources.keys import CLIO_APP, CLIO_REGIONS, KIND
from untwin.ui.acting.actions import all_actions

ROOT = Path(__file__).resolve().parent.parent
COMMAND = re.compile(r"`untwin ([^`]+)`")
KEY = re.compile(r"(?<!\*)\*((?:Ctrl|Shift|Alt)\+[^*]+|Enter|[a-z/]|[a-z] [a-z])\*(?!\*)")


def page(name: str) -> str:
    return " ".join(resource("help", f"{name}.md").read_text(encoding="utf-8").split())


def commands() -> list[str]:
    return sorted({found for name in NAMES for found in COMMAND.findall(page(name))})


@pytest.mark.parametrize("command", commands())
def test_a_command_in_the_help_is_one(command: str) -> None:
    assert make_parser().parse_args(shlex.split(command)).command


def test_readmes_commands_are_commands_too() -> None:
    pages = ("README.md", "packaging/sample-server.md")
    text = "\n".join((ROOT / name).read_text(encoding="utf-8") for name in pages)
    found = re.findall(r"\.venv/bin/untwin (.+?)(?=\s+#|; \.venv|$)", text, re.MULTILINE)
    assert len(found) > 30
    for command in found:
        assert make_parser().parse_args(shlex.split(command)).command, command


@pytest.mark.parametrize("name", NAMES)
def test_a_key_in_the_help_is_one(name: str) -> None:
    keys = {key for action in all_actions() for key in action.shown_keys}
    assert {key for key in KEY.findall(page(name)) if key not in keys} == set()


def test_the_redirect_addresses_in_the_help_are_taken() -> None:
    local = f"http://localhost:{PORT}/callback"
    assert local in page("connecting")
    assert checked_redirect(Environment.SANDBOX, local) == local
    own = "https://your-firm.example/untwin"
    assert own in page("connecting")
    assert checked_redirect(Environment.PRODUCTION, own) == own
    for refused in (local, "http://127.0.0.1:8765/callback", f"{own}?a=1", f"{own}#a"):
        with pytest.raises(BadInput):
            checked_redirect(Environment.PRODUCTION, refused)
    with pytest.raises(BadInput):
        checked_redirect(Environment.SANDBOX, "http://127.0.0.1:8765/callback")


def test_a_real_company_begins_read_only_as_the_help_says() -> None:
    assert "begins read-only" in page("connecting")
    assert not CompanySettings().writes_on


def test_clios_page_and_hubspots_scopes_are_those_of_the_program() -> None:
    text = page("connecting_apps")
    assert f"https://{CLIO_REGIONS['us']}/oauth/approval" in text
    assert {host.removesuffix(CLIO_REGIONS["us"]) for host in CLIO_REGIONS.values()} == {"", "eu.", "ca.", "au."}
    assert all(scope in text for scope in SCOPES.split(" and "))


def test_the_places_are_those_of_the_program() -> None:
    text = page("where_things_lie")
    assert str(platformdirs.user_data_dir("untwin", appauthor=False)).endswith("untwin")
    assert {"quickbooks", "quickbooks-app", "source", "clio-app"} == {COMPANY, APP, KIND, CLIO_APP}
    assert all(f"`{kind}`" in text for kind in (COMPANY, APP, KIND, CLIO_APP))
    assert "~/.local/share/untwin" in (ROOT / "packaging" / "debian.py").read_text(encoding="utf-8")


def test_a_look_is_good_for_as_long_as_the_help_says() -> None:
    assert "After seven days" in page("clients")
    assert STALE_AFTER.days == 7
