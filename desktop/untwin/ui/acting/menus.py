"""The menu and the menu of a row, made from the list of actions: all that can be done can be done by mouse."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtWidgets import QMenu, QWidget

from untwin.ui.acting.registry import Action, Place, Registry
from untwin.ui.kit.words import button_words, tr

_GO = frozenset(
    {"next", "previous", "first", "last", "open", "next_pane", "back", "filter", "companies", "clients", "history"}
)
_COMPANIES = frozenset({"manage_companies", "manage_sources", "connect_company", "connect_source", "read_only"})
_TOUR = {"welcome", "tour", "tour_skip", "tour_leave", "tour_copy", "tour_choose"}
_HELP = frozenset({"keys", "help", "sample_page", *_TOUR})
_LOOK = frozenset({"next_view", "reasons"})
_MARK = frozenset({"snooze", "wake", "ask", "ignore", "archive", "label", "note", "unread"})
_TITLES = ("Cases", "Case", "Mark", "Options", "Look", "Select", "Go", "Companies", "Window", "Help")
_AT_HAND = ("Case", "Mark")
_OF_A_ROW = ("Options", "Look", "Select")


def menu_of(action: Action) -> str:
    """The title of the menu that an action stands in; empty for what belongs to one sheet alone."""
    if action.id in _GO or action.id.startswith("view_") or any(key.startswith("G, ") for key in action.keys):
        return "Go"
    for title, begins in (("Select", ("select", "extend")), ("Options", ("exit_",)), ("Look", ("show_",))):
        if action.id.startswith(begins):
            return title
    for title, mine in (("Companies", _COMPANIES), ("Help", _HELP), ("Look", _LOOK), ("Mark", _MARK)):
        if action.id in mine:
            return title
    return {Place.DESK: "Cases", Place.CASE: "Case", Place.LIST: "Case", Place.WINDOW: "Window"}.get(action.place, "")


def make_menu(parent: QWidget, registry: Registry) -> QMenu:
    """The menu: every action of the desk, each with its key."""
    menu = _menu(parent, registry)
    for title in _TITLES:
        mine = [action for action in registry.actions if menu_of(action) == title]
        _fill(_under(menu, tr(title)), mine, registry)
    return menu


def make_row_menu(parent: QWidget, registry: Registry) -> QMenu:
    """The menu of a row: what can be done with it now, then what can't, each with its reason."""
    menu = _menu(parent, registry)
    mine = [action for action in registry.actions if menu_of(action) in (*_AT_HAND, *_OF_A_ROW)]
    why = {action.id: registry.why_not(action.id) for action in mine}
    able = [action for action in mine if not why[action.id]]
    _fill(menu, (action for action in able if menu_of(action) in _AT_HAND), registry)
    menu.addSeparator()
    for title in _OF_A_ROW:
        if inside := [action for action in able if menu_of(action) == title]:
            _fill(_under(menu, tr(title)), inside, registry)
    if others := [action for action in mine if why[action.id]]:
        _fill(_under(menu, tr("Not now")), others, registry, lambda action: tr(why[action.id]))
    return menu


def _menu(parent: QWidget, registry: Registry) -> QMenu:
    menu = QMenu(parent)
    menu.setAccessibleName(tr("Menu"))
    menu.setToolTipsVisible(True)

    def run(chosen: Any) -> None:
        registry.run(chosen.data())

    menu.triggered.connect(run)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _under(menu: QMenu, title: str) -> QMenu:
    under: QMenu = menu.addMenu(title)
    under.setAccessibleName(title)
    under.setToolTipsVisible(True)
    return under


def _fill(
    menu: QMenu, actions: Iterable[Action], registry: Registry, tip: Callable[[Action], str] = lambda _action: ""
) -> None:
    for action in actions:
        # Behind a tab Qt shows the key without making it one.
        keys = f"\t{button_words(action.shown_keys[0])}" if action.shown_keys else ""
        made = menu.addAction(button_words(registry.title(action.id)) + keys)
        made.setData(action.id)
        made.setToolTip(tip(action))
