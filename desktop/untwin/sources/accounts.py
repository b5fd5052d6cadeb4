"""Connects accounts of sources, tests them, asks a webhook again, and forgets them; secrets stay with the keyring."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

import requests

from untwin.domain.company.company import Company, SourceBinding
from untwin.domain.problems import Problem, SignInNeeded, Unreachable
from untwin.domain.sources.declared import WEBHOOK, RetryBy
from untwin.ports.books import Source
from untwin.ports.machine import Clock, Leaving, Patience, Vault
from untwin.ports.sign_in import SampleAddress
from untwin.ports.sources import AskedAgain, ClioApp, ClioAppOnFile, ClioBegun, SourceAccount
from untwin.sources.clio import NEEDS as CLIO_NEEDS
from untwin.sources.clio import Clio
from untwin.sources.clio_account import account_of as clio_account
from untwin.sources.clio_sign_in import ClioSignIn, region_of
from untwin.sources.greeting import read_accounts
from untwin.sources.hubspot import NEEDS as HUBSPOT_NEEDS
from untwin.sources.hubspot import HubSpot
from untwin.sources.hubspot_account import account_of
from untwin.sources.keys import KIND, ClioKey, SourceKey, TokenKey, WebhookKey, entry_name, find_key, written
from untwin.sources.profile_file import checked_name, read_profile
from untwin.sources.webhook import Webhook, checked_address, new_secret
from untwin.sources.wire import Line, Shelf

_ARRIVAL_SECONDS = 150.0  # two answers of a minute each, and a keyring
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Accounts:
    """Honours the port `SourceAccounts`, and opens what the port `Connections` gives out."""

    vault: Vault
    session: requests.Session
    patience: Patience
    clock: Clock
    shelves: dict[str, Shelf] = field(default_factory=dict, repr=False)

    def open(self, company: Company, source: str) -> Source | None:
        """The source's API where it has one and is bound to the company; else None."""
        binding = company.binding(source)
        if binding is None or not binding.profile.can_read_record:
            return None
        return self._opened(company.realm, source)

    def hubspot(self, token: str) -> SourceAccount:
        """The HubSpot account that a service key or a private app's token opens."""
        return account_of(token, self._hubspot_line())

    def clio_app(self, region: str) -> ClioAppOnFile | None:
        """The firm's Clio app in a region."""
        return self._clio.app(region)

    def keep_clio_app(self, app: ClioApp) -> ClioAppOnFile:
        """Stores its keys."""
        return self._clio.keep_app(app)

    def begin_clio(self, region: str) -> ClioBegun:
        """Begins a sign-in at Clio."""
        return self._clio.begin(region)

    def listen_for_clio(self, begun: ClioBegun) -> str:
        """The redirected address, once the browser comes back."""
        return self._clio.listen(begun)

    def arrive_at_clio(self, begun: ClioBegun, brought: str) -> SourceAccount:
        """The account behind what the browser brought."""

        def arrived() -> SourceAccount:
            key = self._clio.arrive(begun, brought)
            try:
                return clio_account(key, self._clio_line())
            except Problem:
                # Nobody will ever say whether it is the right one.
                self._clio.end(region_of(key.base), key)
                raise

        return self._to_its_end(arrived)

    def webhook(self, name: str, address: str) -> SourceAccount:
        """A source that is asked at an address, with a new secret."""
        base, called, secret = checked_address(address), checked_name(name), new_secret()
        profile = replace(WEBHOOK, id=called, name=called)
        binding = SourceBinding(called, base, cycle_seconds=profile.cycle_seconds, account=base, own=profile)
        return SourceAccount(called, binding, secret, WebhookKey(base, secret))

    def own(self, file: Path) -> SourceAccount:
        """A source of the user's own from its profile file."""
        binding = read_profile(file)
        return SourceAccount(binding.source, binding)

    def of_sample(self, address: SampleAddress) -> Mapping[str, tuple[SourceAccount, ...]]:
        """The accounts of sample firms by their company's realm."""
        return read_accounts(address.base.rstrip("/"), self._line("The sample firms"))

    def keep(self, realm: str, account: SourceAccount) -> None:
        """Stores the account's secrets for a company."""
        if isinstance(account.grant, SourceKey):
            self.vault.put(KIND, entry_name(account.binding.source, realm), written(account.grant))
        self.shelves.pop(entry_name(account.binding.source, realm), None)

    def turn_away(self, account: SourceAccount) -> str:
        """Ends what was granted for an account that is not wanted."""
        key = account.grant
        return self._clio.end(region_of(key.base), key) if isinstance(key, ClioKey) else ""

    def test(self, realm: str, binding: SourceBinding) -> str:
        """Asks the source whether it still knows us."""
        profile = binding.profile
        if profile.retry is RetryBy.WEBHOOK:
            self._webhook_key(realm, binding)
            return f"{profile.name} is asked at {binding.base}; that it listens shows with the first retry."
        if not profile.can_read_record:
            return f"{profile.name} has nothing that Untwin could ask; its page is opened for you."
        opened = self._opened(realm, binding.source)
        if opened is None:
            raise SignInNeeded(f"{profile.name} isn't connected on this computer.", f"Connect {profile.name} again.")
        opened.glance()
        return f"{profile.name} answers, and lets Untwin read its list."

    def ask_again(self, realm: str, binding: SourceBinding, asked: AskedAgain) -> None:
        """Asks a webhook to send a document again."""
        key = self._webhook_key(realm, binding)
        Webhook(key, self._line(binding.profile.name), self.clock, self.patience.pause).ask(asked)

    def forget(self, realm: str, binding: SourceBinding) -> str:
        """Ends the connection where that is possible and removes its secrets."""
        said = self._ended(realm, binding)
        self.vault.remove(KIND, entry_name(binding.source, realm))
        self.shelves.pop(entry_name(binding.source, realm), None)
        return said

    def forget_apps(self) -> None:
        """Removes the keys of the firm's Clio apps."""
        self._clio.forget_apps()

    def _opened(self, realm: str, source: str) -> Clio | HubSpot | None:
        if source == "hubspot":
            token = find_key(self.vault, source, realm, TokenKey)
            return HubSpot(token.base, token.token, self._hubspot_line()) if token else None
        key = find_key(self.vault, "clio", realm, ClioKey)
        if key is None:
            return None
        shelf = self.shelves.setdefault(entry_name("clio", realm), Shelf())
        return Clio(key.base, _ClioToken(self, realm, [key]), replace(self._clio_line(), shelf=shelf))

    def renew(self, realm: str, key: ClioKey) -> ClioKey:
        """A Clio key with a new access token, kept. Raises `SignInNeeded`."""

        def renewed() -> ClioKey:
            newer = self._clio.renewed(region_of(key.base), key)
            self.vault.put(KIND, entry_name("clio", realm), written(newer))
            return newer

        return self._to_its_end(renewed)

    def ages(self, key: ClioKey) -> bool:
        """Whether a Clio key is to be renewed before it is used."""
        return self._clio.ages(key)

    def _to_its_end(self, work: Callable[[], T]) -> T:
        """What must not be cut off half-way, for Clio has then given out what nobody keeps."""
        try:
            return self.patience.wait(work, _ARRIVAL_SECONDS, Leaving.FINISH)
        except TimeoutError:
            raise Unreachable("Clio or the keyring took too long.", "Try again in a few minutes.") from None

    def _webhook_key(self, realm: str, binding: SourceBinding) -> WebhookKey:
        key, name = find_key(self.vault, binding.source, realm, WebhookKey), binding.profile.name
        if key is None:
            raise SignInNeeded(f"The secret of {name} isn't in the keyring.", f"Connect {name} again.")
        if key.base != binding.base:
            # The address lies in the open; the secret goes only where it was made for.
            raise SignInNeeded(f"The secret of {name} was made for another address.", f"Connect {name} again.")
        return WebhookKey(checked_address(key.base), key.secret)

    def _ended(self, realm: str, binding: SourceBinding) -> str:
        if binding.source != "clio":
            return ""
        try:
            key = find_key(self.vault, "clio", realm, ClioKey)
        except SignInNeeded as problem:
            return f"Clio's connection could not be ended there: {problem.sentence}"
        if key is None or not key.refresh:
            return ""
        said = self._clio.end(region_of(key.base), key)
        return f"Clio's connection could not be ended there: {said} {_BY_HAND}" if said else ""

    @property
    def _clio(self) -> ClioSignIn:
        return ClioSignIn(self.vault, self._clio_line(), self.clock)

    def _hubspot_line(self) -> Line:
        return replace(self._line("HubSpot", 10), needs=HUBSPOT_NEEDS)

    def _clio_line(self) -> Line:
        return replace(self._line("Clio"), needs=CLIO_NEEDS)

    def _line(self, who: str, rest: int = 60) -> Line:
        return Line(who, self.session, self.patience, rest)


@dataclass(frozen=True, slots=True)
class _ClioToken:
    """The access token of one Clio account: renewed when it ages, and once when it is refused."""

    accounts: Accounts
    realm: str
    keys: list[ClioKey] = field(repr=False)

    def __call__(self, refused: str) -> str:
        key = self.keys[0]
        worn = self.accounts.ages(key) or (refused and refused == key.token and key.refresh)
        if worn:
            self.keys[0] = key = self.accounts.renew(self.realm, key)
        return key.token


_BY_HAND = "To end it there, open Settings > Apps in Clio and disconnect your app."
