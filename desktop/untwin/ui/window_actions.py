"""The actions about the window itself: palette, menu, settings, keys, text size, print, refresh."""

from untwin.ui.context import Context
from untwin.ui.registry import Action, Place


def window_actions() -> tuple[Action, ...]:
    """Them all, in the order of the key sheet."""
    window, desk = Place.WINDOW, Place.DESK
    return (
        Action("palette", "Find anything that can be done", ("Ctrl+K",), window, lambda c: c.window.open_palette()),
        Action("refresh", "Refresh: read the list anew, look the case up again", ("F5",), desk, _refresh),
        Action("larger", "Larger text", ("Ctrl++", "Ctrl+="), window, lambda c: c.window.zoom(1)),
        Action("smaller", "Smaller text", ("Ctrl+-",), window, lambda c: c.window.zoom(-1)),
        Action("usual_size", "Text in its usual size", ("Ctrl+0",), window, lambda c: c.window.zoom(0)),
    )


def _refresh(context: Context) -> None:
    context.window.refresh()
