"""Looks an open menu over: rows without room for their words, a menu taller than its screen, rows without a name."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QMenu

from untwin.ui.kit.theme import POINTS

_USUAL_HEIGHT = 768  # on a lower screen, or with larger text, a long menu scrolls


def menu_faults(menu: QMenu) -> Iterator[str]:
    """Every fault of a menu and its rows, one sentence each."""
    screen = menu.screen().availableGeometry()
    scrolls = menu.sizeHint().height() > screen.height()
    larger = max(menu.font().pointSizeF() / POINTS, 1)
    if scrolls and screen.height() >= _USUAL_HEIGHT * larger:
        yield f"cut off: a menu is {menu.sizeHint().height()} high, the screen {screen.height()}"
    if menu.sizeHint().width() > screen.width():
        yield f"cut off: a menu is {menu.sizeHint().width()} wide, the screen {screen.width()}"
    if len({menu.actionGeometry(action).x() for action in menu.actions()}) > 1:
        yield f"cut off: a menu of {len(menu.actions())} rows goes on in a second column"
    if not menu.accessibleName().strip():
        yield f"no name: a menu with {len(menu.actions())} rows"
    yield from _rows(menu, scrolls=scrolls)


def _rows(menu: QMenu, *, scrolls: bool) -> Iterator[str]:
    metrics, spoken = QFontMetrics(menu.font()), QAccessible.queryAccessibleInterface(menu)
    for place, action in enumerate(menu.actions()):
        if action.isSeparator():
            continue
        words, _tab, key = action.text().replace("&&", "&").partition("\t")
        needs = metrics.horizontalAdvance(words) + metrics.horizontalAdvance(f"  {key}" if key else "")
        if scrolls and not menu.rect().contains(menu.actionGeometry(action)):
            continue
        has = menu.actionGeometry(action).intersected(menu.rect())
        if needs > has.width() or metrics.height() > has.height():
            yield f"clipped: “{words}” of a menu needs {needs}, has {has.width()}"
        child = spoken.child(place) if spoken is not None else None
        if child is None or not child.text(QAccessible.Text.Name).strip():
            yield f"no name: “{words}” of a menu"
