"""Builds the desk: every flow with its parts, on one home."""

import getpass
import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from untwin.app.parts import LazyReader, SystemClock, Wires
from untwin.app.redact import Redacting
from untwin.app.sign_in import LazySignIn
from untwin.domain.problems import BadInput
from untwin.flows.carry_out import CarryOut
from untwin.flows.confirm import Confirm
from untwin.flows.connect import Connect
from untwin.flows.decide import Decide
from untwin.flows.desk import Desk
from untwin.flows.export import Export
from untwin.flows.gather import Gather
from untwin.flows.index_numbers import IndexNumbers
from untwin.flows.look_closer import LookCloser
from untwin.flows.look_up import LookUp
from untwin.flows.person import Person
from untwin.flows.renumber import Renumber
from untwin.flows.restore import Restore
from untwin.flows.retain import Retain
from untwin.flows.retry import Retry
from untwin.flows.set_policy import SetPolicy
from untwin.flows.settle import Settle
from untwin.flows.take_in import TakeIn
from untwin.flows.watch import Watch
from untwin.flows.writing import Writing
from untwin.ports.machine import Patience, Vault
from untwin.ports.stores import WriteLock
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

_TAKING_IN_SECONDS = 60.0  # a long import in another window comes to its end


def build_desk(
    home: Home, vault: Vault, patience: Patience, session: "Callable[[], requests.Session] | None" = None
) -> Desk:
    """Every flow with its parts, on one home. `patience` is the jobs' own where jobs run, so that they can stop."""
    at_hand = _open_stores(home)
    cases, companies, history = at_hand.cases, at_hand.companies, at_hand.history
    clock, person = SystemClock(), Person(at_hand.preferences, _account())
    wires = Wires(home, vault, companies, patience, session)
    carry_out = _write_road(at_hand, wires, home.lock("writing"), clock, patience)
    confirm = Confirm(cases, at_hand.runs, clock, _new_id)
    return Desk(
        take_in=TakeIn(LazyReader(), cases, companies, clock, home.lock("taking-in", _TAKING_IN_SECONDS)),
        look_up=LookUp(cases, companies, Gather(wires, clock, patience), clock, patience),
        decide=Decide(cases, companies, history, clock),
        renumber=Renumber(cases, companies, confirm, carry_out),
        restore=Restore(cases, companies, wires, history, confirm, carry_out),
        carry_out=carry_out,
        look_closer=LookCloser(cases, wires, history, at_hand.runs, carry_out.lock, clock),
        retry=Retry(cases, companies, wires, history, clock, person),
        watch=Watch(cases, wires, history, clock),
        settle=carry_out.settle,
        connect=Connect(companies, LazySignIn(wires.sign_in), history, clock, at_hand.numbers),
        set_policy=SetPolicy(companies, history, clock),
        index_numbers=IndexNumbers(wires, at_hand.numbers, clock),
        export=Export(history, cases, companies, FileReports(), clock, person, datetime.astimezone),
        retain=Retain(history, at_hand.preferences, clock),
        cases=cases,
        companies=companies,
        history=history,
        runs=at_hand.runs,
        backups=StoredBackups(home.path),
        vault=vault,
        person=person,
    )


@dataclass(frozen=True, slots=True)
class _Stores:
    """Everything that is kept in one home's store."""

    cases: StoredCases
    companies: StoredCompanies
    history: StoredHistory
    runs: StoredRuns
    numbers: StoredNumbers
    preferences: StoredPreferences


def _open_stores(home: Home) -> _Stores:
    database = open_database(home.database)
    return _Stores(
        StoredCases(database),
        StoredCompanies(database),
        StoredHistory(database),
        StoredRuns(database),
        StoredNumbers(database),
        StoredPreferences(database),
    )


def _write_road(at_hand: _Stores, wires: Wires, lock: WriteLock, clock: SystemClock, patience: Patience) -> CarryOut:
    """The only way to the books: the same steps for one change, a batch, a restore, and what a crash left open."""
    cases, companies, runs = at_hand.cases, at_hand.companies, at_hand.runs
    writing = Writing(at_hand.history, clock, patience.pause, _new_id)
    settle = Settle(cases, companies, wires, runs, lock, clock, writing)
    return CarryOut(cases, companies, wires, runs, lock, clock, patience, settle)


def _new_id() -> str:
    return uuid.uuid4().hex


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
