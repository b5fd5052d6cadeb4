"""Shows a person's own keys wherever a usual one is written: behind a button's words, in a tip, in a sentence."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget

from untwin.ui.acting.registry import Action, Place, Registry, key_words
from untwin.ui.keys.keymap import moved, spoken
from untwin.ui.kit.labels import OURS
from untwin.ui.kit.words import button_words

_GAP = "   "  # stands between a button's words and its key
_SHOWN, _WRITTEN, _SAID = "shown key", "usual words", "words now"
# Ours for certain: what comes from outside is never written in these.
_OUR_LOOKS = frozenset({"small", "muted", "lead"})


class KeyHints:
    """Follows the list of actions."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._ever = False

    def speak(self, sentence: str) -> str:
        """A sentence of ours with the keys as they are where the keyboard is."""
        return self.among(self._registry.here(QApplication.focusWidget()))(sentence)

    def speaker(self, root: QWidget) -> Callable[[str], str]:
        """The same for the sentences of one sheet."""
        return lambda sentence: spoken(sentence, self._moved(self._places(root)))

    def among(self, places: frozenset[Place]) -> Callable[[str], str]:
        """The same for what is said of some places."""
        others = self._moved(places)
        return lambda sentence: spoken(sentence, others)

    def show(self, root: QWidget) -> None:
        """Puts the keys as they are now on every button under `root`, and in our sentences beneath."""
        now = self._now()
        if not self._ever and all(now[action.id] is action for action in self._registry.usual):
            return
        self._ever = True
        usual = {action.id: action for action in self._registry.usual}
        for made in root.findChildren(QPushButton):
            name = made.property("action")
            if name in now:
                _retitle(made, usual[name], now[name])
        others = self._moved(self._places(root))
        for box in root.findChildren(QCheckBox):
            _respeak(box, others)
        for label in root.findChildren(QLabel):
            if label.property("look") in _OUR_LOOKS or label.property(OURS):
                _respeak(label, others)

    def _moved(self, here: frozenset[Place]) -> Mapping[str, str]:
        now = self._now()
        if all(now[action.id] is action for action in self._registry.usual):
            return {}
        return moved(self._registry.usual, now, here)

    def _places(self, root: QWidget) -> frozenset[Place]:
        return frozenset(
            place
            for place, bound in self._registry.bound
            if bound is root or root.isAncestorOf(bound) or bound.isAncestorOf(root)
        )

    def _now(self) -> Mapping[str, Action]:
        return {action.id: action for action in self._registry.actions}


def _respeak(made: QLabel | QCheckBox, others: Mapping[str, str]) -> None:
    """What was said before is said anew from the words as they were written."""
    text = made.text()
    written = made.property(_WRITTEN) if text == made.property(_SAID) else text
    said = spoken(written, others)
    if said != text:
        made.setText(said)
    if said != written:
        made.setProperty(_WRITTEN, written)
        made.setProperty(_SAID, said)


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
