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


def not_looked_into(paths: Iterable[Path]) -> tuple[str, ...]:
    """A sentence for each folder that holds further ones: those were left out."""
    return tuple(sentence for path in paths if path.is_dir() and (sentence := _deeper(path)))


def _deeper(folder: Path) -> str:
    # A folder that can't be looked into is said to be unreadable as a file is.
    with suppress(OSError):
        names = sorted(each.name for each in folder.iterdir() if each.is_dir() and not each.name.startswith("."))
        if names:
            return f"{folder.name}: the folders in it were not looked into ({_named(names)}); take them in as well."
    return ""


def _inside(folder: Path) -> list[Path]:
    # A folder that can't be looked into is read as a file, and said to be unreadable as one.
    with suppress(OSError):
        return sorted(each for each in folder.iterdir() if each.is_file() and not each.name.startswith("."))
    return [folder]


def _named(names: list[str]) -> str:
    rest = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {rest:,} more" if rest > 0 else "")


_NAMED = 3
