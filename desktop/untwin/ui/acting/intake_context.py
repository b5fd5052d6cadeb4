"""What the actions may do with what comes in; the rest of the desk stands in `context`."""

from typing import Protocol


class IntakeContext(Protocol):
    """What comes in, as the actions see it."""

    @property
    def has_table(self) -> bool:
        """Whether what came in last was a table."""

    @property
    def choosing_columns(self) -> bool:
        """Whether the columns of a table are shown."""

    def paste(self) -> None:
        """Takes in what the clipboard has."""

    def paste_whole(self) -> None:
        """Takes it in as the whole list of what fails in its source now."""

    def choose_files(self) -> None:
        """Asks for files with errors, or with an invoice list."""

    def show_columns(self) -> None:
        """Shows what each column of the last table was taken for."""

    def other_meaning(self, step: int) -> None:
        """Lets the chosen column hold something else."""

    def no_meaning(self) -> None:
        """Lets the chosen column hold nothing."""

    def forget_columns(self) -> None:
        """Forgets what was said about such tables, and takes this one in as it is understood without."""
