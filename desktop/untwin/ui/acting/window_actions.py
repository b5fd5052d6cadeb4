"""The actions about the window itself: palette, menu, settings, keys, text size, print, refresh."""

from untwin.ui.acting.context import Context
from untwin.ui.acting.registry import Action, Place


def window_actions() -> tuple[Action, ...]:
    """Them all, in the order of the key sheet."""
    window, desk = Place.WINDOW, Place.DESK
    return (
        Action("palette", "Find anything that can be done", ("Ctrl+K",), window, lambda c: c.window.open_palette()),
        Action("menu", "Menu", ("F10",), desk, lambda c: c.window.open_menu()),
        Action("refresh", "Refresh: read the list anew, look the case up again", ("F5",), desk, _refresh),
        Action("print", "Print what is shown", ("Ctrl+P",), window, lambda c: c.window.print_here()),
        Action("settings", "Settings", ("Ctrl+,",), window, lambda c: c.window.open_settings()),
        Action("change_keys", "Change keys", (), window, lambda c: c.window.change_keys()),
        *_rekey_actions(),
        Action("larger", "Larger text", ("Ctrl++", "Ctrl+="), window, lambda c: c.window.zoom(1)),
        Action("smaller", "Smaller text", ("Ctrl+-",), window, lambda c: c.window.zoom(-1)),
        Action("usual_size", "Text in its usual size", ("Ctrl+0",), window, lambda c: c.window.zoom(0)),
    )


def _refresh(context: Context) -> None:
    context.window.refresh()


def _rekey_actions() -> tuple[Action, ...]:
    place = Place.REKEY
    return (
        Action("rekey", "Press a new key for it", ("Return", "Enter"), place, lambda c: c.window.on_keys("change")),
        Action("add_key", "Press one more key for it", ("+",), place, lambda c: c.window.on_keys("add")),
        Action("no_key", "Take its keys away", ("Backspace",), place, lambda c: c.window.on_keys("clear")),
        Action("usual_keys", "Give it its usual keys", ("U",), place, lambda c: c.window.on_keys("usual")),
        Action("all_usual", "Give all their usual keys", (), place, lambda c: c.window.on_keys("all_usual")),
    )
