"""What the keyring holds for sources, and the hosts that each secret may go to."""

from datetime import datetime
from typing import TypeVar

import msgspec

from untwin.domain.addresses import https_host, is_loopback
from untwin.domain.problems import SignInNeeded
from untwin.ports.machine import Vault

KIND = "source"
CLIO_APP = "clio-app"
CLIO_REGIONS = {
    "us": "app.clio.com",
    "eu": "eu.app.clio.com",
    "ca": "ca.app.clio.com",
    "au": "au.app.clio.com",
}
HUBSPOT_HOST = "api.hubapi.com"
_HOSTS = {"clio": frozenset(CLIO_REGIONS.values()), "hubspot": frozenset({HUBSPOT_HOST})}
_NAMES = {"clio": "Clio", "hubspot": "HubSpot"}
T = TypeVar("T", bound="SourceKey")


class SourceKey(msgspec.Struct, frozen=True):
    """Something that must never be printed, not even by a traceback. `base` is the one place it may go to."""

    base: str

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


class TokenKey(SourceKey, frozen=True):
    """A token that lasts until somebody revokes it: HubSpot's service key or private app, a sample's Clio."""

    token: str


class ClioKey(TokenKey, frozen=True):
    """One Clio account. The access token lasts thirty days; the refresh token neither ends nor changes."""

    refresh: str = ""
    until: datetime | None = None


class ClioAppKeys(SourceKey, frozen=True):
    """The firm's own Clio app in one region."""

    client_id: str
    client_secret: str
    redirect: str


class WebhookKey(SourceKey, frozen=True):
    """The secret that signs what Untwin sends to the one address in `base`."""

    secret: str


def entry_name(source: str, realm: str) -> str:
    """The name of the keyring entry of one source of one company."""
    return f"{source} {realm}"


def find_key(vault: Vault, source: str, realm: str, kind: type[T]) -> T | None:
    """The keyring's entry; None when there is none.

    Raises:
        SignInNeeded: the entry is damaged, or names a host that isn't the source's.
        KeyringProblem: the keyring can't be read.
    """
    entry = vault.get(KIND, entry_name(source, realm))
    if entry is None:
        return None
    name = _NAMES.get(source, source)
    key = read_key(entry, kind, name)
    if source in _HOSTS and not is_own_host(source, key.base):
        words = f"The stored {name} connection names a host that isn't {name}'s."
        raise SignInNeeded(words, f"Connect {name} again.")
    return key


def read_key(entry: str, kind: type[T], name: str) -> T:
    """A keyring entry's text as what it is. Raises `SignInNeeded` where it is damaged."""
    try:
        return msgspec.json.decode(entry, type=kind)
    except msgspec.DecodeError:
        words = f"The stored {name} connection can't be read any more."
        raise SignInNeeded(words, f"Connect {name} again.") from None


def is_own_host(source: str, base: str) -> bool:
    """Whether a base address is the source's own, or a sample's on this computer."""
    return is_loopback(base) or https_host(base) in _HOSTS[source]


def written(key: SourceKey) -> str:
    """A key as the keyring keeps it."""
    return msgspec.json.encode(key).decode()
