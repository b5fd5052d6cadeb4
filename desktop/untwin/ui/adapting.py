"""How the window adapts to whoever sits at it: keys, chains, look and text size, followed live."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from untwin.ui.chains import Chains
from untwin.ui.comfort import Comfort
from untwin.ui.registry import Registry, key_words
from untwin.ui.toast import Toast
from untwin.ui.which_key import WhichKey
from untwin.ui.words import tr


class Adapting(QObject):
    """Ties a person's wishes to the list of actions and to the window."""

    def __init__(self, comfort: Comfort, registry: Registry, strip: WhichKey, toast: Toast) -> None:
        super().__init__(strip)
        self._comfort, self._registry, self._toast = comfort, registry, toast
        self.chains = Chains(registry, strip, self)
        self.chains.nothing_there.connect(self._say_nothing)
        comfort.rekeyed.connect(self._rekey)
        self._rekey()

    def _rekey(self) -> None:
        self._registry.rekey(self._comfort.keys.dress(self._registry.usual))

    def _say_nothing(self, key: str) -> None:
        QApplication.beep()
        self._toast.say(tr("“{}” is no key here. Ctrl+K finds what can be done.").format(key_words(key)))
