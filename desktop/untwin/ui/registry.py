"""What an action is, and how one becomes a key, a button, a footer hint and a row of the key sheet."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence  # noqa: TID251 - the one place where actions are made
from PySide6.QtWidgets import QWidget

from untwin.ui.context import Context


class Place(StrEnum):
    """Where an action's keys work; the values head the key sheet."""

    WINDOW = "Everywhere"
    DESK = "Anywhere but in a sheet"
    LIST = "List"
    CASE = "List and case"
    SHEET = "Sheets"
    COMPANIES = "Companies"
    SOURCES = "Sources"
    BATCH = "Batch"
    CLOSER = "What differs"
    HISTORY = "Change history"
    COLUMNS = "Columns of a table"


# Which places can have the focus at the same time: a key must mean one thing in all of them.
_TOGETHER = {
    Place.WINDOW: frozenset(Place),
    Place.DESK: frozenset({Place.WINDOW, Place.DESK, Place.LIST, Place.CASE}),
    Place.LIST: frozenset({Place.WINDOW, Place.DESK, Place.LIST, Place.CASE}),
    Place.CASE: frozenset({Place.WINDOW, Place.DESK, Place.LIST, Place.CASE}),
    Place.SHEET: frozenset(Place) - {Place.DESK, Place.LIST, Place.CASE},
    Place.COMPANIES: frozenset({Place.WINDOW, Place.SHEET, Place.COMPANIES}),
    Place.SOURCES: frozenset({Place.WINDOW, Place.SHEET, Place.SOURCES}),
    Place.BATCH: frozenset({Place.WINDOW, Place.SHEET, Place.BATCH}),
    Place.CLOSER: frozenset({Place.WINDOW, Place.SHEET, Place.CLOSER}),
    Place.HISTORY: frozenset({Place.WINDOW, Place.SHEET, Place.HISTORY}),
    Place.COLUMNS: frozenset({Place.WINDOW, Place.SHEET, Place.COLUMNS}),
}


def _nothing_in_the_way(_context: Context) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do.

    Attributes:
        keys: in Qt's portable words, e.g. `Ctrl+Return`; the first is the one that is shown.
        also: keys that Qt's own widgets answer to, shown in the key sheet.
        hint: one or two words for the footer; empty where it never stands there.
        why_not: a sentence when it can't run now; it stays enabled and says so.
    """

    id: str
    title: str
    keys: tuple[str, ...]
    place: Place
    run: Callable[[Context], None]
    why_not: Callable[[Context], str] = _nothing_in_the_way
    also: tuple[str, ...] = ()
    hint: str = ""

    @property
    def shown_keys(self) -> tuple[str, ...]:
        """Its keys as people read them: `Ctrl+Enter`, `Shift+B`, `g g`, `r`."""
        return tuple(dict.fromkeys(key_words(key) for key in (*self.keys, *self.also)))


def key_words(key: str) -> str:
    """One key as people read it; single letters small, as they are typed."""
    chords = [chord.strip() for chord in key.split(", ")]
    words = [c.lower() if len(c) == 1 else _readable(c) for c in chords]
    if words == ["Shift+G"]:
        return "G"
    return " ".join(words)


def _readable(chord: str) -> str:
    for name, sign in (("Return", "Enter"), ("Down", "↓"), ("Up", "↑")):
        chord = chord.replace(name, sign)
    return chord


def double_keys(actions: Iterable[Action]) -> tuple[str, ...]:
    """A sentence for each key that two actions claim where both can have the focus."""
    listed = list(actions)
    found = []
    for index, one in enumerate(listed):
        for other in listed[index + 1 :]:
            shared = set(one.keys) & set(other.keys)
            if shared and other.place in _TOGETHER[one.place]:
                found.append(f"{', '.join(sorted(shared))}: {one.id} and {other.id}")
    return tuple(found)


def markdown_keys(actions: Iterable[Action]) -> str:
    """The key table for README."""
    rows = ["| where | key | does |", "|---|---|---|"]
    for action in actions:
        if action.shown_keys:
            keys = " ".join(f"`{key}`" for key in action.shown_keys)
            rows.append(f"| {action.place} | {keys} | {action.title} |")
    return "\n".join(rows) + "\n"


class Registry(QObject):
    """Binds the list of actions to the window's places, and runs them by name."""

    def __init__(self, actions: tuple[Action, ...], context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.actions = actions
        self._by_id = {action.id: action for action in actions}
        self._context = context

    def bind(self, places: Mapping[Place, QWidget]) -> None:
        """Makes the keys of these places work, for as long as their widgets are there."""
        for action in self.actions:
            if action.place not in places:
                continue
            made = QAction(action.title, places[action.place])
            made.setShortcuts([QKeySequence(key, QKeySequence.SequenceFormat.PortableText) for key in action.keys])
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.setAutoRepeat(action.id in _REPEATING)
            made.triggered.connect(partial(self.run, action.id))
            places[action.place].addAction(made)

    def run(self, action_id: str, *_checked: object) -> None:
        """Runs an action, or says why it can't run now."""
        action = self._by_id[action_id]
        reason = action.why_not(self._context)
        if reason:
            self._context.say(reason)
        else:
            action.run(self._context)

    def get(self, action_id: str) -> Action:
        """One action of the list."""
        return self._by_id[action_id]


_REPEATING = frozenset({"next", "previous", "extend_down", "extend_up"})
