"""Changes keys: choose an action, press its new key; what has that key already is said."""

from PySide6.QtWidgets import QLineEdit, QWidget

from untwin.ui.acting.registry import CHAIN, Action, Place, collide, key_words
from untwin.ui.comfort.wishes import Comfort
from untwin.ui.keys.catcher import KeyCatcher
from untwin.ui.keys.keymap import FIXED, Keymap, taken_by
from untwin.ui.kit.finding import fit
from untwin.ui.kit.labels import plain
from untwin.ui.kit.plain_table import PlainTable, Row
from untwin.ui.kit.words import tr
from untwin.ui.sheets.sheet import Sheet

_BUTTONS = (
    ("rekey", "Change", "Enter"),
    ("add_key", "Add one more", "+"),
    ("no_key", "No key", "Backspace"),
    ("usual_keys", "As usual", "u"),
    ("all_usual", "All as usual", ""),
)
_MOST_COLUMNS = 125  # per cent of text


class RekeySheet(Sheet):
    """Every action with its keys; each change holds at once."""

    over = True

    def __init__(self, usual: tuple[Action, ...], comfort: Comfort) -> None:
        lead = tr("Choose an action, then press its new key. Text fields win over single letters.")
        super().__init__(tr("Change keys"), lead, width=980)
        self._usual, self._comfort = usual, comfort
        self._shown: tuple[Action, ...] = ()
        self._adding, self._held = False, ("", "")
        self.filter = QLineEdit()
        self.filter.setAccessibleName(tr("Find an action or a key"))
        self.filter.setPlaceholderText(tr("Find an action or a key"))
        self.filter.textChanged.connect(self._show)
        # Larger text leaves no room for where an action works; the filter finds it all the same.
        self._columns = (0, 1, 2) if comfort.wishes.text_size <= _MOST_COLUMNS else (0, 2)
        titles, shares = (tr("Action"), tr("Where"), tr("Keys")), (50, 24, 26)
        self.table = PlainTable(tr("Actions"), self._few(titles), [shares[place] for place in self._columns])
        self.table.doubleClicked.connect(self.change)
        self.places = {Place.REKEY: self.table}
        self.catcher = KeyCatcher(self._begins)
        self.catcher.caught.connect(self._caught)
        self.catcher.refused.connect(self.show_problem)
        self.catcher.given_up.connect(self._give_up)
        self._fill()
        comfort.rekeyed.connect(self._show)

    def _fill(self) -> None:
        self.rows.addWidget(self.filter)
        self.rows.addWidget(self.table)
        self.rows.addWidget(self.catcher)
        self.catcher.hide()
        row = self.action_row(_BUTTONS)
        row.addStretch(1)
        self.rows.addLayout(row)
        self._hint = plain(tr("Esc keeps its key, so that nobody is locked in."), "small")
        self.rows.addWidget(self._hint)
        self._show()

    def first_focus(self) -> QWidget:
        """The table."""
        return self.table

    def take_room(self, room: int) -> None:
        """Gives the table what the rest leaves."""
        around = (self.filter, self.catcher, self.cancel_button, self._hint)
        left = room - sum(each.sizeHint().height() for each in around) - 6 * self.rows.spacing()
        self.table.fit_height(left)
        # As high with few rows as with many: nothing jumps while somebody types.
        self.table.setFixedHeight(max(left, self.table.height()))

    def leave(self) -> None:
        """It follows nobody any more."""
        self._comfort.rekeyed.disconnect(self._show)

    # --- what a person does -----------------------------------------------------------------------------------

    @property
    def action(self) -> Action | None:
        """The chosen action, with its keys now."""
        place = self.table.currentIndex().row()
        return self._shown[place] if 0 <= place < len(self._shown) else None

    def change(self, *_index: object) -> None:
        """Waits for the key that takes the place of the chosen action's keys."""
        self._wait(adding=False)

    def add(self) -> None:
        """Waits for one key more."""
        self._wait(adding=True)

    def clear(self) -> None:
        """Takes the chosen action's keys away; the palette still has it."""
        if self.action is not None:
            self._put(self.action, ())

    def usual(self) -> None:
        """Gives the chosen action its usual keys back, unless another has them now."""
        if self.action is not None:
            mine = next(action for action in self._usual if action.id == self.action.id)
            for key in mine.keys:
                if taken := taken_by(key, mine, self._now()):
                    self.show_problem(_taken_words(key, taken))
                    return
            self._put(mine, mine.keys)

    def all_usual(self) -> None:
        """Gives all of them back."""
        self.show_problem("")
        self._comfort.use_keys({})

    def confirm(self) -> None:
        """Takes a key from whatever had it."""
        name, key = self._held
        action = next((each for each in self._now() if each.id == name), None)
        if action is None:
            return
        changed = dict(self._comfort.keys.changed)
        for other in taken_by(key, action, self._now()):
            changed[other.id] = tuple(each for each in other.keys if not collide(each, key))
        changed[name] = (*action.keys, key) if self._adding else (key,)
        self._settle()
        self._comfort.use_keys(changed)

    # --- what it does -----------------------------------------------------------------------------------------

    def _wait(self, *, adding: bool) -> None:
        if self.action is None:
            return
        if self.action.id in FIXED:
            self.show_problem(tr("This one keeps its key: it leads out of everything."))
            return
        self._adding, self._held = adding, ("", "")
        self.show_problem("")
        self.catcher.show()
        self.catcher.wait()
        self.resized.emit()

    def _caught(self, key: str) -> None:
        action = self.action
        if action is None:
            return
        mine = next(each for each in self._now() if each.id == action.id)
        if taken := taken_by(key, mine, self._now()):
            self._held = (action.id, key)
            self.show_problem(_taken_words(key, taken) + " " + tr("Ctrl+Enter takes it from there."))
            self.table.setFocus()
            return
        self._put(mine, tuple(dict.fromkeys((*mine.keys, key))) if self._adding else (key,))

    def _put(self, action: Action, keys: tuple[str, ...]) -> None:
        usual = next(each for each in self._usual if each.id == action.id)
        changed = dict(self._comfort.keys.changed)
        if keys == usual.keys:
            changed.pop(action.id, None)
        elif action.id not in FIXED:
            changed[action.id] = keys
        self._settle()
        self._comfort.use_keys(changed)

    def _settle(self) -> None:
        self._held = ("", "")
        self.show_problem("")
        self._give_up()

    def _give_up(self) -> None:
        self.catcher.hide()
        self.table.setFocus()
        self.resized.emit()

    def _begins(self, stroke: str) -> bool:
        return any(key.startswith(stroke + CHAIN) for action in self._now() for key in action.keys)

    def _now(self) -> tuple[Action, ...]:
        """The actions with the keys that they have, single letters included."""
        return Keymap(self._comfort.keys.changed).dress(self._usual)

    def _show(self, *_typed: str) -> None:
        typed = self.filter.text()
        found = [(fit(typed, " ".join(_row(action))), action) for action in self._now()]
        # The best first: it is chosen, and the next stroke would become its key.
        found = sorted((each for each in found if each[0]), key=lambda each: -each[0])
        self._shown = tuple(action for _points, action in found)
        self.table.show_rows([self._few(_row(action)) for action in self._shown])

    def _few(self, row: Row) -> Row:
        return tuple(row[place] for place in self._columns)


def _row(action: Action) -> Row:
    return tr(action.title), tr(action.place.value), "   ".join(key_words(key) for key in action.keys)


def _taken_words(key: str, taken: tuple[Action, ...]) -> str:
    others = ", ".join(f"“{tr(action.title)}”" for action in taken)
    return tr("“{}” is the key of {} already.").format(key_words(key), others)
