"""Access tokens: kept in memory, renewed by the refresh token in the keyring, one renewal at a time."""

import base64
import json
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TypeVar
from urllib.parse import urlsplit

import msgspec
import requests

from untwin.domain.company import Environment
from untwin.domain.problems import KeyringProblem, SignInNeeded, Unreachable
from untwin.ports import Vault

KIND = "quickbooks"
APP = "quickbooks-app"
_HOSTS = {
    Environment.PRODUCTION: "https://quickbooks.api.intuit.com",
    Environment.SANDBOX: "https://sandbox-quickbooks.api.intuit.com",
}
_TOKEN_ADDRESS = "https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer"  # noqa: S105 - an address
_REVOKE_ADDRESS = "https://developer.api.intuit.com/v2/oauth2/tokens/revoke"
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_PAUSES = (0.2, 0.5, 1.0)  # seconds before a secret that could not be stored is tried again
T = TypeVar("T")


class Secret(msgspec.Struct, frozen=True):
    """Something that must never be printed, not even by a traceback."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


class Credential(Secret, frozen=True):
    """What the keyring holds for one company. `base` is set for a sample company only, and then on loopback."""

    environment: Environment
    realm: str
    refresh_token: str = ""
    base: str = ""

    @property
    def api(self) -> str:
        """The host that this credential may be used with."""
        return self.base if self.environment is Environment.SAMPLE else _HOSTS[self.environment]

    @property
    def token_address(self) -> str:
        """Where tokens are renewed."""
        return f"{self.base}/oauth2/v1/tokens/bearer" if self.base else _TOKEN_ADDRESS

    @property
    def revoke_address(self) -> str:
        """Where tokens are revoked."""
        return f"{self.base}/v2/oauth2/tokens/revoke" if self.base else _REVOKE_ADDRESS


class AppKeys(Secret, frozen=True):
    """A firm's own Intuit app."""

    client_id: str
    client_secret: str

    @property
    def basic(self) -> dict[str, str]:
        """The header for the token endpoint; built here, so that no ~/.netrc can replace it."""
        pair = base64.b64encode(f"{self.client_id}:{self.client_secret}".encode()).decode()
        return {"Authorization": f"Basic {pair}", "Accept": "application/json"}


def read_credential(vault: Vault, realm: str) -> Credential:
    """The keyring entry of one company.

    Raises:
        SignInNeeded: there is none, or it doesn't belong where it says.
        KeyringProblem: the keyring can't be read.
    """
    entry = vault.get(KIND, realm)
    if entry is None:
        raise SignInNeeded("This company isn't connected on this computer.", "Connect it again.")
    credential = _decoded(entry, Credential)
    # A real company's hosts are Intuit's and stand in this file; only a sample company brings its own.
    is_sample = credential.environment is Environment.SAMPLE
    fits = is_loopback(credential.base) if is_sample else not credential.base
    if credential.realm != realm or not fits:
        raise SignInNeeded("The stored connection doesn't fit this company.", "Connect it again.")
    return credential


def _decoded(entry: str, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(entry, type=kind)
    except msgspec.DecodeError:
        raise SignInNeeded("The stored connection can't be read any more.", "Connect the company again.") from None


def is_loopback(address: str) -> bool:
    """Whether an address is http on this very computer, for every reader of addresses alike."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return False
    # Before an @, or behind a backslash, other readers see another host.
    return parts.scheme == "http" and host in _LOOPBACK and not set("@\\") & set(parts.netloc)


def app_kind(credential: Credential) -> str:
    """The name of the keyring entry with the app's keys: one app serves all companies of an environment.

    A sample company has an entry of its own, so that nothing stays behind when it is forgotten.
    """
    if credential.environment is not Environment.SAMPLE:
        return credential.environment.value
    return f"{credential.environment.value} {urlsplit(credential.base).netloc} {credential.realm}"


@dataclass(slots=True)
class Tokens:
    """The access token of one company.

    `alone` keeps renewals of one company one at a time, in this process and in others on this home.
    """

    realm: str
    vault: Vault
    session: requests.Session
    alone: Callable[[], AbstractContextManager[None]]
    _access: str = field(default="", repr=False)

    def current(self) -> str:
        """The token to send; the first use renews."""
        return self._access or self.renewed("")

    def renewed(self, refused: str) -> str:
        """A token newer than `refused`; whoever comes second gets what the first one fetched."""
        with self.alone():
            if self._access and self._access != refused:
                return self._access
            self._access = self._renew()
            return self._access

    def _renew(self) -> str:
        credential = read_credential(self.vault, self.realm)
        form = {"grant_type": "refresh_token", "refresh_token": credential.refresh_token}
        granted = ask_token(self.session, credential, read_app(self.vault, credential), form)
        # The new refresh token is stored before the access token is used: the old one is dead already.
        self._keep(msgspec.structs.replace(credential, refresh_token=granted.refresh_token))
        return granted.access_token

    def _keep(self, credential: Credential) -> None:
        """Stores the renewed connection; a keyring that fails for a moment must not strand it."""
        entry = msgspec.json.encode(credential).decode()
        for pause in _PAUSES:
            try:
                self.vault.put(KIND, self.realm, entry)
            except KeyringProblem:
                time.sleep(pause)
            else:
                return
        self.vault.put(KIND, self.realm, entry)


class Granted(Secret, frozen=True):
    """What the token endpoint answers."""

    access_token: str
    refresh_token: str


def read_app(vault: Vault, credential: Credential) -> AppKeys:
    """The app's keys for a credential. Raises `SignInNeeded` when they are gone."""
    entry = vault.get(APP, app_kind(credential))
    if entry is None:
        raise SignInNeeded("The keys of your Intuit app aren't in the keyring.", "Connect the company again.")
    return _decoded(entry, AppKeys)


def ask_token(session: requests.Session, credential: Credential, app: AppKeys, form: dict[str, str]) -> Granted:
    """Asks the token endpoint. Raises `SignInNeeded` when it refuses, `Unreachable` when it doesn't answer."""
    try:
        answer = session.post(
            credential.token_address, data=form, headers=app.basic, timeout=(5, 30), allow_redirects=False
        )
    except requests.RequestException:
        raise Unreachable("QuickBooks' sign-in can't be reached.", "Check the network and try again.") from None
    if answer.status_code != 200:
        raise _refusal(answer)
    try:
        return msgspec.json.decode(answer.content, type=Granted)
    except msgspec.DecodeError:
        raise Unreachable("QuickBooks' sign-in gave an answer that can't be read.", "Try again.") from None


def _refusal(answer: requests.Response) -> SignInNeeded | Unreachable:
    if answer.status_code < 400 or answer.status_code >= 500 or answer.status_code == 429:
        return Unreachable("QuickBooks' sign-in is out of order just now.", "Try again in a few minutes.")
    try:
        word = json.loads(answer.content).get("error", "")
    except (ValueError, AttributeError):
        word = ""
    if word == "invalid_client":
        return SignInNeeded("QuickBooks doesn't know your Intuit app's keys.", "Enter them again.")
    return SignInNeeded(
        "This connection has expired or was revoked; nothing was changed.", "Connect the company again."
    )
