"""What actions may do with the marks of cases, and with saved views."""

from typing import Protocol


class MarkContext(Protocol):
    """Marks and views as the actions see them: about the selected cases, or the chosen one."""

    def snooze(self) -> None:
        """Asks until when."""

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
