"""Why an action about sources can't run now, each as a sentence."""

from untwin.ui.context import Context
from untwin.ui.reasons import no_connecting


def no_source_chosen(context: Context) -> str:
    """Why nothing can be done about the chosen source."""
    return "" if context.sources.chosen is not None else "No source is connected yet. Ctrl+Enter connects one."


def no_connecting_sources(context: Context) -> str:
    """Why no source can be connected."""
    if not context.companies:
        return "Connect the company in QuickBooks first: Ctrl+Shift+O."
    return no_connecting(context)
