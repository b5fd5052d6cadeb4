"""The real sign-in on a stage: a sample server in the place of each environment, and a person in the browser."""

from dataclasses import dataclass
from datetime import UTC, datetime

from intuit_hosts import IntuitHosts, Person, keys_of
from plain_vault import PlainVault
from reach import SetClock
from sample.caller import Caller
from untwin.domain.company.company import Environment
from untwin.ports.sign_in import IntuitApp, SignInBegun
from untwin.quickbooks.sign_in import QuickBooksSignIn
from untwin.quickbooks.tokens import Reach

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@dataclass
class IntuitStage:
    """The real sign-in, with a sample server in the place of each environment."""

    sign_in: QuickBooksSignIn
    vault: PlainVault
    hosts: IntuitHosts
    person: Person
    clock: SetClock

    @property
    def reach(self) -> Reach:
        return self.sign_in.reach

    def server(self, environment: Environment) -> Caller:
        return self.hosts.servers[environment]

    def keys(self, environment: Environment) -> IntuitApp:
        return keys_of(self.server(environment), environment)

    def realm(self, environment: Environment) -> str:
        return self.server(environment).realm

    def agrees(self, begun: SignInBegun) -> str:
        return self.person.agrees(begun.page)

    def refuses(self, begun: SignInBegun) -> str:
        return self.person.refuses(begun.page)

    def cut_off(self) -> None:
        self.hosts.down = True
