"""What an action may do about the first run: the welcome, the tour, and the sample firms' own window."""

from typing import Protocol


class FirstRunContext(Protocol):
    """The first run as the actions see it."""

    @property
    def teaches(self) -> bool:
        """Whether this window can run the tour: that of the sample firms alone."""

    @property
    def touring(self) -> bool:
        """Whether the tour is under way."""

    def welcome(self) -> None:
        """Opens the welcome."""

    def page_back(self) -> None:
        """The page of the welcome before."""

    def connect_company(self) -> None:
        """Opens the connect sheet."""

    def read_on(self) -> None:
        """Opens the help page about connecting."""

    def tour(self) -> None:
        """Begins the tour, or opens the sample firms' window, where it begins by itself."""

    def skip(self) -> None:
        """Leaves the step of the tour out that is shown."""

    def leave(self) -> None:
        """Leaves the tour."""

    def copy_lesson(self) -> None:
        """Puts the errors to learn on into the clipboard."""

    def choose_lesson(self) -> None:
        """Chooses a case whose number can be changed."""
