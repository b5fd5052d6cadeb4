"""What the first run needs of the outside: the sample firms' window, errors to learn on, and how far the tour is."""

from typing import Protocol


class FirstRunOutside(Protocol):
    """One of a plain window, or one of the sample firms' window."""

    @property
    def teaches(self) -> bool:
        """Whether there are errors to learn on: in the sample firms' window alone."""

    def open_sample(self) -> None:
        """Opens the window on the sample firms, beside this one. Raises `Problem`; takes some seconds."""

    def lesson(self) -> str:
        """The errors to learn on, as they are copied from the app's page. Raises `Problem`."""

    def progress(self) -> str:
        """How far the tour was, as `keep` was given it; empty where it never began."""

    def keep(self, progress: str) -> None:
        """Keeps how far the tour is: the sample firms are made anew each time, this isn't."""
