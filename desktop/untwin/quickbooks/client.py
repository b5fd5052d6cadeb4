"""python-quickbooks' client made safe: timeouts, no redirects, typed problems, the answer's raw text kept."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.cookiejar import DefaultCookiePolicy
from typing import Protocol, Self

import requests
from quickbooks.client import QuickBooks
from urllib3.exceptions import NewConnectionError

from untwin.domain.problems import AnswerLost, OutsideProblem, Unreachable
from untwin.quickbooks.faults import faults_in, problem_of

TIMEOUT = (5.0, 30.0)  # seconds to connect, seconds without a byte
MINOR_VERSION = 75


@dataclass(frozen=True, slots=True)
class Answer:
    """A successful answer: its text as it came, and QuickBooks' clock."""

    text: str
    at: datetime


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

    def __init__(self, *, base: str, realm: str, bearer: Bearer, session: requests.Session) -> None:
        self.base = base
        self.company_id = realm
        self.minorversion = MINOR_VERSION
        self.bearer = bearer
        self.session = session

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
            OutsideProblem: anything else but success; then nothing was changed.
        """
        # A fresh dict: the library writes into the caller's.
        query = dict(params or {}) | {"minorversion": str(self.minorversion)}
        if request_id:
            query["requestid"] = request_id
        headers = {"Content-Type": content_type, "Accept": "application/json", "User-Agent": "Untwin"}
        body = (request_body or "").encode()

        def send(token: str) -> requests.Response:
            return self.session.request(
                request_type,
                url,
                params=query,
                data=body,
                headers=headers | {"Authorization": f"Bearer {token}"},
                timeout=TIMEOUT,
                allow_redirects=False,
            )

        is_write = request_type == "POST" and content_type == "application/json" and not url.endswith("/batch")
        return _checked(self._sent(send, is_write=is_write), is_write=is_write)

    def _sent(self, send: Callable[[str], requests.Response], *, is_write: bool) -> requests.Response:
        token = self.bearer.current()
        try:
            response = send(token)
            if response.status_code == 401:
                # Refused at the door: nothing was done, so even a write may be sent again.
                response = send(self.bearer.renewed(token))
            if response.status_code >= 500 and not is_write:
                # A read may be asked once more; of a write nobody knows whether it was done.
                response = send(self.bearer.current())
        except requests.RequestException as error:
            raise _transport_problem(error, is_write=is_write) from None
        return response


def _checked(response: requests.Response, *, is_write: bool) -> Answer:
    text = response.content.decode("utf-8", "replace")
    if response.status_code == 200 and text.lstrip()[:1] == "{" and not faults_in(text):
        return Answer(text, clock_of(response))
    problem = problem_of(response.status_code, text, response.headers)
    if is_write and not _surely_refused(response, text):
        raise AnswerLost("QuickBooks' answer to the change could not be read.", str(problem))
    raise problem


def _surely_refused(response: requests.Response, text: str) -> bool:
    """Whether QuickBooks itself said no; anything in between may hide that the change was made."""
    return response.status_code in (401, 403, 429) or (400 <= response.status_code < 500 and bool(faults_in(text)))


def _transport_problem(error: requests.RequestException, *, is_write: bool) -> OutsideProblem:
    """Only a connection that never came about proves that nothing was sent."""
    never_sent = isinstance(error, requests.ConnectTimeout) or (
        isinstance(error, requests.ConnectionError) and _refused_at_once(error)
    )
    if is_write and not never_sent:
        return AnswerLost("The change was sent, but QuickBooks' answer never came.")
    return Unreachable("QuickBooks can't be reached; nothing was changed.", "Check the network and try again.")


def _refused_at_once(error: requests.ConnectionError) -> bool:
    reason = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(reason, NewConnectionError)


def clock_of(response: requests.Response) -> datetime:
    """QuickBooks' own time at the answer; ours where it doesn't say."""
    printed = response.headers.get("Date")
    try:
        return parsedate_to_datetime(printed) if printed else datetime.now(UTC)
    except ValueError:
        return datetime.now(UTC)


def make_session() -> requests.Session:
    """A session that takes nothing from the environment: no proxy, no ~/.netrc, no cookies to keep."""
    session = requests.Session()
    session.trust_env = False
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    return session
