"""What an action is, and how one becomes a key, a button, a footer hint and a row of the key sheet."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence  # noqa: TID251 - the one place where actions are made
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from untwin.ui.acting.context import Context
from untwin.ui.kit.words import tr

CHAIN = ", "  # stands between two strokes that are pressed one after the other


class Place(StrEnum):
    """Where an action's keys work; the values head the key sheet."""

    WINDOW = "Everywhere"
    DESK = "Main window"
    LIST = "List"
    CASE = "List and case"
    SHEET = "Sheets"
    FIRST_RUN = "Welcome"
    CLIENTS = "Clients"
    COMPANIES = "Companies"
    SOURCES = "Sources"
    BATCH = "Batch"
    CLOSER = "What differs"
    HISTORY = "Change history"
    MAP = "Number map"
    COLUMNS = "Columns of a table"
    REKEY = "Change keys"


# Which places can have the focus at the same time: a key must mean one thing in all of them.
_TOGETHER = {
    Place.WINDOW: frozenset(Place),
    Place.DESK: frozenset({Place.WINDOW, Place.DESK, Place.LIST, Place.CASE}),
    Place.LIST: frozenset({Place.WINDOW, Place.DESK, Place.LIST, Place.CASE}),
    Place.CASE: frozenset({Place.WINDOW, Place.DESK, Place.LIST, Place.CASE}),
    Place.SHEET: frozenset(Place) - {Place.DESK, Place.LIST, Place.CASE},
    Place.FIRST_RUN: frozenset({Place.WINDOW, Place.SHEET, Place.FIRST_RUN}),
    Place.CLIENTS: frozenset({Place.WINDOW, Place.SHEET, Place.CLIENTS}),
    Place.COMPANIES: frozenset({Place.WINDOW, Place.SHEET, Place.COMPANIES}),
    Place.SOURCES: frozenset({Place.WINDOW, Place.SHEET, Place.SOURCES}),
    Place.BATCH: frozenset({Place.WINDOW, Place.SHEET, Place.BATCH}),
    Place.CLOSER: frozenset({Place.WINDOW, Place.SHEET, Place.CLOSER}),
    Place.HISTORY: frozenset({Place.WINDOW, Place.SHEET, Place.HISTORY}),
    Place.MAP: frozenset({Place.WINDOW, Place.SHEET, Place.MAP}),
    Place.COLUMNS: frozenset({Place.WINDOW, Place.SHEET, Place.COLUMNS}),
    Place.REKEY: frozenset({Place.WINDOW, Place.SHEET, Place.REKEY}),
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
        words: what it does as things stand, where the title can't know it; empty where that is all.
    """

    id: str
    title: str
    keys: tuple[str, ...]
    place: Place
    run: Callable[[Context], None]
    why_not: Callable[[Context], str] = _nothing_in_the_way
    also: tuple[str, ...] = ()
    hint: str = ""
    words: Callable[[Context], str] = _nothing_in_the_way

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
    for name, sign in (("Return", "Enter"), ("Down", "↓"), ("Up", "↑"), ("Left", "←"), ("Right", "→")):
        chord = chord.replace(name, sign)
    return chord


def double_keys(actions: Iterable[Action]) -> tuple[str, ...]:
    """A sentence for each key that two actions claim where both can have the focus."""
    listed = list(actions)
    found = []
    for index, one in enumerate(listed):
        for other in listed[index + 1 :]:
            shared = {key for key in one.keys for same in other.keys if collide(key, same)}
            if shared and together(one.place, other.place):
                found.append(f"{', '.join(sorted(shared))}: {one.id} and {other.id}")
    return tuple(found)


def together(one: Place, other: Place) -> bool:
    """Whether both can have the focus at the same time."""
    return other in _TOGETHER[one]


def collide(key: str, other: str) -> bool:
    """The same key, or one that is the first stroke of the other's chain."""
    return key == other or key.startswith(other + CHAIN) or other.startswith(key + CHAIN)


def markdown_keys(actions: Iterable[Action]) -> str:
    """The key table for README."""
    rows = ["| where | key | does |", "|---|---|---|"]
    for action in actions:
        if action.shown_keys:
            keys = " ".join(f"`{key}`" for key in action.shown_keys)
            rows.append(f"| {action.place} | {keys} | {action.title} |")
    return "\n".join(rows) + "\n"


class Registry(QObject):
    """Binds the list of actions to the window's places, and runs them by name.

    Signals:
        rekeyed: the actions have other keys now.
        ran: the id of an action that could run.
        chained: the first stroke of a chain was pressed; the stroke, and the widget where.
    """

    rekeyed = Signal()
    ran = Signal(str)
    chained = Signal(str, object)

    def __init__(self, actions: tuple[Action, ...], context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.usual = self.actions = actions
        self._by_id = {action.id: action for action in actions}
        self._context = context
        self._bound: list[tuple[Place, QWidget]] = []
        self._made: list[QAction] = []

    def bind(self, places: Mapping[Place, QWidget]) -> None:
        """Makes the keys of these places work, for as long as their widgets are there."""
        self._bound = [*self.bound, *places.items()]
        for place, widget in places.items():
            self._bind(place, widget)

    @property
    def bound(self) -> list[tuple[Place, QWidget]]:
        """The places that are there, and their widgets."""
        return [(place, widget) for place, widget in self._bound if isValid(widget)]

    def rekey(self, actions: tuple[Action, ...]) -> None:
        """Gives the actions other keys; everything that is bound follows."""
        self.actions = actions
        self._by_id = {action.id: action for action in actions}
        for made in self._made:
            if isValid(made):
                made.deleteLater()
                made.setShortcuts([])
        self._made = []
        for place, widget in self.bound:
            self._bind(place, widget)
        self.rekeyed.emit()

    def _bind(self, place: Place, widget: QWidget) -> None:
        self._made = [made for made in self._made if isValid(made)]
        mine = [action for action in self.actions if action.place is place]
        for action in mine:
            whole = [key for key in action.keys if CHAIN not in key]
            made = self._make(widget, action.title, whole, partial(self.run, action.id))
            made.setAutoRepeat(action.id in _REPEATING)
        for stroke in sorted({key.split(CHAIN)[0] for action in mine for key in action.keys if CHAIN in key}):
            if not self._begins_around(stroke, widget):
                self._make(widget, stroke, [stroke], partial(self._begin, stroke, widget)).setAutoRepeat(False)

    def _begins_around(self, stroke: str, widget: QWidget) -> bool:
        """Whether a place around the widget hears the chain's first stroke: Qt takes no key that two of them claim."""
        around = {place for place, other in self.bound if other is not widget and other.isAncestorOf(widget)}
        return any(a.place in around and key.startswith(stroke + CHAIN) for a in self.actions for key in a.keys)

    def _make(self, widget: QWidget, title: str, keys: list[str], run: Callable[..., None]) -> QAction:
        made = QAction(title, widget)
        made.setShortcuts([QKeySequence(key, QKeySequence.SequenceFormat.PortableText) for key in keys])
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(run)
        widget.addAction(made)
        self._made.append(made)
        return made

    def _begin(self, stroke: str, widget: QWidget, *_checked: object) -> None:
        self.chained.emit(stroke, widget)

    def run(self, action_id: str, *_checked: object) -> None:
        """Runs an action, or says why it can't run now."""
        action = self._by_id[action_id]
        reason = action.why_not(self._context)
        if reason:
            self._context.say(reason)
        else:
            action.run(self._context)
            self.ran.emit(action_id)

    def press(self, names: Iterable[str], focused: QWidget) -> bool:
        """Does what a stroke of one of these names does where the focus is; whether it does anything."""
        here, strokes = self.here(focused), tuple(names)
        mine = [action for action in self.actions if action.place in here]
        for stroke in strokes:
            if any(key.startswith(stroke + CHAIN) for action in mine for key in action.keys):
                self.chained.emit(stroke, focused)
                return True
        found = next((action for action in mine if set(action.keys).intersection(strokes)), None)
        if found is not None:
            self.run(found.id)
        return found is not None

    def why_not(self, action_id: str) -> str:
        """Why an action can't run now; empty where it can."""
        return self._by_id[action_id].why_not(self._context)

    def title(self, action_id: str) -> str:
        """What an action is called as things stand; in a menu or the palette it says what it would do."""
        action = self._by_id[action_id]
        return action.words(self._context) or tr(action.title)

    def get(self, action_id: str) -> Action:
        """One action of the list."""
        return self._by_id[action_id]

    def here(self, focused: QWidget | None) -> frozenset[Place]:
        """The places whose keys work where the focus is."""
        return frozenset(p for p, w in self.bound if focused is not None and w.isAncestorOf(focused))


_REPEATING = frozenset(
    {
        *("next", "previous", "extend_down", "extend_up"),
        *("map_lane_down", "map_lane_up", "map_left", "map_right", "map_closer", "map_further"),
        *("map_next", "map_before"),
    }
)
