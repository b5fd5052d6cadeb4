"""The name that the change history shows: asked once, and kept with this data."""

from dataclasses import dataclass

from untwin.domain.problems import BadInput
from untwin.ports.history import Preferences

_NAME = "name"
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Person:
    """Who works here. `account` is the name of the computer's account, for as long as nobody has said another."""

    preferences: Preferences
    account: str

    @property
    def name(self) -> str:
        """The name as it goes into the change history."""
        return self.preferences.get(_NAME) or self.account

    @property
    def asked(self) -> bool:
        """Whether somebody has said the name already."""
        return bool(self.preferences.get(_NAME))

    def put(self, name: str) -> str:
        """Keeps a name; the name as kept. Raises `BadInput` for one that nobody could read."""
        plain = " ".join("".join(c if c.isprintable() else " " for c in name).split())
        if not plain:
            raise BadInput("Type your name; it stands in the change history beside what you change.")
        if len(plain) > _LONGEST:
            raise BadInput(f"A name of {_LONGEST} characters at most, please.")
        self.preferences.put(_NAME, plain)
        return plain
