"""python-quickbooks' client made safe: time limits, no redirects, typed problems, the answer's raw text kept."""

import logging
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.cookiejar import DefaultCookiePolicy
from typing import Protocol, Self

import requests
from quickbooks.client import QuickBooks
from requests.adapters import HTTPAdapter
from urllib3.exceptions import NewConnectionError

from untwin.domain.problems import AnswerLost, OutsideProblem, Stumbled, Throttled
from untwin.ports.machine import Leaving, Patience
from untwin.quickbooks.faults import faults_in, problem_of
from untwin.quickbooks.pace import Pace

MINOR_VERSION = 75
_CONNECTIONS = 40
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds: to connect, without a byte, and for one whole request, however it drips."""

    connect: float = 5.0
    silence: float = 30.0
    whole: float = 60.0


@dataclass(frozen=True, slots=True)
class Wire:
    """How one company's requests travel."""

    session: requests.Session
    patience: Patience
    pace: Pace
    times: Times = field(default_factory=Times)


@dataclass(frozen=True, slots=True)
class Answer:
    """A successful answer: its text as it came, QuickBooks' clock, and Intuit's own number of the request."""

    text: str
    at: datetime
    trace: str = ""


@dataclass(frozen=True, slots=True)
class _Call:
    """One request, out of the library's hands."""

    method: str
    url: str
    params: dict[str, str]
    body: bytes
    content_type: str

    @property
    def is_batch(self) -> bool:
        return self.url.endswith("/batch")

    @property
    def is_write(self) -> bool:
        """Whether it may change the books; the batches that Untwin sends only ask."""
        return self.method == "POST" and self.content_type == "application/json" and not self.is_batch


class Bearer(Protocol):
    """Who knows the access token."""

    def current(self) -> str:
        """The token to send."""

    def renewed(self, refused: str) -> str:
        """A token newer than the refused one."""


class Client(QuickBooks):  # type: ignore[misc]  # the library has no types
    """One company's client. Only reading and `update_object` are used; never `.save()`, `.delete()`, `.void()`."""

    def __new__(cls, **_parts: object) -> Self:
        """Builds without the library's own sign-in and without its class-wide state."""
        return object.__new__(cls)

    def __init__(self, *, base: str, realm: str, bearer: Bearer, wire: Wire) -> None:
        self.base = base
        self.company_id = realm
        self.minorversion = MINOR_VERSION
        self.bearer = bearer
        self.wire = wire

    @property
    def api_url(self) -> str:
        """The address from the keyring entry, never from the store."""
        return f"{self.base}/v3"

    def make_request(  # noqa: PLR0913, PLR0917 - the library's signature
        self,
        request_type: str,
        url: str,
        request_body: str | None = None,
        content_type: str = "application/json",
        params: dict[str, str] | None = None,
        file_path: None = None,  # noqa: ARG002
        file_bytes: None = None,  # noqa: ARG002
        request_id: str | None = None,
    ) -> Answer:
        """Sends one request and returns its answer.

        Raises:
            AnswerLost: a write was sent and it isn't known whether it was done.
            Throttled: QuickBooks wants this company left alone; nothing was sent, or nothing was done.
            OutsideProblem: anything else but success; then nothing was changed.
        """
        # A fresh dict: the library writes into the caller's.
        query = dict(params or {}) | {"minorversion": str(self.minorversion)}
        if request_id:
            query["requestid"] = request_id
        call = _Call(request_type, url, query, (request_body or "").encode(), content_type)
        # Outside of the try: a request that came into a rest must not make it longer.
        response = self._sent(call)
        try:
            return _checked(response, is_write=call.is_write)
        except Throttled as asked:
            raise self.wire.pace.rest(asked.wait_seconds) from None

    def _sent(self, call: _Call) -> requests.Response:
        token = self.bearer.current()
        response = self._travelled(call, token)
        if response.status_code == 401:
            # Refused at the door: nothing was done, so even a write may be sent again.
            response = self._travelled(call, self.bearer.renewed(token))
        return response

    def _travelled(self, call: _Call, token: str) -> requests.Response:
        self.wire.pace.turn(batch=call.is_batch)
        times = self.wire.times

        def send() -> requests.Response:
            return self.wire.session.request(
                call.method,
                call.url,
                params=call.params,
                data=call.body,
                headers=_headers(call, token),
                timeout=(times.connect, times.silence),
                allow_redirects=False,
            )

        leaving = Leaving.STAY if call.is_write else Leaving.DROP
        try:
            return self.wire.patience.wait(send, times.whole, leaving)
        except (requests.RequestException, TimeoutError) as error:
            raise _transport_problem(error, is_write=call.is_write) from None


def _headers(call: _Call, token: str) -> dict[str, str]:
    return {
        "Content-Type": call.content_type,
        "Accept": "application/json",
        "User-Agent": "Untwin",
        "Authorization": f"Bearer {token}",
    }


def _checked(response: requests.Response, *, is_write: bool) -> Answer:
    text = response.content.decode("utf-8", "replace")
    trace = response.headers.get("intuit_tid", "")
    if response.status_code == 200 and text.lstrip()[:1] == "{" and not faults_in(text):
        return Answer(text, clock_of(response), trace)
    problem = problem_of(response.status_code, text, response.headers)
    _log.warning("QuickBooks answered %d (intuit_tid %s): %s", response.status_code, trace or "none", problem.sentence)
    if is_write and not _surely_refused(response, text):
        raise AnswerLost("QuickBooks' answer to the change could not be read.", str(problem))
    raise problem


def _surely_refused(response: requests.Response, text: str) -> bool:
    """Whether QuickBooks itself said no; anything in between may hide that the change was made."""
    if response.status_code in (401, 429):
        return True
    # A 403 that QuickBooks didn't sign may be a proxy's, which saw the answer and kept it back.
    faults = faults_in(text)
    return 400 <= response.status_code < 500 and bool(faults) and not any(f.is_systems for f in faults)


def _transport_problem(error: Exception, *, is_write: bool) -> OutsideProblem:
    """Only a connection that never came about proves that nothing was sent."""
    never_sent = isinstance(error, requests.ConnectTimeout) or (
        isinstance(error, requests.ConnectionError) and _refused_at_once(error)
    )
    if is_write and not never_sent:
        return AnswerLost("The change was sent, but QuickBooks' answer never came.")
    return Stumbled("QuickBooks can't be reached; nothing was changed.", "Check the network and try again.")


def _refused_at_once(error: requests.ConnectionError) -> bool:
    reason = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(reason, NewConnectionError)


def clock_of(response: requests.Response) -> datetime:
    """QuickBooks' own time at the answer; ours where it doesn't say."""
    printed = response.headers.get("Date")
    try:
        told = parsedate_to_datetime(printed) if printed else datetime.now(UTC)
    except ValueError:
        return datetime.now(UTC)
    # "-0000" says that the zone isn't known; the header's times are always in UTC.
    return told if told.tzinfo else told.replace(tzinfo=UTC)


def make_session() -> requests.Session:
    """A session that takes nothing from the environment: no proxy, no ~/.netrc, no cookies to keep."""
    session = requests.Session()
    session.trust_env = False
    # All companies share Intuit's host: with fewer places, connections that a dozen lanes opened would be thrown away.
    session.mount("https://", HTTPAdapter(pool_maxsize=_CONNECTIONS))
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    return session
