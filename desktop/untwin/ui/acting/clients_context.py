"""What an action may see and do about the clients of the Monday view."""

from typing import Protocol

from untwin.domain.inbox.clients import Client


class ClientsContext(Protocol):
    """The clients as the actions see them."""

    @property
    def client(self) -> Client | None:
        """The client whose row has the focus; None where the view isn't open or empty."""

    def open(self) -> None:
        """Opens the view."""

    def move(self, step: int) -> None:
        """Goes to the row that many further down."""

    def focus_filter(self) -> None:
        """Puts the focus on the filter."""

    def sort_next(self) -> None:
        """Sorts by the next thing."""

    def open_cases(self) -> None:
        """Shows the client's cases in the inbox."""

    def note_looked(self) -> None:
        """Asks in which of the client's apps a person has looked."""

    def show_sources(self) -> None:
        """Shows the client's apps."""
