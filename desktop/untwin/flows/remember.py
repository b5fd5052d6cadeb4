"""Remembers how a person wants the window: wishes, keys of their own, what was run last, where they left off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from untwin.domain.window.bookmark import Bookmark, bookmark_of, bookmark_text
from untwin.domain.window.front import KEPT_AS, Front, front_of, front_text
from untwin.domain.window.wishes import Wishes, keys_of, keys_text, wishes_of, wishes_text

if TYPE_CHECKING:  # what asks for the first frame needs none of the types behind it
    from untwin.ports.history import Preferences

_WISHES, _KEYS, _PLACE, _RECENT = "window wishes", "window keys", "window place", "window recent"


@dataclass(frozen=True, slots=True)
class Remember:
    """The flow; what is damaged is forgotten in silence, since nobody's books depend on it."""

    preferences: "Preferences"

    def wishes(self) -> Wishes:
        """What was wished last."""
        return wishes_of(self.preferences.get(_WISHES))

    def keep_wishes(self, wishes: Wishes) -> None:
        """Keeps them."""
        self.preferences.put(_WISHES, wishes_text(wishes))

    def keys(self) -> dict[str, tuple[str, ...]]:
        """A person's own keys, by the action's id."""
        return keys_of(self.preferences.get(_KEYS))

    def keep_keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Keeps them; an action that isn't named has its usual ones."""
        self.preferences.put(_KEYS, keys_text(keys))

    def recent(self) -> tuple[str, ...]:
        """What was run last from the palette, the newest first."""
        return tuple(filter(None, self.preferences.get(_RECENT).split("\n")))

    def keep_recent(self, names: Sequence[str]) -> None:
        """Keeps it."""
        self.preferences.put(_RECENT, "\n".join(names))

    def bookmark(self) -> Bookmark:
        """Where the window was left."""
        return bookmark_of(self.preferences.get(_PLACE))

    def keep_bookmark(self, bookmark: Bookmark) -> None:
        """Keeps it."""
        self.preferences.put(_PLACE, bookmark_text(bookmark))

    def front(self) -> Front | None:
        """What the list looked like when it was left."""
        return front_of(self.preferences.get(KEPT_AS))

    def keep_front(self, front: Front | None) -> None:
        """Keeps it; with None nothing of it stays."""
        self.preferences.put(KEPT_AS, front_text(front) if front else "")
