"""Whether this is somebody's first time here: then what Untwin can and can't do is told, once."""

from dataclasses import dataclass

from untwin.ports.history import Preferences
from untwin.ports.stores import Cases, Companies

_SHOWN = "first run shown"


@dataclass(frozen=True, slots=True)
class FirstRun:
    """The flow; it reads nothing long: it stands between the start and the first look at the window."""

    cases: Cases
    companies: Companies
    preferences: Preferences

    def wanted(self) -> bool:
        """Whether nothing is here yet and nobody was told."""
        if self.preferences.get(_SHOWN) or self.companies.all():
            return False
        return not self.cases.any()

    def shown(self) -> None:
        """Notes that it was shown; it never opens by itself again."""
        self.preferences.put(_SHOWN, "yes")
