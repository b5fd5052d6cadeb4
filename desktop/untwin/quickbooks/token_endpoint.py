"""Intuit's two token endpoints: what is asked there, and what each refusal means."""

import json
from datetime import datetime, timedelta
from typing import Any

import msgspec
import requests

from untwin.domain.problems import SignInNeeded, Unreachable
from untwin.quickbooks.credentials import AppKeys, Credential, Secret

TIMEOUT = (5, 20)  # seconds to connect, seconds without a byte


class Granted(Secret, frozen=True):
    """What the token endpoint answers; the two times in seconds from now, where it says them.

    However oddly a time is said, that is no reason to lose a token that can't be had again.
    """

    access_token: str
    refresh_token: str
    expires_in: Any = None
    x_refresh_token_expires_in: Any = None

    @property
    def lasts(self) -> timedelta:
        """How long the access token is good for."""
        return _span(self.expires_in) or timedelta(hours=1)

    def renewing(self, credential: Credential, now: datetime) -> Credential:
        """The credential with the new refresh token and its end."""
        span = _span(self.x_refresh_token_expires_in)
        until = None if span is None else now + span
        return msgspec.structs.replace(credential, refresh_token=self.refresh_token, refresh_until=until)


def _span(said: object) -> timedelta | None:
    """A time that can be one: no token lasts thirty years."""
    try:
        seconds = float(str(said))
    except ValueError:
        return None
    return timedelta(seconds=seconds) if 0 < seconds < 1e9 else None


class GrantEnded(SignInNeeded):
    """The code or the refresh token is worth nothing (any more)."""


class LostAnswer(Unreachable):
    """The request may have arrived; what was asked with may be worth nothing by now, or everything still."""


def ask_token(session: requests.Session, credential: Credential, app: AppKeys, form: dict[str, str]) -> Granted:
    """Asks the token endpoint once.

    Raises:
        GrantEnded: what was asked with is worth nothing there.
        SignInNeeded: it doesn't know the app.
        LostAnswer: no answer came, or none that says yes or no.
        Unreachable: it asks to be left alone for a while.
    """
    try:
        answer = session.post(
            credential.token_address, data=form, headers=app.basic, timeout=TIMEOUT, allow_redirects=False
        )
    except requests.RequestException:
        raise LostAnswer("QuickBooks' sign-in can't be reached.", "Check the network and try again.") from None
    if answer.status_code != 200:
        raise _refusal(answer)
    try:
        return msgspec.json.decode(answer.content, type=Granted)
    except msgspec.DecodeError:
        raise LostAnswer("QuickBooks' sign-in gave an answer that can't be read.", "Try again.") from None


def _refusal(answer: requests.Response) -> SignInNeeded | Unreachable:
    words = ("QuickBooks' sign-in is out of order just now.", "Try again in a few minutes.")
    if answer.status_code >= 500:
        return LostAnswer(*words)
    if answer.status_code < 400 or answer.status_code == 429:
        return Unreachable(*words)
    if not (word := _word(answer)):
        # Intuit says in JSON why it refuses; a page of a proxy in between says nothing about the connection.
        return LostAnswer(*words)
    if word == "invalid_client":
        return SignInNeeded("QuickBooks doesn't know your Intuit app's keys.", "Enter them again.")
    return GrantEnded("This connection has expired or was revoked; nothing was changed.", "Connect the company again.")


def _word(answer: requests.Response) -> str:
    try:
        return str(json.loads(answer.content).get("error", ""))
    except (ValueError, AttributeError):
        return ""


def revoke(session: requests.Session, credential: Credential, app: AppKeys) -> str:
    """Revokes a connection at QuickBooks; why not, where that could not be done."""
    try:
        answer = session.post(
            credential.revoke_address,
            json={"token": credential.refresh_token},
            headers=app.basic,
            timeout=TIMEOUT,
            allow_redirects=False,
        )
    except requests.RequestException:
        return "QuickBooks can't be reached."
    if answer.status_code == 200:
        return ""
    return "it had ended there already." if answer.status_code == 400 else f"status {answer.status_code}."
