"""Asks a webhook to send a document again: signed, over https alone, to the one address, safely more than once."""

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

import requests

from untwin.domain.addresses import https_host
from untwin.domain.problems import BadInput, OutsideProblem, SignInNeeded, Throttled, Unreachable
from untwin.ports.machine import Clock
from untwin.ports.sources import AskedAgain
from untwin.sources.keys import WebhookKey
from untwin.sources.wire import Answer, Line, NotTrustedError

_PAUSES = (1.0, 3.0)  # seconds before the second and the third time
_LATER = (408, 425, 429)  # it took too long, it is too early, it is too much: not a no
_LONGEST = 400  # signs of an address: with its secret it must fit into what every keyring holds


@dataclass(frozen=True, slots=True)
class Webhook:
    """One webhook. `pause` waits between two tries."""

    key: WebhookKey
    line: Line
    clock: Clock
    pause: Callable[[float], None]

    def ask(self, asked: AskedAgain) -> None:
        """Asks until it accepts, at most three times; the key tells the other side that it is the same wish.

        Raises:
            SignInNeeded: it says that the signature isn't right.
            Unreachable: it didn't accept.
        """
        body = json.dumps(
            {"event": "retry", "number": asked.number, "kind": asked.kind, "company": asked.company},
            ensure_ascii=False,
        ).encode()
        for pause in _PAUSES:
            try:
                return self._once(asked.key, body)
            except (Unreachable, Throttled) as problem:
                if not _may_pass(problem):
                    raise
                self.pause(pause)
        return self._once(asked.key, body)

    def _once(self, key: str, body: bytes) -> None:
        stamp = str(int(self.clock.now().timestamp()))
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": key,
            "Untwin-Timestamp": stamp,
            "Untwin-Signature": f"v1={signature(self.key.secret, stamp, body)}",
        }
        # The status is the whole answer: an app that hangs up behind it has accepted all the same.
        answer = self.line.send(requests.Request("POST", self.key.base, data=body, headers=headers), lambda _: b"")
        if not 200 <= answer.status_code < 300:
            raise self._refusal(answer)

    def _refusal(self, answer: Answer) -> OutsideProblem:
        who, status = self.line.who, answer.status_code
        if status in (401, 403):
            return SignInNeeded(f"{who} doesn't accept Untwin's signature.", _UNSIGNED)
        if status in _LATER or status >= 500:
            return Unreachable(f"{who} can't take the request just now (status {status}).", _AGAIN)
        return _Refused(f"{who} refused the request (status {status}).", "Look there why, then retry.")


class _Refused(Unreachable):
    """It was heard and answered no: asking once more at once changes nothing."""


_UNSIGNED = "Check this computer's clock, for the time is signed, too; else connect it again with a new secret."
_AGAIN = "Retry in a few minutes: however often it is asked, it is asked for the same once."


def _may_pass(problem: OutsideProblem) -> bool:
    return not isinstance(problem, (_Refused, NotTrustedError))


def signature(secret: str, stamp: str, body: bytes) -> str:
    """HMAC-SHA256 over the time in seconds, a full stop and the body, in hexadecimal."""
    return hmac.new(secret.encode(), f"{stamp}.".encode() + body, hashlib.sha256).hexdigest()


def new_secret() -> str:
    """A secret that nobody can guess."""
    return secrets.token_urlsafe(32)


def checked_address(typed: str) -> str:
    """The address of a webhook. Raises `BadInput` for what isn't a plain https address."""
    address = typed.strip()
    if len(address) > _LONGEST or https_host(address) is None or urlsplit(address).fragment:
        raise BadInput(
            "A webhook's address begins with https:// and has no blanks, no name before an @ and no #.",
            "Plain http would carry the request where anybody on the way could read and repeat it.",
        )
    return address
