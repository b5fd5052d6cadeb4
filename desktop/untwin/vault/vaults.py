"""Finds the platform's own keyring and keeps this home's secrets there, read back after writing."""

import json
import sys
from dataclasses import dataclass, field

from keyring.backend import KeyringBackend
from keyring.errors import KeyringError

from untwin.domain.addresses import is_loopback
from untwin.domain.problems import KeyringProblem

# Windows holds 1,280 characters; what fits there fits everywhere.
LONGEST = 1280
_REMEDY = {
    "linux": "Unlock or install a keyring (GNOME Keyring, KWallet) and start Untwin again.",
    "darwin": "Unlock the login keychain in Keychain Access and start Untwin again.",
    "win32": "Check the Credential Manager and start Untwin again.",
}


def platform_backend(unlock_seconds: float | None = None) -> KeyringBackend:
    """The backend of this platform, constructed here: no setting and no environment can put another in its place.

    `unlock_seconds` is how long a person may take to unlock it, where that can be said.

    Raises:
        KeyringProblem: there is none that Untwin trusts.
    """
    if sys.platform == "darwin":
        from keyring.backends.macOS import Keyring as Backend  # noqa: PLC0415 - one platform each
    elif sys.platform == "win32":
        from keyring.backends.Windows import WinVaultKeyring as Backend  # noqa: PLC0415
    else:
        from untwin.vault.secret_service import PatientKeyring as Backend  # noqa: PLC0415
    try:
        usable = Backend.priority > 0
    except Exception:  # noqa: BLE001 - whatever a platform raises, it is no keyring to trust
        usable = False
    if not usable:
        raise KeyringProblem("No keyring answers on this computer.", remedy())
    backend = Backend()
    if unlock_seconds is not None and hasattr(backend, "unlock_seconds"):
        backend.unlock_seconds = unlock_seconds
    return backend  # type: ignore[no-any-return, unused-ignore]


def remedy() -> str:
    """What to do about a keyring that doesn't answer, on this platform."""
    return _REMEDY.get(sys.platform, _REMEDY["linux"])


@dataclass(frozen=True, slots=True)
class KeyringVault:
    """Honours the port `Vault` with the platform's keyring. `home_id` keeps homes apart."""

    home_id: str
    backend: KeyringBackend

    def get(self, kind: str, name: str) -> str | None:
        """A secret, or None."""
        try:
            return self.backend.get_password(self._service(kind), name)
        except Exception as error:  # noqa: BLE001 - backends raise whatever their platform does
            raise _problem(error) from None

    def put(self, kind: str, name: str, secret: str) -> None:
        """Stores a secret and reads it back."""
        _check_length(secret)
        try:
            self.backend.set_password(self._service(kind), name, secret)
            stored = self.backend.get_password(self._service(kind), name)
        except Exception as error:  # noqa: BLE001
            raise _problem(error) from None
        if stored != secret:
            raise KeyringProblem("The keyring took a secret but doesn't give it back.", remedy())

    def remove(self, kind: str, name: str) -> None:
        """Removes a secret, if it is there."""
        if self.get(kind, name) is None:
            return
        try:
            self.backend.delete_password(self._service(kind), name)
        except Exception as error:  # noqa: BLE001
            raise _problem(error) from None

    def all(self) -> tuple[tuple[str, str], ...]:
        """Kind and name of every secret of this home; none where the platform lists none (Windows, macOS)."""
        listed = getattr(self.backend, "entries", None)
        if listed is None:
            return ()
        try:
            found = listed(self._service(""))
        except Exception as error:  # noqa: BLE001
            raise _problem(error) from None
        return tuple((service.removeprefix(self._service("")), name) for service, name in found)

    def describe(self) -> str:
        """Where secrets are kept."""
        return f"the keyring of this computer ({type(self.backend).__module__.rpartition('.')[2]})"

    def _service(self, kind: str) -> str:
        return f"untwin/{self.home_id}/{kind}"


@dataclass(frozen=True, slots=True)
class MemoryVault:
    """Honours the port `Vault` for sample companies alone: worthless tokens, kept for this process only."""

    entries: dict[tuple[str, str], str] = field(default_factory=dict, repr=False)

    def get(self, kind: str, name: str) -> str | None:
        """A secret, or None."""
        return self.entries.get((kind, name))

    def put(self, kind: str, name: str, secret: str) -> None:
        """Keeps a sample's token; a real company's secret is refused."""
        _check_length(secret)
        if not _is_samples(kind, name, secret):
            raise KeyringProblem("Without a trusted keyring only the sample firms can be connected.", remedy())
        self.entries[kind, name] = secret

    def remove(self, kind: str, name: str) -> None:
        """Forgets a secret."""
        self.entries.pop((kind, name), None)

    def all(self) -> tuple[tuple[str, str], ...]:
        """All that it holds."""
        return tuple(self.entries)

    def describe(self) -> str:
        """Where secrets are kept."""
        return "the memory of this process: no trusted keyring answers"


def _check_length(secret: str) -> None:
    if len(secret) > LONGEST:
        raise KeyringProblem("A secret is too long for the keyrings of all platforms; nothing was stored.")


def _is_samples(kind: str, name: str, secret: str) -> bool:
    """Whether an entry belongs to a sample company: its own words say so, not a word somewhere in it."""
    if kind == "quickbooks-app":
        return name.startswith("sample ")
    try:
        entry = json.loads(secret)
        return is_loopback(entry["base"]) and entry.get("environment", "sample") == "sample"
    except (ValueError, TypeError, KeyError, AttributeError):
        return False


def _problem(error: Exception) -> KeyringProblem:
    # The backend's own words may quote an entry; only the kind of the error is told.
    locked = "lock" in type(error).__name__.lower() or "dismiss" in str(error).lower()
    words = "The keyring is locked." if locked else f"The keyring doesn't answer ({type(error).__name__})."
    kind = " Nothing was stored or lost." if isinstance(error, KeyringError) else ""
    return KeyringProblem(words + kind, remedy())
