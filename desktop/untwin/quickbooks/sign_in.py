"""Connects companies by Intuit's sign-in with the firm's own Intuit app, and forgets them."""

import secrets
from dataclasses import dataclass, field
from urllib.parse import urlencode

from untwin.domain.company.company import Company, CompanySettings, Environment
from untwin.domain.problems import Cancelled, NotAllowed, Problem, SignInNeeded, Unreachable
from untwin.ports.machine import Leaving
from untwin.ports.sign_in import AppOnFile, Arrived, ConnectionState, IntuitApp, SampleAddress, SignInBegun
from untwin.quickbooks.app_keys import checked, on_file
from untwin.quickbooks.credentials import (
    APP,
    KIND,
    SCOPE,
    AppKeys,
    Credential,
    app_name,
    find_app,
    keep_credential,
    read_app,
    read_credential,
    written,
)
from untwin.quickbooks.opening import books_of
from untwin.quickbooks.redirects import Returned, read_redirected, trip_to_intuit
from untwin.quickbooks.sample_sign_in import SampleSignIn
from untwin.quickbooks.token_endpoint import GrantEnded, ask_token, revoke
from untwin.quickbooks.tokens import Reach
from untwin.signing.listener import Door, wait_for_redirect

_ARRIVAL_SECONDS = 120.0  # one exchange of the code and one look at the company
_REVOKING_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Grant:
    """What Intuit granted for one company, before anything of it is kept; it is the bearer of its own token."""

    credential: Credential = field(repr=False)
    keys: AppKeys = field(repr=False)
    access: str = field(repr=False)

    def current(self) -> str:
        """The token to send."""
        return self.access

    def renewed(self, refused: str) -> str:  # noqa: ARG002 - there is none newer
        """None is newer: a token that was refused within seconds never was good for this company."""
        raise SignInNeeded(_PAIRING, _PAIRS)


_PAIRING = "QuickBooks doesn't let your Intuit app's keys into that company; nothing was connected."
_PAIRS = "Development keys open sandbox companies only, production keys real companies only: connect again."


@dataclass(frozen=True, slots=True)
class QuickBooksSignIn:
    """Honours the port `SignIn`."""

    reach: Reach

    def app(self, environment: Environment) -> AppOnFile | None:
        """The firm's Intuit app for an environment, where its keys were typed before."""
        keys = self._keys(environment)
        return on_file(environment, keys) if keys else None

    def keep_app(self, app: IntuitApp) -> AppOnFile:
        """Stores the keys of the firm's Intuit app."""
        keys = checked(app)
        self.reach.vault.put(APP, app.environment.value, written(keys))
        return on_file(app.environment, keys)

    def forget_app(self, environment: Environment) -> None:
        """Removes the keys of the firm's Intuit app."""
        self.reach.vault.remove(APP, environment.value)

    def begin(self, environment: Environment) -> SignInBegun:
        """Begins a sign-in: the page at Intuit, with a state that nobody can guess."""
        keys, state = self._keys(environment), secrets.token_urlsafe(32)
        if keys is None:
            raise NotAllowed("The keys of your Intuit app aren't there yet.", "Enter them first.")
        asked = {
            "client_id": keys.client_id,
            "response_type": "code",
            "scope": SCOPE,
            "redirect_uri": keys.redirect,
            "state": state,
        }
        page = f"{Credential(environment, '').authorize_address}?{urlencode(asked)}"
        return SignInBegun(on_file(environment, keys), page, state)

    def listen(self, begun: SignInBegun) -> str:
        """The redirected address, once the browser comes back to this computer."""
        if not begun.app.listens:
            raise NotAllowed("This sign-in doesn't come back to Untwin by itself.", "Paste the browser's address.")
        return wait_for_redirect(Door(trip_to_intuit(begun.app.redirect, begun.state)), self.reach.patience)

    def arrive(self, begun: SignInBegun, redirected: str) -> Arrived:
        """Checks the redirected address, fetches tokens and asks the company its name."""
        returned = read_redirected(redirected, begun.app.redirect, begun.state)
        gone: list[Problem] = []

        def arrived() -> Arrived:
            found = self._arrived(begun.app, returned)
            if gone:
                # Nobody will ever say whether it is the right company.
                self._undone(_granted(found))
            return found

        try:
            return self.reach.patience.wait(arrived, _ARRIVAL_SECONDS, Leaving.FINISH)
        except TimeoutError:
            gone.append(Unreachable("QuickBooks' sign-in doesn't answer; nothing was connected.", "Connect again."))
        except Cancelled as cancelled:
            gone.append(cancelled)
        raise gone[0]

    def keep(self, arrived: Arrived) -> Company:
        """Stores the connection; a renewal that is under way must not put the former one back."""
        grant = _granted(arrived)
        with self.reach.alone(grant.credential.realm):
            keep_credential(self.reach.vault, grant.credential)
        self._drop(grant.credential.realm)
        return arrived.company

    def turn_away(self, arrived: Arrived) -> str:
        """Revokes what was granted for the wrong company; a sentence where that could not be done."""
        grant = _granted(arrived)
        return self._undone(grant)

    def connect_sample(self, address: SampleAddress) -> tuple[Company, ...]:
        """Connects the sample companies at an address through the real sign-in endpoints there."""
        connected = SampleSignIn(self.reach).connect(address)
        for company in connected:
            self._drop(company.realm)
        return connected

    def state(self, realm: str) -> ConnectionState:
        """What the keyring knows of a connection."""
        credential = read_credential(self.reach.vault, realm)
        return ConnectionState(credential.environment, credential.refresh_until, credential.hard_end)

    def forget(self, realm: str) -> str:
        """Revokes where it can be reached, and removes the secrets in any case."""
        # A renewal that is under way must not put back what is removed here.
        with self.reach.alone(realm):
            said = self._ended(realm)
            self.reach.vault.remove(KIND, realm)
        self._drop(realm)
        return said

    def _keys(self, environment: Environment) -> AppKeys | None:
        if environment is Environment.SAMPLE:
            return None
        keys = find_app(self.reach.vault, environment.value)
        return keys if keys and keys.redirect else None

    def _arrived(self, app: AppOnFile, returned: Returned) -> Arrived:
        grant = self._exchange(app, returned)
        try:
            facts = books_of(grant.credential, grant, self.reach).facts()
        except SignInNeeded:
            self._undone(grant)
            raise SignInNeeded(_PAIRING, _PAIRS) from None
        except Problem:
            self._undone(grant)
            raise
        company = Company(
            realm=returned.realm,
            name=facts.name,
            environment=app.environment,
            settings=CompanySettings(writes_on=False),
            facts=facts,
            connected_at=grant.credential.signed_in_at,
        )
        return Arrived(company, grant)

    def _exchange(self, app: AppOnFile, returned: Returned) -> Grant:
        """Tokens for the code; it can be used once, so that nothing is tried twice."""
        keys, now = self._keys(app.environment), self.reach.clock.now()
        if keys is None or keys.client_id != app.client_id or keys.redirect != app.redirect:
            raise NotAllowed("Your Intuit app's keys were changed during this sign-in.", "Connect again.")
        fresh = Credential(app.environment, returned.realm, signed_in_at=now)
        form = {"grant_type": "authorization_code", "code": returned.code, "redirect_uri": keys.redirect}
        try:
            granted = ask_token(self.reach.session, fresh, keys, form)
        except GrantEnded:
            words = "QuickBooks' sign-in took too long, or its address was used already; nothing was connected."
            raise SignInNeeded(words, "Connect again.") from None
        return Grant(granted.renewing(fresh, now), keys, granted.access_token)

    def _ended(self, realm: str) -> str:
        """Ends a connection at QuickBooks; a sentence where that could not be done."""
        try:
            credential = read_credential(self.reach.vault, realm)
            said = self._revoked(credential, read_app(self.reach.vault, credential))
        except SignInNeeded as problem:
            return f"{_NOT_REVOKED} {problem.sentence}"
        if credential.environment is Environment.SAMPLE:
            self.reach.vault.remove(APP, app_name(credential))
        return said

    def _undone(self, grant: Grant) -> str:
        # Revoking may end every connection of the app with that company, and an older one is wanted.
        if self.reach.vault.get(KIND, grant.credential.realm) is not None:
            return ""
        return self._revoked(grant.credential, grant.keys)

    def _revoked(self, credential: Credential, keys: AppKeys) -> str:
        try:
            why_not = self.reach.patience.wait(
                lambda: revoke(self.reach.session, credential, keys), _REVOKING_SECONDS, Leaving.FINISH
            )
        except TimeoutError:
            why_not = "QuickBooks doesn't answer."
        if not why_not:
            return ""
        by_hand = "" if credential.environment is Environment.SAMPLE else f" {_BY_HAND}"
        return f"{_NOT_REVOKED} {why_not}{by_hand}"

    def _drop(self, realm: str) -> None:
        """Lets go of access tokens that came from a connection which is another one now, or none."""
        for place in [place for place in self.reach.opened if place.endswith(f" {realm}")]:
            self.reach.opened.pop(place, None)


_NOT_REVOKED = "The connection could not be revoked at QuickBooks:"
_BY_HAND = "To end it there, sign in to QuickBooks, open Settings > Apps and disconnect your Intuit app."


def _granted(arrived: Arrived) -> Grant:
    if not isinstance(arrived.grant, Grant):
        raise TypeError("a company that arrived by another sign-in")
    return arrived.grant
