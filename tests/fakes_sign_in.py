"""A fake of the sign-in: Intuit in memory, run through the same contract tests as the real thing."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count
from urllib.parse import parse_qs, urlencode, urlsplit

from builders import NOW
from untwin.domain.company.company import Company, CompanySettings, Environment
from untwin.domain.problems import BadInput, NotAllowed, Problem, SignInNeeded
from untwin.ports.sign_in import AppOnFile, Arrived, ConnectionState, IntuitApp, SampleAddress, SignInBegun


@dataclass
class FakeSignIn:
    """Honours the port `SignIn`. `companies` can be signed in to; `problem` is raised by whatever keeps or forgets."""

    companies: dict[str, Company] = field(default_factory=dict)
    apps: dict[Environment, IntuitApp] = field(default_factory=dict)
    kept: dict[str, Arrived] = field(default_factory=dict)
    live: set[str] = field(default_factory=set)
    samples: tuple[Company, ...] = ()
    problem: Problem | None = None
    reachable: bool = True
    _numbers: "count[int]" = field(default_factory=lambda: count(1))
    _codes: dict[str, str] = field(default_factory=dict)

    def app(self, environment: Environment) -> AppOnFile | None:
        app = self.apps.get(environment)
        return AppOnFile(environment, app.client_id, app.redirect) if app else None

    def keep_app(self, app: IntuitApp) -> AppOnFile:
        parts = urlsplit(app.redirect)
        local = app.environment is Environment.SANDBOX and parts.scheme == "http" and parts.hostname == "localhost"
        if not (parts.scheme == "https" or local) or " " in app.client_id or not app.client_secret:
            raise BadInput("That can be no key, or no redirect address.")
        self.apps[app.environment] = app
        return AppOnFile(app.environment, app.client_id, app.redirect)

    def forget_app(self, environment: Environment) -> None:
        self.apps.pop(environment, None)

    def begin(self, environment: Environment) -> SignInBegun:
        app = self.app(environment)
        if app is None:
            raise NotAllowed("The keys of your Intuit app aren't there yet.")
        state = f"state-{next(self._numbers)}"
        query = {"client_id": app.client_id, "redirect_uri": app.redirect, "state": state}
        return SignInBegun(app, f"https://intuit.example/sign-in?{urlencode(query)}", state)

    def listen(self, begun: SignInBegun) -> str:
        if not begun.app.listens:
            raise NotAllowed("This sign-in doesn't come back to Untwin by itself.")
        return self.agree(begun, next(iter(self.companies)))

    def agree(self, begun: SignInBegun, realm: str) -> str:
        """What a person does in the browser; the address it ends at."""
        code = f"code-{next(self._numbers)}"
        self._codes[code] = realm
        return f"{begun.app.redirect}?{urlencode({'code': code, 'state': begun.state, 'realmId': realm})}"

    def arrive(self, begun: SignInBegun, redirected: str) -> Arrived:
        found = {name: values[0] for name, values in parse_qs(urlsplit(redirected).query).items()}
        if found.get("state") != begun.state or not redirected.startswith(begun.app.redirect):
            raise BadInput("This address belongs to another sign-in.")
        realm = self._codes.pop(found.get("code", ""), None)
        if "error" in found or realm is None:
            raise SignInNeeded("Nothing was connected.")
        self.live.add(found["code"])
        company = replace(
            self.companies[realm], environment=begun.app.environment, settings=CompanySettings(), sources=()
        )
        return Arrived(company, found["code"])

    def keep(self, arrived: Arrived) -> Company:
        self._fail()
        self.kept[arrived.company.realm] = arrived
        return arrived.company

    def turn_away(self, arrived: Arrived) -> str:
        if arrived.company.realm in self.kept:
            return ""
        return self._revoke(str(arrived.grant))

    def connect_sample(self, address: SampleAddress) -> tuple[Company, ...]:
        return self.samples

    def state(self, realm: str) -> ConnectionState:
        if realm not in self.kept:
            raise SignInNeeded("This company isn't connected on this computer.")
        company = self.kept[realm].company
        return ConnectionState(company.environment, NOW + timedelta(days=100), NOW + timedelta(days=1825))

    def forget(self, realm: str) -> str:
        self._fail()
        kept = self.kept.pop(realm, None)
        return self._revoke(str(kept.grant)) if kept else "The connection could not be revoked: it isn't there."

    def _revoke(self, grant: str) -> str:
        if not self.reachable:
            return "The connection could not be revoked at QuickBooks: it can't be reached."
        self.live.discard(grant)
        return ""

    def _fail(self) -> None:
        if self.problem is not None:
            raise self.problem
