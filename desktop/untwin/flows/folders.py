"""What lies in folders: an app may leave its errors there, a file each."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def all_files(paths: Iterable[Path]) -> list[Path]:
    """The files, and those that lie in folders among them; what is hidden there, or lies deeper, is left out."""
    found: list[Path] = []
    for path in paths:
        found += _inside(path) if path.is_dir() else [path]
    return found


def _inside(folder: Path) -> list[Path]:
    # A folder that can't be looked into is read as a file, and said to be unreadable as one.
    with suppress(OSError):
        return sorted(each for each in folder.iterdir() if each.is_file() and not each.name.startswith("."))
    return [folder]
