"""Connects companies by Intuit's sign-in, and forgets them."""

import secrets
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msgspec
import requests

from untwin.domain.company import Company, CompanySettings, Environment, SourceBinding
from untwin.domain.problems import BadInput, SignInNeeded, Unreachable
from untwin.ports import Clock, SampleAddress, Vault
from untwin.quickbooks.books import QuickBooksBooks
from untwin.quickbooks.client import Client
from untwin.quickbooks.tokens import (
    APP,
    KIND,
    AppKeys,
    Credential,
    Secret,
    Tokens,
    app_kind,
    ask_token,
    is_loopback,
    read_app,
    read_credential,
)

SCOPE = "com.intuit.quickbooks.accounting"
REDIRECT = "http://127.0.0.1:8765/callback"
SOURCE_KIND = "source"


class _SampleCompany(Secret, frozen=True):
    realm_id: str
    name: str
    refresh_token: str = ""


class _SampleQuickBooks(Secret, frozen=True):
    base: str
    client_id: str
    client_secret: str
    companies: list[_SampleCompany]


class _SampleClio(Secret, frozen=True):
    base: str
    token: str
    bill_syncing_page: str


class _Greeting(Secret, frozen=True):
    quickbooks: _SampleQuickBooks
    clio: _SampleClio | None = None


@dataclass(frozen=True, slots=True)
class QuickBooksSignIn:
    """Honours the port `SignIn`."""

    vault: Vault
    session: requests.Session
    clock: Clock
    alone: Callable[[str], AbstractContextManager[None]]

    def connect_sample(self, address: SampleAddress) -> tuple[Company, ...]:
        """Connects the sample companies at an address through the real sign-in endpoints there."""
        if not is_loopback(address.base):
            raise BadInput(f"“{address.base}” is not an address of sample firms on this computer.")
        greeting = self._greeting(address.base.rstrip("/"))
        chosen = [c for c in greeting.quickbooks.companies if address.realm in (None, c.realm_id)]
        if not chosen:
            raise BadInput("There is no sample company of that id.")
        # Clio belongs to the first company.
        first = greeting.quickbooks.companies[0].realm_id
        return tuple(
            self._connect(greeting.quickbooks, c, greeting.clio if c.realm_id == first else None) for c in chosen
        )

    def forget(self, realm: str) -> str:
        """Revokes where it can be reached, and removes the secrets in any case."""
        said = ""
        try:
            credential = read_credential(self.vault, realm)
            said = self._revoke(credential)
            if credential.environment is Environment.SAMPLE:
                self.vault.remove(APP, app_kind(credential))
        except SignInNeeded as problem:
            said = _NOT_REVOKED.format(problem.sentence)
        self.vault.remove(KIND, realm)
        self.vault.remove(SOURCE_KIND, f"clio {realm}")
        return said

    def _greeting(self, base: str) -> _Greeting:
        try:
            answer = self.session.get(f"{base}/sample", timeout=(5, 10), allow_redirects=False)
            greeting = msgspec.json.decode(answer.content, type=_Greeting)
        except requests.RequestException:
            raise Unreachable(f"No sample firms answer at {base}.", "Start them with “untwin sample serve”.") from None
        except msgspec.DecodeError:
            raise BadInput(f"What answers at {base} are no sample firms.") from None
        if not is_loopback(greeting.quickbooks.base) or (greeting.clio and not is_loopback(greeting.clio.base)):
            raise BadInput("The sample firms name an address that isn't on this computer.")
        return greeting

    def _connect(self, served: _SampleQuickBooks, chosen: _SampleCompany, clio: _SampleClio | None) -> Company:
        credential = Credential(Environment.SAMPLE, chosen.realm_id, base=served.base)
        keys = AppKeys(served.client_id, served.client_secret)
        code = self._authorize(credential, keys)
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": REDIRECT}
        granted = ask_token(self.session, credential, keys, form)
        kept = msgspec.structs.replace(credential, refresh_token=granted.refresh_token)
        self.vault.put(APP, app_kind(credential), msgspec.json.encode(keys).decode())
        self.vault.put(KIND, chosen.realm_id, msgspec.json.encode(kept).decode())
        return self._company(kept, clio)

    def _authorize(self, credential: Credential, keys: AppKeys) -> str:
        """Does at the sample's sign-in page what a person does in the browser: chooses and agrees."""
        state = secrets.token_urlsafe(24)
        asked = {
            "client_id": keys.client_id,
            "response_type": "code",
            "scope": SCOPE,
            "redirect_uri": REDIRECT,
            "state": state,
        }
        page = f"{credential.base}/connect/oauth2"
        try:
            self.session.get(page, params=asked, timeout=(5, 30), allow_redirects=False).raise_for_status()
            form = asked | {"realm_id": credential.realm}
            answer = self.session.post(page, data=form, timeout=(5, 30), allow_redirects=False)
        except requests.RequestException:
            raise Unreachable("The sample firms' sign-in page doesn't answer.", "Start them again.") from None
        return code_from(answer.headers.get("Location", ""), state, credential.realm)

    def _company(self, credential: Credential, clio: _SampleClio | None) -> Company:
        realm = credential.realm
        tokens = Tokens(realm, self.vault, self.session, lambda: self.alone(realm))
        client = Client(base=credential.api, realm=realm, bearer=tokens, session=self.session)
        facts = QuickBooksBooks(client).facts()
        sources: tuple[SourceBinding, ...] = ()
        if clio is not None:
            entry = {"base": clio.base, "token": clio.token}
            self.vault.put(SOURCE_KIND, f"clio {realm}", msgspec.json.encode(entry).decode())
            # The sample's Clio tries again within seconds; the watch leaves a person time to find the button.
            sources = (SourceBinding("clio", clio.base, clio.bill_syncing_page, cycle_seconds=15),)
        return Company(
            realm=realm,
            name=facts.name,
            environment=credential.environment,
            settings=CompanySettings(writes_on=True),
            sources=sources,
            facts=facts,
            connected_at=self.clock.now(),
            web=credential.base,
        )

    def _revoke(self, credential: Credential) -> str:
        """Revokes at QuickBooks; a sentence where that could not be done."""
        keys = read_app(self.vault, credential)
        try:
            answer = self.session.post(
                credential.revoke_address,
                json={"token": credential.refresh_token},
                headers=keys.basic,
                timeout=(5, 10),
                allow_redirects=False,
            )
        except requests.RequestException:
            return _NOT_REVOKED.format("QuickBooks can't be reached.")
        if answer.status_code == 200:
            return ""
        ended = answer.status_code == 400
        return _NOT_REVOKED.format("it had ended there already." if ended else f"status {answer.status_code}.")


_NOT_REVOKED = "The connection could not be revoked at QuickBooks: {}"


def code_from(redirected: str, state: str, realm: str) -> str:
    """The code in a redirected address.

    Raises:
        SignInNeeded: the address carries another state or company, or a refusal.
    """
    found: Mapping[str, list[Any]] = parse_qs(urlsplit(redirected).query)
    same_state = secrets.compare_digest(found.get("state", [""])[0].encode(), state.encode())
    if not same_state or found.get("realmId", [""])[0] != realm or "code" not in found:
        raise SignInNeeded("The sign-in came back without the company that was asked for.", "Connect again.")
    return str(found["code"][0])
