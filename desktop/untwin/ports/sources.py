"""How an account of a source is connected, tested, asked again and forgotten, and what each step hands to the next."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from untwin.domain.company.company import SourceBinding
from untwin.ports.sign_in import SampleAddress


@dataclass(frozen=True, slots=True)
class ClioApp:
    """The firm's own Clio app, as typed once for one region: `us`, `eu`, `ca`, `au`.

    `redirect` is the address registered there: one on this computer, or Clio's own page that shows the code.
    """

    region: str
    client_id: str
    client_secret: str = field(repr=False)
    redirect: str = ""


@dataclass(frozen=True, slots=True)
class ClioAppOnFile:
    """What may be shown of a Clio app whose keys are in the keyring."""

    region: str
    client_id: str
    redirect: str

    @property
    def listens(self) -> bool:
        """Whether the browser comes back to this computer by itself; else the person pastes what Clio shows."""
        return self.redirect.startswith("http://")


@dataclass(frozen=True, slots=True)
class ClioBegun:
    """A sign-in at Clio under way: the page to open in the browser, and what must come back with the redirect."""

    app: ClioAppOnFile
    page: str
    state: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SourceAccount:
    """An account that answered; nothing is stored until a person says which company it belongs to.

    Attributes:
        name: how the account is called there, for a person to look at.
        binding: what its company will know of it.
        secret: a webhook's secret, to be shown once; empty for all others.
        grant: what goes into the keyring; for the adapter alone.
    """

    name: str
    binding: SourceBinding
    secret: str = field(default="", repr=False)
    grant: object = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """A request to send one document again. `key` is the same whenever the same attempt is repeated."""

    key: str
    number: str
    kind: str
    company: str


class SourceAccounts(Protocol):
    """Connects sources and forgets them. Secrets go to the keyring; none comes back but a new webhook's, once."""

    def hubspot(self, token: str) -> SourceAccount:
        """The HubSpot account that a key or token opens. Raises `BadInput`, `OutsideProblem`."""

    def clio_app(self, region: str) -> ClioAppOnFile | None:
        """The firm's Clio app in a region, where its keys were typed before. Raises `KeyringProblem`."""

    def keep_clio_app(self, app: ClioApp) -> ClioAppOnFile:
        """Stores the keys of the firm's Clio app. Raises `BadInput` for what can be no key, region or redirect."""

    def begin_clio(self, region: str) -> ClioBegun:
        """Begins a sign-in at Clio. Raises `NotAllowed` when the app's keys aren't there yet."""

    def listen_for_clio(self, begun: ClioBegun) -> str:
        """The redirected address, once the browser comes back. Raises as `SignIn.listen`."""

    def arrive_at_clio(self, begun: ClioBegun, brought: str) -> SourceAccount:
        """The account behind a redirected address, or behind the code that Clio's page shows.

        Raises:
            BadInput: it is neither, or belongs to another sign-in.
            SignInNeeded: the person said no there, or the code was too old.
        """

    def webhook(self, name: str, address: str) -> SourceAccount:
        """A source that is asked at an address, with a new secret. Raises `BadInput` for any but https."""

    def own(self, file: Path) -> SourceAccount:
        """A source of the user's own from its profile file. Raises `BadInput` that says what is wrong in it."""

    def of_sample(self, address: SampleAddress) -> Mapping[str, tuple[SourceAccount, ...]]:
        """The accounts of sample firms by their company's realm."""

    def keep(self, realm: str, account: SourceAccount) -> None:
        """Stores the account's secrets for a company. Raises `KeyringProblem`."""

    def turn_away(self, account: SourceAccount) -> str:
        """Ends what was granted for an account that is not wanted; a sentence where that could not be done."""

    def test(self, realm: str, binding: SourceBinding) -> str:
        """Asks the source whether it still knows us: a sentence on what answered. Raises `OutsideProblem`."""

    def ask_again(self, realm: str, binding: SourceBinding, asked: AskedAgain) -> None:
        """Asks a webhook to send a document again; returns once it has accepted.

        Raises:
            SignInNeeded: its secret isn't there, or was made for another address.
            Unreachable: it didn't accept; to ask once more with the same key does no harm.
        """

    def forget(self, realm: str, binding: SourceBinding) -> str:
        """Ends the connection where that is possible and removes its secrets; a sentence where it could not end."""

    def forget_apps(self) -> None:
        """Removes the keys of the firm's Clio apps."""
