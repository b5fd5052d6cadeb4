"""Clio's sign-in: the page where somebody agrees, the page that shows the code, tokens, the end of a connection."""

import hashlib
import html
import secrets
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from untwin.sample import wire
from untwin.sample.quickbooks.signing.signin import bearer

MONTH = 30 * 24 * 3600
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>
<body><main><h1>{title}</h1>{body}</main></body></html>"""
_ASKED = ("response_type", "client_id", "redirect_uri", "state")


@dataclass(slots=True)
class ClioGrants:
    """Whom the sample Clio lets in: the token it was started with, and those it has given since."""

    first: str
    codes: dict[str, str] = field(default_factory=dict)
    """Codes that were not used yet, each with the redirect address it was given for."""
    refresh: dict[str, list[str]] = field(default_factory=dict)
    """Refresh tokens, each with the access tokens that came of it."""

    @property
    def client(self) -> tuple[str, str]:
        """Key and secret of the one app that is registered."""
        word = hashlib.sha256(f"clio app {self.first}".encode()).hexdigest()
        return word[:20], word[20:60]

    def knows(self, token: str) -> bool:
        """Whether a token opens the API."""
        return token == self.first or any(token in given for given in self.refresh.values())

    def code(self, redirect: str) -> str:
        """A new code."""
        made = secrets.token_hex(12)
        self.codes[made] = redirect
        return made

    def access(self, refresh: str) -> str:
        """One more access token of a refresh token, which itself stays as it is."""
        self.refresh[refresh].append(secrets.token_hex(20))
        return self.refresh[refresh][-1]

    def end(self, token: str) -> bool:
        """Ends the connection that an access token belongs to; whether there was one."""
        ended = [refresh for refresh, given in self.refresh.items() if token in given]
        for refresh in ended:
            del self.refresh[refresh]
        return bool(ended)


@dataclass(frozen=True, slots=True)
class ClioSignIn:
    """Answers everything under /oauth; GET /sample/oauth is a test aid and tells the app's key and secret."""

    grants: ClioGrants
    user: str

    def routes(self) -> list[Route]:
        """The paths and who answers them."""
        return [
            Route("/oauth/authorize", self._ask),
            Route("/oauth/authorize", self._agreed, methods=["POST"]),
            Route("/oauth/approval", self._approval),
            Route("/oauth/token", self._token, methods=["POST"]),
            Route("/oauth/deauthorize", self._deauthorize, methods=["POST"]),
            Route("/sample/oauth", self._client),
            Route("/sample/age-tokens", self._age, methods=["POST"]),
        ]

    async def _ask(self, request: Request) -> Response:
        asked = {name: request.query_params.get(name, "") for name in _ASKED}
        if asked["client_id"] != self.grants.client[0] or asked["response_type"] != "code":
            return _page("Unknown app", "<p>Clio doesn't know this app.</p>", 400)
        hidden = "".join(
            f'<input type="hidden" name="{name}" value="{html.escape(value, quote=True)}">'
            for name, value in asked.items()
        )
        buttons = "<button name=agree value=yes>Allow Access</button><button name=agree value=no>Deny</button>"
        form = f'<form method="post" action="/oauth/authorize">{hidden}{buttons}</form>'
        return _page("Allow access to Clio (sample)?", f"<p>Signed in as {html.escape(self.user)}.</p>{form}")

    async def _agreed(self, request: Request) -> Response:
        form = await _form(request)
        redirect, state = form.get("redirect_uri", ""), form.get("state", "")
        if form.get("agree") != "yes":
            return _sent(redirect, {"error": "access_denied", "state": state})
        return _sent(redirect, {"code": self.grants.code(redirect), "state": state})

    async def _approval(self, request: Request) -> Response:
        code = html.escape(request.query_params.get("code", ""))
        return _page("Authorization code", f"<p>Copy this code into your app: <code>{code}</code></p>")

    async def _token(self, request: Request) -> Response:
        form = await _form(request)
        if (form.get("client_id", ""), form.get("client_secret", "")) != self.grants.client:
            return wire.answer({"error": "invalid_client"}, 401)
        if form.get("grant_type") == "refresh_token":
            return self._renewed(form.get("refresh_token", ""))
        code, redirect = form.get("code", ""), form.get("redirect_uri", "")
        if self.grants.codes.pop(code, None) != redirect or not redirect:
            return wire.answer({"error": "invalid_grant"}, 400)
        refresh = secrets.token_hex(20)
        self.grants.refresh[refresh] = []
        return wire.answer(self._given(refresh) | {"refresh_token": refresh})

    def _renewed(self, refresh: str) -> Response:
        if refresh not in self.grants.refresh:
            return wire.answer({"error": "invalid_grant"}, 400)
        return wire.answer(self._given(refresh))

    def _given(self, refresh: str) -> wire.Json:
        return {"token_type": "bearer", "access_token": self.grants.access(refresh), "expires_in": MONTH}

    async def _deauthorize(self, request: Request) -> Response:
        return Response(status_code=200 if self.grants.end(bearer(request) or "") else 401)

    async def _client(self, _request: Request) -> Response:
        key, secret = self.grants.client
        return wire.answer({"client_id": key, "client_secret": secret})

    async def _age(self, _request: Request) -> Response:
        """Ends all access tokens as thirty days would; refresh tokens stay good."""
        for given in self.grants.refresh.values():
            given.clear()
        return Response(status_code=204)


def _sent(redirect: str, query: dict[str, str]) -> Response:
    return RedirectResponse(f"{redirect}?{urlencode(query)}", status_code=302)


def _page(title: str, body: str, status: int = 200) -> Response:
    return HTMLResponse(_PAGE.format(title=title, body=body), status)


async def _form(request: Request) -> dict[str, str]:
    text = (await request.body()).decode("utf-8", "replace")
    return {name: values[0] for name, values in parse_qs(text, keep_blank_values=True).items()}
