"""Secrets stay where they belong: in no file, output, log, exception or process list, over a whole road."""

import logging
import os
import re
import subprocess
import sys
import traceback
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import requests

from command_line import Office, open_office
from conftest import QUICK
from sample.caller import Caller
from secret_service import SecretService
from untwin.app.desk import build_desk, keyring_vault, start_logging
from untwin.app.samples import sample_desk
from untwin.domain.problems import Problem
from untwin.jobs import Patient
from untwin.ports.sign_in import SampleAddress
from untwin.quickbooks.credentials import read_app, read_credential
from untwin.store.home import Home, open_home
from untwin.walkthrough.person import Person

_IN_FORMS = re.compile(r"(?:refresh_token|code|token)=([^&\s]+)")
_IN_ENTRIES = re.compile(r'"(?:refresh_token|client_secret|token)":\s*"([^"]+)"')


def in_play(caller: Caller, service: SecretService | None = None) -> set[str]:
    """Every token and client secret that the servers gave or took, and that lies in the keyring now."""
    greeting = caller.greeting
    found = {greeting["quickbooks"]["client_secret"], greeting["clio"]["token"]}
    more = [company.get("sources", {}) for company in greeting["quickbooks"]["companies"]]
    found |= {source["token"] for sources in more for source in sources.values()}
    found |= {c["refresh_token"] for c in greeting["quickbooks"]["companies"]}
    for entry in caller.log():
        found |= {entry["token"]} if entry["token"] else set()
        found |= {unquote(t) for t in _IN_FORMS.findall(str(entry["body"] or ""))}
        if isinstance(entry["body"], dict) and "token" in entry["body"]:
            found.add(entry["body"]["token"])
    for secret in (service.secrets() if service else {}).values():
        found |= set(_IN_ENTRIES.findall(secret))
    return found


def shown(text: str | bytes, secrets: set[str]) -> list[str]:
    """The secrets that stand in a text."""
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    return [secret for secret in secrets if secret.encode() in data]


def test_the_collection_of_secrets_is_a_real_one(tmp_path: Path) -> None:
    """So that the tests below could fail: there are many, they are long, and the checks find one that leaks."""
    with open_office(tmp_path) as office:
        secrets = in_play(office.caller, office.service)
        assert len(secrets) >= 6
        assert min(map(len, secrets)) >= 20
        # What lies in the keyring now is among them.
        stored = "".join(office.service.secrets().values())
        assert len(shown(stored, secrets)) == 3


def test_after_a_whole_road_no_secret_lies_in_the_home_or_was_printed(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        secrets = in_play(office.caller, office.service)
        _walk_the_road(office)
        secrets |= in_play(office.caller, office.service)
        _meet_trouble(office)
        secrets |= in_play(office.caller, office.service)
        files = [f for f in office.cli.home.rglob("*") if f.is_file()]
        assert {f.name for f in files} >= {"untwin.sqlite3", "untwin.log", "home-id"}
        assert {f.name: shown(f.read_bytes(), secrets) for f in files} == {f.name: [] for f in files}
        assert shown("\n".join(office.cli.said), secrets) == []
        assert len(office.cli.said) > 30


def _walk_the_road(office: Office) -> None:
    cli = office.cli
    office.take_in()
    cli.run("look", "--all")
    for number in ("1234", "1236"):
        case = cli.case(number)["id"]
        cli.ok("show", case, "--json")
        cli.ok("renumber", case, "--yes")
        cli.ok("retry", case, "--json")
        office.caller.retry(number)
        cli.ok("verify", case)
    cli.ok("same", cli.case("1238")["id"], "--yes")
    cli.ok("history", "--json")
    cli.ok("doctor")
    cli.ok("company", "list", "--json")


def _meet_trouble(office: Office) -> None:
    cli = office.cli
    office.caller.session.post(f"{office.caller.base}/sample/revoke-tokens", timeout=10)
    assert cli.run("look", "--all").code == 3
    cli.ok("company", "connect", "--sample", office.caller.base)
    assert cli.run("company", "connect", "--sample", office.caller.base + "/nowhere").code in (2, 3)
    office.service.kill_keyring()
    assert cli.run("look", "--all").code == 3
    office.service.start_keyring()
    cli.run("company", "forget", "--all")


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="process lists are read from /proc")
def test_no_secret_stands_in_the_arguments_of_any_process(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        office.take_in()
        command = [sys.executable, "-m", "untwin", "--home", str(office.cli.home), "look", "--all"]
        with subprocess.Popen(command, env=office.cli.env, stdout=subprocess.DEVNULL) as child:
            seen = set()
            while child.poll() is None:
                seen |= _command_lines()
        assert any(b"look" in line and b"--all" in line for line in seen)
        # The sample's own server is one of them.
        assert any(b"untwin.sample" in line for line in seen)
        assert shown(b"\n".join(seen), in_play(office.caller, office.service)) == []


def _command_lines() -> set[bytes]:
    found = set()
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            found.add(file.read_bytes())
        except OSError:
            # It has ended meanwhile.
            continue
    return found


def test_no_log_shows_a_secret_even_at_its_most_talkative(tmp_path: Path, keyring_here: SecretService) -> None:
    """Every logger that exists is turned up, those too that the app itself keeps quiet."""
    start_logging(open_home(tmp_path))
    heard = StringIO()
    handler = logging.StreamHandler(heard)
    levels = {name: logging.getLogger(name).level for name in (None, *logging.root.manager.loggerDict)}
    logging.root.addHandler(handler)
    try:
        all_firms = (*QUICK, "--firms", "3", "--hubspot-limit", "100000")
        with sample_desk(tmp_path / "sample", all_firms) as opened, requests.Session() as session:
            for name in (None, *logging.root.manager.loggerDict):
                logging.getLogger(name).setLevel(logging.DEBUG)
            session.trust_env = False
            desk = opened.desk
            for company in desk.companies.all():
                Person(desk, lambda _sentence: None, session).work(company)
            caller = Caller(opened.greeting)
            secrets = in_play(caller, keyring_here)
            caller.session.close()
    finally:
        logging.root.removeHandler(handler)
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)
    assert "/oauth2/v1/tokens/bearer" in heard.getvalue()
    assert shown(heard.getvalue(), secrets) == []


def test_no_exception_tells_a_secret(tmp_path: Path, keyring_here: SecretService) -> None:
    home = open_home(tmp_path)
    with sample_desk(tmp_path / "sample", QUICK) as opened:
        caller = Caller(opened.greeting)
        vault = keyring_vault(home)
        desk = build_desk(home, vault, Patient())
        desk.connect.sample(SampleAddress(caller.base))
        secrets = in_play(caller, keyring_here)
        books = desk.watch.connections.books(caller.realm)
        books.facts()
        credential = read_credential(vault, caller.realm)
        things = repr((credential, read_app(vault, credential), vault, desk, books))
        caller.session.post(f"{caller.base}/sample/revoke-tokens", timeout=10)
        told = [_raised(books.facts), _raised(desk.watch.connections.books(caller.realm).facts)]
        keyring_here.kill_keyring()
        told.append(_raised(lambda: desk.connect.forget(caller.realm, "Ann")))
        keyring_here.start_keyring()
        caller.session.close()
    told.append(_raised(books.facts))
    assert len(told) == 4
    assert shown("\n".join([things, *told]), secrets) == []


def _raised(deed: Callable[[], Any]) -> str:
    """The whole traceback with everything that led to it, as a log would have it."""
    with pytest.raises(Problem) as caught:
        deed()
    return "".join(traceback.format_exception(caught.value)) + repr(caught.value) + str(caught.value.args)


def test_an_entry_lies_in_the_keyring_alone_and_under_this_homes_name(keyring_here: SecretService, home: Home) -> None:
    with sample_desk(home.path, QUICK) as opened:
        assert opened.banner == ""
        names = list(keyring_here.secrets())
        assert len(names) == 3
        assert all(name.startswith(f"untwin/{home.id}/") for name in names)
    assert keyring_here.secrets() == {}
    assert os.environ["DBUS_SESSION_BUS_ADDRESS"] == keyring_here.env["DBUS_SESSION_BUS_ADDRESS"]
