"""Access tokens: where they may go, in which order they are stored and used, and what a refusal says."""

import base64
import json
from typing import Any

import pytest
import requests
from requests.adapters import HTTPAdapter

from entries import REALM, entry, granted, sample_entry, vault_with
from misbehaving import Misbehaving, Reply
from plain_vault import PlainVault
from reach import reach_with
from untwin.domain.addresses import is_loopback
from untwin.domain.company.company import Environment
from untwin.domain.problems import KeyringProblem, OutsideProblem, SignInNeeded, Unreachable
from untwin.ports.machine import Vault
from untwin.quickbooks.books import QuickBooksBooks
from untwin.quickbooks.credentials import KIND, app_name, read_credential
from untwin.quickbooks.opening import open_books
from untwin.quickbooks.tokens import Tokens
from untwin.vault.vaults import MemoryVault


class Recorder(HTTPAdapter):
    """Goes nowhere and remembers to whom it was asked to go."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[requests.PreparedRequest] = []

    def send(self, request: requests.PreparedRequest, *_more: object, **_named: object) -> requests.Response:
        self.asked.append(request)
        raise requests.ConnectionError("nowhere")


def opened(vault: Vault, session: requests.Session, **more: Any) -> QuickBooksBooks:
    """The books as a program that was started just now has them; the store agrees with the keyring."""
    try:
        environment = Environment(json.loads(vault.get(KIND, REALM) or "")["environment"])
    except (ValueError, KeyError, TypeError):
        environment = Environment.PRODUCTION
    return open_books(REALM, environment, reach_with(vault, session, **more))


@pytest.fixture
def recorder(session: requests.Session) -> Recorder:
    made = Recorder()
    for scheme in ("https://", "http://"):
        session.mount(scheme, made)
    return made


@pytest.mark.parametrize("environment", ["production", "sandbox"])
def test_a_real_companys_secrets_go_to_intuit_alone(
    session: requests.Session, recorder: Recorder, environment: str
) -> None:
    vault = vault_with(entry(environment=environment))
    with pytest.raises(Unreachable):
        opened(vault, session).facts()
    # The answer may have been lost on the way: it is asked for again, and nowhere else.
    [asked] = {r.url: r for r in recorder.asked}.values()
    assert asked.url == "https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer"
    assert base64.b64decode(str(asked.headers["Authorization"]).removeprefix("Basic ")) == b"our-id:our-secret"


@pytest.mark.parametrize(
    ("environment", "host"),
    [
        ("production", "https://quickbooks.api.intuit.com"),
        ("sandbox", "https://sandbox-quickbooks.api.intuit.com"),
    ],
)
def test_the_host_comes_from_the_keyring_entry(environment: str, host: str) -> None:
    assert read_credential(vault_with(entry(environment=environment)), REALM).api == host


@pytest.mark.parametrize(
    "changes",
    [
        {"base": "http://127.0.0.1:4711"},
        {"base": "https://evil.example"},
        {"base": "http://evil.example"},
        {"environment": "sandbox", "base": "http://localhost:4711"},
        {"environment": "sample", "base": ""},
        {"environment": "sample", "base": "https://127.0.0.1:4711"},
        {"environment": "sample", "base": "http://evil.example"},
        {"environment": "sample", "base": "http://127.0.0.1.evil.example"},
        {"environment": "sample", "base": "http://127.0.0.1@evil.example"},
        {"environment": "sample", "base": "http://evil.example\\@127.0.0.1"},
        {"environment": "sample", "base": "http://evil@127.0.0.1"},
        {"environment": "sample", "base": "http://[::1"},
        {"realm": "9130000000000002"},
        {"environment": "moon"},
    ],
)
def test_an_entry_that_does_not_fit_its_company_is_used_for_nothing(
    session: requests.Session, recorder: Recorder, changes: dict[str, str]
) -> None:
    with pytest.raises(SignInNeeded, match="Connect"):
        opened(vault_with(entry(**changes)), session).facts()
    assert recorder.asked == []


@pytest.mark.parametrize("damaged", ["", "no json", "[]", '{"environment": "production"}', '{"realm": 5}'])
def test_a_damaged_entry_is_a_sentence_and_its_words_are_not_repeated(
    session: requests.Session, recorder: Recorder, damaged: str
) -> None:
    with pytest.raises(SignInNeeded, match="can't be read any more"):
        opened(vault_with(damaged), session).facts()
    vault = vault_with(entry())
    vault.entries["quickbooks-app", "production"] = damaged
    with pytest.raises(SignInNeeded, match="can't be read any more"):
        opened(vault, session).facts()
    assert recorder.asked == []


def test_without_the_apps_keys_nothing_is_asked(session: requests.Session, recorder: Recorder) -> None:
    with pytest.raises(SignInNeeded, match="keys of your Intuit app"):
        opened(PlainVault({(KIND, REALM): entry()}), session).facts()
    assert recorder.asked == []


@pytest.mark.parametrize(
    ("address", "yes"),
    [
        ("http://127.0.0.1:1", True),
        ("http://localhost:1", True),
        ("http://[::1]:1", True),
        ("https://127.0.0.1:1", False),
        ("http://10.0.0.1", False),
        ("http://0.0.0.0:1", False),
        ("http://127.0.0.1.nip.example", False),
        ("http://evil.example\\@127.0.0.1/", False),
        ("http://user@127.0.0.1/", False),
        ("127.0.0.1:1", False),
        ("", False),
        ("http://[", False),
    ],
)
def test_loopback_is_this_computer_for_every_reader_of_addresses(address: str, *, yes: bool) -> None:
    assert is_loopback(address) is yes


def test_the_new_refresh_token_is_stored_before_the_access_token_is_used(session: requests.Session) -> None:
    with Misbehaving(Reply(503), tokens=(granted(1), granted(2))) as server:
        vault = vault_with(sample_entry(server))
        with pytest.raises(OutsideProblem):
            opened(vault, session).facts()
        assert vault.diary == ["stored r1"]
        vault.broken = True
        before = len(server.heard())
        with pytest.raises(KeyringProblem):
            opened(vault, session).facts()
        # Where it could not be stored, the access token is not used either.
        assert [h.path for h in server.heard()[before:]] == ["/oauth2/v1/tokens/bearer"]


def test_the_rotated_token_is_the_one_that_is_sent_next(session: requests.Session) -> None:
    with Misbehaving(Reply(503), tokens=(granted(1), granted(2))) as server:
        vault = vault_with(sample_entry(server))
        for _ in range(2):
            with pytest.raises(OutsideProblem):
                opened(vault, session).facts()
        bodies = [h.body for h in server.heard() if h.path.endswith("bearer")]
    assert ["r0" in bodies[0], "r1" in bodies[1]] == [True, True]
    assert "r2" in vault.entries[KIND, REALM]


@pytest.mark.parametrize(
    ("reply", "times", "kind", "words"),
    [
        (Reply(400, '{"error": "invalid_grant"}'), 1, SignInNeeded, "expired or was revoked"),
        (Reply(401, '{"error": "invalid_client"}'), 1, SignInNeeded, "doesn't know your Intuit app's keys"),
        (Reply(400, "<html>no</html>"), 3, Unreachable, "out of order"),
        (Reply(403, "<html>blocked by a proxy</html>"), 3, Unreachable, "out of order"),
        (Reply(400, "[]"), 3, Unreachable, "out of order"),
        (Reply(429, "{}"), 1, Unreachable, "out of order"),
        (Reply(302, "", {"Location": "http://evil.invalid/"}), 1, Unreachable, "out of order"),
        (Reply(500, "{}"), 3, Unreachable, "out of order"),
        (Reply(200, "<html>sign in</html>"), 3, Unreachable, "can't be read"),
        (Reply(200, '{"access_token": "a1"}'), 3, Unreachable, "can't be read"),
        (Reply(cut="after request"), 3, Unreachable, "can't be reached"),
        (Reply(cut="within answer"), 3, Unreachable, "can't be reached"),
    ],
)
def test_a_refused_renewal_is_a_sentence_and_loses_no_entry(
    session: requests.Session, reply: Reply, times: int, kind: type[OutsideProblem], words: str
) -> None:
    """Where it isn't known whether the answer was lost, the same is asked again a little later."""
    with Misbehaving(Reply(503), tokens=(reply,)) as server:
        vault = vault_with(sample_entry(server))
        before = dict(vault.entries)
        with pytest.raises(kind, match=words):
            opened(vault, session).facts()
        assert vault.entries == before
        assert len(server.heard()) == times


def test_nothing_that_holds_a_secret_shows_it(session: requests.Session) -> None:
    vault = vault_with(entry(refresh_token="hunter2"))
    credential = read_credential(vault, REALM)
    tokens = Tokens(REALM, reach_with(MemoryVault(), session), "hunter2")
    assert "hunter2" not in repr((credential, tokens))
    assert app_name(credential) == "production"


def test_the_access_token_is_kept_between_openings_and_for_its_own_host_alone(session: requests.Session) -> None:
    vault = vault_with(entry())
    reach = reach_with(vault, session)
    first = open_books(REALM, Environment.PRODUCTION, reach)
    assert open_books(REALM, Environment.PRODUCTION, reach).client.bearer is first.client.bearer
    vault.entries[KIND, REALM] = entry(environment="sandbox")
    assert open_books(REALM, Environment.SANDBOX, reach).client.bearer is not first.client.bearer
