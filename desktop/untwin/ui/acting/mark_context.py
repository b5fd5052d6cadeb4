"""What actions may do with the marks of cases, and with saved views."""

from typing import Protocol


class ViewContext(Protocol):
    """Views as the actions see them."""

    @property
    def count(self) -> int:
        """How many views there are, Untwin's own and the saved ones."""

    @property
    def line(self) -> str:
        """The present filter: what the view asks for, and what is typed."""

    @property
    def saved(self) -> str:
        """The name of the saved view that is shown; empty where it is one of Untwin's own."""

    def save(self) -> None:
        """Asks for the name of the present filter."""

    def rename(self) -> None:
        """Asks for another name of the shown view."""

    def remove(self) -> None:
        """Removes the shown view."""


class MarkContext(Protocol):
    """Marks as the actions see them: about the selected cases, or the chosen one."""

    @property
    def views(self) -> ViewContext:
        """The views."""

    def snooze(self) -> None:
        """Asks until when."""

    def ask(self) -> None:
        """Opens the draft of an e-mail about the chosen case."""

    def wake(self) -> None:
        """Brings snoozed cases back now."""

    def ignore(self) -> None:
        """Asks for the reason."""

    def archive(self) -> None:
        """Puts solved cases away, or takes them out again."""

    def label(self) -> None:
        """Asks for the label."""

    def note(self) -> None:
        """Opens the note."""

    def unread(self) -> None:
        """Marks as unread, or as read where all are unread."""

    def read(self) -> None:
        """The chosen case was opened."""
