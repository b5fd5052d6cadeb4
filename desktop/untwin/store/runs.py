"""Keeps the batches: what was confirmed never changes, where it stands does."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from untwin.domain.changes.run import Run, RunState
from untwin.domain.problems import BadInput, NotAllowed
from untwin.store.chain import moment
from untwin.store.codec import decode, encode, storable
from untwin.store.database import Database

_UNFINISHED = tuple(state.value for state in RunState if not state.over)
_GET = "SELECT state, note, body FROM runs WHERE id = ?"


@dataclass(frozen=True, slots=True)
class StoredRuns:
    """Honours the port `Runs`."""

    database: Database

    def put(self, run: Run) -> None:
        """Stores a batch, or where it stands now.

        Raises:
            NotAllowed: what was confirmed is not what was stored.
        """
        run = storable(run)
        with self.database.transaction() as connection:
            stored = connection.execute(_GET, (run.id,)).fetchone()
            if stored is None:
                body = encode(replace(run, note=""))
                columns = (run.id, run.state.value, moment(run.confirmed_at), run.note, body)
                connection.execute("INSERT INTO runs (id, state, at, note, body) VALUES (?, ?, ?, ?, ?)", columns)
            elif replace(_run(stored), state=run.state, note=run.note) != run:
                raise NotAllowed("What was confirmed with a batch is never changed afterwards.")
            else:
                connection.execute(
                    "UPDATE runs SET state = ?, note = ? WHERE id = ?", (run.state.value, run.note, run.id)
                )

    def get(self, run_id: str) -> Run:
        """One batch."""
        with self.database.reading() as connection:
            row = connection.execute(_GET, (run_id,)).fetchone()
        if row is None:
            raise BadInput(f"There is no batch {run_id}.")
        return _run(row)

    def unfinished(self) -> tuple[Run, ...]:
        """Those that are not over."""
        with self.database.reading() as connection:
            return _runs(
                connection.execute(
                    "SELECT state, note, body FROM runs WHERE state IN (?, ?) ORDER BY at, rowid", _UNFINISHED
                )
            )

    def all(self) -> tuple[Run, ...]:
        """Every one."""
        with self.database.reading() as connection:
            return _runs(connection.execute("SELECT state, note, body FROM runs ORDER BY at, rowid"))


def _runs(rows: Iterable[tuple[str, str, str]]) -> tuple[Run, ...]:
    return tuple(_run(row) for row in rows)


def _run(row: tuple[str, str, str]) -> Run:
    state, note, body = row
    return replace(decode(body, Run), state=RunState(state), note=note)
