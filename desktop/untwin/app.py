"""The composition root: builds every part and hands it on. Sees all, seen by `__main__` alone."""

import argparse
import getpass
import logging
import os
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from untwin.domain.company import Company
from untwin.domain.faults import Reading
from untwin.domain.problems import KeyringProblem, NotAllowed, Unreachable
from untwin.flows.connect import Connect
from untwin.flows.decide import Decide
from untwin.flows.desk import Desk
from untwin.flows.look_up import LookUp
from untwin.flows.renumber import Renumber
from untwin.flows.retry import Retry
from untwin.flows.settle import Settle
from untwin.flows.take_in import TakeIn
from untwin.flows.watch import Watch
from untwin.ports import Books, SampleAddress, SignIn, Source, Vault
from untwin.store.cases import StoredCases
from untwin.store.companies import StoredCompanies
from untwin.store.database import open_database
from untwin.store.history import StoredHistory
from untwin.store.home import Home, open_home
from untwin.vault.lazy import LazyVault

if TYPE_CHECKING:
    import requests

    from untwin.sample.process import SampleProcess

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

    def books(self, realm: str) -> Books:
        """The books of one connected company."""
        from untwin.quickbooks.opening import open_books  # noqa: PLC0415

        return open_books(realm, self.vault, self._session(), self._alone)

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


def build_desk(home: Home, vault: Vault) -> Desk:
    """Every flow with its parts, on one home."""
    database = open_database(home.database)
    cases, companies, history = StoredCases(database), StoredCompanies(database), StoredHistory(database)
    clock, wires, lock = SystemClock(), Wires(home, vault), home.lock("writing")
    who = _person()
    settle = Settle(cases, wires, history, lock, clock, time.sleep)
    return Desk(
        take_in=TakeIn(LazyReader(), cases, companies, clock),
        look_up=LookUp(cases, companies, wires, clock),
        decide=Decide(cases, companies, history, clock),
        renumber=Renumber(cases, companies, wires, history, lock, clock, settle, lambda: uuid.uuid4().hex),
        retry=Retry(cases, companies, wires, history, clock, who),
        watch=Watch(cases, wires, history, clock),
        settle=settle,
        connect=Connect(companies, wires),
        cases=cases,
        companies=companies,
        history=history,
        vault=vault,
        who=who,
    )


def _person() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"


def keyring_vault(home: Home) -> Vault:
    """The platform's keyring, opened on its first use."""

    def opened() -> Vault:
        from untwin.vault.vaults import KeyringVault, platform_backend  # noqa: PLC0415

        return KeyringVault(home.id, platform_backend())

    return LazyVault(opened)


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


def default_home() -> Path:
    """The platform's own place for an app's data."""
    import platformdirs  # noqa: PLC0415 - not needed with --home

    return Path(platformdirs.user_data_dir("untwin", appauthor=False))


def start_logging(home: Home) -> None:
    """Writes warnings to the home's log. Libraries that print tokens are kept quiet."""
    for name in ("requests_oauthlib", "oauthlib", "urllib3", "keyring"):
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.basicConfig(
        filename=home.log,
        level=logging.WARNING,
        format="%(asctime)s %(levelname)s %(name)s %(message)s",
        encoding="utf-8",
    )


@dataclass(frozen=True, slots=True)
class Opened:
    """A desk on served sample firms: where they are served, and what a banner must say."""

    desk: Desk
    greeting: dict[str, Any]
    banner: str


@contextmanager
def sample_desk(folder: Path, arguments: tuple[str, ...] = ()) -> Iterator["Opened"]:
    """A desk on fresh sample firms, whose servers end with it.

    Raises:
        Problem: the sample firms don't start, or can't be connected.
    """
    home = open_home(folder)
    with ExitStack() as stack:
        stack.enter_context(home.lock("window", 0.2).hold())
        for old in folder.glob("untwin.sqlite3*"):
            old.unlink()
        sample = stack.enter_context(_served(arguments))
        base = sample.greeting["quickbooks"]["base"]
        desk, banner = _connected(home, base)
        stack.callback(_forget_all, desk)
        yield Opened(desk, sample.greeting, banner)


@contextmanager
def _served(arguments: tuple[str, ...]) -> Iterator["SampleProcess"]:
    from untwin.sample.process import SampleError, SampleProcess  # noqa: PLC0415

    try:
        process = SampleProcess(*arguments)
    except SampleError as error:
        raise Unreachable(f"The sample firms don't start: {error}.") from None
    with process:
        yield process


def _connected(home: Home, base: str) -> tuple[Desk, str]:
    """Connects through the keyring; where none answers, sample tokens are worth nothing and stay in memory."""
    from untwin.vault.vaults import MemoryVault  # noqa: PLC0415

    desk = build_desk(home, keyring_vault(home))
    try:
        desk.connect.sample(SampleAddress(base))
    except KeyringProblem as problem:
        desk = build_desk(home, MemoryVault())
        desk.connect.sample(SampleAddress(base))
        return desk, f"{problem.sentence} The sample firms' keys are kept in memory until you close Untwin."
    return desk, ""


def _forget_all(desk: Desk) -> None:
    for company in desk.companies.all():
        desk.connect.forget(company.realm)


@dataclass(frozen=True, slots=True)
class Untwin:
    """The app as `__main__` drives it. `folder` is the home, None for the platform's own place."""

    folder: Path | None

    @property
    def intake(self) -> LazyReader:
        """Reads errors; needs no home."""
        return LazyReader()

    def desk(self) -> Desk:
        """The desk on this home."""
        home = open_home(self._home())
        start_logging(home)
        return build_desk(home, keyring_vault(home))

    def sample(self, action: str, rest: list[str]) -> int:
        """`untwin sample serve` and `untwin sample walkthrough`."""
        if action == "serve":
            return serve_samples(rest)
        from untwin.walkthrough import walk_through  # noqa: PLC0415

        return walk_through(rest, sample_desk)

    def window(self, *, sample: bool) -> int:
        """The window, on this home or on the sample firms."""
        check_display()
        from untwin.jobs import LaneJobs  # noqa: PLC0415
        from untwin.ui.start import Opening, run_window  # noqa: PLC0415

        jobs = LaneJobs()
        try:
            if sample:
                with sample_desk(self._home() / "sample") as opened:
                    banner = opened.banner or "Sample firms: changes here touch nobody's books."
                    return run_window(opened.desk, jobs, Opening(banner=banner, sample=True, title="Untwin"))
            home = open_home(self._home())
            start_logging(home)
            with home.lock("window", 0.2).hold():
                return run_window(build_desk(home, keyring_vault(home)), jobs, Opening(title="Untwin"))
        finally:
            jobs.close()

    def _home(self) -> Path:
        return self.folder or default_home()


def check_display() -> None:
    """Qt aborts the whole process where there is no display, so that is asked first.

    Raises:
        NotAllowed: there is none; says what works without one.
    """
    asked = os.environ.get("QT_QPA_PLATFORM")
    if not sys.platform.startswith("linux") or asked or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return
    raise NotAllowed("There is no display for a window.", "Without one try: untwin sample walkthrough")


def serve_samples(arguments: list[str]) -> int:
    """Serves the sample firms alone, until interrupted."""
    from untwin.sample import serve  # noqa: PLC0415 - Starlette and uvicorn come with it

    parser = argparse.ArgumentParser(prog="untwin sample serve", description="The sample firms, to try and train on.")
    serve.add_arguments(parser)
    return serve.run(parser.parse_args(arguments))
