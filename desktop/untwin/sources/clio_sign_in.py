"""Signs in to Clio with the firm's own Clio app: the code by the browser or from Clio's page; renews and ends it."""

import re
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

import msgspec
import requests

from untwin.domain.problems import BadInput, NotAllowed, Problem, SignInNeeded
from untwin.ports.machine import Clock, Vault
from untwin.ports.sources import ClioApp, ClioAppOnFile, ClioBegun
from untwin.signing.answers import Trip, one_of
from untwin.signing.listener import Door, wait_for_redirect
from untwin.sources.keys import CLIO_APP, CLIO_REGIONS, ClioAppKeys, ClioKey, read_key, written
from untwin.sources.wire import Answer, Line

_KEY = re.compile(r"[!-~]{8,200}")
_TOKEN = re.compile(r"[!-~]{1,500}")
_CODE = re.compile(r"[A-Za-z0-9._~-]{6,400}")
_LOOPBACK = re.compile(r"http://(127\.0\.0\.1|localhost):([0-9]{4,5})(/[A-Za-z0-9/_-]*)")
_MONTH = timedelta(days=30)
_SHORT = 2000  # bytes in which an answer names its error
_EARLY = timedelta(days=1)  # a token is renewed before it ends


class _Granted(msgspec.Struct, frozen=True):
    access_token: str
    refresh_token: str = ""
    expires_in: Any = None

    def __repr__(self) -> str:
        return "<_Granted>"


class _NotGrantedError(SignInNeeded):
    """Clio knows the app, but not (any more) the code or the refresh token."""


@dataclass(frozen=True, slots=True)
class ClioSignIn:
    """The steps of one sign-in, and what becomes of its tokens."""

    vault: Vault
    line: Line
    clock: Clock

    def app(self, region: str) -> ClioAppOnFile | None:
        """The firm's Clio app in a region."""
        keys = self._keys(region)
        return ClioAppOnFile(region, keys.client_id, keys.redirect) if keys else None

    def keep_app(self, app: ClioApp) -> ClioAppOnFile:
        """Stores its keys."""
        keys = _checked(app)
        self.vault.put(CLIO_APP, app.region, written(keys))
        return ClioAppOnFile(app.region, keys.client_id, keys.redirect)

    def forget_apps(self) -> None:
        """Removes the keys of all regions."""
        for region in CLIO_REGIONS:
            self.vault.remove(CLIO_APP, region)

    def begin(self, region: str) -> ClioBegun:
        """The page at Clio, with a state that nobody can guess."""
        keys, state = self._needed(region), secrets.token_urlsafe(32)
        asked = {
            "response_type": "code",
            "client_id": keys.client_id,
            "redirect_uri": keys.redirect,
            "state": state,
        }
        shown = ClioAppOnFile(region, keys.client_id, keys.redirect)
        return ClioBegun(shown, f"{keys.base}/oauth/authorize?{urlencode(asked)}", state)

    def listen(self, begun: ClioBegun) -> str:
        """The redirected address, once the browser comes back to this computer."""
        if not begun.app.listens:
            raise NotAllowed("This sign-in doesn't come back to Untwin by itself.", "Paste the code that Clio shows.")
        return wait_for_redirect(Door(_trip(begun)), self.line.patience)

    def arrive(self, begun: ClioBegun, brought: str) -> ClioKey:
        """Tokens for what the browser brought, or for the code on Clio's page."""
        code = _code_in(begun, brought)
        keys = self._needed(begun.app.region)
        if (keys.client_id, keys.redirect) != (begun.app.client_id, begun.app.redirect):
            raise NotAllowed("Your Clio app's keys were changed during this sign-in.", "Connect again.")
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": keys.redirect}
        return self._key(keys, self._granted(keys, form), "")

    def renewed(self, region: str, key: ClioKey) -> ClioKey:
        """A key with a new access token; the refresh token stays as it is. Raises `SignInNeeded`."""
        keys = self._needed(region)
        try:
            granted = self._granted(keys, {"grant_type": "refresh_token", "refresh_token": key.refresh})
        except _NotGrantedError:
            raise _NotGrantedError("Clio no longer accepts this connection: it was ended there.", _ANEW) from None
        except SignInNeeded:
            words = "Clio no longer accepts this connection: your Clio app's key or secret may have been changed."
            raise SignInNeeded(words, _ANEW) from None
        return self._key(keys, granted, key.refresh)

    def ages(self, key: ClioKey) -> bool:
        """Whether a key's access token ends within a day."""
        return bool(key.refresh) and key.until is not None and key.until - _EARLY < self.clock.now()

    def end(self, region: str, key: ClioKey) -> str:
        """Ends a connection at Clio; why not, where that could not be done.

        Only a living access token ends it, and the refresh token outlives every one: an old one is renewed first.
        """
        try:
            status = self._deauthorized(key)
            if status == 401 and key.refresh:
                status = self._deauthorized(self.renewed(region, key))
        except _NotGrantedError:
            return ""  # it was ended there already
        except Problem as problem:
            return problem.sentence
        return "" if status in (200, 204) else f"Clio answered with status {status}."

    def _deauthorized(self, key: ClioKey) -> int:
        headers = {"Authorization": f"Bearer {key.token}"}
        return self.line.send(requests.Request("POST", f"{key.base}/oauth/deauthorize", headers=headers)).status_code

    def _keys(self, region: str) -> ClioAppKeys | None:
        entry = self.vault.get(CLIO_APP, _region(region))
        keys = read_key(entry, ClioAppKeys, "Clio app") if entry is not None else None
        if keys and keys.base != _base(region):
            raise SignInNeeded("The stored Clio app belongs to another region.", "Enter its keys again.")
        return keys

    def _needed(self, region: str) -> ClioAppKeys:
        keys = self._keys(region)
        if keys is None:
            raise NotAllowed("The keys of your Clio app aren't there yet.", "Enter them first.")
        return keys

    def _key(self, keys: ClioAppKeys, granted: _Granted, refresh: str) -> ClioKey:
        until = self.clock.now() + (_span(granted.expires_in) or _MONTH)
        return ClioKey(keys.base, granted.access_token, granted.refresh_token or refresh, until)

    def _granted(self, keys: ClioAppKeys, form: dict[str, str]) -> _Granted:
        """Asks Clio's token endpoint once: a code is good for one time."""
        secret = {"client_id": keys.client_id, "client_secret": keys.client_secret}
        answer = self.line.send(requests.Request("POST", f"{keys.base}/oauth/token", data=form | secret))
        if answer.status_code in (400, 401):
            raise _refused(answer)
        if answer.status_code != 200:
            raise self.line.problem(answer)
        try:
            granted = msgspec.json.decode(answer.content, type=_Granted)
        except msgspec.DecodeError:
            raise self.line.unreadable() from None
        if not _TOKEN.fullmatch(granted.access_token) or not _TOKEN.fullmatch(granted.refresh_token or "none"):
            raise self.line.unreadable()
        return granted


def _refused(answer: Answer) -> SignInNeeded:
    """Why no tokens were given, as far as Clio says it in one of the words of OAuth."""
    said = answer.content[:_SHORT]
    if b"invalid_client" in said:
        words = "Clio doesn't know your app with this app key and secret; nothing was connected."
        return SignInNeeded(words, f"{_WHERE} Each region has a developer portal of its own.")
    if b"invalid_grant" in said:
        words = "Clio doesn't accept this code (any more): it works once, and for a few minutes; nothing was connected."
        return _NotGrantedError(words, "Connect again, and use the newest code.")
    return SignInNeeded("Clio doesn't accept this sign-in (any more); nothing was connected.", "Connect again.")


def _trip(begun: ClioBegun) -> Trip:
    return Trip("Clio", begun.app.redirect, begun.state, "Clio")


def _code_in(begun: ClioBegun, brought: str) -> str:
    """The code: bare as Clio's page shows it, or in the redirected address."""
    bare = brought.strip()
    if not begun.app.listens and _CODE.fullmatch(bare):
        return bare
    try:
        return one_of(_trip(begun).read(brought), "code")
    except BadInput as problem:
        if begun.app.listens:
            raise
        raise BadInput("This is not the code that Clio shows after agreeing.", problem.remedy) from None


def _checked(app: ClioApp) -> ClioAppKeys:
    client_id, secret = app.client_id.strip(), app.client_secret.strip()
    for name, typed in (("app key", client_id), ("app secret", secret)):
        if not _KEY.fullmatch(typed):
            # A secret is never repeated, not even one that is none.
            raise BadInput(f"What was entered can't be an {name}: those are letters and digits without blanks.", _WHERE)
    if client_id == secret:
        raise BadInput("The app key and the app secret are the same.", _WHERE)
    return ClioAppKeys(_base(app.region), client_id, secret, _redirect(app))


def _redirect(app: ClioApp) -> str:
    typed = app.redirect.strip() or f"{_base(app.region)}/oauth/approval"
    local = _LOOPBACK.fullmatch(typed)
    if typed == f"{_base(app.region)}/oauth/approval" or (local and 1024 <= int(local[2]) < 65536):
        return typed
    raise BadInput(
        "That can't be the redirect address of a Clio app.",
        f"It is {_base(app.region)}/oauth/approval, or one on this computer: http://127.0.0.1:8766/callback.",
    )


def _region(region: str) -> str:
    if region not in CLIO_REGIONS:
        raise BadInput("Clio's regions are us, eu, ca and au.")
    return region


def _base(region: str) -> str:
    return f"https://{CLIO_REGIONS[_region(region)]}"


def region_of(base: str) -> str:
    """The region of a base address; empty for a sample's."""
    host = urlsplit(base).hostname
    return next((region for region, own in CLIO_REGIONS.items() if own == host), "")


def _span(said: object) -> timedelta | None:
    """A time that can be one."""
    try:
        seconds = float(str(said))
    except ValueError:
        return None
    return timedelta(seconds=seconds) if 0 < seconds < 1e9 else None


_ANEW = "Connect Clio again."
_WHERE = "Copy it again from your app's page in Clio's developer portal."
