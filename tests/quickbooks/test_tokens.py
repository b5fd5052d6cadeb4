"""Access tokens: where they may go, that none is lost on the way, and that dozens at once strand nobody."""

import base64
import json
import time
from collections.abc import Callable
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from queue import Queue
from typing import Any, TypeVar
from urllib.parse import parse_qsl

import pytest
import requests
from requests.adapters import HTTPAdapter

from misbehaving import Misbehaving, Reply
from plain_vault import PlainVault
from reach import QuickPatience, SetClock, free, reach_with
from untwin.domain.company import Environment
from untwin.domain.problems import Cancelled, KeyringProblem, OutsideProblem, SignInNeeded, Unreachable
from untwin.jobs import LaneJobs
from untwin.ports import Leaving, Vault
from untwin.quickbooks.books import QuickBooksBooks
from untwin.quickbooks.credentials import KIND, app_name, is_loopback, read_credential
from untwin.quickbooks.opening import open_books
from untwin.quickbooks.tokens import Reach, Tokens
from untwin.vault.vaults import MemoryVault

REALM = "9130000000000001"
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
T = TypeVar("T")
KEYS = {"client_id": "our-id", "client_secret": "our-secret"}


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


def entry(**changes: str) -> str:
    plain = {"environment": "production", "realm": REALM, "refresh_token": "r0", "base": ""}
    return json.dumps(plain | changes)


def vault_with(credential: str) -> PlainVault:
    vault = PlainVault({(KIND, REALM): credential})
    for name in ("production", "sandbox"):
        vault.entries["quickbooks-app", name] = json.dumps(KEYS)
    parts = json.loads(credential) if credential.startswith("{") else {}
    netloc = str(parts.get("base", "")).partition("//")[2]
    vault.entries["quickbooks-app", f"sample {netloc} {REALM}"] = json.dumps(KEYS)
    return vault


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


def granted(number: int) -> Reply:
    return Reply(body=json.dumps({"access_token": f"a{number}", "refresh_token": f"r{number}", "expires_in": 3600}))


def sample_entry(server: Misbehaving) -> str:
    return entry(environment="sample", base=server.base)


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
        (Reply(400, "<html>no</html>"), 1, SignInNeeded, "expired or was revoked"),
        (Reply(400, "[]"), 1, SignInNeeded, "expired or was revoked"),
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


# --- nobody is stranded -------------------------------------------------------------------------------------------


def sent_tokens(server: Misbehaving) -> list[str]:
    """The refresh tokens that the token endpoint was asked with."""
    bodies = (h.body for h in server.heard() if h.path.endswith("bearer"))
    return [dict(parse_qsl(body))["refresh_token"] for body in bodies]


REFUSED = Reply(400, '{"error": "invalid_grant"}')


@pytest.mark.parametrize(
    "lost", [Reply(cut="after request"), Reply(cut="within answer"), Reply(503), Reply(200, "<html>")]
)
def test_a_lost_answer_is_asked_for_again_with_the_same_token(session: requests.Session, lost: Reply) -> None:
    with Misbehaving(tokens=(lost, lost, granted(1))) as server:
        vault, patience = vault_with(sample_entry(server)), QuickPatience()
        assert Tokens(REALM, reach_with(vault, session, patience=patience)).current() == "a1"
        assert sent_tokens(server) == ["r0", "r0", "r0"]
    assert patience.pauses == [0.5, 2.0]
    assert vault.diary == ["stored r1"]


def test_where_the_lost_answer_held_the_only_good_token_a_new_sign_in_is_asked_for(session: requests.Session) -> None:
    with Misbehaving(tokens=(Reply(cut="within answer"), REFUSED)) as server:
        vault = vault_with(sample_entry(server))
        with pytest.raises(SignInNeeded, match="expired or was revoked"):
            Tokens(REALM, reach_with(vault, session)).current()
        assert sent_tokens(server) == ["r0", "r0"]
    assert vault.diary == []


class RenewedMeanwhile(PlainVault):
    """Somebody connects the company anew, right after the first look at its entry."""

    def get(self, kind: str, name: str) -> str | None:
        found = super().get(kind, name)
        if kind == KIND and found:
            self.entries[kind, name] = found.replace('"r0"', '"r5"')
        return found


def test_a_refused_token_is_given_up_only_when_the_keyring_has_no_newer_one(session: requests.Session) -> None:
    with Misbehaving(tokens=(REFUSED, granted(6))) as server:
        vault = RenewedMeanwhile(vault_with(sample_entry(server)).entries)
        assert Tokens(REALM, reach_with(vault, session)).current() == "a6"
        assert sent_tokens(server) == ["r0", "r5"]
    assert vault.diary == ["stored r6"]


def test_a_keyring_that_fails_for_half_a_minute_strands_no_renewed_connection(session: requests.Session) -> None:
    with Misbehaving(tokens=(granted(1),)) as server:
        vault, patience = vault_with(sample_entry(server)), QuickPatience()
        vault.stumbles = 10
        assert Tokens(REALM, reach_with(vault, session, patience=patience)).current() == "a1"
        assert sent_tokens(server) == ["r0"]
    assert vault.diary == ["stored r1"]
    assert 25 <= sum(patience.pauses) <= 40


def test_what_a_keyring_never_took_is_used_next_while_the_program_runs(session: requests.Session) -> None:
    with Misbehaving(tokens=(granted(1), granted(2), granted(3), granted(4))) as server:
        vault = vault_with(sample_entry(server))
        tokens = Tokens(REALM, reach_with(vault, session))
        vault.broken = True
        for _ in range(2):
            with pytest.raises(KeyringProblem):
                tokens.current()
        vault.broken = False
        assert tokens.current() == "a3"
        assert tokens.renewed("a3") == "a4"
        assert sent_tokens(server) == ["r0", "r1", "r2", "r3"]
    assert vault.diary == ["stored r3", "stored r4"]


def test_an_access_token_is_renewed_a_minute_before_its_end(session: requests.Session) -> None:
    with Misbehaving(tokens=(granted(1), granted(2))) as server:
        clock = SetClock(NOW)
        tokens = Tokens(REALM, reach_with(vault_with(sample_entry(server)), session, clock=clock))
        told = []
        for minutes in (0, 30, 58.9, 59, 100):
            clock.at = NOW + timedelta(minutes=minutes)
            told.append(tokens.current())
        assert told == ["a1", "a1", "a1", "a2", "a2"]
        assert len(server.heard()) == 2


@pytest.mark.parametrize("said", ['"3600"', "3600.0", "null", "0", "-5", "1e30", "[]", '"soon"'])
def test_a_time_that_is_said_oddly_loses_no_token(session: requests.Session, said: str) -> None:
    body = f'{{"access_token": "a1", "refresh_token": "r1", "expires_in": {said}}}'
    with Misbehaving(tokens=(Reply(200, body),)) as server:
        vault = vault_with(sample_entry(server))
        tokens = Tokens(REALM, reach_with(vault, session))
        assert [tokens.current(), tokens.current()] == ["a1", "a1"]
        assert len(server.heard()) == 1
    assert vault.diary == ["stored r1"]


class SlowVault(PlainVault):
    """A keyring that takes its time to store."""

    def put(self, kind: str, name: str, secret: str) -> None:
        time.sleep(1.5)
        super().put(kind, name, secret)


def test_whoever_waits_no_more_is_let_go_and_the_new_token_is_stored_all_the_same(session: requests.Session) -> None:
    jobs: LaneJobs = LaneJobs()
    told: Queue[tuple[float, Exception | None]] = Queue()
    with Misbehaving(tokens=(granted(1),)) as server:
        vault = SlowVault(vault_with(sample_entry(server)).entries)
        tokens = Tokens(REALM, Reach(vault, session, SetClock(NOW), free, jobs.patience, nullcontext))
        cancel = jobs.submit(f"company {REALM}", tokens.current, lambda _r, p: told.put((time.monotonic(), p)))
        while not server.heard():
            time.sleep(0.02)
        cancelled = time.monotonic()
        cancel()
        at, problem = told.get(timeout=10)
        assert isinstance(problem, Cancelled)
        assert at - cancelled < 1
        assert vault.diary == []
        while not vault.diary:
            time.sleep(0.05)
        jobs.close()
        # And the access token that came with it is there for whoever asks next.
        assert tokens.current() == "a1"
        assert len(server.heard()) == 1


def test_a_token_endpoint_that_never_answers_is_a_sentence(session: requests.Session) -> None:
    class Impatient(QuickPatience):
        def wait(self, work: Callable[[], T], seconds: float, leaving: Leaving = Leaving.DROP) -> T:
            raise TimeoutError

    with pytest.raises(Unreachable, match="doesn't answer"):
        Tokens(REALM, reach_with(vault_with(entry()), session, patience=Impatient())).current()


def test_the_access_token_is_kept_between_openings_and_for_its_own_host_alone(session: requests.Session) -> None:
    vault = vault_with(entry())
    reach = reach_with(vault, session)
    first = open_books(REALM, Environment.PRODUCTION, reach)
    assert open_books(REALM, Environment.PRODUCTION, reach).client.bearer is first.client.bearer
    vault.entries[KIND, REALM] = entry(environment="sandbox")
    assert open_books(REALM, Environment.SANDBOX, reach).client.bearer is not first.client.bearer
