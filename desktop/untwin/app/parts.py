"""The parts that only the composition root can make: they import what is heavy on its first use."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from untwin.domain.company import Company
from untwin.domain.faults import Reading
from untwin.ports import Books, SampleAddress, SignIn, Source, Vault
from untwin.store.home import Home

if TYPE_CHECKING:
    import requests

    from untwin.quickbooks.tokens import Tokens

_RENEWAL_SECONDS = 90.0  # longer than one renewal may take


class SystemClock:
    """Honours the port `Clock`."""

    def now(self) -> datetime:
        """Now, in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Wires:
    """Honours the ports `Connections` and `SignIn`; what is heavy to import is imported on first use.

    requests and python-quickbooks take longer to import than a bare window takes to start.
    """

    home: Home
    vault: Vault
    tokens: "dict[str, Tokens]" = field(default_factory=dict, repr=False)

    def books(self, realm: str) -> Books:
        """The books of one connected company."""
        from untwin.quickbooks.opening import open_books  # noqa: PLC0415

        return open_books(realm, self.vault, self._session(), self._alone, self.tokens)

    def source(self, company: Company, source: str) -> Source | None:
        """The source's API, where it has one and is bound to the company."""
        from untwin.sources.clio import open_clio  # noqa: PLC0415

        if source != "clio" or company.binding("clio") is None:
            return None
        return open_clio(self.vault, company.realm, self._session())

    def connect_sample(self, address: SampleAddress) -> tuple[Company, ...]:
        """Connects the sample companies at an address."""
        return self._sign_in().connect_sample(address)

    def forget(self, realm: str) -> str:
        """Forgets one company's secrets."""
        return self._sign_in().forget(realm)

    def _sign_in(self) -> SignIn:
        from untwin.quickbooks.sign_in import QuickBooksSignIn  # noqa: PLC0415

        return QuickBooksSignIn(self.vault, self._session(), SystemClock(), self._alone)

    @contextmanager
    def _alone(self, realm: str) -> Iterator[None]:
        with self.home.lock(f"renewal-{realm}", _RENEWAL_SECONDS).hold():
            yield

    def _session(self) -> "requests.Session":
        from untwin.quickbooks.client import make_session  # noqa: PLC0415

        return make_session()


@dataclass(frozen=True, slots=True)
class LazyReader:
    """Honours the port `Intake`; lxml and charset-normalizer are imported with the first text."""

    def read_text(self, text: str) -> Reading:
        """The findings in a text."""
        from untwin.intake.reader import read_text  # noqa: PLC0415

        return read_text(text)

    def read_file(self, path: Path) -> Reading:
        """The findings in a file."""
        from untwin.intake.reader import read_file  # noqa: PLC0415

        return read_file(path)
