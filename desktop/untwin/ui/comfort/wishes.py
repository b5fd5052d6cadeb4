"""The window as a person wishes it: wishes and keys as they are now, kept in the store, told to whoever follows."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QLocale, QObject, Signal

from untwin.domain.window.wishes import Wishes, other_size
from untwin.flows.remember import Remember
from untwin.ports.machine import Jobs
from untwin.ui.keys.keymap import Keymap
from untwin.ui.kit.figures import locale_named
from untwin.ui.kit.theme import Theme
from untwin.ui.kit.words import log_problem

_MOST_RECENT = 8


class Comfort(QObject):
    """Reads once at the start; every change has its effect at once and is kept beside.

    Signals:
        wished: other wishes hold now.
        rekeyed: other keys hold now.
    """

    wished = Signal()
    rekeyed = Signal()

    def __init__(self, remember: Remember, jobs: Jobs, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.remember, self._jobs, self._theme = remember, jobs, theme
        self.wishes = remember.wishes()
        self.keys = Keymap(remember.keys(), letters=self.wishes.letters)
        self.recent = remember.recent()
        self._follow()

    def wish(self, wishes: Wishes) -> None:
        """Other wishes hold from now on."""
        before, self.wishes = self.wishes, wishes
        if wishes == before:
            return
        self._keep(lambda: self.remember.keep_wishes(wishes))
        if wishes.letters != before.letters:
            self._rekey(replace(self.keys, letters=wishes.letters))
        self._follow()
        self.wished.emit()

    def zoom(self, step: int) -> None:
        """Larger text, smaller text; 0 is the usual size."""
        size = other_size(self.wishes.text_size, step) if step else Wishes().text_size
        self.wish(replace(self.wishes, text_size=size))

    def use_keys(self, changed: Mapping[str, tuple[str, ...]]) -> None:
        """A person's own keys from now on; an action that isn't named has its usual ones."""
        kept = dict(changed)
        self._keep(lambda: self.remember.keep_keys(kept))
        self._rekey(replace(self.keys, changed=kept))

    def note(self, name: str) -> None:
        """Something was run from the palette."""
        self.recent = tuple(dict.fromkeys((name, *self.recent)))[:_MOST_RECENT]
        recent = self.recent
        self._keep(lambda: self.remember.keep_recent(recent))

    def _rekey(self, keys: Keymap) -> None:
        self.keys = keys
        self.rekeyed.emit()

    def _follow(self) -> None:
        self._theme.wish(self.wishes.look, self.wishes.text_size)
        figures = self.wishes.figures
        QLocale.setDefault(locale_named(figures))

    def _keep(self, work: Callable[[], None]) -> None:
        self._jobs.submit("store", work, _kept)


def _kept(_nothing: object, problem: Exception | None) -> None:
    """What could not be kept holds until the window is closed."""
    if problem is not None:
        log_problem(problem)
