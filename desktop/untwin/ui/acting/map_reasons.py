"""Why an action about the number map can't run now, each as a sentence."""

from untwin.ui.acting.context import Context


def no_company(context: Context) -> str:
    """Why there is no map to open."""
    return "" if context.companies else "No company is connected yet. Ctrl+Shift+O leads to where one is connected."


def nothing_shown(context: Context) -> str:
    """Why there is nothing to move over."""
    return "" if context.map.shown else "Nothing is drawn yet. F5 reads the numbers."


def nothing_there(context: Context) -> str:
    """Why there is nothing to list or to open."""
    if not context.map.shown:
        return nothing_shown(context)
    return "" if context.map.there else "No document is there. n goes to the next thing worth a look."


def no_map(context: Context) -> str:
    """Why nothing can be read."""
    return "" if context.map.company else "Choose a company first: Ctrl+O."


def not_reading(context: Context) -> str:
    """Why there is nothing to stop."""
    return "" if context.looking_up else "Nothing is being read."
