"""Intuit's hosts as the tests have them: their names lead to sample servers on this computer, and nowhere else."""

import base64
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import requests
from lxml import html
from requests.adapters import HTTPAdapter

from sample.caller import Caller
from untwin.domain.company.company import Environment
from untwin.ports.sign_in import IntuitApp
from untwin.quickbooks.client import make_session

LOCALHOST = "http://localhost:8765/callback"
OWN_PAGE = "https://firm.example/untwin"
_API = {
    "quickbooks.api.intuit.com": Environment.PRODUCTION,
    "sandbox-quickbooks.api.intuit.com": Environment.SANDBOX,
}
_SIGN_IN = {"oauth.platform.intuit.com", "developer.api.intuit.com"}


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it was meant to go: to which host, and what for."""

    method: str
    host: str
    path: str


class IntuitHosts(HTTPAdapter):
    """Leads Intuit's names to the sample server of each environment.

    `down` is a network that answers nothing; `slow` are seconds before a company's books answer.
    """

    def __init__(self, servers: dict[Environment, Caller]) -> None:
        super().__init__()
        self.servers = servers
        self.asked: list[Asked] = []
        self.down = False
        self.slow = 0.0

    def session(self) -> requests.Session:
        """A session as Untwin makes it, on these hosts alone."""
        made = make_session()
        for scheme in ("https://", "http://"):
            made.mount(scheme, self)
        return made

    def send(self, request: requests.PreparedRequest, *more: Any, **named: Any) -> requests.Response:
        parts = urlsplit(str(request.url))
        self.asked.append(Asked(str(request.method), parts.netloc, parts.path))
        server = self._server(request, parts.netloc) if parts.scheme == "https" else None
        if server is None or self.down:
            raise requests.ConnectionError(f"{parts.netloc} leads nowhere")
        time.sleep(self.slow if parts.netloc in _API else 0)
        there = request.copy()
        there.url = str(request.url).replace(f"https://{parts.netloc}", server.base, 1)
        return super().send(there, *more, **named)

    def _server(self, request: requests.PreparedRequest, host: str) -> Caller | None:
        if host in _API:
            return self.servers.get(_API[host])
        if host not in _SIGN_IN:
            return None
        # Both environments share the sign-in; the app's keys tell which it is.
        if "Authorization" not in request.headers:
            return next(iter(self.servers.values()))
        basic = str(request.headers["Authorization"]).removeprefix("Basic ")
        client_id = base64.b64decode(basic).decode().partition(":")[0]
        return next((s for s in self.servers.values() if s.client[0] == client_id), None)


@dataclass
class Person:
    """Somebody at Intuit's sign-in page, in a browser that knows nothing of Untwin."""

    hosts: IntuitHosts
    seen: list[str] = field(default_factory=list)

    def agrees(self, page: str, realm: str = "") -> str:
        """Opens the page, picks a company, presses Connect; the address that the browser is sent to."""
        server, asked = self._opened(page)
        shown = server.session.get(f"{server.base}/connect/oauth2", params=asked, timeout=10)
        form = html.fromstring(shown.text).forms[0]
        filled = {name: str(value) for name, value in form.form_values()}
        filled["realm_id"] = realm or filled["realm_id"]
        pressed = server.session.post(f"{server.base}/connect/oauth2", data=filled, timeout=10, allow_redirects=False)
        assert pressed.status_code == 302, pressed.text
        return pressed.headers["Location"]

    def refuses(self, page: str) -> str:
        """Presses Cancel there: Intuit sends the browser back with the word for it."""
        _server, asked = self._opened(page)
        return f"{asked['redirect_uri']}?error=access_denied&state={asked['state']}"

    def _opened(self, page: str) -> tuple[Caller, dict[str, str]]:
        self.seen.append(page)
        parts = urlsplit(page)
        assert f"{parts.scheme}://{parts.netloc}{parts.path}" == "https://appcenter.intuit.com/connect/oauth2"
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        return next(s for s in self.hosts.servers.values() if s.client[0] == asked["client_id"]), asked


def keys_of(server: Caller, environment: Environment, redirect: str = "") -> IntuitApp:
    """The keys of the app that a sample server knows, as a person types them."""
    plain = OWN_PAGE if environment is Environment.PRODUCTION else LOCALHOST
    return IntuitApp(environment, server.client[0], server.client[1], redirect or plain)
