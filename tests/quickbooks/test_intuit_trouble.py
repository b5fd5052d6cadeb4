"""What goes wrong while signing in with a firm's own Intuit app: said in words, and nothing stays behind."""

import json
import time
from collections.abc import Callable
from dataclasses import replace
from queue import Queue
from urllib.parse import parse_qsl, urlsplit

import pytest

from intuit_hosts import OWN_PAGE
from intuit_stage import IntuitStage
from sign_in_contract import arrive
from untwin.domain.company.company import Environment
from untwin.domain.problems import BadInput, Cancelled, NotAllowed, OutsideProblem, SignInNeeded, Unreachable
from untwin.jobs import LaneJobs
from untwin.ports.sign_in import SampleAddress
from untwin.quickbooks.sign_in import QuickBooksSignIn

PRODUCTION, SANDBOX = Environment.PRODUCTION, Environment.SANDBOX


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


def test_whoever_waits_no_more_is_let_go_and_what_was_granted_is_given_back(stage: IntuitStage) -> None:
    jobs, told = LaneJobs(), Queue[tuple[float, Exception | None]]()
    sign_in = QuickBooksSignIn(replace(stage.reach, patience=jobs.patience))
    sign_in.keep_app(stage.keys(PRODUCTION))
    begun = sign_in.begin(PRODUCTION)
    address, stage.hosts.slow = stage.agrees(begun), 1.5
    cancel = jobs.submit(
        "sign-in", lambda: sign_in.arrive(begun, address), lambda _r, p: told.put((time.monotonic(), p))
    )
    _until(lambda: len(stage.hosts.asked) == 2)
    cancelled = time.monotonic()
    cancel()
    at, problem = told.get(timeout=10)
    assert isinstance(problem, Cancelled)
    assert at - cancelled < 1
    _until(lambda: stage.hosts.asked[-1].path == "/v2/oauth2/tokens/revoke")
    jobs.close()
    assert set(stage.vault.entries) == {("quickbooks-app", "production")}


def _until(holds: Callable[[], bool]) -> None:
    for _ in range(500):
        if holds():
            return
        time.sleep(0.01)
    raise AssertionError("it never came")


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
