"""Builds the examination of this machine from what must work even where nothing else does."""

import logging
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from untwin.app.machine import DisplayExam, VersionsExam
from untwin.app.parts import Wires
from untwin.domain.checks import Check, Standing
from untwin.domain.company.company import Company
from untwin.domain.problems import Problem
from untwin.flows.examine import Exam, Examine
from untwin.ports.machine import Patience, Vault
from untwin.store.companies import StoredCompanies
from untwin.store.database import Database
from untwin.store.examine import HomeExam, StoreExam
from untwin.store.home import Home, known_id
from untwin.vault.lazy import LazyVault

if TYPE_CHECKING:
    import requests

    from untwin.quickbooks.examine import ConnectionsExam

_UNLOCK_SECONDS = 2.0  # a doctor doesn't wait until a password is typed


def build_examine(
    folder: Path, patience: Patience, *, offline: bool, session: "Callable[[], requests.Session] | None" = None
) -> Examine:
    """The examination of the home at `folder`, which need not be one, and of what is around it."""
    # A library's warning would stand among the answers.
    logging.basicConfig(handlers=[logging.NullHandler()])
    # On its first use: a disk that doesn't answer must hold up one check alone.
    vault = LazyVault(lambda: _keyring(folder))
    outside = _Outside(Home(folder, ""), vault, patience, session, offline=offline)
    exams = (
        Exam("versions", 2.0, VersionsExam().look),
        Exam("display", 3.0, DisplayExam(os.environ).look),
        Exam("home", 3.0, HomeExam(folder).look),
        Exam("store", 5.0, StoreExam(folder).look),
        Exam("keyring", 6.0, lambda: _look_at_keyring(vault)),
        Exam("companies", 14.0, outside.companies),
        Exam("sources", 14.0, outside.sources),
        Exam("network", 13.0, outside.network),
    )
    return Examine(exams, patience, time.monotonic)


def _keyring(folder: Path) -> Vault:
    from untwin.vault.vaults import KeyringVault, platform_backend  # noqa: PLC0415 - as anywhere: on its first use

    # Without an id there are no entries of this home in the keyring; the probe is kept under a word of its own.
    return KeyringVault(known_id(folder) or "doctor", platform_backend(_UNLOCK_SECONDS))


def _look_at_keyring(vault: Vault) -> tuple[Check, ...]:
    from untwin.vault.examine import KeyringExam  # noqa: PLC0415 - keyring comes with it

    return KeyringExam(vault, os.environ).look()


@dataclass(slots=True)
class _Outside:
    """The connected companies, and the network that they need."""

    home: Home
    vault: Vault
    patience: Patience
    session: "Callable[[], requests.Session] | None"
    offline: bool
    clocks: list[tuple[datetime, datetime]] = field(default_factory=list)
    _read: tuple[Company, ...] | None = None

    def companies(self) -> tuple[Check, ...]:
        try:
            exam = self._exam()
        except Problem as problem:
            remedy = "Mend what is said of home and store first."
            return (Check("companies", Standing.FAULT, problem.sentence, remedy),)
        return (Check("companies", Standing.OK, f"{len(exam.companies)} connected."), *exam.look(offline=self.offline))

    def sources(self) -> tuple[Check, ...]:
        from untwin.sources.examine import SourcesExam  # noqa: PLC0415 - requests comes with it

        try:
            companies = self._stored()
            # A library that is heavy, for a firm that has connected nothing.
            if not any(company.sources for company in companies):
                return ()
            return SourcesExam(self._wires().accounts(), self.patience, companies).look(offline=self.offline)
        except Problem:
            return ()  # what is wrong with home and store is said already

    def network(self) -> tuple[Check, ...]:
        try:
            exam = self._exam()
        except Problem:
            return (Check("network", Standing.NOT_TRIED, "The connected companies can't be read."),)
        return exam.look_outside(offline=self.offline)

    def _exam(self) -> "ConnectionsExam":
        return self._wires().connections_exam(self._stored(), self.clocks)

    def _stored(self) -> tuple[Company, ...]:
        """Read once: three exams speak of the same companies, and each reading takes its time."""
        if self._read is None:
            # Opening a store that isn't there would make one.
            self._read = self._table().all() if self.home.database.exists() else ()
        return self._read

    def _table(self) -> StoredCompanies:
        return StoredCompanies(Database(self.home.database))

    def _wires(self) -> Wires:
        return Wires(self.home, self.vault, self._table(), self.patience, self.session)
