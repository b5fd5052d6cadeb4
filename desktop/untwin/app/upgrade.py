"""Opens a desk, and says in words where its store was brought up to date and where the one of before is kept."""

from collections.abc import Callable
from dataclasses import dataclass

from untwin.app.desk import build_desk, keyring_vault
from untwin.domain.bringing_up import BringingUp, Tell
from untwin.flows.desk import Desk
from untwin.ports.machine import Patience
from untwin.store.home import Home

_FIRST, _EVERY = 1.0, 5.0  # seconds


def desk_brought_up(home: Home, patience: Patience, tell: Tell) -> tuple[Desk, str]:
    """The desk on a home, and what to say of a copy that was made of an older store; nothing where there is none.

    `tell` hears how far an older store is, in this thread. A job that nobody wants any more ends there; what was done
    of it is undone, and the next start begins it anew.
    """

    def heeding(how_far: BringingUp) -> None:
        patience.pause(0)
        tell(how_far)

    before = _kept_copies(home)
    desk = build_desk(home, keyring_vault(home), patience, tell=heeding)
    new = sorted(_kept_copies(home) - before)
    if not new:
        return desk, ""
    kept = home.path / new[-1]
    return desk, f"Your data were brought up to date for this version. What was there before is kept as {kept}."


@dataclass(slots=True)
class Seldom:
    """Writes how far it is where that takes its time: after a second, then every five.

    `now` gives seconds that only grow.
    """

    write: Callable[[str], object]
    now: Callable[[], float]
    _next: float | None = None

    def __call__(self, how_far: BringingUp) -> None:
        """Hears how far it is."""
        now = self.now()
        if self._next is None:
            self._next = now + _FIRST
        elif now >= self._next:
            self._next = now + _EVERY
            self.write(f"{how_far.sentence}\n")


def _kept_copies(home: Home) -> frozenset[str]:
    """The names of the stores of older versions that lie beside the store."""
    return frozenset(file.name for file in home.path.glob(f"{home.database.name}.before-v*"))
