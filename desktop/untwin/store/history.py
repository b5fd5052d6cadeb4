"""Keeps the append-only record of changes: intents, their steps, and what people did, as links of one chain."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from untwin.domain.changes.history import Change, HistoryRow, Intent, StepRecord, Verified
from untwin.store.chain import moment
from untwin.store.chain_walk import walk
from untwin.store.codec import decode
from untwin.store.database import Database
from untwin.store.records import add_intent, add_note, add_step, changes, unknown


@dataclass(frozen=True, slots=True)
class StoredHistory:
    """Honours the port `History`."""

    database: Database

    def intend(self, intents: Sequence[Intent], at: datetime) -> None:
        """Records changes before they are sent."""
        with self.database.transaction() as connection:
            for intent in intents:
                add_intent(connection, intent, at)

    def record(self, steps: Sequence[tuple[str, StepRecord]]) -> None:
        """Records steps."""
        with self.database.transaction() as connection:
            for request_id, step in steps:
                add_step(connection, request_id, step)

    def change(self, request_id: str) -> Change:
        """One change."""
        found = self._changes("c.request_id = ?", request_id)
        if not found:
            raise unknown(request_id)
        return found[0]

    def changes(self) -> tuple[Change, ...]:
        """Every change."""
        return self._changes("TRUE")

    def of_case(self, case_id: str) -> tuple[Change, ...]:
        """The changes of one case."""
        return self._changes("c.case_id = ?", case_id)

    def of_run(self, run_id: str) -> tuple[Change, ...]:
        """The changes of one batch."""
        return self._changes("c.run = ?", run_id)

    def open_changes(self) -> tuple[Change, ...]:
        """Changes that are not settled."""
        return self._changes("c.settled_at IS NULL")

    def _changes(self, which: str, *values: str) -> tuple[Change, ...]:
        with self.database.reading() as connection:
            return tuple(changes(connection, which, *values))

    def note(self, row: HistoryRow) -> None:
        """Records something that a person did, or that happened to a case."""
        self.note_all([row])

    def note_all(self, rows: Sequence[HistoryRow]) -> None:
        """Records several such things."""
        with self.database.transaction() as connection:
            for row in rows:
                add_note(connection, row)

    def rows(self) -> tuple[HistoryRow, ...]:
        """Everything that was noted, the newest last."""
        with self.database.reading() as connection:
            rows = connection.execute("SELECT body FROM links WHERE kind = 'note' ORDER BY place").fetchall()
        return tuple(decode(row[0], HistoryRow) for row in rows)

    def notes_of(self, case_id: str) -> tuple[HistoryRow, ...]:
        """What was noted about one case, the newest last."""
        question = "SELECT body FROM links WHERE kind = 'note' AND case_id = ? ORDER BY place"
        with self.database.reading() as connection:
            rows = connection.execute(question, (case_id,)).fetchall()
        return tuple(decode(row[0], HistoryRow) for row in rows)

    def head(self) -> str:
        """The hash of the last link."""
        with self.database.reading() as connection:
            last = connection.execute("SELECT hash FROM links ORDER BY place DESC LIMIT 1").fetchone()
        return str(last[0]) if last else ""

    def verify(self, head: str = "") -> Verified:
        """Walks the whole chain as it stands at one moment, while others may go on adding to it."""
        with self.database.reading() as connection:
            return walk(connection, head)

    def blank_images(self, before: datetime) -> int:
        """Blanks the images of changes that were settled before a moment, on the disk, too."""
        with self.database.erasing() as connection:
            return connection.execute(_BLANK, (moment(datetime.now(UTC)), moment(before))).rowcount


_BLANK = (
    "UPDATE images SET raw = NULL, blanked_at = ? WHERE raw IS NOT NULL AND place IN"
    " (SELECT l.place FROM change_index AS c JOIN links AS l ON l.request_id = c.request_id"
    " WHERE c.settled_at < ?)"
)
