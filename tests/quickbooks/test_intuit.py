"""Signing in with a firm's own Intuit app, from the keys to a look-up, over real sockets and real token endpoints."""

import json
from concurrent.futures import ThreadPoolExecutor  # noqa: TID251 - the browser comes while the listener waits
from datetime import timedelta
from urllib.parse import parse_qsl, urlsplit

import pytest

from browsing import visit
from intuit_hosts import OWN_PAGE, keys_of
from intuit_stage import NOW, IntuitStage
from sign_in_contract import SignInContract, arrive
from untwin.domain.company.company import Environment
from untwin.domain.problems import SignInNeeded
from untwin.ports.books import Question
from untwin.ports.sign_in import IntuitApp
from untwin.quickbooks.opening import open_books
from untwin.vault.vaults import LONGEST

PRODUCTION, SANDBOX = Environment.PRODUCTION, Environment.SANDBOX


class TestIntuit(SignInContract):
    """The contract, over HTTP."""


@pytest.mark.parametrize("environment", [PRODUCTION, SANDBOX])
def test_a_pasted_address_leads_to_a_look_up(stage: IntuitStage, environment: Environment) -> None:
    company = stage.sign_in.keep(arrive(stage, environment))
    number = next(doc["DocNumber"] for doc in stage.server(environment).books()["Invoice"])
    [answer] = open_books(company.realm, environment, stage.reach).holders([Question(number, None)])
    assert {d.number for d in answer.documents} == {number}
    assert answer.complete
    api = {PRODUCTION: "quickbooks.api.intuit.com", SANDBOX: "sandbox-quickbooks.api.intuit.com"}[environment]
    assert {a.host for a in stage.hosts.asked} == {"oauth.platform.intuit.com", api}


def test_the_browser_that_comes_back_by_itself_leads_to_a_look_up(stage: IntuitStage, closed_port: int) -> None:
    redirect = f"http://localhost:{closed_port}/callback"
    stage.sign_in.keep_app(keys_of(stage.server(SANDBOX), SANDBOX, redirect))
    begun = stage.sign_in.begin(SANDBOX)
    with ThreadPoolExecutor(1) as pool:
        listening = pool.submit(stage.sign_in.listen, begun)
        address = stage.person.agrees(begun.page)
        page = visit(address)
        redirected = listening.result(timeout=10)
    assert redirected == address
    assert "You can close this page and go back to Untwin." in page.text
    company = stage.sign_in.keep(stage.sign_in.arrive(begun, redirected))
    assert open_books(company.realm, SANDBOX, stage.reach).facts().name == company.name


def test_the_page_asks_for_accounting_alone_and_for_the_registered_address(stage: IntuitStage) -> None:
    stage.sign_in.keep_app(stage.keys(PRODUCTION))
    begun = stage.sign_in.begin(PRODUCTION)
    assert dict(parse_qsl(urlsplit(begun.page).query)) == {
        "client_id": stage.server(PRODUCTION).client[0],
        "response_type": "code",
        "scope": "com.intuit.quickbooks.accounting",
        "redirect_uri": OWN_PAGE,
        "state": begun.state,
    }
    assert stage.server(PRODUCTION).client[1] not in begun.page
    assert len(begun.state) >= 40


def test_before_a_person_says_yes_nothing_but_the_apps_keys_is_stored(stage: IntuitStage) -> None:
    arrived = arrive(stage, PRODUCTION)
    assert set(stage.vault.entries) == {("quickbooks-app", "production")}
    stage.sign_in.keep(arrived)
    assert set(stage.vault.entries) == {("quickbooks-app", "production"), ("quickbooks", arrived.company.realm)}


def test_the_entry_says_how_long_the_connection_lasts(stage: IntuitStage) -> None:
    company = stage.sign_in.keep(arrive(stage, PRODUCTION))
    state = stage.sign_in.state(company.realm)
    assert state.until == NOW + timedelta(seconds=8_726_400)
    assert state.hard_end == NOW + timedelta(days=1825)
    stage.clock.at = NOW + timedelta(days=30)
    open_books(company.realm, PRODUCTION, stage.reach).facts()
    # Used, it lasts longer; the end of all ends stays.
    renewed = stage.sign_in.state(company.realm)
    assert renewed.until == NOW + timedelta(days=30, seconds=8_726_400)
    assert renewed.hard_end == state.hard_end


def test_an_entry_from_before_the_times_were_kept_is_read(stage: IntuitStage) -> None:
    company = stage.sign_in.keep(arrive(stage, PRODUCTION))
    entry = json.loads(stage.vault.entries["quickbooks", company.realm])
    old = {name: entry[name] for name in ("environment", "realm", "refresh_token", "base")}
    stage.vault.entries["quickbooks", company.realm] = json.dumps(old)
    state = stage.sign_in.state(company.realm)
    assert (state.until, state.hard_end) == (None, None)
    open_books(company.realm, PRODUCTION, stage.reach).facts()
    assert stage.sign_in.state(company.realm).until is not None


def test_every_entry_fits_into_every_keyring_even_with_the_longest_of_everything(stage: IntuitStage) -> None:
    long_keys = IntuitApp(PRODUCTION, "i" * 200, "s" * 200, f"https://firm.example/{'p' * 379}")
    stage.sign_in.keep_app(long_keys)
    stage.sign_in.keep(arrive(stage, PRODUCTION))
    # Intuit's refresh tokens are said to grow up to 512 characters.
    realm = stage.realm(PRODUCTION)
    entry = json.loads(stage.vault.entries["quickbooks", realm])
    assert len(json.dumps(entry | {"refresh_token": "r" * 512})) <= LONGEST
    assert all(len(entry) <= LONGEST for entry in stage.vault.entries.values())


def test_the_store_and_the_keyring_must_agree_on_the_environment(stage: IntuitStage) -> None:
    company = stage.sign_in.keep(arrive(stage, PRODUCTION))
    before = len(stage.hosts.asked)
    for other in (SANDBOX, Environment.SAMPLE):
        with pytest.raises(SignInNeeded, match="another of Intuit's environments"):
            open_books(company.realm, other, stage.reach)
    assert len(stage.hosts.asked) == before


def test_connecting_again_replaces_the_connection_and_its_access_token(stage: IntuitStage) -> None:
    company = stage.sign_in.keep(arrive(stage, PRODUCTION))
    open_books(company.realm, PRODUCTION, stage.reach).facts()
    before = stage.vault.entries["quickbooks", company.realm]
    stage.sign_in.keep(arrive(stage, PRODUCTION))
    assert stage.vault.entries["quickbooks", company.realm] != before
    assert stage.reach.opened == {}
    assert open_books(company.realm, PRODUCTION, stage.reach).facts().name == company.name
