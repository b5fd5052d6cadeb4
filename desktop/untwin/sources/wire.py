"""How a source is asked: with an end, without redirects, and each refusal as one typed problem in words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import requests

from untwin.domain.problems import OutsideProblem, SignInNeeded, Throttled, Unreachable
from untwin.ports.machine import Patience

Record = dict[str, Any]
TIMEOUT = (5, 30)  # seconds to connect, seconds without a byte
_WHOLE_SECONDS = 60.0  # one request, however it drips
_LONGEST_REST = 600
_MOST_KEPT = 200  # answers


class TooLongError(Exception):
    """A list had more pages than are read."""


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
    """

    who: str
    session: requests.Session
    patience: Patience
    rest: int = 60
    shelf: Shelf = field(default_factory=Shelf, repr=False)

    def get(self, address: str, query: Mapping[str, str], headers: Mapping[str, str]) -> Record:
        """A JSON object that is read; one that hasn't changed since comes from the shelf.

        Raises:
            OutsideProblem: nothing answered, or not with that.
        """
        prepared = requests.Request("GET", address, params=dict(query)).prepare().url or address
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

    def send(self, request: requests.Request) -> requests.Response:
        """The answer, whatever it says. Raises `Unreachable` where there is none."""

        def sent() -> requests.Response:
            prepared = self.session.prepare_request(request)
            return self.session.send(prepared, timeout=TIMEOUT, allow_redirects=False)

        try:
            return self.patience.wait(sent, _WHOLE_SECONDS)
        except (requests.RequestException, TimeoutError):
            raise Unreachable(f"{self.who} can't be reached.", "Check the network and look again.") from None

    def checked(self, answer: requests.Response) -> requests.Response:
        """An answer that says yes. Raises the problem of any other."""
        if answer.status_code not in (200, 207):
            raise self.problem(answer)
        return answer

    def problem(self, answer: requests.Response) -> OutsideProblem:
        """What a refusal means."""
        who = self.who
        if answer.status_code in (401, 403):
            return SignInNeeded(f"{who} no longer accepts this connection.", f"Connect {who} again.")
        if answer.status_code == 429:
            words = f"{who} asked Untwin to slow down."
            return Throttled(words, "Look again in a minute.", wait_seconds=self._rest_of(answer))
        return Unreachable(f"{who} could not be read (status {answer.status_code}).", "Look again in a few minutes.")

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

    def _rest_of(self, answer: requests.Response) -> int:
        told = answer.headers.get("Retry-After", "")
        plain = told.isascii() and told.isdigit() and len(told) < 4
        return min(int(told), _LONGEST_REST) if plain else self.rest
