"""What the flows need of this computer: its clock, keyring, browser and files, and somebody who waits."""

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol, TypeVar

from untwin.domain.errors.bills import BillList
from untwin.domain.errors.columns import Told
from untwin.domain.errors.faults import Reading
from untwin.domain.reports.report import Report

S = TypeVar("S")
T = TypeVar("T")
Wanted = Callable[[], bool]


def always() -> bool:
    """The wish of somebody who never changes his mind."""
    return True


class Intake(Protocol):
    """Reads errors and bill lists out of what people paste, drop or name.

    `given` is what a person says about the columns of a table; it outranks what was recognised. What can't be read,
    a file that can't be opened too, is a sentence in `unread`: nothing is raised.
    """

    def read_text(self, text: str, given: Told | None = None) -> Reading:
        """The findings in a text."""

    def read_clipboard(self, text: str, page: str, given: Told | None = None) -> Reading:
        """The findings in what was copied from a page: its words and its HTML, of which the better is read."""

    def read_bytes(self, data: bytes, given: Told | None = None) -> Reading:
        """The findings in what was piped in: text in any encoding, or a file of any kind."""

    def read_file(self, path: Path, given: Told | None = None) -> Reading:
        """The findings in a file of any kind."""

    def read_bills(self, text: str, page: str = "", given: Told | None = None) -> BillList:
        """The rows of a bill list that was pasted: its words and, where it was copied from a page, its HTML."""

    def read_bills_file(self, path: Path, given: Told | None = None) -> BillList:
        """The rows of a bill list in a file of any kind."""


class Reports(Protocol):
    """Writes reports for people outside; the ending of the file's name decides its kind."""

    def write(self, report: Report, file: Path, *, replace: bool = False) -> None:
        """Writes the whole file or none.

        Raises `BadInput` for an unknown ending, a folder that isn't there, or a file that is there already and may
        not be replaced; `Problem` when the disk is full, the folder is closed to this person, or the kind of file
        can't be made on this computer.
        """


class Clock(Protocol):
    """The time here, with its offset."""

    def now(self) -> datetime:
        """Now."""


class Browser(Protocol):
    """The person's own web browser."""

    def open(self, address: str) -> None:
        """Opens a checked address."""


class Vault(Protocol):
    """The operating system's keyring, as far as this home's own entries go."""

    def get(self, kind: str, name: str) -> str | None:
        """A secret, or None. Raises `KeyringProblem`."""

    def put(self, kind: str, name: str, secret: str) -> None:
        """Stores a secret and reads it back. Raises `KeyringProblem`."""

    def remove(self, kind: str, name: str) -> None:
        """Removes a secret; nothing happens when it isn't there."""

    def all(self) -> tuple[tuple[str, str], ...]:
        """Kind and name of every secret of this home, as far as the keyring can list them. Raises `KeyringProblem`."""

    def describe(self) -> str:
        """Where secrets are kept, in words."""


class Leaving(StrEnum):
    """What becomes of work when nobody wants to wait for it any more.

    DROP: whoever waits goes on at once, and the work is left to itself: a read.
    FINISH: whoever waits goes on at once, but the process doesn't end before the work: renewing a token.
    STAY: only the end of its time ends the wait: a change to the books.
    """

    DROP = "drop"
    FINISH = "finish"
    STAY = "stay"


class Patience(Protocol):
    """Waits for the outside: with an end, and no longer than somebody wants to."""

    def wait(self, work: Callable[[], T], seconds: float, leaving: Leaving = Leaving.DROP) -> T:
        """What `work` returns, or raises. Raises `TimeoutError` at the end of its time, and `Cancelled`."""

    def pause(self, seconds: float, wanted: Wanted = always) -> None:
        """Waits a while; ends early, without a word, once it isn't `wanted` any more. Raises `Cancelled`."""

    def each(self, work: Callable[[S], T], things: Sequence[S], width: int) -> tuple[T, ...]:
        """Does the same to several things, `width` of them at a time; the results in their order.

        Whoever cancels the job that asked cancels these, too. Where one raises, none is begun any more, those
        under way come to their end, and the first problem is raised.
        """


class Jobs(Protocol):
    """Runs plain functions off the window's thread."""

    def submit(
        self, lane: str, work: Callable[[], object], done: Callable[[object, Exception | None], None]
    ) -> Callable[[], None]:
        """Runs `work` in a lane; `done` gets its result or its exception, in the lane's thread.

        The function that is returned cancels it: then `done` gets `Cancelled`, unless the work was through.
        """
