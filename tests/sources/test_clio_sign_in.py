"""Signing in to Clio with the firm's own app: region, code, tokens that are renewed, and the end of it all."""

import json
from dataclasses import dataclass, replace

import pytest

from accounts_stage import accounts_with
from clio_hosts import APPROVAL, ClioHosts
from conftest import Serve
from plain_vault import PlainVault
from untwin.domain.company.company import Company, Environment
from untwin.domain.problems import BadInput, NotAllowed, SignInNeeded, Unreachable
from untwin.ports.sources import ClioBegun, SourceAccount
from untwin.sources.accounts import Accounts


@dataclass
class Stage:
    hosts: ClioHosts
    vault: PlainVault
    accounts: Accounts

    def begin(self, redirect: str = "") -> ClioBegun:
        self.accounts.keep_clio_app(self.hosts.app(redirect))
        return self.accounts.begin_clio("eu")

    def connected(self) -> SourceAccount:
        begun = self.begin()
        account = self.accounts.arrive_at_clio(begun, self.hosts.code_shown(begun))
        self.accounts.keep("9", account)
        return account

    def kept(self) -> dict[str, str]:
        return dict(json.loads(self.vault.entries["source", "clio 9"]))

    def age(self) -> None:
        """Thirty days go by: access tokens end."""
        caller = self.hosts.caller
        caller.session.post(f"{caller.clio}/sample/age-tokens", timeout=10).raise_for_status()


@pytest.fixture
def stage(serve: Serve) -> Stage:
    hosts, vault = ClioHosts(serve()), PlainVault()
    return Stage(hosts, vault, accounts_with(vault, hosts.session()))


def firm(account: SourceAccount) -> Company:
    return Company("9", "Larkspur Law", Environment.PRODUCTION, sources=(account.binding,))


def test_the_code_that_clio_shows_connects_the_firms_account(stage: Stage) -> None:
    begun = stage.begin()
    assert begun.app.redirect == APPROVAL
    assert begun.page.startswith("https://eu.app.clio.com/oauth/authorize?response_type=code&")
    account = stage.accounts.arrive_at_clio(begun, f"  {stage.hosts.code_shown(begun)}\n")
    assert account.name == "Harlow & Pike LLP"
    assert (account.binding.source, account.binding.base) == ("clio", "https://eu.app.clio.com")
    assert account.binding.retry_page == "https://eu.app.clio.com/nc/#/settings"
    assert account.binding.account == "eu 90417"
    # Nothing is stored before somebody says whose account it is.
    assert [kind for kind, _name in stage.vault.entries] == ["clio-app"]


def test_a_redirected_address_connects_as_well(stage: Stage) -> None:
    begun = stage.begin("http://127.0.0.1:8766/callback")
    assert begun.app.listens
    assert stage.accounts.arrive_at_clio(begun, stage.hosts.agrees(begun)).name == "Harlow & Pike LLP"


def test_every_request_goes_to_the_region_that_was_chosen(stage: Stage) -> None:
    account = stage.connected()
    source = stage.accounts.open(firm(account), "clio")
    assert source is not None
    assert source.ask("1234").incoming is not None
    assert {asked.split()[1].partition("/")[0] for asked in stage.hosts.asked} == {"eu.app.clio.com"}


def test_a_token_that_was_refused_is_renewed_once_and_kept(stage: Stage) -> None:
    account, before = stage.connected(), stage.kept()
    stage.age()
    source = stage.accounts.open(firm(account), "clio")
    assert source is not None
    assert source.ask("1234").complete
    after = stage.kept()
    assert after["token"] != before["token"]
    # Clio's refresh token neither ends nor changes.
    assert after["refresh"] == before["refresh"]
    assert sum("/oauth/token" in asked for asked in stage.hosts.asked) == 2


def test_a_token_about_to_end_is_renewed_before_it_is_used(stage: Stage) -> None:
    account, before = stage.connected(), stage.kept()
    stage.vault.entries["source", "clio 9"] = json.dumps(before | {"until": "2020-01-01T00:00:00Z"})
    assert stage.accounts.test("9", account.binding) == "Clio answers, and lets Untwin read its list."
    assert stage.kept()["token"] != before["token"]
    assert stage.kept()["until"] > "2026"


def test_a_connection_that_was_ended_there_is_a_sentence(stage: Stage) -> None:
    account = stage.connected()
    head = {"Authorization": f"Bearer {stage.kept()['token']}"}
    stage.hosts.caller.session.post(f"{stage.hosts.caller.clio}/oauth/deauthorize", headers=head, timeout=10)
    with pytest.raises(SignInNeeded, match=r"it was ended there\. Connect Clio again"):
        stage.accounts.test("9", account.binding)
    # Then there is nothing left to end.
    assert stage.accounts.forget("9", account.binding) == ""


def test_forgetting_after_a_long_time_ends_it_there_all_the_same(stage: Stage) -> None:
    """The access token has ended by itself; the refresh token would go on for ever."""
    account, refresh = stage.connected(), stage.kept()["refresh"]
    stage.age()
    assert stage.accounts.forget("9", account.binding) == ""
    app = stage.hosts.app()
    form = {"grant_type": "refresh_token", "refresh_token": refresh}
    keys = {"client_id": app.client_id, "client_secret": app.client_secret}
    answer = stage.hosts.caller.session.post(f"{stage.hosts.caller.clio}/oauth/token", data=form | keys, timeout=10)
    assert answer.json() == {"error": "invalid_grant"}


def test_an_app_whose_secret_was_changed_is_told_apart_from_a_wrong_code(stage: Stage) -> None:
    begun = stage.begin()
    code = stage.hosts.code_shown(begun)
    with pytest.raises(SignInNeeded, match=r"doesn't accept this code.*newest code"):
        stage.accounts.arrive_at_clio(begun, code[::-1])
    account = stage.connected()
    stage.age()
    stage.accounts.keep_clio_app(replace(stage.hosts.app(), client_secret="another-secret"))
    begun = stage.accounts.begin_clio("eu")
    with pytest.raises(SignInNeeded, match=r"doesn't know your app with this app key.*portal of its own"):
        stage.accounts.arrive_at_clio(begun, stage.hosts.code_shown(begun))
    with pytest.raises(SignInNeeded, match="key or secret may have been changed"):
        stage.accounts.test("9", account.binding)
    assert "could not be ended there" in stage.accounts.forget("9", account.binding)


@pytest.mark.parametrize("odd", ["", "two words", "line\r\nX-Other: 1", "x" * 600])
def test_a_token_that_can_be_none_is_not_kept(serve: Serve, odd: str) -> None:
    hosts, vault = ClioHosts(serve()), PlainVault()
    hosts.tokens = json.dumps({"access_token": odd, "refresh_token": "r"})
    stage = Stage(hosts, vault, accounts_with(vault, hosts.session()))
    begun = stage.begin()
    with pytest.raises(Unreachable, match="can't be read"):
        stage.accounts.arrive_at_clio(begun, hosts.code_shown(begun))
    assert not any("/api/" in asked for asked in hosts.asked)


def test_a_clio_that_tells_no_account_is_known_by_its_user(stage: Stage) -> None:
    stage.hosts.without_account = True
    account = stage.connected()
    assert account.binding.account == "eu user 344117"
    assert account.name


def test_forgetting_ends_it_at_clio_and_leaves_nothing_here(stage: Stage) -> None:
    account, token = stage.connected(), stage.kept()["token"]
    assert stage.accounts.forget("9", account.binding) == ""
    assert [kind for kind, _name in stage.vault.entries] == ["clio-app"]
    head = {"Authorization": f"Bearer {token}"}
    address = f"{stage.hosts.caller.clio}/api/v4/users/who_am_i.json"
    assert stage.hosts.caller.session.get(address, headers=head, timeout=10).status_code == 401
    stage.accounts.forget_apps()
    assert stage.vault.entries == {}


def test_what_could_not_be_ended_is_said_and_forgotten_all_the_same(stage: Stage) -> None:
    account = stage.connected()
    stage.hosts.down = True
    assert "could not be ended there: Clio can't be reached." in stage.accounts.forget("9", account.binding)
    assert ("source", "clio 9") not in stage.vault.entries


def test_an_account_that_is_not_wanted_is_given_back(stage: Stage) -> None:
    begun = stage.begin()
    account = stage.accounts.arrive_at_clio(begun, stage.hosts.code_shown(begun))
    assert stage.accounts.turn_away(account) == ""
    assert "POST eu.app.clio.com/oauth/deauthorize" in stage.hosts.asked


def test_a_code_is_good_for_one_time(stage: Stage) -> None:
    begun = stage.begin()
    code = stage.hosts.code_shown(begun)
    stage.accounts.arrive_at_clio(begun, code)
    with pytest.raises(SignInNeeded, match="nothing was connected"):
        stage.accounts.arrive_at_clio(begun, code)


def test_an_address_of_another_sign_in_is_refused(stage: Stage) -> None:
    begun = stage.begin("http://127.0.0.1:8766/callback")
    address = stage.hosts.agrees(begun)
    other = replace(begun, state="other")
    with pytest.raises(BadInput, match="another sign-in"):
        stage.accounts.arrive_at_clio(other, address)


def test_whoever_says_no_there_is_told_so(stage: Stage) -> None:
    begun = stage.begin()
    with pytest.raises(SignInNeeded, match="refused on Clio's page"):
        stage.accounts.arrive_at_clio(begun, stage.hosts.agrees(begun, "no"))


NO_CODES = ["", "two words", "<b>code</b>", "https://evil.example/?code=abcdef&state=x", "a" * 500]


@pytest.mark.parametrize("brought", NO_CODES)
def test_what_is_no_code_is_not_sent(stage: Stage, brought: str) -> None:
    begun = stage.begin()
    with pytest.raises(BadInput, match="not the code that Clio shows"):
        stage.accounts.arrive_at_clio(begun, brought)
    assert stage.hosts.asked == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"client_id": "two words"},
        {"client_secret": ""},
        {"region": "uk"},
        {"redirect": "http://firm.example/callback"},
        {"redirect": "https://app.clio.com/oauth/approval"},
        {"redirect": "http://127.0.0.1:80/callback"},
        {"redirect": "http://127.0.0.1@evil.example:8766/callback"},
        {"redirect": "https://evil.example/"},
    ],
)
def test_what_can_be_no_key_region_or_redirect_is_refused_and_not_kept(stage: Stage, wrong: dict[str, str]) -> None:
    with pytest.raises(BadInput):
        stage.accounts.keep_clio_app(replace(stage.hosts.app(), **wrong))
    assert stage.vault.entries == {}


def test_without_keys_nothing_begins(stage: Stage) -> None:
    with pytest.raises(NotAllowed, match="keys of your Clio app"):
        stage.accounts.begin_clio("eu")
    assert stage.accounts.clio_app("eu") is None


def test_keys_of_one_region_are_no_keys_of_another(stage: Stage) -> None:
    stage.begin()
    assert stage.accounts.clio_app("us") is None
    stage.vault.entries["clio-app", "us"] = stage.vault.entries["clio-app", "eu"]
    with pytest.raises(SignInNeeded, match="another region"):
        stage.accounts.begin_clio("us")


def test_a_clio_that_is_out_of_reach_connects_nothing(stage: Stage) -> None:
    begun = stage.begin()
    code = stage.hosts.code_shown(begun)
    stage.hosts.down = True
    with pytest.raises(Unreachable):
        stage.accounts.arrive_at_clio(begun, code)


def test_nothing_that_is_handed_on_shows_a_secret(stage: Stage) -> None:
    begun = stage.begin()
    app = stage.hosts.app()
    account = stage.accounts.arrive_at_clio(begun, stage.hosts.code_shown(begun))
    stage.accounts.keep("9", account)
    secrets = [app.client_secret, stage.kept()["token"], stage.kept()["refresh"], begun.state]
    things = repr((app, replace(begun, page=""), account, account.grant, stage.accounts))
    assert [secret for secret in secrets if secret in things] == []


def test_an_app_without_a_permission_is_told_at_once_and_given_back(stage: Stage) -> None:
    stage.hosts.without_credits = True
    begun = stage.begin()
    with pytest.raises(SignInNeeded, match="has the permission to read billing"):
        stage.accounts.arrive_at_clio(begun, stage.hosts.code_shown(begun))
    assert "POST eu.app.clio.com/oauth/deauthorize" in stage.hosts.asked
