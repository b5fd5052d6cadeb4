"""What an action may see of the selected cases, and do with the selection."""

from typing import Protocol

from untwin.domain.cases.case import Case

MOST = 2000  # cases that are read for one action; about more nothing is done at once


class SelectionContext(Protocol):
    """What is selected in the list."""

    @property
    def count(self) -> int:
        """How many are selected."""

    @property
    def cases(self) -> tuple[Case, ...]:
        """The selected cases, in the order of the list; `MOST` of them."""

    def toggle(self) -> None:
        """Selects the chosen row, or takes it out."""

    def extend(self, step: int) -> None:
        """Goes that many rows further down and selects everything on the way."""

    def all(self) -> None:
        """Selects all that are shown."""

    def none(self) -> None:
        """Selects nothing."""
