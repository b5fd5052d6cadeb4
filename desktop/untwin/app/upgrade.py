"""Says in words that a store of an older version was brought up to date, and where the one of before is kept."""

from untwin.store.home import Home


def kept_copies(home: Home) -> frozenset[str]:
    """The names of the stores of older versions that lie beside the store."""
    return frozenset(file.name for file in home.path.glob(f"{home.database.name}.before-v*"))


def brought_up(home: Home, before: frozenset[str]) -> str:
    """What to say of a copy that was not there `before` the store was opened; nothing where there is none."""
    new = sorted(kept_copies(home) - before)
    if not new:
        return ""
    kept = home.path / new[-1]
    return f"Your data were brought up to date for this version. What was there before is kept as {kept}."
