"""Clio's hosts as the tests have them: one region's name leads to a sample Clio on this computer, no other leads."""

from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, urlsplit

import requests
from lxml import html
from requests.adapters import HTTPAdapter
from urllib3 import HTTPResponse

from sample.caller import Caller
from untwin.ports.sources import ClioApp, ClioBegun
from untwin.quickbooks.client import make_session

APPROVAL = "https://eu.app.clio.com/oauth/approval"


class ClioHosts(HTTPAdapter):
    """Leads `host` to the sample's Clio, and remembers who was asked for what.

    `down` is a network without answers; `tokens` is said instead of real ones; `without_account` is a Clio that
    doesn't know the field in which a user names the firm's account; `without_credits` an app without that permission.
    """

    def __init__(self, caller: Caller, host: str = "eu.app.clio.com") -> None:
        super().__init__()
        self.caller, self.host = caller, host
        self.asked: list[str] = []
        self.down = False
        self.tokens = ""
        self.without_account = self.without_credits = False

    def session(self) -> requests.Session:
        made = make_session()
        for scheme in ("https://", "http://"):
            made.mount(scheme, self)
        return made

    def send(self, request: requests.PreparedRequest, *more: Any, **named: Any) -> requests.Response:
        parts = urlsplit(str(request.url))
        self.asked.append(f"{request.method} {parts.netloc}{parts.path}")
        if parts.scheme != "https" or parts.netloc != self.host or self.down:
            raise requests.ConnectionError(f"{parts.netloc} leads nowhere")
        if self.tokens and parts.path == "/oauth/token":
            return said(200, self.tokens, request)
        if self.without_account and "account%7B" in parts.query:
            return said(400, '{"error": {"type": "InvalidFields"}}', request)
        if self.without_credits and "credit_memos" in parts.path:
            return said(403, '{"error": {"type": "Forbidden"}}', request)
        there = request.copy()
        there.url = str(request.url).replace(f"https://{parts.netloc}", self.caller.clio, 1)
        return super().send(there, *more, **named)

    def app(self, redirect: str = "", region: str = "eu") -> ClioApp:
        """The keys of the app that is registered there."""
        told = self.caller.session.get(f"{self.caller.clio}/sample/oauth", timeout=10).json()
        return ClioApp(region, told["client_id"], told["client_secret"], redirect)

    def agrees(self, begun: ClioBegun, answer: str = "yes") -> str:
        """What a person does in the browser: the address it ends at."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(begun.page).query).items()}
        address = f"{self.caller.clio}/oauth/authorize"
        page = self.caller.session.get(address, params=asked, timeout=10)
        page.raise_for_status()
        form = dict(html.fromstring(page.text).forms[0].form_values()) | {"agree": answer}
        answered = self.caller.session.post(address, data=form, timeout=10, allow_redirects=False)
        return str(answered.headers["Location"])

    def code_shown(self, begun: ClioBegun) -> str:
        """The code as Clio's own page shows it."""
        path = self.agrees(begun).removeprefix(f"https://{self.host}")
        shown = html.fromstring(self.caller.session.get(f"{self.caller.clio}{path}", timeout=10).text)
        return str(shown.xpath("//code")[0].text)


def said(status: int, body: str, request: requests.PreparedRequest) -> requests.Response:
    """An answer without a server."""
    raw = HTTPResponse(BytesIO(body.encode()), {"Content-Type": "application/json"}, status, preload_content=False)
    return HTTPAdapter().build_response(request, raw)
