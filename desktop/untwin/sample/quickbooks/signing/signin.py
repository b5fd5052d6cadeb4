"""The sign-in pages and token endpoints of Intuit's OAuth 2."""

import base64
import binascii
import html
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from untwin.sample import wire
from untwin.sample.quickbooks.books.books import Books
from untwin.sample.quickbooks.signing.grants import (
    ACCESS_SECONDS,
    HARD_SECONDS,
    REFRESH_SECONDS,
    Client,
    Code,
    Connection,
    GrantError,
    Grants,
)
from untwin.sample.quickbooks.signing.identity import Identity

SCOPE = "com.intuit.quickbooks.accounting"
_ASKED = ("client_id", "response_type", "scope", "redirect_uri", "state")
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<style>body{{font:1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem}}
fieldset{{margin:1rem 0}}label{{display:block}}</style></head>
<body><main><h1>{title}</h1>{body}</main></body></html>"""


@dataclass(frozen=True, slots=True)
class SignIn:
    """Answers everything under Intuit's sign-in hosts."""

    grants: Grants
    companies: dict[str, Books]
    base: str
    identity: Identity

    def routes(self) -> list[Route]:
        """The paths and who answers them."""
        discovery = [
            Route(f"/.well-known/{name}{slash}", self.discover)
            for name in ("openid_configuration", "openid_sandbox_configuration")
            for slash in ("", "/")
        ]
        return [
            *discovery,
            Route("/connect/oauth2", self.ask),
            Route("/connect/oauth2", self.consent, methods=["POST"]),
            Route("/oauth2/v1/tokens/bearer", self.token, methods=["POST"]),
            Route("/v2/oauth2/tokens/revoke", self.revoke, methods=["POST"]),
            Route("/v1/openid_connect/userinfo", self.userinfo),
            Route("/op/v1/jwks", self.keys),
        ]

    async def discover(self, _request: Request) -> Response:
        """Where the other endpoints are."""
        return wire.answer(
            {
                "issuer": self.identity.issuer,
                "authorization_endpoint": f"{self.base}/connect/oauth2",
                "token_endpoint": f"{self.base}/oauth2/v1/tokens/bearer",
                "userinfo_endpoint": f"{self.base}/v1/openid_connect/userinfo",
                "revocation_endpoint": f"{self.base}/v2/oauth2/tokens/revoke",
                "jwks_uri": f"{self.base}/op/v1/jwks",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "scopes_supported": ["openid", "email", "profile", "address", "phone"],
                "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
                "claims_supported": ["aud", "exp", "iat", "iss", "realmid", "sub"],
            }
        )

    async def ask(self, request: Request) -> Response:
        """The page on which a person picks a company and connects it."""
        asked = {name: request.query_params.get(name, "") for name in _ASKED}
        wrong = self._wrong(asked)
        if wrong:
            return _refused(wrong)
        hidden = "".join(f'<input type="hidden" name="{name}" value="{_safe(text)}">' for name, text in asked.items())
        choices = "".join(
            f'<label><input type="radio" name="realm_id" value="{_safe(realm)}" required{" checked" * (place == 0)}>'
            f" {_safe(books.name)}</label>"
            for place, (realm, books) in enumerate(self.companies.items())
        )
        body = (
            "<p>This is a sample. It stands in for Intuit's sign-in page; no real company can be reached from here.</p>"
            f'<form method="post" action="/connect/oauth2">{hidden}'
            f"<fieldset><legend>Company to connect</legend>{choices}"
            '</fieldset><button type="submit">Connect</button></form>'
        )
        return HTMLResponse(_PAGE.format(title="Connect to QuickBooks (sample)", body=body))

    async def consent(self, request: Request) -> Response:
        """Sends the person back to the app with a code."""
        form = await _form(request)
        asked = {name: form.get(name, "") for name in _ASKED}
        realm = form.get("realm_id", "")
        wrong = self._wrong(asked) or ("" if realm in self.companies else "There is no such company.")
        if wrong:
            return _refused(wrong)
        tells_who = "openid" in asked["scope"].split()
        code = self.grants.code(Code(asked["client_id"], realm, asked["redirect_uri"], tells_who))
        joint = "&" if urlsplit(asked["redirect_uri"]).query else "?"
        back = urlencode({"code": code, "state": asked["state"], "realmId": realm})
        return RedirectResponse(f"{asked['redirect_uri']}{joint}{back}", status_code=302)

    async def token(self, request: Request) -> Response:
        """Tokens for a code or a refresh token."""
        form = await _form(request)
        try:
            client = self._client(request, form)
            access, connection = self._granted(client, form)
        except GrantError as refusal:
            return wire.answer({"error": str(refusal)}, 401 if str(refusal) == "invalid_client" else 400)
        answer: dict[str, Any] = {
            "token_type": "bearer",
            "access_token": access,
            "refresh_token": connection.refresh_token,
            "expires_in": ACCESS_SECONDS,
            "x_refresh_token_expires_in": REFRESH_SECONDS,
        }
        if request.headers.get("x-include-refresh-token-hard-expires-in") == "true":
            answer["x_refresh_token_hard_expires_in"] = HARD_SECONDS
        if connection.tells_who and form.get("grant_type") == "authorization_code":
            user, now = self.companies[connection.realm].user, int(time.time())
            answer["id_token"] = self.identity.token(client.id, user.id, connection.realm, now)
        return wire.answer(answer, headers={"Cache-Control": "no-store"})

    async def revoke(self, request: Request) -> Response:
        """Ends a connection."""
        body = await request.body()
        try:
            self._client(request, _pairs(body))
            token = (
                str(wire.read(body)["token"]) if body[:1] == b"{" else dict(parse_qsl(body.decode())).get("token", "")
            )
        except GrantError as refusal:
            return wire.answer({"error": str(refusal)}, 401)
        except (ValueError, KeyError):
            return wire.answer({"error": "invalid_request"}, 400)
        return Response(status_code=200 if self.grants.revoke(token) else 400)

    async def keys(self, _request: Request) -> Response:
        """The keys by which id tokens are checked."""
        return wire.answer(self.identity.keys())

    async def userinfo(self, request: Request) -> Response:
        """Who signed in."""
        connection = self.grants.who(bearer(request))
        if connection is None:
            return wire.answer({"error": "invalid_token"}, 401, {"WWW-Authenticate": 'Bearer realm="Intuit"'})
        user = self.companies[connection.realm].user
        given, _, family = user.name.partition(" ")
        info = {"sub": user.id, "email": "bookkeeper@sample.invalid", "emailVerified": True}
        return wire.answer(info | {"givenName": given, "familyName": family})

    def _client(self, request: Request, form: dict[str, str]) -> Client:
        """Who asks: by the header that Intuit's own libraries send, or in the form, which its documents allow too."""
        id_, secret = basic(request)
        return self.grants.client(id_ or form.get("client_id", ""), secret or form.get("client_secret", ""))

    def _granted(self, client: Client, form: dict[str, str]) -> tuple[str, Connection]:
        if form.get("grant_type") == "authorization_code":
            return self.grants.redeem(client, form.get("code", ""), form.get("redirect_uri", ""))
        if form.get("grant_type") == "refresh_token":
            return self.grants.refresh(client, form.get("refresh_token", ""))
        raise GrantError("unsupported_grant_type")

    def _wrong(self, asked: dict[str, str]) -> str:
        if asked["client_id"] not in self.grants.clients:
            return "The app that sent you here is not known: its client id is wrong."
        if SCOPE not in asked["scope"].split():
            return f"The scope {SCOPE} was not asked for."
        if asked["response_type"] != "code":
            return "The response type must be code."
        if not _is_allowed(asked["redirect_uri"]):
            return "The redirect address must be https, or http on 127.0.0.1 or localhost."
        return ""


def bearer(request: Request) -> str | None:
    """The bearer token of a request."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" and token else None


def basic(request: Request) -> tuple[str, str]:
    """The client id and secret of a request; empty where there are none."""
    scheme, _, encoded = request.headers.get("authorization", "").partition(" ")
    try:
        pair = base64.b64decode(encoded, validate=True).decode() if scheme.lower() == "basic" else ""
    except (binascii.Error, UnicodeDecodeError):
        pair = ""
    client_id, _, secret = pair.partition(":")
    return client_id, secret


async def _form(request: Request) -> dict[str, str]:
    # Read by hand: Starlette's form parser may put work on a thread.
    return _pairs(await request.body())


def _pairs(body: bytes) -> dict[str, str]:
    return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))


def _is_allowed(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in ("127.0.0.1", "localhost"))


def _refused(sentence: str) -> Response:
    body = f'<p role="alert">{_safe(sentence)}</p>'
    return HTMLResponse(_PAGE.format(title="Sorry, that didn't work (sample)", body=body), 400)


def _safe(text: str) -> str:
    return html.escape(text, quote=True)
