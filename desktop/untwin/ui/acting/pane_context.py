"""The case pane as the actions see it."""

from typing import Protocol


class PaneContext(Protocol):
    """How the chosen case is read."""

    def why(self) -> None:
        """Tells the reasons in full with all that was asked, or puts that away."""

    def next_view(self) -> None:
        """Shows the documents in the next way: differences, all fields, raw text."""

    def show_view(self, name: str) -> None:
        """Shows the documents in the way of that name."""
