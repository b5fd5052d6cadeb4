"""What an action may see and do about companies and their sources."""

from typing import Protocol

from untwin.domain.company.company import Company


class CompanyContext(Protocol):
    """The companies as the actions see them."""

    sample: bool

    @property
    def chosen(self) -> tuple[Company, ...]:
        """Those that an action is about: marked, or of the chosen case, or chosen for the list."""

    def open(self) -> None:
        """Opens the companies sheet."""

    def move(self, step: int) -> None:
        """Goes to the row that many further down."""

    def mark(self) -> None:
        """Marks the row, or takes its mark away."""

    def mark_all(self) -> None:
        """Marks all rows, or none."""

    def connect_new(self) -> None:
        """Opens the connect sheet."""

    def connect_again(self) -> None:
        """Opens it for a company whose connection is made anew."""

    def forget(self) -> None:
        """Asks whether a company shall be forgotten."""

    def policy(self) -> None:
        """Opens the policy of a company."""

    def numbers(self) -> None:
        """Opens its house rules for new numbers."""

    def settings(self) -> None:
        """Shows a company's number settings and what they mean for its apps."""

    def switch(self) -> None:
        """Read-only at once, or the review that allows changes."""

    def make_read_only(self) -> None:
        """Makes them read-only, at once."""

    def allow(self) -> None:
        """Opens the review that allows changes."""


class SourceContext(Protocol):
    """The sources as the actions see them."""

    @property
    def chosen(self) -> object | None:
        """The source that an action is about."""

    def open(self) -> None:
        """Opens the sources sheet."""

    def move(self, step: int) -> None:
        """Goes to the row that many further down."""

    def connect_new(self) -> None:
        """Opens the sheet that connects one."""

    def test(self) -> None:
        """Asks the chosen source whether it answers."""

    def forget(self) -> None:
        """Asks whether the chosen source shall be forgotten."""

    def choose_file(self) -> None:
        """Asks for a profile file."""
