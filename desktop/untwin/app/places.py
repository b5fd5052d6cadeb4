"""Where things of Untwin's own lie on this platform."""

from pathlib import Path


def default_home() -> Path:
    """The platform's own place for an app's data."""
    import platformdirs  # noqa: PLC0415 - not needed with --home

    return Path(platformdirs.user_data_dir("untwin", appauthor=False))
