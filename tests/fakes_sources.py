"""A fake of the sources' accounts: Clio, HubSpot and webhooks in memory, honest."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from untwin.domain.company.company import SourceBinding
from untwin.domain.problems import BadInput, NotAllowed, Problem, SignInNeeded
from untwin.domain.sources.declared import RetryBy, SourceProfile
from untwin.ports.sign_in import SampleAddress
from untwin.ports.sources import AskedAgain, ClioApp, ClioAppOnFile, ClioBegun, SourceAccount
from untwin.sources.profile_file import read_profile


@dataclass
class FakeAccounts:
    """Honours the port `SourceAccounts`. `problem` is raised by whatever reaches a source."""

    samples: Mapping[str, tuple[SourceAccount, ...]] = field(default_factory=dict)
    apps: dict[str, ClioApp] = field(default_factory=dict)
    kept: dict[tuple[str, str], SourceAccount] = field(default_factory=dict)
    asked: list[AskedAgain] = field(default_factory=list)
    turned_away: list[SourceAccount] = field(default_factory=list)
    portal: str = "777"
    clio_id: str = "us 9"
    problem: Problem | None = None
    not_ended: str = ""

    def hubspot(self, token: str) -> SourceAccount:
        self._reach()
        if len(token.strip()) < 8 or " " in token.strip():
            raise BadInput("That can't be a token: it has no blanks.")
        page = f"https://app.hubspot.com/integrations-settings/{self.portal}/installed"
        binding = SourceBinding("hubspot", "https://api.hubapi.com", page, account=self.portal)
        return SourceAccount(f"HubSpot account {self.portal}", binding, grant=token)

    def clio_app(self, region: str) -> ClioAppOnFile | None:
        app = self.apps.get(region)
        return ClioAppOnFile(region, app.client_id, app.redirect) if app else None

    def keep_clio_app(self, app: ClioApp) -> ClioAppOnFile:
        if app.region not in ("us", "eu", "ca", "au") or len(app.client_id) < 8 or len(app.client_secret) < 8:
            raise BadInput("What was entered can't be an app key: those are letters and digits without blanks.")
        host = "app.clio.com" if app.region == "us" else f"{app.region}.app.clio.com"
        self.apps[app.region] = replace(app, redirect=app.redirect or f"https://{host}/oauth/approval")
        return ClioAppOnFile(app.region, app.client_id, self.apps[app.region].redirect)

    def begin_clio(self, region: str) -> ClioBegun:
        app = self.clio_app(region)
        if app is None:
            raise NotAllowed("The keys of your Clio app aren't there yet.", "Enter them first.")
        return ClioBegun(app, f"https://clio.example/oauth/authorize?region={region}", "state-of-clio")

    def listen_for_clio(self, begun: ClioBegun) -> str:
        if not begun.app.listens:
            raise NotAllowed("This sign-in doesn't come back to Untwin by itself.")
        return f"{begun.app.redirect}?code=goodcode&state={begun.state}"

    def arrive_at_clio(self, begun: ClioBegun, brought: str) -> SourceAccount:
        self._reach()
        if "goodcode" not in brought:
            raise BadInput("This is not the code that Clio shows after agreeing.")
        binding = SourceBinding("clio", "https://app.clio.com", "https://app.clio.com/nc/#/settings", 300, self.clio_id)
        return SourceAccount("Larkspur Law at Clio", binding, grant=brought)

    def webhook(self, name: str, address: str) -> SourceAccount:
        if not address.startswith("https://"):
            raise BadInput("A webhook's address begins with https:// and has no blanks.")
        profile = SourceProfile(id=name, name=name, retry=RetryBy.WEBHOOK)
        return SourceAccount(name, SourceBinding(name, address, account=address, own=profile), "made-once", "made-once")

    def own(self, file: Path) -> SourceAccount:
        binding = read_profile(file)
        return SourceAccount(binding.source, binding)

    def of_sample(self, address: SampleAddress) -> Mapping[str, tuple[SourceAccount, ...]]:
        return self.samples

    def keep(self, realm: str, account: SourceAccount) -> None:
        self._reach()
        self.kept[realm, account.binding.source] = account

    def turn_away(self, account: SourceAccount) -> str:
        self.turned_away.append(account)
        return self.not_ended

    def test(self, realm: str, binding: SourceBinding) -> str:
        self._reach()
        if (realm, binding.source) not in self.kept:
            raise SignInNeeded(f"{binding.profile.name} isn't connected on this computer.")
        return f"{binding.profile.name} answers, and lets Untwin read its list."

    def ask_again(self, realm: str, binding: SourceBinding, asked: AskedAgain) -> None:
        self._reach()
        self.asked.append(asked)

    def forget(self, realm: str, binding: SourceBinding) -> str:
        self.kept.pop((realm, binding.source), None)
        return self.not_ended

    def forget_apps(self) -> None:
        self.apps.clear()

    def _reach(self) -> None:
        if self.problem is not None:
            raise self.problem
