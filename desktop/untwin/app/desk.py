"""Builds the desk: every flow with its parts, on one home."""

import getpass
import logging
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from untwin.app.parts import LazyReader, SystemClock, Wires
from untwin.app.redact import Redacting
from untwin.app.sign_in import LazySignIn
from untwin.domain.problems import BadInput
from untwin.flows.connect import Connect
from untwin.flows.decide import Decide
from untwin.flows.desk import Desk
from untwin.flows.gather import Gather
from untwin.flows.index_numbers import IndexNumbers
from untwin.flows.look_up import LookUp
from untwin.flows.renumber import Renumber
from untwin.flows.retry import Retry
from untwin.flows.settle import Settle
from untwin.flows.take_in import TakeIn
from untwin.flows.watch import Watch
from untwin.ports.machine import Patience, Vault
from untwin.store.cases import StoredCases
from untwin.store.companies import StoredCompanies
from untwin.store.database import open_database
from untwin.store.history import StoredHistory
from untwin.store.home import Home
from untwin.store.numbers import StoredNumbers
from untwin.vault.lazy import LazyVault

if TYPE_CHECKING:
    import requests

_TAKING_IN_SECONDS = 60.0  # a long import in another window comes to its end


def build_desk(
    home: Home, vault: Vault, patience: Patience, session: "Callable[[], requests.Session] | None" = None
) -> Desk:
    """Every flow with its parts, on one home. `patience` is the jobs' own where jobs run, so that they can stop."""
    database = open_database(home.database)
    cases, companies, history = StoredCases(database), StoredCompanies(database), StoredHistory(database)
    numbers, clock, lock = StoredNumbers(database), SystemClock(), home.lock("writing")
    wires = Wires(home, vault, companies, patience, session)
    who = _person()
    settle = Settle(cases, wires, history, lock, clock, patience.pause)
    return Desk(
        take_in=TakeIn(LazyReader(), cases, companies, clock, home.lock("taking-in", _TAKING_IN_SECONDS)),
        look_up=LookUp(cases, companies, Gather(wires, clock, patience), clock, patience),
        decide=Decide(cases, companies, history, clock),
        renumber=Renumber(cases, companies, wires, history, lock, clock, settle, lambda: uuid.uuid4().hex),
        retry=Retry(cases, companies, wires, history, clock, who),
        watch=Watch(cases, wires, history, clock),
        settle=settle,
        connect=Connect(companies, LazySignIn(wires.sign_in), history, clock, numbers),
        index_numbers=IndexNumbers(wires, numbers, clock),
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


def default_home() -> Path:
    """The platform's own place for an app's data."""
    import platformdirs  # noqa: PLC0415 - not needed with --home

    return Path(platformdirs.user_data_dir("untwin", appauthor=False))


def start_logging(home: Home) -> None:
    """Writes warnings to the home's log, without secrets. Libraries that print tokens are kept quiet.

    Raises:
        BadInput: the log's file can't be written.
    """
    for name in ("requests_oauthlib", "oauthlib", "urllib3", "keyring"):
        logging.getLogger(name).setLevel(logging.WARNING)
    before = list(logging.root.handlers)
    try:
        logging.basicConfig(
            filename=home.log,
            level=logging.WARNING,
            format="%(asctime)s %(levelname)s %(name)s %(message)s",
            encoding="utf-8",
        )
    except OSError as error:
        raise BadInput(f"The log {home.log} can't be written: {error.strerror}.", "Move it away.") from None
    for handler in logging.root.handlers:
        if handler not in before:
            handler.addFilter(Redacting())
