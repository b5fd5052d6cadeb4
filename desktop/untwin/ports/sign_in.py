"""How a company is connected and forgotten: the steps of a sign-in and what each hands to the next."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from untwin.domain.company.company import Company, Environment


@dataclass(frozen=True, slots=True)
class SampleAddress:
    """Where sample firms are served: the QuickBooks base address, on loopback, and one realm or all."""

    base: str
    realm: str | None = None


@dataclass(frozen=True, slots=True)
class IntuitApp:
    """A firm's own Intuit app, as typed once for one environment.

    `redirect` is the address registered there, compared exactly: for development keys
    `http://localhost:PORT/callback`, for production keys any https page of the firm's own.
    """

    environment: Environment
    client_id: str
    client_secret: str = field(repr=False)
    redirect: str


@dataclass(frozen=True, slots=True)
class AppOnFile:
    """What may be shown of an app whose keys are in the keyring."""

    environment: Environment
    client_id: str
    redirect: str

    @property
    def listens(self) -> bool:
        """Whether the redirect comes back to this computer by itself; else the person pastes it."""
        return self.redirect.startswith("http://localhost:")


@dataclass(frozen=True, slots=True)
class SignInBegun:
    """A sign-in under way: the page to open in the browser, and what must come back with the redirect."""

    app: AppOnFile
    page: str
    state: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Arrived:
    """A company that somebody has signed in to; nothing is stored until a person says that it is the right one.

    `grant` holds its tokens and is for the adapter alone.
    """

    company: Company
    grant: object = field(repr=False)


@dataclass(frozen=True, slots=True)
class ConnectionState:
    """What is known of one company's connection without asking QuickBooks.

    `until` is when the refresh token ends unless it is used; `hard_end` is five years after signing in.
    """

    environment: Environment
    until: datetime | None
    hard_end: datetime | None


class SignIn(Protocol):
    """Connects companies and forgets them. Secrets go to the keyring and come back from nowhere."""

    def app(self, environment: Environment) -> AppOnFile | None:
        """The firm's Intuit app for an environment, where its keys were typed before. Raises `KeyringProblem`."""

    def keep_app(self, app: IntuitApp) -> AppOnFile:
        """Stores the keys of the firm's Intuit app. Raises `BadInput` for what can be no key or redirect."""

    def forget_app(self, environment: Environment) -> None:
        """Removes the keys of the firm's Intuit app, once no company of its environment is connected any more."""

    def begin(self, environment: Environment) -> SignInBegun:
        """Begins a sign-in. Raises `NotAllowed` when the app's keys aren't there yet."""

    def listen(self, begun: SignInBegun) -> str:
        """The redirected address, once the browser comes back to this computer.

        Raises:
            NotAllowed: the redirect is one that a person must paste.
            BadInput: the port is taken by another program.
            Cancelled: nobody wants to wait any more; a time limit ends it as `SignInNeeded`.
        """

    def arrive(self, begun: SignInBegun, redirected: str) -> Arrived:
        """Checks the redirected address, fetches tokens and asks the company its name. Stores nothing.

        Raises:
            BadInput: what was pasted is no redirected address, or belongs to another sign-in.
            SignInNeeded: the person said no there, or the code was too old.
        """

    def keep(self, arrived: Arrived) -> Company:
        """Stores the connection, once a person has said that it is the right company."""

    def turn_away(self, arrived: Arrived) -> str:
        """Revokes what was granted for the wrong company; a sentence where that could not be done."""

    def connect_sample(self, address: SampleAddress) -> tuple[Company, ...]:
        """Goes through the sample server's sign-in; secrets go to the keyring, the companies are returned."""

    def state(self, realm: str) -> ConnectionState:
        """What the keyring knows of a connection. Raises `SignInNeeded`, `KeyringProblem`."""

    def forget(self, realm: str) -> str:
        """Revokes and removes a company's secrets; a sentence on what could not be revoked, or empty."""
