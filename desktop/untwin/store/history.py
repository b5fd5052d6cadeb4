"""Keeps the append-only record of changes: intents, their steps, and what people did."""

from dataclasses import dataclass
from datetime import datetime

from untwin.ports.stores import HistoryRow, Intent, Step, StepRecord
from untwin.store.codec import decode, encode, storable
from untwin.store.database import Database

_SETTLED = (Step.PROVED.value, Step.NOT_DONE.value)


@dataclass(frozen=True, slots=True)
class StoredHistory:
    """Honours the port `History`."""

    database: Database

    def intend(self, intent: Intent, at: datetime) -> None:
        """Records a change before it is sent."""
        intent = storable(intent)
        request_id = intent.order.request_id
        with self.database.transaction() as connection:
            connection.execute(
                "INSERT INTO changes (request_id, case_id, company, recorded_at, body) VALUES (?, ?, ?, ?, ?)",
                (request_id, intent.case_id, intent.company, at.isoformat(), encode(intent)),
            )
            connection.execute(_ADD_STEP, (request_id, Step.INTENT.value, at.isoformat(), ""))

    def step(self, request_id: str, step: Step, at: datetime, note: str = "") -> None:
        """Records one step."""
        with self.database.transaction() as connection:
            connection.execute(_ADD_STEP, (request_id, step.value, at.isoformat(), note))

    def steps(self, request_id: str) -> tuple[StepRecord, ...]:
        """The steps of one change in their order."""
        with self.database.reading() as connection:
            rows = connection.execute(
                "SELECT step, at, note FROM change_steps WHERE request_id = ? ORDER BY id", (request_id,)
            ).fetchall()
        return tuple(StepRecord(Step(step), datetime.fromisoformat(at), note) for step, at, note in rows)

    def open_intents(self) -> tuple[Intent, ...]:
        """Changes that are neither proved nor known as not done."""
        with self.database.reading() as connection:
            rows = connection.execute(
                "SELECT body FROM changes WHERE request_id NOT IN"
                " (SELECT request_id FROM change_steps WHERE step IN (?, ?)) ORDER BY recorded_at",
                _SETTLED,
            ).fetchall()
        return tuple(decode(row[0], Intent) for row in rows)

    def renumbered_ids(self, company: str) -> tuple[str, ...]:
        """Ids of the documents whose change is proved."""
        with self.database.reading() as connection:
            rows = connection.execute(
                "SELECT body FROM changes WHERE company = ? AND request_id IN"
                " (SELECT request_id FROM change_steps WHERE step = ?)",
                (company, Step.PROVED.value),
            ).fetchall()
        return tuple(dict.fromkeys(decode(row[0], Intent).order.id for row in rows))

    def note(self, row: HistoryRow) -> None:
        """Records something that a person did."""
        row = storable(row)
        with self.database.transaction() as connection:
            connection.execute(
                "INSERT INTO history (at, who, company, case_id, what, detail) VALUES (?, ?, ?, ?, ?, ?)",
                (row.at.isoformat(), row.who, row.company, row.case_id, row.what, row.detail),
            )

    def rows(self) -> tuple[HistoryRow, ...]:
        """Everything, the newest last."""
        with self.database.reading() as connection:
            rows = connection.execute(
                "SELECT at, who, company, case_id, what, detail FROM history ORDER BY id"
            ).fetchall()
        return tuple(HistoryRow(datetime.fromisoformat(row[0]), *row[1:]) for row in rows)


_ADD_STEP = "INSERT INTO change_steps (request_id, step, at, note) VALUES (?, ?, ?, ?)"
