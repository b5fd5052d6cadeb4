"""A vault that is opened on its first use: starting needs no keyring, and most commands never do."""

from collections.abc import Callable
from dataclasses import dataclass, field

from untwin.ports.machine import Vault


@dataclass(slots=True)
class LazyVault:
    """Honours the port `Vault`; `open` may raise `KeyringProblem`, then so does every use until it opens."""

    open: Callable[[], Vault]
    _opened: Vault | None = field(default=None, repr=False)

    def get(self, kind: str, name: str) -> str | None:
        """A secret, or None."""
        return self._vault().get(kind, name)

    def put(self, kind: str, name: str, secret: str) -> None:
        """Stores a secret and reads it back."""
        self._vault().put(kind, name, secret)

    def remove(self, kind: str, name: str) -> None:
        """Removes a secret, if it is there."""
        self._vault().remove(kind, name)

    def all(self) -> tuple[tuple[str, str], ...]:
        """What the keyring can list."""
        return self._vault().all()

    def describe(self) -> str:
        """Where secrets are kept."""
        return self._vault().describe()

    def _vault(self) -> Vault:
        if self._opened is None:
            self._opened = self.open()
        return self._opened
