"""Of a connected source no secret gets anywhere but into the keyring: no file, log, exception, nothing printed."""

import json
import logging
import traceback
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any

import pytest

from builders import COMPANY
from clio_hosts import ClioHosts
from conftest import Serve
from plain_vault import PlainVault
from test_secrets import in_play, shown
from untwin.app.desk import build_desk
from untwin.domain.problems import Problem
from untwin.flows.desk import Desk
from untwin.jobs import Patient
from untwin.store.home import Home

HUBSPOT_TOKEN = "pat-eu1-9f8e7d6c-canary-0001"
_SECRET = ("token", "refresh", "secret", "client_secret")


@pytest.fixture
def talkative() -> Iterator[StringIO]:
    """All that any logger says, each at its most talkative."""
    heard = StringIO()
    handler = logging.StreamHandler(heard)
    names = (None, *logging.root.manager.loggerDict)
    levels = {name: logging.getLogger(name).level for name in names}
    logging.root.addHandler(handler)
    for name in names:
        logging.getLogger(name).setLevel(logging.DEBUG)
    yield heard
    logging.root.removeHandler(handler)
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def of_the_app(heard: str) -> str:
    """What the app's own requests made loggers say; the person's browser is the test's."""
    browsers = ("/oauth/authorize", "/oauth/approval", "/sample/")
    return "\n".join(line for line in heard.splitlines() if not any(path in line for path in browsers))


def canaries(vault: PlainVault) -> set[str]:
    """Every secret that the keyring holds now."""
    entries = [json.loads(entry) for (kind, _name), entry in vault.entries.items() if "quickbooks" not in kind]
    return {str(entry[name]) for entry in entries for name in _SECRET if entry.get(name)}


def test_connecting_testing_and_forgetting_leaves_secrets_in_the_keyring_alone(
    home: Home, serve: Serve, talkative: StringIO
) -> None:
    vault, hosts = PlainVault(), ClioHosts(serve())
    desk = build_desk(home, vault, Patient(), hosts.session)
    desk.companies.put(COMPANY)
    begun, brought, account = _clio(desk, hosts)
    webhook = desk.bind_sources.webhook("Acme", "https://acme.example/retry")
    desk.bind_sources.keep(COMPANY.realm, webhook, "Ann")
    secrets = canaries(vault) | {HUBSPOT_TOKEN, begun.state, brought, hosts.app().client_secret}
    assert len(secrets) >= 7
    hosts.caller.session.post(f"{hosts.caller.clio}/sample/age-tokens", timeout=10)
    assert desk.bind_sources.test(COMPANY.realm, "clio")
    secrets |= canaries(vault)
    told = [
        _raised(lambda: desk.bind_sources.hubspot(HUBSPOT_TOKEN)),
        _raised(lambda: desk.bind_sources.hubspot(f"{HUBSPOT_TOKEN} with a blank")),
        _raised(lambda: desk.bind_sources.arrive_at_clio(begun, brought)),
        _raised(lambda: desk.bind_sources.arrive_at_clio(begun, f"{brought} and more")),
    ]
    hosts.down = True
    told.append(_raised(lambda: desk.bind_sources.test(COMPANY.realm, "clio")))
    told.append(desk.bind_sources.forget(COMPANY.realm, "clio", "Ann"))
    desk.bind_sources.forget(COMPANY.realm, "Acme", "Ann")
    things = repr((begun.app, account, account.grant, webhook, desk, desk.companies.all(), desk.history.rows()))
    assert shown("\n".join([things, *told]), secrets) == []
    # What was in the keyring is gone with the sources.
    assert canaries(vault) == set()
    assert "/oauth/token" in talkative.getvalue()
    assert shown(of_the_app(talkative.getvalue()), secrets) == []
    files = [file for file in home.path.rglob("*") if file.is_file()]
    assert {file.name for file in files} >= {"untwin.sqlite3"}
    assert {file.name: shown(file.read_bytes(), secrets) for file in files} == {file.name: [] for file in files}


def _clio(desk: Desk, hosts: ClioHosts) -> tuple[Any, str, Any]:
    desk.bind_sources.keep_clio_app(hosts.app())
    begun = desk.bind_sources.begin_clio("eu")
    brought = hosts.code_shown(begun)
    account = desk.bind_sources.arrive_at_clio(begun, brought)
    desk.bind_sources.keep(COMPANY.realm, account, "Ann")
    return begun, brought, account


def test_the_sample_firms_tokens_are_among_what_is_looked_for(serve: Serve) -> None:
    """So that the tests of secrets could fail for them, too."""
    caller = serve("--firms", "2")
    assert caller.greeting["hubspot"]["token"] in in_play(caller)


def _raised(deed: Callable[[], Any]) -> str:
    """The whole traceback with everything that led to it, as a log would have it."""
    with pytest.raises(Problem) as caught:
        deed()
    return "".join(traceback.format_exception(caught.value)) + repr(caught.value) + str(caught.value.args)
