"""Examines the keyring: which one it is and why it is trusted, and whether it keeps and gives back a probe."""

import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from keyring.util.platform_ import config_root

from untwin.domain.checks import Check, Standing
from untwin.domain.problems import KeyringProblem
from untwin.ports.machine import Vault

KIND = "doctor"
_TRUSTED = "It is the keyring of this system: Untwin chose it itself, and no setting can put another in its place."
_WORKS = "It is unlocked: a worthless probe was stored, read back and removed."


@dataclass(frozen=True, slots=True)
class KeyringExam:
    """The keyring behind `vault`; `environment` are this process' variables."""

    vault: Vault
    environment: Mapping[str, str]
    settings: Callable[[], Path] = lambda: Path(config_root()) / "keyringrc.cfg"

    def look(self) -> tuple[Check, ...]:
        """The keyring itself, and settings that would lead other programs to another one."""
        return (self._keyring(), *self._foreign())

    def _keyring(self) -> Check:
        probe = f"probe {secrets.token_hex(4)}"
        try:
            self.vault.put(KIND, probe, "worthless")
        except KeyringProblem as problem:
            return Check("keyring", Standing.FAULT, problem.sentence, problem.remedy)
        finally:
            # What was stored and not given back must not stay behind either.
            with suppress(KeyringProblem):
                self.vault.remove(KIND, probe)
        if self.vault.get(KIND, probe) is not None:
            return Check("keyring", Standing.FAULT, "The keyring doesn't remove what it was told to.", _LOOK)
        where = f"Secrets are kept in {self.vault.describe()}."
        return Check("keyring", Standing.OK, f"{where} {_TRUSTED} {_WORKS}")

    def _foreign(self) -> tuple[Check, ...]:
        named = sorted(n for n in self.environment if n == "PYTHON_KEYRING_BACKEND" or n.startswith("KEYRING_PROPERTY"))
        with suppress(OSError):  # what can't be looked at can't lead anybody elsewhere either
            file = self.settings()
            named += [str(file)] if file.is_file() else []
        if not named:
            return ()
        words = f"Settings for another keyring are there and ignored: {', '.join(named)}."
        return (Check("keyring_settings", Standing.OK, words),)


_LOOK = "Look into your system's keyring for entries named untwin and doctor."
