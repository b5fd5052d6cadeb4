"""Goes through the sample firms' sign-in as a person does in the browser: on this computer only."""

import secrets
from dataclasses import dataclass

import msgspec
import requests

from untwin.domain.addresses import is_loopback
from untwin.domain.company.company import Company, CompanySettings, Environment
from untwin.domain.problems import BadInput, Unreachable
from untwin.ports.sign_in import SampleAddress
from untwin.quickbooks.credentials import (
    APP,
    SCOPE,
    AppKeys,
    Credential,
    Secret,
    app_name,
    keep_credential,
    written,
)
from untwin.quickbooks.opening import books_of
from untwin.quickbooks.redirects import read_redirected
from untwin.quickbooks.token_endpoint import ask_token
from untwin.quickbooks.tokens import Reach, Tokens

REDIRECT = "http://localhost:8765/callback"


class _SampleCompany(Secret, frozen=True):
    realm_id: str
    name: str
    refresh_token: str = ""


class _SampleQuickBooks(Secret, frozen=True):
    base: str
    client_id: str
    client_secret: str
    companies: list[_SampleCompany]


class _Greeting(Secret, frozen=True):
    quickbooks: _SampleQuickBooks


@dataclass(frozen=True, slots=True)
class SampleSignIn:
    """Connects the sample companies that are served at an address."""

    reach: Reach

    def connect(self, address: SampleAddress) -> tuple[Company, ...]:
        """Connects one or all of them through the real sign-in endpoints there."""
        if not is_loopback(address.base):
            raise BadInput(f"“{address.base}” is not an address of sample firms on this computer.")
        greeting = self._greeting(address.base.rstrip("/"))
        chosen = [c for c in greeting.quickbooks.companies if address.realm in (None, c.realm_id)]
        if not chosen:
            raise BadInput("There is no sample company of that id.")
        return tuple(self._connect(greeting.quickbooks, company) for company in chosen)

    def _greeting(self, base: str) -> _Greeting:
        try:
            answer = self.reach.session.get(f"{base}/sample", timeout=(5, 10), allow_redirects=False)
            greeting = msgspec.json.decode(answer.content, type=_Greeting)
        except requests.RequestException:
            raise Unreachable(f"No sample firms answer at {base}.", "Start them with “untwin sample serve”.") from None
        except msgspec.DecodeError:
            raise BadInput(f"What answers at {base} are no sample firms.") from None
        if not is_loopback(greeting.quickbooks.base):
            raise BadInput("The sample firms name an address that isn't on this computer.")
        return greeting

    def _connect(self, served: _SampleQuickBooks, chosen: _SampleCompany) -> Company:
        now = self.reach.clock.now()
        credential = Credential(Environment.SAMPLE, chosen.realm_id, base=served.base, signed_in_at=now)
        keys = AppKeys(served.client_id, served.client_secret)
        code = self._authorize(credential, keys)
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": REDIRECT}
        granted = ask_token(self.reach.session, credential, keys, form)
        self.reach.vault.put(APP, app_name(credential), written(keys))
        keep_credential(self.reach.vault, granted.renewing(credential, now))
        return self._company(credential)

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
        page, session = credential.authorize_address, self.reach.session
        try:
            session.get(page, params=asked, timeout=(5, 30), allow_redirects=False).raise_for_status()
            form = asked | {"realm_id": credential.realm}
            answer = session.post(page, data=form, timeout=(5, 30), allow_redirects=False)
        except requests.RequestException:
            raise Unreachable("The sample firms' sign-in page doesn't answer.", "Start them again.") from None
        return read_redirected(answer.headers.get("Location", ""), REDIRECT, state).code

    def _company(self, credential: Credential) -> Company:
        realm = credential.realm
        facts = books_of(credential, Tokens(realm, self.reach), self.reach).facts()
        return Company(
            realm=realm,
            name=facts.name,
            environment=credential.environment,
            settings=CompanySettings(writes_on=True),
            facts=facts,
            connected_at=self.reach.clock.now(),
            web=credential.base,
        )
