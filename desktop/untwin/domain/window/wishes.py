"""What a person wishes of the window: its look, its text size, its keys, and what it does by itself."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)  # per cent
KEYS_AN_ACTION = 6


class Look(StrEnum):
    """The colours of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST_LIGHT = "contrast-light"
    CONTRAST_DARK = "contrast-dark"


@dataclass(frozen=True, slots=True)
class Wishes:
    """All of them.

    Attributes:
        text_size: one of `TEXT_SIZES`.
        next_case: after a case is put off or put away, the next one is chosen.
        letters: single letters, figures and signs are keys.
        figures: the locale that dates and money are written in, e.g. `en_GB`; empty is the computer's own.
        then_retry: a new number is followed by the retry unless somebody says otherwise.
        same_place: the window opens as it was left.
    """

    look: Look = Look.SYSTEM
    text_size: int = 100
    next_case: bool = True
    letters: bool = True
    figures: str = ""
    then_retry: bool = True
    same_place: bool = True


def wishes_text(wishes: Wishes) -> str:
    """As they are kept."""
    return json.dumps(asdict(wishes))


def wishes_of(text: str) -> Wishes:
    """As they were kept; each one that can't be read is as it is for a newcomer."""
    kept, usual = _read(text), asdict(Wishes())
    known = {each.name: kept[each.name] for each in fields(Wishes) if each.name in kept}
    right = {name: value for name, value in known.items() if type(value) is type(_plain(usual[name]))}
    if right.get("text_size", 100) not in TEXT_SIZES:
        del right["text_size"]
    if right.get("look", "system") not in set(Look):
        del right["look"]
    if "look" in right:
        right["look"] = Look(right["look"])
    return Wishes(**right)


def keys_text(keys: Mapping[str, tuple[str, ...]]) -> str:
    """Keys of a person's own, as they are kept."""
    return json.dumps({name: list(each) for name, each in keys.items()}) if keys else ""


def keys_of(text: str) -> dict[str, tuple[str, ...]]:
    """Keys of a person's own, by the action's id; what can't be read is left out."""
    return {
        name: tuple(each)
        for name, each in _read(text).items()
        if isinstance(each, list) and len(each) <= KEYS_AN_ACTION and all(isinstance(key, str) for key in each)
    }


def other_size(size: int, step: int) -> int:
    """The text size that many steps further; the ends hold."""
    place = TEXT_SIZES.index(size) + step
    return TEXT_SIZES[min(max(place, 0), len(TEXT_SIZES) - 1)]


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, StrEnum) else value


def _read(text: str) -> dict[str, Any]:
    try:
        read = json.loads(text or "{}")
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}
