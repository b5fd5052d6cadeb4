"""What the keyring holds for QuickBooks: a company's connection, the keys of an Intuit app, and where each may go."""

import base64
from datetime import datetime, timedelta
from typing import TypeVar
from urllib.parse import urlsplit

import msgspec

from untwin.domain.addresses import is_loopback
from untwin.domain.company.company import Environment
from untwin.domain.problems import SignInNeeded
from untwin.ports.machine import Vault

KIND = "quickbooks"
APP = "quickbooks-app"
SCOPE = "com.intuit.quickbooks.accounting"
LIFETIME = timedelta(days=5 * 365)  # Intuit ends every connection five years after its sign-in, however much it is used
_HOSTS = {
    Environment.PRODUCTION: "https://quickbooks.api.intuit.com",
    Environment.SANDBOX: "https://sandbox-quickbooks.api.intuit.com",
}
_AUTHORIZE_ADDRESS = "https://appcenter.intuit.com/connect/oauth2"
_TOKEN_ADDRESS = "https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer"  # noqa: S105 - an address
_REVOKE_ADDRESS = "https://developer.api.intuit.com/v2/oauth2/tokens/revoke"
T = TypeVar("T")


class Secret(msgspec.Struct, frozen=True):
    """Something that must never be printed, not even by a traceback."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


class Credential(Secret, frozen=True):
    """What the keyring holds for one company. `base` is set for a sample company only, and then on loopback.

    `signed_in_at` and `refresh_until` are None in entries from before they were kept.
    """

    environment: Environment
    realm: str
    refresh_token: str = ""
    base: str = ""
    signed_in_at: datetime | None = None
    refresh_until: datetime | None = None

    @property
    def api(self) -> str:
        """The host that this credential may be used with."""
        return self.base if self.environment is Environment.SAMPLE else _HOSTS[self.environment]

    @property
    def authorize_address(self) -> str:
        """The page on which a person picks a company and agrees."""
        return self._address("/connect/oauth2", _AUTHORIZE_ADDRESS)

    @property
    def token_address(self) -> str:
        """Where tokens are renewed."""
        return self._address("/oauth2/v1/tokens/bearer", _TOKEN_ADDRESS)

    @property
    def revoke_address(self) -> str:
        """Where tokens are revoked."""
        return self._address("/v2/oauth2/tokens/revoke", _REVOKE_ADDRESS)

    @property
    def hard_end(self) -> datetime | None:
        """When the connection ends whatever happens."""
        return self.signed_in_at + LIFETIME if self.signed_in_at else None

    def _address(self, sample_path: str, intuits: str) -> str:
        return f"{self.base}{sample_path}" if self.environment is Environment.SAMPLE else intuits


class AppKeys(Secret, frozen=True):
    """A firm's own Intuit app. `redirect` is the address registered there; a sample's has none of its own."""

    client_id: str
    client_secret: str
    redirect: str = ""

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


def keep_credential(vault: Vault, credential: Credential) -> None:
    """Puts a company's connection into the keyring. Raises `KeyringProblem`."""
    vault.put(KIND, credential.realm, written(credential))


def read_app(vault: Vault, credential: Credential) -> AppKeys:
    """The app's keys for a credential. Raises `SignInNeeded` when they are gone."""
    keys = find_app(vault, app_name(credential))
    if keys is None:
        raise SignInNeeded("The keys of your Intuit app aren't in the keyring.", "Connect the company again.")
    return keys


def find_app(vault: Vault, name: str) -> AppKeys | None:
    """The app's keys under a name, or None. Raises `SignInNeeded` when they can't be read any more."""
    entry = vault.get(APP, name)
    return None if entry is None else _decoded(entry, AppKeys)


def app_name(credential: Credential) -> str:
    """The name of the keyring entry with the app's keys: one app serves all companies of an environment.

    A sample company has an entry of its own, so that nothing stays behind when it is forgotten.
    """
    if credential.environment is not Environment.SAMPLE:
        return credential.environment.value
    return f"{credential.environment.value} {urlsplit(credential.base).netloc} {credential.realm}"


def written(secret: Secret) -> str:
    """A secret as the keyring keeps it."""
    return msgspec.json.encode(secret).decode()


def _decoded(entry: str, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(entry, type=kind)
    except msgspec.DecodeError:
        raise SignInNeeded("The stored connection can't be read any more.", "Connect the company again.") from None
