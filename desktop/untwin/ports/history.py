"""The record of changes and batches as the flows keep and read it, and the copies that are made of the store."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from untwin.domain.changes.history import Change, HistoryRow, Intent, StepRecord, Verified
from untwin.domain.changes.run import Run


class History(Protocol):
    """The append-only record of changes: a chain, each link of which carries the hash of the one before."""

    def intend(self, intents: Sequence[Intent], at: datetime) -> None:
        """Records changes before they are sent: all of them, or none."""

    def record(self, steps: Sequence[tuple[str, StepRecord]]) -> None:
        """Records steps, each with the id of its change's request: all of them, or none."""

    def change(self, request_id: str) -> Change:
        """One change. Raises `BadInput` when there is none of that id."""

    def changes(self) -> tuple[Change, ...]:
        """Every change, the oldest first."""

    def of_case(self, case_id: str) -> tuple[Change, ...]:
        """The changes of one case, the oldest first."""

    def of_run(self, run_id: str) -> tuple[Change, ...]:
        """The changes of one batch, the oldest first."""

    def open_changes(self) -> tuple[Change, ...]:
        """Changes that were intended and are not settled, the oldest first."""

    def note(self, row: HistoryRow) -> None:
        """Records something that a person did, or that happened to a case."""

    def note_all(self, rows: Sequence[HistoryRow]) -> None:
        """Records several such things: all of them, or none."""

    def rows(self) -> tuple[HistoryRow, ...]:
        """Everything that was noted, the newest last."""

    def notes_of(self, case_id: str) -> tuple[HistoryRow, ...]:
        """What was noted about one case, the newest last; a fast read."""

    def head(self) -> str:
        """The hash of the last link; empty while there is none."""

    def verify(self, head: str = "") -> Verified:
        """Walks the whole chain; with `head`, looks for the link with that hash, too."""

    def blank_images(self, before: datetime) -> int:
        """Blanks the images of changes that were settled before a moment; how many. No row is ever removed."""


class Runs(Protocol):
    """The batches."""

    def put(self, run: Run) -> None:
        """Stores a batch, or where it stands now; its rows never change."""

    def get(self, run_id: str) -> Run:
        """One batch. Raises `BadInput` when there is none of that id."""

    def unfinished(self) -> tuple[Run, ...]:
        """Those that are not over, the oldest first."""

    def all(self) -> tuple[Run, ...]:
        """Every one, the oldest first."""


class Preferences(Protocol):
    """What a person has set for this home, by name."""

    def get(self, name: str) -> str:
        """A value; empty where none was set."""

    def put(self, name: str, value: str) -> None:
        """Sets a value; an empty one takes it away."""


class Backups(Protocol):
    """Safe copies of a store that is in use."""

    def save(self, file: Path, *, replace: bool = False) -> None:
        """Copies the store as it is at one moment, and checks the copy.

        Raises:
            BadInput: the file is there already, or its folder isn't.
            Problem: the copy could not be written or isn't whole; nothing is left behind.
        """

    def restore(self, file: Path) -> Path:
        """Puts a copy in the store's place; where the former store lies now.

        Raises:
            BadInput: it is no copy of an Untwin store, damaged, or of a newer Untwin; nothing was touched.
            Busy: a window or a command uses the store; nothing was touched.
        """
