"""Why an action of the clients can't run now: one sentence, empty where it can."""

from untwin.ui.acting import reasons
from untwin.ui.acting.context import Context

_NO_ROW = "No client is shown here."
_NO_COMPANY = "Nobody has said yet whose cases these are."


def no_client(context: Context) -> str:
    """Why there is no row to open."""
    return "" if context.clients.client else _NO_ROW


def no_company(context: Context) -> str:
    """Why nothing can be done about its company."""
    client = context.clients.client
    if client is None:
        return _NO_ROW
    return "" if client.company else _NO_COMPANY


def no_app(context: Context) -> str:
    """Why nobody can have looked into its apps."""
    client = context.clients.client
    if client is None or client.company is None:
        return no_company(context)
    return "" if client.checks else f"No app is connected to {client.name}. Press u to connect one."


def no_sign_in(context: Context) -> str:
    """Why its connection can't be made anew."""
    return no_company(context) or reasons.not_connectable(context)
