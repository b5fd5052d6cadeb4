"""How a source is asked: with an end, without redirects, and each refusal as one typed problem in words."""

import json
import re
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from email.utils import parsedate_to_datetime
from typing import Any

import requests
from urllib3.exceptions import HTTPError

from untwin.domain.problems import OutsideProblem, SignInNeeded, Throttled, Unreachable
from untwin.ports.machine import Patience

Record = dict[str, Any]
TIMEOUT = (5, 30)  # seconds to connect, seconds without a byte
_WHOLE_SECONDS = 60.0  # one request, however it drips
_LONGEST_REST = 3600
_MOST_KEPT = 200  # answers
_SHORT = 2000  # bytes in which a refusal says what it is
# HubSpot has a limit for the day beside the one for ten seconds; waiting a little helps with one of them.
_DAILY = re.compile(rb'"policyName"\s*:\s*"DAILY"')
_LARGEST = 32 * 1024 * 1024  # bytes of one answer: a page of 200 records has a hundredth of that


class TooLongError(Exception):
    """A list had more pages than are read."""


class MayNotError(SignInNeeded):
    """The source knows the connection, but it may not read that: a new sign-in of the same kind changes nothing."""


class NotTakenError(Unreachable):
    """The source doesn't take the question as it was put: a field or a filter that it doesn't know."""


class NotTrustedError(Unreachable):
    """Something else may be answering in the source's place: nothing was sent, and asking again changes nothing."""


class _TooLargeError(Exception):
    """An answer goes on and on."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, read to its end."""

    status_code: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)


@dataclass(slots=True)
class Shelf:
    """Answers that a source said it would recognise: asked again with their mark, it says only "not changed"."""

    answers: dict[str, tuple[str, bytes]] = field(default_factory=dict, repr=False)

    def keep(self, address: str, mark: str | None, body: bytes) -> None:
        """Keeps an answer under its whole address; the oldest goes where there are too many."""
        self.answers.pop(address, None)
        if mark:
            self.answers[address] = (mark, body)
        while len(self.answers) > _MOST_KEPT:
            del self.answers[next(iter(self.answers))]


@dataclass(frozen=True, slots=True)
class Line:
    """The line to one source, whose name its problems tell.

    `rest` is how many seconds it is left alone where it doesn't say. `shelf` is kept from one look-up to the next.
    `needs` is what to do where the connection may not read something.
    """

    who: str
    session: requests.Session
    patience: Patience
    rest: int = 60
    shelf: Shelf = field(default_factory=Shelf, repr=False)
    needs: str = ""

    def get(self, address: str, query: Mapping[str, str], headers: Mapping[str, str]) -> Record:
        """A JSON object that is read; one that hasn't changed since comes from the shelf.

        Raises:
            OutsideProblem: nothing answered, or not with that.
        """
        prepared = self._whole(address, query)
        known = self.shelf.answers.get(prepared)
        marked = {**headers, "If-None-Match": known[0]} if known else dict(headers)
        answer = self.send(requests.Request("GET", prepared, headers=marked))
        if known and answer.status_code == 304:
            return self.read(known[1])
        body = self.read(self.checked(answer).content)
        self.shelf.keep(prepared, answer.headers.get("ETag"), answer.content)
        return body

    def post(self, address: str, body: object, headers: Mapping[str, str]) -> Record:
        """A JSON object that is read by a question too long for an address: a search. Raises as `get`."""
        answer = self.send(requests.Request("POST", address, json=body, headers=dict(headers)))
        return self.read(self.checked(answer).content)

    def send(self, request: requests.Request, read: Callable[[requests.Response], bytes] | None = None) -> Answer:
        """The answer, whatever it says. Raises `Unreachable` where there is none.

        `read` reads what follows the status; all of it, where nothing else is said.
        """
        content = read or _content

        def sent() -> Answer:
            prepared = self.session.prepare_request(request)
            with closing(self.session.send(prepared, timeout=TIMEOUT, allow_redirects=False, stream=True)) as answer:
                return Answer(answer.status_code, answer.headers, content(answer))

        try:
            return self.patience.wait(sent, _WHOLE_SECONDS)
        except requests.exceptions.SSLError as error:
            raise self._not_trusted(error) from None
        except (requests.RequestException, HTTPError, UnicodeError, TimeoutError):
            # A host's name that can be none comes through requests as urllib3's own error.
            raise Unreachable(f"{self.who} can't be reached.", "Check the network and look again.") from None
        except _TooLargeError:
            raise self.unreadable() from None

    def checked(self, answer: Answer) -> Answer:
        """An answer that says yes. Raises the problem of any other."""
        if answer.status_code not in (200, 207):
            raise self.problem(answer)
        return answer

    def problem(self, answer: Answer) -> OutsideProblem:
        """What a refusal means."""
        who = self.who
        if answer.status_code == 401:
            return SignInNeeded(f"{who} no longer accepts this connection.", f"Connect {who} again.")
        if answer.status_code == 403:
            words = f"{who} knows this connection, but doesn't let it read that."
            return MayNotError(words, self.needs or f"Connect {who} again.")
        if answer.status_code == 429 and _DAILY.search(answer.content[:_SHORT]):
            words = f"{who} takes no more requests today: the account's limit for a day is used up."
            return Throttled(words, "Look again tomorrow.", wait_seconds=_LONGEST_REST)
        if answer.status_code == 429:
            rest = self._rest_of(answer)
            return Throttled(f"{who} asked Untwin to slow down.", _again_in(rest), wait_seconds=rest)
        kind = NotTakenError if answer.status_code in (400, 422) else Unreachable
        return kind(f"{who} could not be read (status {answer.status_code}).", "Look again in a few minutes.")

    def read(self, content: bytes) -> Record:
        """The JSON object in an answer, its amounts exact. Raises `Unreachable` where there is none."""
        try:
            body = json.loads(content, parse_float=Decimal)
        except (ValueError, RecursionError):
            raise self.unreadable() from None
        if not isinstance(body, dict):
            raise self.unreadable()
        return body

    def unreadable(self) -> Unreachable:
        """An answer that isn't what it should be; it is never taken for an empty one."""
        return Unreachable(f"{self.who}'s answer can't be read.", "Look again in a few minutes.")

    def _whole(self, address: str, query: Mapping[str, str]) -> str:
        try:
            return requests.Request("GET", address, params=dict(query)).prepare().url or address
        except (requests.RequestException, UnicodeError):
            raise self.unreadable() from None

    def _not_trusted(self, error: Exception) -> Unreachable:
        if "CERTIFICATE_VERIFY_FAILED" not in str(error):
            words = f"{self.who} can't be reached: no secure connection came about."
            return Unreachable(words, "Check the network, and whether a proxy stands in between; then look again.")
        return NotTrustedError(
            f"{self.who} can't be reached: no public authority vouches for the certificate that is shown there.",
            "Nothing was sent. Check this computer's date, whether a proxy or a virus scanner stands in between, and, "
            "for an app of your own, that its certificate is for this address and made by a public authority.",
        )

    def _rest_of(self, answer: Answer) -> int:
        told = answer.headers.get("Retry-After", "").strip()
        seconds = int(told[:9]) if told.isascii() and told.isdigit() else _seconds_until(told, answer.headers)
        return self.rest if seconds is None else max(1, min(seconds, _LONGEST_REST))


def _content(answer: requests.Response) -> bytes:
    """All of an answer, unless it is larger than any can be."""
    parts, size, end = [], 0, time.monotonic() + _WHOLE_SECONDS
    for part in answer.iter_content(65_536):
        parts.append(part)
        size += len(part)
        if size > _LARGEST:
            raise _TooLargeError
        if time.monotonic() > end:
            raise TimeoutError  # nobody waits for it any more
    return b"".join(parts)


def _seconds_until(told: str, headers: Mapping[str, str]) -> int | None:
    """How long it is until a moment, by the clock of whoever names it: this computer's may be wrong."""
    moments = _moment(told), _moment(headers.get("Date", ""))
    if moments[0] is None or moments[1] is None:
        return None
    try:
        return int((moments[0] - moments[1]).total_seconds())
    except TypeError:  # one of them with an offset, the other without
        return None


def _moment(told: str) -> datetime | None:
    try:
        return parsedate_to_datetime(told)
    except (ValueError, OverflowError):
        return None


def _again_in(seconds: int) -> str:
    minutes = -(-seconds // 60)
    return "Look again in a minute." if minutes <= 1 else f"Look again in {minutes} minutes."
