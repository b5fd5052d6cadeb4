"""Which keys the actions have now: the usual ones, changed by a person, with or without single letters."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from untwin.ui.acting.registry import Action, Place, collide, key_words, together

# Nobody can be locked in: what leads one step back and out of a sheet keeps its key.
FIXED = frozenset({"back", "cancel"})
_STRONG = ("Ctrl+", "Alt+", "Meta+")
# Only what can't be anything else in a sentence: `Ctrl+K`, `F5`, “press v”, “z gives it back”, “g b shows it”.
_SPELLED = re.compile(
    r"(?<![\w+])(?:(?:Ctrl|Alt|Shift)\+)+(?:[A-Z]\w*|[^\s,;:])|(?<![\w+])F\d{1,2}\b"
    r"|(?<=[Pp]ress )(?:g )?[a-z](?!\w)"
    r"|(?<![\w+])(?:g )?[a-z](?= (?:brings|changes|confirms|gives|goes|opens|shows|takes)\b)"
)


@dataclass(frozen=True, slots=True)
class Keymap:
    """`changed` are a person's own keys by the action's id; without `letters` no bare letter or sign is a key."""

    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    letters: bool = True

    def dress(self, actions: Iterable[Action]) -> tuple[Action, ...]:
        """The same actions with the keys that they have now."""
        return tuple(self._dressed(action) for action in actions)

    def _dressed(self, action: Action) -> Action:
        keys = self.changed.get(action.id, action.keys)
        if not self.letters:
            keys = tuple(key for key in keys if not has_letter(key))
        return action if keys == action.keys else replace(action, keys=keys)


def has_letter(key: str) -> bool:
    """Whether one of its strokes is a bare letter, figure or sign, which speech and a slip of the hand can hit."""
    return any(_is_bare(stroke) for stroke in strokes(key))


def strokes(key: str) -> tuple[str, ...]:
    """The strokes of a chain, or the one of a plain key."""
    return tuple(key.split(", "))


def _is_bare(stroke: str) -> bool:
    return not any(strong in stroke for strong in _STRONG) and len(stroke.removeprefix("Shift+")) == 1


def taken_by(key: str, action: Action, actions: Iterable[Action]) -> tuple[Action, ...]:
    """The other actions that have the key where both can have the focus, or a chain that collides with it."""
    others = (other for other in actions if other.id != action.id and together(action.place, other.place))
    return tuple(other for other in others if any(collide(key, same) for same in other.keys))


def moved(usual: Iterable[Action], now: Mapping[str, Action], here: frozenset[Place]) -> dict[str, str]:
    """The usual keys, as they are read, that are others now, with what stands for each: a key, or the action's title.

    Where two places have one key, it is meant as it is `here`.
    """
    meant: dict[str, Action] = {}
    for action in sorted(usual, key=lambda each: each.place not in here):
        for key in action.keys:
            meant.setdefault(key_words(key), action)
    found = {}
    for words, action in meant.items():
        mine = now[action.id]
        if words not in {key_words(key) for key in mine.keys}:
            found[words] = mine.shown_keys[0] if mine.keys else f"“{action.title}”"
    return found


def spoken(sentence: str, others: Mapping[str, str]) -> str:
    """A sentence that names usual keys, with those that stand for them now, as `moved` tells them."""
    return _SPELLED.sub(lambda key: others.get(key.group(), key.group()), sentence) if others else sentence
