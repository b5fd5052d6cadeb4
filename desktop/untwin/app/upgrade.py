"""Opens a desk, and says in words where its store was brought up to date and where the one of before is kept."""

from untwin.app.desk import build_desk, keyring_vault
from untwin.flows.desk import Desk
from untwin.ports.machine import Patience
from untwin.store.home import Home


def desk_brought_up(home: Home, patience: Patience) -> tuple[Desk, str]:
    """The desk on a home, and what to say of a copy that was made of an older store; nothing where there is none."""
    before = _kept_copies(home)
    desk = build_desk(home, keyring_vault(home), patience)
    new = sorted(_kept_copies(home) - before)
    if not new:
        return desk, ""
    kept = home.path / new[-1]
    return desk, f"Your data were brought up to date for this version. What was there before is kept as {kept}."


def _kept_copies(home: Home) -> frozenset[str]:
    """The names of the stores of older versions that lie beside the store."""
    return frozenset(file.name for file in home.path.glob(f"{home.database.name}.before-v*"))
