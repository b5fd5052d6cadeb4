"""Builds the desk: every flow with its parts, on one home."""

import getpass
import logging
import uuid
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from untwin.app.parts import LazyReader, SystemClock, Wires
from untwin.app.redact import Redacting
from untwin.app.sign_in import LazySignIn
from untwin.domain.bringing_up import Tell, tell_nobody
from untwin.domain.problems import DiskProblem
from untwin.flows.assemble import Machine, Outside, Stores, assemble
from untwin.flows.desk import Desk
from untwin.ports.machine import Patience, Vault
from untwin.reports.files import FileReports
from untwin.store.backups import StoredBackups
from untwin.store.cases import StoredCases
from untwin.store.companies import StoredCompanies
from untwin.store.database import open_database
from untwin.store.history import StoredHistory
from untwin.store.home import Home
from untwin.store.numbers import StoredNumbers
from untwin.store.preferences import StoredPreferences
from untwin.store.runs import StoredRuns
from untwin.vault.lazy import LazyVault

if TYPE_CHECKING:
    import requests

_TAKING_IN, _A_GLANCE_SECONDS = "taking-in", 0.2
_TAKING_IN_SECONDS = 60.0  # a long import in another window comes to its end


def build_desk(
    home: Home,
    vault: Vault,
    patience: Patience,
    session: "Callable[[], requests.Session] | None" = None,
    tell: Tell = tell_nobody,
) -> Desk:
    """Every flow with its parts, on one home. `patience` is the jobs' own where jobs run, so that they can stop.

    `tell` hears how far a store of an older version is brought up to date.
    """
    kept = _open_stores(home, tell)
    wires = Wires(home, vault, kept.companies, patience, session)
    machine = Machine(
        intake=LazyReader(),
        reports=FileReports(),
        clock=SystemClock(),
        patience=patience,
        account=_account(),
        pause=patience.pause,
        new_id=lambda _of_what: uuid.uuid4().hex,
        local_time=datetime.astimezone,
        writing=home.lock("writing"),
        taking_in=home.lock(_TAKING_IN, _TAKING_IN_SECONDS),
        takes_in_now=home.lock(_TAKING_IN, _A_GLANCE_SECONDS),
    )
    return assemble(kept, Outside(wires, LazySignIn(wires.sign_in), wires.accounts, vault), machine)


def _open_stores(home: Home, tell: Tell) -> Stores:
    database = open_database(home.database, tell)
    return Stores(
        cases=StoredCases(database),
        companies=StoredCompanies(database),
        history=StoredHistory(database),
        runs=StoredRuns(database),
        numbers=StoredNumbers(database),
        preferences=StoredPreferences(database),
        backups=StoredBackups(home.path),
    )


def _account() -> str:
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


def start_logging(home: Home) -> None:
    """Writes warnings to the home's log, without secrets. Libraries that print tokens are kept quiet.

    Raises:
        DiskProblem: the log's file can't be written.
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
        raise DiskProblem(f"The log {home.log} can't be written: {error.strerror}.", "Move it away.") from None
    for handler in logging.root.handlers:
        if handler not in before:
            handler.addFilter(Redacting())
