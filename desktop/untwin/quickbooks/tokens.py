"""Access tokens: kept in memory, renewed by the refresh token in the keyring, one renewal at a time."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import requests

from untwin.domain.problems import KeyringProblem, Unreachable
from untwin.ports.machine import Clock, Leaving, Patience, Vault
from untwin.quickbooks.client import Times
from untwin.quickbooks.credentials import Credential, keep_credential, read_app, read_credential
from untwin.quickbooks.pace import Pace
from untwin.quickbooks.token_endpoint import Granted, GrantEnded, LostAnswer, ask_token

_ASK_AGAIN = (0.5, 2.0)  # seconds before a lost answer is asked for again, with the same refresh token
# Seconds before a secret that could not be stored is tried again: about half a minute, since it can't be had again.
_STORE_AGAIN = (0.2, 0.5, 1.0, 2.0, 3.0, 4.0, 5.0, 5.0, 5.0, 5.0)
_RENEWAL_SECONDS = 300.0  # longer than waiting for another's renewal and renewing then may take
_EARLY = timedelta(minutes=1)  # an access token must not end on its way


@dataclass(frozen=True, slots=True)
class Reach:
    """What it takes to reach QuickBooks.

    `alone` keeps renewals of one company one at a time, in this process and in others on this home.
    `guard` makes what lets one thread in at a time. `opened` keeps access tokens between openings, so that only
    an hour's end renews them, and `paces` keeps each company's pace.
    """

    vault: Vault
    session: requests.Session
    clock: Clock
    alone: Callable[[str], AbstractContextManager[object]]
    patience: Patience
    guard: Callable[[], AbstractContextManager[object]]
    paces: dict[str, Pace] = field(default_factory=dict)
    opened: "dict[str, Tokens]" = field(default_factory=dict, repr=False)
    times: Times = field(default_factory=Times)


@dataclass(slots=True)
class Tokens:
    """The access token of one company."""

    realm: str
    reach: Reach
    _access: str = field(default="", repr=False)
    _until: datetime | None = None
    # A renewed connection that the keyring didn't take yet, by the refresh token that lies there in its place.
    _unsaved: dict[str, Credential] = field(default_factory=dict, repr=False)

    def current(self) -> str:
        """The token to send; the first use renews, and so does an end that is near."""
        return self._access if self._lasts() else self.renewed(self._access)

    def renewed(self, refused: str) -> str:
        """A token newer than `refused`; whoever comes second gets what the first one fetched.

        Whoever doesn't want to wait any longer is let go, and the renewal is brought to its end all the same.
        """
        try:
            return self.reach.patience.wait(lambda: self._renewed(refused), _RENEWAL_SECONDS, Leaving.FINISH)
        except TimeoutError:
            raise Unreachable("QuickBooks' sign-in doesn't answer.", "Try again in a few minutes.") from None

    def _renewed(self, refused: str) -> str:
        with self.reach.alone(self.realm):
            if not self._lasts() or self._access == refused:
                self._renew()
            return self._access

    def _lasts(self) -> bool:
        until = self._until
        return bool(self._access) and until is not None and self.reach.clock.now() < until - _EARLY

    def _renew(self) -> None:
        stored, credential = self._latest()
        try:
            granted = self._ask(credential)
        except GrantEnded:
            # Somebody may have connected the company anew in the meantime.
            stored, newer = self._latest()
            if newer.refresh_token == credential.refresh_token:
                raise
            credential, granted = newer, self._ask(newer)
        # The new refresh token is stored before the access token is used: the old one is dead already.
        now = self.reach.clock.now()
        self._keep(granted.renewing(credential, now), stored)
        self._access, self._until = granted.access_token, now + granted.lasts

    def _latest(self) -> tuple[str, Credential]:
        """The refresh token that the keyring has, and the connection as it would be had the keyring taken it."""
        stored = read_credential(self.reach.vault, self.realm)
        return stored.refresh_token, self._unsaved.get(stored.refresh_token, stored)

    def _ask(self, credential: Credential) -> Granted:
        """Asks for new tokens; where the answer is lost, again, since the refresh token is most likely good still."""
        app = read_app(self.reach.vault, credential)
        form = {"grant_type": "refresh_token", "refresh_token": credential.refresh_token}
        for pause in _ASK_AGAIN:
            try:
                return ask_token(self.reach.session, credential, app, form)
            except LostAnswer:
                self.reach.patience.pause(pause)
        return ask_token(self.reach.session, credential, app, form)

    def _keep(self, credential: Credential, stored: str) -> None:
        """Stores the renewed connection; a keyring that fails for a while must not strand it."""
        self._unsaved = {stored: credential}
        for pause in _STORE_AGAIN:
            try:
                keep_credential(self.reach.vault, credential)
                break
            except KeyringProblem:
                self.reach.patience.pause(pause)
        else:
            keep_credential(self.reach.vault, credential)
        self._unsaved.clear()
