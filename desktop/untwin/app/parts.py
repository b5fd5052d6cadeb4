"""The parts that only the composition root can make: they import what is heavy on its first use."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from untwin.domain.company.company import Company
from untwin.domain.errors.bills import BillList
from untwin.domain.errors.columns import Told
from untwin.domain.errors.faults import Reading
from untwin.jobs import one_at_a_time
from untwin.ports.books import Books, Source
from untwin.ports.machine import Patience, Vault
from untwin.ports.sign_in import SignIn
from untwin.ports.stores import Companies
from untwin.store.home import Home

if TYPE_CHECKING:
    import requests

    from untwin.quickbooks.examine import ConnectionsExam
    from untwin.quickbooks.pace import Pace
    from untwin.quickbooks.tokens import Reach, Tokens
    from untwin.sources.accounts import Accounts
    from untwin.sources.wire import Shelf

_RENEWAL_SECONDS = 150.0  # longer than one renewal may take
_RENEWING = ("Another Untwin is signing in to this company just now.", "Try again in a moment.")


class SystemClock:
    """Honours the port `Clock`."""

    def now(self) -> datetime:
        """Now, in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Wires:
    """Honours the port `Connections`; what is heavy to import is imported on first use.

    requests and python-quickbooks take longer to import than a bare window takes to start. `session` makes the
    session that requests go through; None is the one that takes nothing from the environment.
    """

    home: Home
    vault: Vault
    companies: Companies
    patience: Patience
    session: "Callable[[], requests.Session] | None" = None
    tokens: "dict[str, Tokens]" = field(default_factory=dict, repr=False)
    _paces: "dict[str, Pace]" = field(default_factory=dict, repr=False)
    _shelves: "dict[str, Shelf]" = field(default_factory=dict, repr=False)
    _sessions: "list[requests.Session]" = field(default_factory=list, repr=False)

    def books(self, realm: str) -> Books:
        """The books of one connected company."""
        from untwin.quickbooks.opening import open_books  # noqa: PLC0415

        return open_books(realm, self.companies.get(realm).environment, self._reach())

    def source(self, company: Company, source: str) -> Source | None:
        """The source's API, where it has one and is bound to the company."""
        return self.accounts().open(company, source)

    def accounts(self) -> "Accounts":
        """The accounts of sources over the same wires."""
        from untwin.sources.accounts import Accounts  # noqa: PLC0415

        return Accounts(self.vault, self._session(), self.patience, SystemClock(), self._shelves)

    def sign_in(self) -> SignIn:
        """The sign-in over the same wires."""
        from untwin.quickbooks.sign_in import QuickBooksSignIn  # noqa: PLC0415

        return QuickBooksSignIn(self._reach())

    def connections_exam(
        self, companies: Sequence[Company], clocks: list[tuple[datetime, datetime]]
    ) -> "ConnectionsExam":
        """The examination of companies' connections over the same wires; `clocks` takes what was heard of the time."""
        from untwin.quickbooks.examine import ConnectionsExam  # noqa: PLC0415

        return ConnectionsExam(self._reach(), companies, clocks)

    def _reach(self) -> "Reach":
        from untwin.quickbooks.tokens import Reach  # noqa: PLC0415

        parts = (self.vault, self._session(), SystemClock(), self._alone, self.patience, one_at_a_time)
        return Reach(*parts, self._paces, self.tokens)

    @contextmanager
    def _alone(self, realm: str) -> Iterator[None]:
        lock = replace(self.home.lock(f"renewal-{realm}", _RENEWAL_SECONDS), busy=_RENEWING)
        with lock.hold():
            yield

    def _session(self) -> "requests.Session":
        """One session for all: its connections stay open between two requests."""
        from untwin.quickbooks.client import make_session  # noqa: PLC0415

        if not self._sessions:
            self._sessions.append((self.session or make_session)())
        return self._sessions[0]


@dataclass(frozen=True, slots=True)
class LazyReader:
    """Honours the port `Intake`; lxml and charset-normalizer are imported with the first text."""

    def read_text(self, text: str, given: Told | None = None) -> Reading:
        """The findings in a text."""
        from untwin.intake.reader import read_text  # noqa: PLC0415

        return read_text(text, given=given)

    def read_clipboard(self, text: str, page: str, given: Told | None = None) -> Reading:
        """The findings in what was copied from a page."""
        from untwin.intake.reader import read_clipboard  # noqa: PLC0415

        return read_clipboard(text, page, given)

    def read_bytes(self, data: bytes, given: Told | None = None) -> Reading:
        """The findings in what was piped in."""
        from untwin.intake.reader import read_bytes, read_text  # noqa: PLC0415

        # Nothing at all is no file that is empty.
        return read_bytes(data, "", given) if data else read_text("")

    def read_file(self, path: Path, given: Told | None = None) -> Reading:
        """The findings in a file."""
        from untwin.intake.reader import read_file  # noqa: PLC0415

        return read_file(path, given)

    def read_bills(self, text: str, page: str = "", given: Told | None = None) -> BillList:
        """The rows of a bill list that was pasted."""
        from untwin.intake.bills import read_bills  # noqa: PLC0415

        return read_bills(text, page, given)

    def read_bills_file(self, path: Path, given: Told | None = None) -> BillList:
        """The rows of a bill list in a file."""
        from untwin.intake.bills import read_bills_file  # noqa: PLC0415

        return read_bills_file(path, given)
