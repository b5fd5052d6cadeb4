"""Recognises a plain start of the window, for which nobody waits until the whole parser is built."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class PlainStart(NamedTuple):
    """A home, None for the platform's own place, and the files and links to open."""

    home: Path | None
    given: tuple[str, ...]


def plain_start(arguments: Sequence[str]) -> PlainStart | None:
    """`[--home DIR] [open WHAT ...]` in just this form; None for anything else, which the parser reads."""
    rest = list(arguments)
    home = Path(rest[1]) if len(rest) > 1 and rest[0] == "--home" else None
    if home is not None:
        del rest[:2]
    plain = not any(each.startswith("-") for each in (str(home or ""), *rest)) and "" not in arguments[:2]
    return PlainStart(home, tuple(map(_text, rest[1:]))) if plain and rest[:1] in ([], ["open"]) else None


def _text(argument: str) -> str:
    """In characters that can be stored, as the parser has it."""
    return argument.encode("utf-8", "replace").decode()
