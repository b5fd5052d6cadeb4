"""Signing in with a firm's own Intuit app, from the keys to a look-up, over real sockets and real token endpoints."""

import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor  # noqa: TID251 - the browser comes while the listener waits
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl, urlsplit

import pytest
import requests

from conftest import QUICK
from intuit_hosts import OWN_PAGE, IntuitHosts, Person, keys_of
from plain_vault import PlainVault
from reach import SetClock, reach_with
from sample.caller import Caller
from sign_in_contract import SignInContract, arrive
from untwin.domain.company import Environment
from untwin.domain.problems import BadInput, NotAllowed, OutsideProblem, SignInNeeded, Unreachable
from untwin.ports import IntuitApp, Question, SampleAddress, SignInBegun
from untwin.quickbooks.opening import open_books
from untwin.quickbooks.sign_in import QuickBooksSignIn
from untwin.quickbooks.tokens import Reach
from untwin.sample.process import SampleProcess
from untwin.vault.vaults import LONGEST

PRODUCTION, SANDBOX = Environment.PRODUCTION, Environment.SANDBOX
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@dataclass
class IntuitStage:
    """The real sign-in, with a sample server in the place of each environment."""

    sign_in: QuickBooksSignIn
    vault: PlainVault
    hosts: IntuitHosts
    person: Person
    clock: SetClock

    @property
    def reach(self) -> Reach:
        return self.sign_in.reach

    def server(self, environment: Environment) -> Caller:
        return self.hosts.servers[environment]

    def keys(self, environment: Environment) -> IntuitApp:
        return keys_of(self.server(environment), environment)

    def realm(self, environment: Environment) -> str:
        return self.server(environment).realm

    def agrees(self, begun: SignInBegun) -> str:
        return self.person.agrees(begun.page)

    def refuses(self, begun: SignInBegun) -> str:
        return self.person.refuses(begun.page)

    def cut_off(self) -> None:
        self.hosts.down = True


@pytest.fixture(scope="module")
def servers() -> Iterator[dict[Environment, Caller]]:
    with ExitStack() as stack:
        found = {}
        for seed, environment in enumerate((PRODUCTION, SANDBOX), 1):
            process = stack.enter_context(SampleProcess(*QUICK, "--seed", str(seed)))
            found[environment] = Caller(process.greeting)
            stack.callback(found[environment].session.close)
        yield found


@pytest.fixture
def stage(servers: dict[Environment, Caller]) -> Iterator[IntuitStage]:
    hosts, vault, clock = IntuitHosts(servers), PlainVault(), SetClock(NOW)
    with hosts.session() as session:
        reach = reach_with(vault, session, clock=clock)
        yield IntuitStage(QuickBooksSignIn(reach), vault, hosts, Person(hosts), clock)


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
        page = _visited(address)
        redirected = listening.result(timeout=10)
    assert redirected == address
    assert "You can close this page and go back to Untwin." in page.text
    company = stage.sign_in.keep(stage.sign_in.arrive(begun, redirected))
    assert open_books(company.realm, SANDBOX, stage.reach).facts().name == company.name


def _visited(address: str) -> requests.Response:
    """Goes to the listener's address as soon as it listens."""
    with requests.Session() as session:
        session.trust_env = False
        for _ in range(100):
            try:
                return session.get(address, timeout=5)
            except requests.ConnectionError:
                time.sleep(0.05)
    raise AssertionError("nobody listens")


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


# --- what goes wrong ------------------------------------------------------------------------------------------------


def test_a_company_that_the_code_was_not_for_is_refused_and_its_grant_given_back(stage: IntuitStage) -> None:
    """Intuit answers 3100: the tokens belong to another company than the address says."""
    stage.sign_in.keep_app(stage.keys(PRODUCTION))
    begun = stage.sign_in.begin(PRODUCTION)
    address = stage.agrees(begun).replace(stage.realm(PRODUCTION), stage.realm(SANDBOX))
    with pytest.raises(SignInNeeded, match="doesn't let your Intuit app's keys into that company") as told:
        stage.sign_in.arrive(begun, address)
    assert "Development keys open sandbox companies only, production keys real companies only" in told.value.remedy
    assert stage.hosts.asked[-1].path == "/v2/oauth2/tokens/revoke"
    assert set(stage.vault.entries) == {("quickbooks-app", "production")}


def test_development_keys_entered_as_production_ones_are_said_in_words(stage: IntuitStage) -> None:
    stage.sign_in.keep_app(replace(stage.keys(SANDBOX), environment=PRODUCTION, redirect=OWN_PAGE))
    begun = stage.sign_in.begin(PRODUCTION)
    with pytest.raises(SignInNeeded, match="doesn't let your Intuit app's keys into that company"):
        stage.sign_in.arrive(begun, stage.agrees(begun))


@pytest.mark.parametrize("digits", ["", "12a", "1 OR 1=1", "٣", "9" * 21, "../1"])
def test_a_company_that_is_no_digits_is_asked_for_nowhere(stage: IntuitStage, digits: str) -> None:
    stage.sign_in.keep_app(stage.keys(PRODUCTION))
    begun = stage.sign_in.begin(PRODUCTION)
    address = stage.agrees(begun).replace(f"realmId={stage.realm(PRODUCTION)}", f"realmId={digits}")
    with pytest.raises(BadInput, match="not the address"):
        stage.sign_in.arrive(begun, address)
    assert stage.hosts.asked == []


def test_an_old_code_is_said_in_words(stage: IntuitStage) -> None:
    stage.sign_in.keep_app(stage.keys(PRODUCTION))
    begun = stage.sign_in.begin(PRODUCTION)
    address = stage.agrees(begun)
    stage.sign_in.arrive(begun, address)
    with pytest.raises(SignInNeeded, match="took too long, or its address was used already"):
        stage.sign_in.arrive(begun, address)


def test_wrong_keys_are_said_in_words(stage: IntuitStage) -> None:
    stage.sign_in.keep_app(replace(stage.keys(PRODUCTION), client_secret="another-secret"))
    begun = stage.sign_in.begin(PRODUCTION)
    with pytest.raises(SignInNeeded, match="doesn't know your Intuit app's keys"):
        stage.sign_in.arrive(begun, stage.agrees(begun))


def test_a_refusal_in_the_browser_asks_for_nothing(stage: IntuitStage) -> None:
    stage.sign_in.keep_app(stage.keys(PRODUCTION))
    begun = stage.sign_in.begin(PRODUCTION)
    with pytest.raises(SignInNeeded, match="refused on QuickBooks' page; nothing was connected"):
        stage.sign_in.arrive(begun, stage.refuses(begun))
    assert stage.hosts.asked == []


def test_keys_that_were_changed_in_between_end_the_sign_in(stage: IntuitStage) -> None:
    stage.sign_in.keep_app(stage.keys(PRODUCTION))
    begun = stage.sign_in.begin(PRODUCTION)
    address = stage.agrees(begun)
    stage.sign_in.keep_app(replace(stage.keys(PRODUCTION), redirect="https://firm.example/other"))
    with pytest.raises(NotAllowed, match="were changed during this sign-in"):
        stage.sign_in.arrive(begun, address)
    assert stage.hosts.asked == []


def test_without_a_network_nothing_is_connected_and_that_is_said(stage: IntuitStage) -> None:
    stage.sign_in.keep_app(stage.keys(PRODUCTION))
    begun = stage.sign_in.begin(PRODUCTION)
    address = stage.agrees(begun)
    stage.cut_off()
    with pytest.raises(Unreachable):
        stage.sign_in.arrive(begun, address)
    # A code may be used once: it is not tried twice.
    assert [a.path for a in stage.hosts.asked] == ["/oauth2/v1/tokens/bearer"]


def test_turning_away_gives_the_grant_back(stage: IntuitStage) -> None:
    arrived = arrive(stage, SANDBOX)
    assert stage.sign_in.turn_away(arrived) == ""
    assert stage.hosts.asked[-1].path == "/v2/oauth2/tokens/revoke"
    again = stage.sign_in.turn_away(arrived)
    assert again.startswith("The connection could not be revoked at QuickBooks: it had ended there already.")


def test_forgetting_without_a_network_says_what_to_do_at_quickbooks(stage: IntuitStage) -> None:
    company = stage.sign_in.keep(arrive(stage, PRODUCTION))
    stage.cut_off()
    assert stage.sign_in.forget(company.realm) == (
        "The connection could not be revoked at QuickBooks: QuickBooks can't be reached."
        " To end it there, sign in to QuickBooks, open Settings > Apps and disconnect your Intuit app."
    )
    assert set(stage.vault.entries) == {("quickbooks-app", "production")}


def test_a_company_that_arrived_by_another_sign_in_is_a_mistake_of_the_program(stage: IntuitStage) -> None:
    with pytest.raises(TypeError):
        stage.sign_in.keep(replace(arrive(stage, SANDBOX), grant="made up"))


def test_nothing_of_a_sign_in_shows_a_secret(stage: IntuitStage) -> None:
    stage.sign_in.keep_app(stage.keys(SANDBOX))
    begun = stage.sign_in.begin(SANDBOX)
    address = stage.agrees(begun)
    arrived = stage.sign_in.arrive(begun, address)
    stage.sign_in.keep(arrived)
    code = dict(parse_qsl(urlsplit(address).query))["code"]
    told = repr((arrived, arrived.grant, stage.reach.opened, begun.app))
    entry = json.loads(stage.vault.entries["quickbooks", arrived.company.realm])
    for secret in (code, entry["refresh_token"], stage.server(SANDBOX).client[1], begun.state):
        assert secret not in told


def test_no_request_ever_left_for_another_host(stage: IntuitStage) -> None:
    """The adapter of these tests refuses all others; so does the sign-in by itself."""
    with pytest.raises(BadInput):
        stage.sign_in.connect_sample(SampleAddress("https://quickbooks.api.intuit.com"))
    with pytest.raises(OutsideProblem):
        stage.sign_in.connect_sample(SampleAddress(stage.server(SANDBOX).base))
    assert {a.host for a in stage.hosts.asked} == {urlsplit(stage.server(SANDBOX).base).netloc}
