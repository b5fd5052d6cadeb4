"""Chains of two strokes: hears the second one, wherever the focus is, while a strip shows what may follow."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from untwin.ui.acting.registry import CHAIN, Action, Registry
from untwin.ui.keys.which_key import WhichKey

_KEY = Qt.Key
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_META = Qt.KeyboardModifier.MetaModifier
# No stroke by themselves: what is held, or turned on, for the stroke that comes.
_HELD = (_KEY.Key_Shift, _KEY.Key_Control, _KEY.Key_Alt, _KEY.Key_AltGr, _KEY.Key_Meta, _KEY.Key_CapsLock)
ALONE = frozenset(int(key) for key in _HELD)


class Chains(QObject):
    """One chain at a time; Esc, a click beside the strip, and a stroke that is none of them end it.

    Signals:
        nothing_there: the strokes of a chain that nothing has.
    """

    nothing_there = Signal(str)

    def __init__(self, registry: Registry, strip: WhichKey, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._registry, self._strip = registry, strip
        self._stroke, self._follow = "", dict[str, Action]()
        registry.chained.connect(self.begin)
        strip.chosen.connect(self._clicked)

    @property
    def begun(self) -> bool:
        """Whether a second stroke is waited for."""
        return bool(self._follow)

    def begin(self, stroke: str, widget: QWidget) -> None:
        """The first stroke was pressed at a widget."""
        here = self._registry.here(QApplication.focusWidget() or widget)
        head = stroke + CHAIN
        self._stroke = stroke
        self._follow = {
            key.removeprefix(head): action
            for action in self._registry.actions
            for key in action.keys
            if key.startswith(head) and action.place in here
        }
        if self._follow:
            self._strip.show_strokes(stroke, self._follow)
            self._listen(on=True)

    def end(self) -> None:
        """Waits no longer."""
        self._follow = {}
        self._strip.hide()
        self._listen(on=False)

    def _listen(self, *, on: bool) -> None:
        """Hears every key before the widgets do; while a window is open there is an application."""
        if (application := QGuiApplication.instance()) is not None:
            (application.installEventFilter if on else application.removeEventFilter)(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Takes the second stroke before anything else does."""
        kind = event.type()
        beside = kind is QEvent.Type.MouseButtonPress and not self._strip.underMouse()
        if beside or kind is QEvent.Type.WindowDeactivate:
            self.end()
        if not isinstance(event, QKeyEvent) or not self.begun:
            return False
        if kind is QEvent.Type.ShortcutOverride:
            event.accept()
        elif kind is QEvent.Type.KeyPress and event.key() not in ALONE and not event.isAutoRepeat():
            self._second(event)
        return kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)

    def _second(self, event: QKeyEvent) -> None:
        follow, stroke = self._follow, self._stroke
        self.end()
        if event.key() == Qt.Key.Key_Escape:
            return
        found = next((follow[name] for name in stroke_names(event) if name in follow), None)
        if found is not None:
            self._registry.run(found.id)
        else:
            self.nothing_there.emit(stroke + CHAIN + stroke_names(event)[0])

    def _clicked(self, action_id: str) -> None:
        self.end()
        self._registry.run(action_id)


def stroke_names(event: QKeyEvent) -> tuple[str, ...]:
    """How a stroke may be written in the list of actions: as keys, and a sign also as itself, whatever makes it."""
    text, portable = event.text(), QKeySequence.SequenceFormat.PortableText
    combined = QKeySequence(event.keyCombination()).toString(portable)
    if len(text) != 1 or not text.isprintable() or text.isalpha() or text == " ":
        return (combined,)
    # Shift and AltGr, which is Ctrl and Alt on Windows, only make the sign.
    held = event.modifiers() & (_CTRL | _ALT | _META)
    return (("" if held == _CTRL | _ALT else QKeySequence(held.value).toString(portable)) + text, combined)
