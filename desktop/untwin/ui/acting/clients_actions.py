"""The actions of the clients, the Monday view: how it is opened, and what is done about the row in focus."""

from untwin.ui.acting import clients_reasons as why
from untwin.ui.acting.registry import Action, Place


def open_clients() -> Action:
    """How it is opened from the desk."""
    return Action("clients", "Clients: what is open for each", ("G, C",), Place.DESK, lambda c: c.clients.open())


def clients_actions() -> tuple[Action, ...]:
    """Those inside it, in the order of the key sheet."""
    return (*_moving(), *_about_the_client())


def _moving() -> tuple[Action, ...]:
    place = Place.CLIENTS
    return (
        Action("next_client", "Next client", ("J",), place, lambda c: c.clients.move(1), also=("Down",)),
        Action("previous_client", "Client before", ("K",), place, lambda c: c.clients.move(-1), also=("Up",)),
        Action("filter_clients", "Filter", ("/", "Ctrl+F"), place, lambda c: c.clients.focus_filter()),
        Action("sort_clients", "Sort by the next thing", ("Shift+S",), place, lambda c: c.clients.sort_next()),
        Action(
            "open_client",
            "Open its cases",
            ("Return", "Enter", "O"),
            place,
            lambda c: c.clients.open_cases(),
            why.no_client,
        ),
    )


def _about_the_client() -> tuple[Action, ...]:
    place, one = Place.CLIENTS, why.no_company
    return (
        Action("note_looked", "I looked into its apps", ("V",), place, lambda c: c.clients.note_looked(), why.no_app),
        Action("client_sources", "Its apps", ("U",), place, lambda c: c.clients.show_sources(), one),
        Action("client_policy", "Reported through, trust accounts", ("P",), place, lambda c: c.firms.policy(), one),
        Action(
            "client_read_only",
            "Make read-only at once, or allow changes",
            ("Ctrl+Shift+L",),
            place,
            lambda c: c.firms.switch(),
            one,
        ),
        Action("client_sign_in", "Connect again", ("C",), place, lambda c: c.firms.connect_again(), why.no_sign_in),
        Action("client_settings", "Settings", ("S",), place, lambda c: c.firms.settings(), one),
    )
