"""Shows a person's own keys wherever a usual one is written: behind a button's words, in a tip, in a sentence."""

from collections.abc import Mapping

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from untwin.ui.keymap import spoken
from untwin.ui.registry import Action, Registry, key_words
from untwin.ui.words import button_words

_GAP = "   "  # stands between a button's words and its key
_SHOWN = "shown key"
# Ours for certain: what comes from outside is never written in these.
_OURS = frozenset({"small", "muted"})


class KeyHints:
    """Follows the list of actions."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def speak(self, sentence: str) -> str:
        """A sentence of ours with the keys as they are now."""
        return spoken(sentence, self._registry.usual, self._now())

    def show(self, root: QWidget) -> None:
        """Puts the keys as they are now on every button under `root`, and in the sentences beneath."""
        usual, now = {action.id: action for action in self._registry.usual}, self._now()
        for made in root.findChildren(QPushButton):
            name = made.property("action")
            if name in now:
                _retitle(made, usual[name], now[name])
        if all(usual[name].keys == action.keys for name, action in now.items()):
            return
        for label in root.findChildren(QLabel):
            if label.property("look") in _OURS:
                label.setText(self.speak(label.text()))

    def _now(self) -> Mapping[str, Action]:
        return {action.id: action for action in self._registry.actions}


def _retitle(made: QPushButton, usual: Action, now: Action) -> None:
    """Only what shows a key shows the new one; the words before it stay as they are."""
    words, _gap, tail = made.text().rpartition(_GAP)
    shown = {key_words(key) for key in usual.keys} | {made.property(_SHOWN)}
    key = now.shown_keys[0] if now.shown_keys else ""
    if words and tail.replace("&&", "&") in shown:
        made.setText(f"{words}{_GAP}{button_words(key)}" if key else words)
        made.setProperty(_SHOWN, key)
    elif made.property(_SHOWN) == "" and key:
        made.setText(f"{made.text()}{_GAP}{button_words(key)}")
        made.setProperty(_SHOWN, key)
    if made.toolTip() in shown:
        made.setToolTip(key)
    if made.accessibleDescription() in shown:
        made.setAccessibleDescription(key)
        made.setProperty(_SHOWN, key)
