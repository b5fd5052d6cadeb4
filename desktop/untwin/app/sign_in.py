"""A sign-in that is built on its first use: what it stands on is heavy to import, and most starts never need it."""

from collections.abc import Callable
from dataclasses import dataclass

from untwin.domain.company.company import Company, Environment
from untwin.ports.sign_in import AppOnFile, Arrived, ConnectionState, IntuitApp, SampleAddress, SignIn, SignInBegun


@dataclass(frozen=True, slots=True)
class LazySignIn:
    """Honours the port `SignIn`."""

    open: Callable[[], SignIn]

    def app(self, environment: Environment) -> AppOnFile | None:
        """The firm's Intuit app for an environment."""
        return self.open().app(environment)

    def keep_app(self, app: IntuitApp) -> AppOnFile:
        """Stores the keys of the firm's Intuit app."""
        return self.open().keep_app(app)

    def forget_app(self, environment: Environment) -> None:
        """Removes them."""
        self.open().forget_app(environment)

    def begin(self, environment: Environment) -> SignInBegun:
        """Begins a sign-in."""
        return self.open().begin(environment)

    def listen(self, begun: SignInBegun) -> str:
        """The redirected address, once the browser comes back to this computer."""
        return self.open().listen(begun)

    def arrive(self, begun: SignInBegun, redirected: str) -> Arrived:
        """Checks the redirected address, and asks the company its name."""
        return self.open().arrive(begun, redirected)

    def keep(self, arrived: Arrived) -> Company:
        """Stores the connection."""
        return self.open().keep(arrived)

    def turn_away(self, arrived: Arrived) -> str:
        """Revokes what was granted for the wrong company."""
        return self.open().turn_away(arrived)

    def connect_sample(self, address: SampleAddress) -> tuple[Company, ...]:
        """Connects the sample companies at an address."""
        return self.open().connect_sample(address)

    def state(self, realm: str) -> ConnectionState:
        """What the keyring knows of a connection."""
        return self.open().state(realm)

    def forget(self, realm: str) -> str:
        """Forgets one company's secrets."""
        return self.open().forget(realm)
