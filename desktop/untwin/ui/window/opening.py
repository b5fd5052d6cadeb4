"""What the window says about this start, and what it was given."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # before the first frame nobody asks for it
    from untwin.ports.first_run import FirstRunOutside


def _nothing() -> None:
    pass


@dataclass(frozen=True)
class Opening:
    """What the window says about this start: a banner over everything, whether it is the sample firms', its title.

    `places` are where it listens for later starts on the same home, if anywhere. `given` are files and links.
    `said` is one sentence to tell once, as what was done to the data.
    `crash_report` is what an end that nobody wanted left; it is offered once and again until it is forgotten.
    `first_run` opens the sample firms' window, or holds what is taught there; None where neither can be done.
    """

    banner: str = ""
    sample: bool = False
    title: str = "Untwin"
    places: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    said: str = ""
    crash_report: str = ""
    forget_report: Callable[[], None] = _nothing
    first_run: "FirstRunOutside | None" = None
