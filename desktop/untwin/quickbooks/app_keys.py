"""Checks what a person types about the firm's Intuit app, before any of it is kept or sent."""

import re
from urllib.parse import SplitResult, urlsplit

from untwin.domain.company.company import Environment
from untwin.domain.problems import BadInput
from untwin.ports.sign_in import AppOnFile, IntuitApp
from untwin.quickbooks.credentials import AppKeys

_KEY_LENGTHS = range(8, 201)
_LONGEST_REDIRECT = 400  # with both keys it must fit into what every keyring holds
_PORTS = range(1024, 65536)
_PRINTABLE = re.compile(r"[!-~]*")
_NONE = SplitResult("", "", "", "", "")
_NUMBERS_ONLY = re.compile(r"[0-9.]+|\[.*")


def checked(app: IntuitApp) -> AppKeys:
    """The keys as they are kept; blanks that came along with a copied key are no part of it.

    Raises:
        BadInput: one of them can be no key, or no address that Intuit registers.
    """
    client_id, secret = app.client_id.strip(), app.client_secret.strip()
    _check_key("client ID", client_id)
    _check_key("client secret", secret)
    if client_id == secret:
        raise BadInput("The client ID and the client secret are the same.", _WHERE)
    return AppKeys(client_id, secret, checked_redirect(app.environment, app.redirect))


def checked_redirect(environment: Environment, typed: str) -> str:
    """The redirect address as it is registered with Intuit, where every sign of it counts.

    Raises:
        BadInput: Intuit doesn't send anybody to such an address.
    """
    address = typed.strip()
    parts = _parts(address)
    if environment is Environment.SAMPLE:
        raise BadInput("Sample firms need no Intuit app.")
    if parts.scheme == "https" and _is_public(parts):
        return address
    if parts.scheme == "http" and environment is Environment.SANDBOX and _is_this_computer(parts):
        return address
    raise BadInput(f"“{_short(address)}” can't be a redirect address.", _REDIRECTS[environment])


def on_file(environment: Environment, keys: AppKeys) -> AppOnFile:
    """What may be shown of an app."""
    return AppOnFile(environment, keys.client_id, keys.redirect)


def _check_key(name: str, key: str) -> None:
    if len(key) not in _KEY_LENGTHS or not _PRINTABLE.fullmatch(key):
        # A secret is never repeated, not even one that is none.
        raise BadInput(f"What was entered can't be a {name}: those are letters and digits without blanks.", _WHERE)


def _parts(address: str) -> SplitResult:
    """The parts of an address; none where one reader of addresses might see another host than the next."""
    odd = set('@\\?#"<>') & set(address)
    if odd or not _PRINTABLE.fullmatch(address) or len(address) > _LONGEST_REDIRECT:
        return _NONE
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return _NONE
    return parts


def _is_public(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    return "." in host and not host.endswith(".localhost") and not _NUMBERS_ONLY.fullmatch(host)


def _is_this_computer(parts: SplitResult) -> bool:
    # Exactly so in small letters: it is compared sign by sign, and tells that Untwin listens itself.
    return parts.netloc == f"localhost:{parts.port}" and parts.port in _PORTS and parts.path.startswith("/")


def _short(address: str) -> str:
    return address if len(address) <= 80 else address[:80] + "…"


_WHERE = "Copy it again from “Keys & credentials” of your app at developer.intuit.com."
_REDIRECTS = {
    Environment.PRODUCTION: "With production keys it is a page of your own that begins with https://, without ? and #.",
    Environment.SANDBOX: "With development keys it is http://localhost:8765/callback, or a page with https://.",
    Environment.SAMPLE: "",
}
