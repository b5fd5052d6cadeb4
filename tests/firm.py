"""A firm at its terminal: a real keyring, a home, and Intuit's hosts led to a sample server for each environment."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from conftest import quick_firms
from intuit_hosts import OWN_PAGE, IntuitHosts, Person
from real_cli import Terminal
from sample.caller import Caller
from secret_service import SecretService
from untwin.domain.company.company import Environment

PRODUCTION, SANDBOX = Environment.PRODUCTION, Environment.SANDBOX


@dataclass
class Firm:
    """A company in each environment; `addresses` are those that browsers were sent to."""

    servers: dict[Environment, Caller]
    service: SecretService
    home: Path
    person: Person
    env: dict[str, str] = field(default_factory=dict)
    addresses: list[str] = field(default_factory=list)

    def at_terminal(self, *arguments: str) -> Terminal:
        """Starts a command at a terminal."""
        bases = (self.servers[e].base for e in (PRODUCTION, SANDBOX))
        return Terminal((*bases, "--home", str(self.home), *arguments), self.service.env | self.env)

    def run(self, *arguments: str, code: int = 0) -> Terminal:
        """A command that asks nothing."""
        with self.at_terminal(*arguments) as terminal:
            assert terminal.end() == code, terminal.said
        return terminal

    def type_keys(self, terminal: Terminal, environment: Environment) -> None:
        """Types the keys of the firm's Intuit app."""
        client_id, secret = self.servers[environment].client
        terminal.until("Client ID: ")
        terminal.type(client_id)
        terminal.until("Client secret (not shown): ")
        terminal.type(secret)

    def page(self, terminal: Terminal) -> str:
        """The page that is to be opened."""
        terminal.until("https://appcenter.intuit.com/")
        terminal.until("\n")
        return next(line for line in terminal.said.splitlines() if line.startswith("https://appcenter"))

    def agrees(self, page: str) -> str:
        """A person agrees there; the address the browser is sent to."""
        self.addresses.append(self.person.agrees(page))
        return self.addresses[-1]

    def connect(self, environment: Environment, answer: str = "y", *more: str) -> Terminal:
        """The whole way with a pasted address."""
        redirect = ("--redirect", OWN_PAGE) if environment is PRODUCTION else ("--paste",)
        arguments = ("company", "connect", "--environment", environment.value, *redirect, *more)
        with self.at_terminal(*arguments) as terminal:
            if not any(f"quickbooks-app {environment}" in name for name in self.service.secrets()):
                self.type_keys(terminal, environment)
            address = self.agrees(self.page(terminal))
            terminal.until("Paste the whole address")
            terminal.type(f"  {address} ")
            terminal.until("Is this the right company? [y/N] ")
            terminal.type(answer)
            terminal.end()
        return terminal


@contextmanager
def open_firm(folder: Path) -> Iterator[Firm]:
    """A firm that has connected nothing yet."""
    with ExitStack() as stack:
        servers = {}
        for seed, environment in enumerate((PRODUCTION, SANDBOX), 1):
            process = stack.enter_context(quick_firms("--seed", str(seed)))
            servers[environment] = Caller(process.greeting)
            stack.callback(servers[environment].session.close)
        service = stack.enter_context(SecretService())
        yield Firm(servers, service, folder / "home", Person(IntuitHosts(servers)))
