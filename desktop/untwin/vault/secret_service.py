"""Linux's Secret Service, asked with patience that ends: a locked keyring must not block for ever."""

import time
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import secretstorage
from keyring.backends.SecretService import Keyring
from keyring.errors import InitError, KeyringLocked

# Long enough to type a password into the desktop's own prompt.
UNLOCK_SECONDS = 60.0
_PAUSES = (0.2, 0.5)


@dataclass
class PatientKeyring(Keyring):
    """keyring's own backend; only the waiting for its prompt is bounded."""

    unlock_seconds: float = UNLOCK_SECONDS

    def __post_init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]

    def set_properties_from_env(self) -> None:
        """Sets none: the library would let any KEYRING_PROPERTY_ variable lead to other entries."""

    def get_preferred_collection(self) -> secretstorage.Collection:
        """The default collection, unlocked.

        Raises:
            KeyringLocked: the prompt was dismissed, or nobody answered it in time.
            InitError: there is no default collection; making one would ask without an end.
        """
        for pause in _PAUSES:
            try:
                return self._opened()
            except InitError as error:
                # A keyring under load fails for a moment; one that has no collection never will have one.
                if isinstance(error.__cause__, secretstorage.ItemNotFoundException):
                    raise
                time.sleep(pause)
        return self._opened()

    def entries(self, begin: str) -> tuple[tuple[str, str], ...]:
        """Service and user name of every entry whose service begins like that."""
        collection = self.get_preferred_collection()
        with closing(collection.connection):
            about = [item.get_attributes() for item in collection.get_all_items()]
        named = ((each.get("service", ""), each.get("username", "")) for each in about)
        return tuple((service, name) for service, name in named if service.startswith(begin))

    def _opened(self) -> secretstorage.Collection:
        try:
            bus = secretstorage.dbus_init()
        except secretstorage.SecretStorageException as error:
            raise InitError(f"no bus: {type(error).__name__}") from error
        try:
            # The caller closes the collection's connection; without a collection nobody would.
            return self._collection(bus)
        except BaseException:
            bus.close()
            raise

    def _collection(self, bus: Any) -> secretstorage.Collection:
        try:
            collection = secretstorage.get_collection_by_alias(bus, "default")
        except secretstorage.SecretStorageException as error:
            raise InitError(f"no default collection: {type(error).__name__}") from error
        if collection.is_locked():
            self._unlock(collection)
        return collection

    def _unlock(self, collection: secretstorage.Collection) -> None:
        try:
            collection.unlock(timeout=self.unlock_seconds)
        except TimeoutError as error:
            raise KeyringLocked("nobody answered the prompt") from error
        if collection.is_locked():
            raise KeyringLocked("the prompt was dismissed")
