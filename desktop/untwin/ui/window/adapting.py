"""How the window adapts to whoever sits at it: keys, chains, look and text size, followed live."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QApplication, QWidget

from untwin.ui.acting.menus import make_row_menu
from untwin.ui.acting.registry import Registry, key_words
from untwin.ui.comfort.wishes import Comfort
from untwin.ui.desk.bookmarking import Bookmarking
from untwin.ui.desk.view import DeskView
from untwin.ui.inbox.listing import Listing
from untwin.ui.keys.chains import Chains
from untwin.ui.keys.hints import KeyHints
from untwin.ui.kit.words import tr
from untwin.ui.sheets.sheet import Sheet


class Adapting(QObject):
    """Ties a person's wishes to the list of actions and to the window."""

    def __init__(self, comfort: Comfort, registry: Registry, view: DeskView, listing: Listing) -> None:
        super().__init__(view)
        self._comfort, self._registry, self._view = comfort, registry, view
        self._bookmarking = Bookmarking(comfort.remember, view, listing)
        self.hints = KeyHints(registry)
        self.chains = Chains(registry, view.strip, self)
        self.chains.nothing_there.connect(self._say_nothing)
        view.toast.speak = self.hints.speak
        view.causes.speak = self.hints.speaker(view)
        view.pane.dress = self.hints.show
        view.ground.opened.connect(self._sheet_opened)
        view.inbox.menu_wanted.connect(self._show_row_menu)
        comfort.rekeyed.connect(self._rekey)
        comfort.wished.connect(self._share_out)
        self._size = 100
        self._share_out()
        self._rekey()

    def open_as_left(self, window: QWidget | None) -> None:
        """Opens the window as it was left, where that is wished; without one only what is in it."""
        if self._comfort.wishes.same_place:
            self._bookmarking.restore(window)

    def leave(self, window: QWidget) -> None:
        """The window closes."""
        self._bookmarking.keep(window)

    def _share_out(self) -> None:
        size = self._comfort.wishes.text_size
        if size != self._size:
            self._size = size
            self._view.panes.share_out(size / 100)

    def _rekey(self) -> None:
        self._registry.rekey(self._comfort.keys.dress(self._registry.usual))
        self.hints.show(self._view)

    def _sheet_opened(self, sheet: Sheet) -> None:
        sheet.speak = self.hints.speaker(sheet)
        self.hints.show(sheet)

    def _show_row_menu(self, place: QPoint) -> None:
        make_row_menu(self._view, self._registry).popup(place)

    def _say_nothing(self, key: str) -> None:
        QApplication.beep()
        self._view.toast.say(tr("“{}” is no key here. Ctrl+K finds what can be done.").format(key_words(key)))
