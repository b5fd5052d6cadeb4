"""Connects companies, switches their changes on and off, and forgets them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from untwin.domain.changes.history import HistoryRow
from untwin.domain.company.company import Company, Environment
from untwin.domain.problems import Problem
from untwin.ports.history import History
from untwin.ports.machine import Clock, Vault
from untwin.ports.sign_in import AppOnFile, Arrived, ConnectionState, IntuitApp, SampleAddress, SignIn, SignInBegun
from untwin.ports.sources import SourceAccounts
from untwin.ports.stores import Companies, NumberIndex


@dataclass(frozen=True, slots=True)
class Connect:
    """The flow. Secrets stay with the keyring; only what may lie in the open is stored.

    A real company is connected in four steps: `begin`, `listen` or a pasted address, `arrive`, and, once a person
    has said that it is the right company, `keep`; else `turn_away`. `who` is the name for the change history.
    """

    companies: Companies
    sign_in: SignIn
    history: History
    clock: Clock
    numbers: NumberIndex
    accounts: Callable[[], SourceAccounts]
    vault: Vault

    def app(self, environment: Environment) -> AppOnFile | None:
        """The firm's Intuit app for an environment, where its keys were typed before."""
        return self.sign_in.app(environment)

    def keep_app(self, app: IntuitApp) -> AppOnFile:
        """Keeps the keys of the firm's Intuit app."""
        return self.sign_in.keep_app(app)

    def begin(self, environment: Environment) -> SignInBegun:
        """Begins a sign-in: the page to open in the browser."""
        return self.sign_in.begin(environment)

    def listen(self, begun: SignInBegun) -> str:
        """The redirected address, once the browser comes back to this computer."""
        return self.sign_in.listen(begun)

    def arrive(self, begun: SignInBegun, redirected: str) -> Arrived:
        """The company that somebody signed in to, for a person to look at; nothing is stored."""
        return self.sign_in.arrive(begun, redirected)

    def keep(self, arrived: Arrived, who: str) -> Company:
        """Connects the company that arrived; one that was connected before keeps its settings and sources."""
        company, known = self._as_before(arrived.company), self.connected(arrived.company.realm)
        # First: a secret whose company nobody knows could never be forgotten.
        self.companies.put(company)
        try:
            self.sign_in.keep(arrived)
        except Problem:
            if known is None:
                self.companies.remove(company.realm)
            raise
        self._note(company, who, "connected again" if known else "connected")
        return company

    def turn_away(self, arrived: Arrived) -> str:
        """Gives back what was granted for the wrong company; a sentence where that could not be done."""
        return self.sign_in.turn_away(arrived)

    def sample(self, address: SampleAddress) -> tuple[Company, ...]:
        """Connects the sample companies served at an address, with their sources; they may be changed at once."""
        served = self.accounts().of_sample(address)
        connected = []
        for company in self.sign_in.connect_sample(address):
            accounts = served.get(company.realm, ())
            bound = self._as_before(company)
            if accounts:
                # They come from where the sample is served now.
                bound = replace(bound, sources=tuple(account.binding for account in accounts))
            self.companies.put(bound)
            for account in accounts:
                self.accounts().keep(company.realm, account)
            connected.append(bound)
        return tuple(connected)

    def connected(self, realm: str) -> Company | None:
        """The company, if it is connected already."""
        return next((c for c in self.companies.all() if c.realm == realm), None)

    def state(self, realm: str) -> ConnectionState:
        """How long a connection lasts, as far as the keyring knows."""
        return self.sign_in.state(realm)

    def allow(self, realms: Iterable[str], who: str) -> tuple[Company, ...]:
        """Allows changes in companies, after somebody has looked at all of them at once."""
        return self._switch(realms, who, on=True)

    def forbid(self, realms: Iterable[str], who: str) -> tuple[Company, ...]:
        """Makes companies read-only."""
        return self._switch(realms, who, on=False)

    def forget(self, realm: str, who: str) -> str:
        """Removes a company and its secrets; returns a sentence on what could not be revoked, or nothing."""
        company = self.companies.get(realm)
        said = " ".join(filter(None, (*self._forget_sources(company), self.sign_in.forget(realm))))
        self.companies.remove(realm)
        self.numbers.clear(realm)
        self._note(company, who, "forgotten", said)
        # The keys of the firm's app serve all companies of an environment, and nobody once there is none.
        if company.environment not in {c.environment for c in self.companies.all()}:
            self.sign_in.forget_app(company.environment)
        return said

    def forget_all(self, who: str) -> tuple[str, ...]:
        """Removes all companies and every secret of this home; returns what could not be revoked."""
        said = [self.forget(company.realm, who) for company in self.companies.all()]
        for environment in Environment:
            # Keys may have been entered without a company ever following.
            self.sign_in.forget_app(environment)
        self.accounts().forget_apps()
        # What a company left that the store knows nothing of, as after going back to an older copy of it.
        for kind, name in self.vault.all():
            self.vault.remove(kind, name)
        return tuple(sentence for sentence in said if sentence)

    def _forget_sources(self, company: Company) -> tuple[str, ...]:
        return tuple(self.accounts().forget(company.realm, binding) for binding in company.sources)

    def _as_before(self, company: Company) -> Company:
        """The company with what was set for it before, its sources too."""
        before = self.connected(company.realm)
        if before is None or before.environment is not company.environment:
            return company
        return replace(company, settings=before.settings, sources=before.sources)

    def _switch(self, realms: Iterable[str], who: str, *, on: bool) -> tuple[Company, ...]:
        # All are there, or none is switched.
        companies = [self.companies.get(realm) for realm in dict.fromkeys(realms)]
        switched = tuple(replace(c, settings=replace(c.settings, writes_on=on)) for c in companies)
        for company in switched:
            self.companies.put(company)
            self._note(company, who, "changes allowed" if on else "changes switched off")
        return switched

    def _note(self, company: Company, who: str, what: str, detail: str = "") -> None:
        said = f"{company.name}. {detail}".strip()
        self.history.note(HistoryRow(self.clock.now(), who, company.realm, "", what, said))
