"""A webhook is asked over https alone, signed, at one address, and asked again without harm."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import requests

from accounts_stage import accounts_with
from listening_app import ListeningApp, listening
from misbehaving import Misbehaving
from plain_vault import PlainVault
from untwin.domain.problems import BadInput, SignInNeeded, Unreachable
from untwin.jobs import Patient
from untwin.ports.machine import Wanted, always
from untwin.ports.sources import AskedAgain, SourceAccount
from untwin.sources.accounts import Accounts

WISH = AskedAgain("key-1", "INV-7", "bill", "Larkspur Law")


class Hasty(Patient):
    """Doesn't pause between two tries; remembers how long it should have."""

    def __init__(self) -> None:
        super().__init__()
        self.pauses: list[float] = []

    def pause(self, seconds: float, wanted: Wanted = always) -> None:
        self.pauses.append(seconds)


@pytest.fixture
def app(tmp_path: Path) -> Iterator[ListeningApp]:
    with listening(tmp_path) as listens:
        yield listens


@pytest.fixture
def accounts(app: ListeningApp, session: requests.Session) -> Accounts:
    # The authority is handed in; nothing is ever trusted unseen.
    session.verify = str(app.authority)
    return accounts_with(PlainVault(), session, Hasty())


def connected(accounts: Accounts, app: ListeningApp) -> SourceAccount:
    account = accounts.webhook("Acme Billing", app.address)
    accounts.keep("9", account)
    return account


def ask(accounts: Accounts, account: SourceAccount, wish: AskedAgain = WISH) -> None:
    accounts.ask_again("9", account.binding, wish)


def test_the_wish_arrives_signed_and_once(app: ListeningApp, accounts: Accounts) -> None:
    account = connected(accounts, app)
    ask(accounts, account)
    [delivery] = app.heard
    assert delivery.path == "/retry"
    assert json.loads(delivery.body) == {
        "event": "retry",
        "number": "INV-7",
        "kind": "bill",
        "company": "Larkspur Law",
    }
    assert delivery.headers["idempotency-key"] == "key-1"
    stamp = delivery.headers["untwin-timestamp"]
    expected = hmac.new(account.secret.encode(), stamp.encode() + b"." + delivery.body, hashlib.sha256).hexdigest()
    assert delivery.headers["untwin-signature"] == f"v1={expected}"


def test_the_secret_itself_is_never_sent(app: ListeningApp, accounts: Accounts) -> None:
    account = connected(accounts, app)
    ask(accounts, account)
    assert account.secret not in repr(app.heard)


def test_every_webhook_has_a_secret_of_its_own(app: ListeningApp, accounts: Accounts) -> None:
    made = [accounts.webhook("Acme Billing", app.address) for _ in range(5)]
    assert len({account.secret for account in made}) == 5
    assert all(len(account.secret) >= 40 and account.secret not in repr(account) for account in made)


@pytest.mark.parametrize("stumbles", [[503], [500, 502], [429], [408], [425], [0], [0, 503]])
def test_what_stumbles_is_asked_again_with_the_same_key(
    app: ListeningApp, accounts: Accounts, stumbles: list[int]
) -> None:
    account = connected(accounts, app)
    app.answers = [*stumbles, 200]
    ask(accounts, account)
    assert len(app.heard) == len(stumbles) + 1
    assert {delivery.headers["idempotency-key"] for delivery in app.heard} == {"key-1"}
    assert len({delivery.body for delivery in app.heard}) == 1


def test_an_app_that_hangs_up_behind_its_yes_has_accepted(app: ListeningApp, accounts: Accounts) -> None:
    account = connected(accounts, app)
    app.body, app.cut = b"{", 1000
    ask(accounts, account)
    assert len(app.heard) == 1


def test_a_certificate_of_a_stranger_is_not_tried_again(
    app: ListeningApp, accounts: Accounts, session: requests.Session
) -> None:
    account = connected(accounts, app)
    session.verify = True
    with pytest.raises(Unreachable, match="no public authority vouches"):
        ask(accounts, account)
    assert isinstance(accounts.patience, Hasty)
    assert (accounts.patience.pauses, app.heard) == ([], [])


def test_what_never_accepts_is_said_after_three_times(app: ListeningApp, accounts: Accounts) -> None:
    account = connected(accounts, app)
    app.answers = [503]
    with pytest.raises(Unreachable, match=r"Acme Billing can't take the request just now \(status 503\)"):
        ask(accounts, account)
    assert len(app.heard) == 3


@pytest.mark.parametrize("status", [301, 302, 307, 308, 400, 404, 409, 410, 413, 418, 422, 451])
def test_a_no_is_a_no_and_no_redirect_is_followed(app: ListeningApp, accounts: Accounts, status: int) -> None:
    account = connected(accounts, app)
    app.answers = [status]
    with pytest.raises(Unreachable, match="refused"):
        ask(accounts, account)
    assert [delivery.path for delivery in app.heard] == ["/retry"]


@pytest.mark.parametrize("status", [401, 403])
def test_a_signature_that_is_not_accepted_is_said(app: ListeningApp, accounts: Accounts, status: int) -> None:
    account = connected(accounts, app)
    app.answers = [status]
    with pytest.raises(SignInNeeded, match="doesn't accept Untwin's signature"):
        ask(accounts, account)
    assert len(app.heard) == 1


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(app: ListeningApp, session: requests.Session) -> None:
    accounts = accounts_with(PlainVault(), session, Hasty())
    account = connected(accounts, app)
    with pytest.raises(Unreachable, match="no public authority vouches for the certificate"):
        ask(accounts, account)
    assert app.heard == []


@pytest.mark.parametrize(
    "address",
    [
        "http://acme.example/retry",
        "http://127.0.0.1:8000/retry",
        "HTTP://acme.example",
        "https://key@acme.example/retry",
        "https://acme.example\\@evil.example/",
        "https://acme.example/re try",
        "https://acme.example/#retry",
        "https://[",
        "https://",
        "ftp://acme.example",
        "//acme.example",
        "acme.example",
        "https://acme.example/" + "a" * 400,
        "",
    ],
)
def test_only_a_plain_https_address_is_taken(accounts: Accounts, address: str) -> None:
    with pytest.raises(BadInput, match="begins with https://"):
        accounts.webhook("Acme Billing", address)


def test_the_secret_goes_only_where_it_was_made_for(app: ListeningApp, accounts: Accounts) -> None:
    """The address lies in the open store; whoever changes it there gets nothing."""
    account = connected(accounts, app)
    for address in (app.address + "2", "https://evil.example/retry"):
        with pytest.raises(SignInNeeded, match="made for another address"):
            ask(accounts, replace(account, binding=replace(account.binding, base=address)))
    assert app.heard == []


def test_plain_http_is_refused_even_when_the_keyring_says_so(accounts: Accounts) -> None:
    with Misbehaving() as server:
        assert isinstance(accounts.vault, PlainVault)
        accounts.vault.entries["source", "Acme Billing 9"] = json.dumps({"base": server.base, "secret": "s"})
        account = accounts.webhook("Acme Billing", "https://acme.example/")
        with pytest.raises(BadInput):
            ask(accounts, replace(account, binding=replace(account.binding, base=server.base)))
        assert server.heard() == []


def test_a_webhook_without_its_secret_says_so(app: ListeningApp, accounts: Accounts) -> None:
    account = connected(accounts, app)
    assert "is asked at" in accounts.test("9", account.binding)
    assert accounts.forget("9", account.binding) == ""
    with pytest.raises(SignInNeeded, match="secret of Acme Billing isn't in the keyring"):
        ask(accounts, account)
    with pytest.raises(SignInNeeded):
        accounts.test("9", account.binding)
