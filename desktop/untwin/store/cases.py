"""Keeps the inbox's cases."""

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from untwin.domain.case import Case, State
from untwin.domain.inbox import in_order
from untwin.domain.problems import BadInput, NotAllowed
from untwin.store.codec import decode, encode, storable
from untwin.store.database import Database


@dataclass(frozen=True, slots=True)
class StoredCases:
    """Honours the port `Cases`."""

    database: Database

    def add(self, case: Case) -> Case:
        """Stores a new case and gives it its id."""
        case = storable(case)
        with self.database.transaction() as connection:
            cursor = connection.execute(
                "INSERT INTO cases (company, source, kind, doc_number, state, created_at, updated_at, body)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (*_columns(case), case.created_at.isoformat(), case.updated_at.isoformat(), encode(case)),
            )
            stored = replace(case, id=str(cursor.lastrowid))
            connection.execute("UPDATE cases SET body = ? WHERE id = ?", (encode(stored), cursor.lastrowid))
        return stored

    def save(self, case: Case, seen: State) -> None:
        """Stores a case unless somebody else moved it meanwhile."""
        self.save_all([(case, seen)])

    def save_all(self, cases: Sequence[tuple[Case, State]]) -> None:
        """Stores cases unless somebody else moved one of them meanwhile."""
        with self.database.transaction() as connection:
            for case, seen in cases:
                _save(connection, storable(case), seen)

    def get(self, case_id: str) -> Case:
        """One case by its id."""
        return self.some([case_id])[0]

    def some(self, case_ids: Sequence[str]) -> tuple[Case, ...]:
        """Cases by their ids, as they stand at one moment."""
        with self.database.reading() as connection:
            connection.execute("BEGIN")
            return tuple(_get(connection, case_id) for case_id in case_ids)

    def in_states(self, states: Collection[State]) -> tuple[Case, ...]:
        """The cases in any of some states, the oldest first."""
        marks = ", ".join("?" * len(states))
        with self.database.reading() as connection:
            rows = connection.execute(
                f"SELECT body FROM cases WHERE state IN ({marks}) ORDER BY id",  # noqa: S608 - nothing but marks
                [state.value for state in states],
            )
            return tuple(_decode(row[0]) for row in rows)

    def all(self) -> tuple[Case, ...]:
        """Every case in the inbox's order: by urgency, then by value, then the oldest first."""
        with self.database.reading() as connection:
            cases = [_decode(row[0]) for row in connection.execute("SELECT body FROM cases ORDER BY id")]
        return tuple(in_order(cases))

    def same_problem(self, case: Case) -> Case | None:
        """The case about the same number of the same company and source; without a number nothing is the same."""
        case = storable(case)
        if case.doc_number is None:
            return self._same_text(case)
        with self.database.reading() as connection:
            rows = connection.execute(
                "SELECT body FROM cases WHERE kind = ? AND doc_number = ? AND company IS ? AND source IS ?",
                (case.kind.value, case.doc_number, case.company, case.source),
            )
            return _first(rows)

    def _same_text(self, case: Case) -> Case | None:
        wanted = case.findings[0].text
        with self.database.reading() as connection:
            rows = connection.execute(
                "SELECT body FROM cases WHERE kind = ? AND company IS ? AND source IS ?",
                (case.kind.value, case.company, case.source),
            )
            stored = (_decode(row[0]) for row in rows)
            return next((c for c in stored if any(f.text == wanted for f in c.findings)), None)


def _save(connection: sqlite3.Connection, case: Case, seen: State) -> None:
    changed = connection.execute(
        "UPDATE cases SET company = ?, source = ?, kind = ?, doc_number = ?, state = ?, updated_at = ?,"
        " body = ? WHERE id = ? AND state = ?",
        (*_columns(case), case.updated_at.isoformat(), encode(case), case.id, seen.value),
    ).rowcount
    if not changed:
        raise NotAllowed("The case was changed in another place meanwhile.", "Look at it again.")


def _get(connection: sqlite3.Connection, case_id: str) -> Case:
    row = connection.execute("SELECT body FROM cases WHERE id = ?", (case_id,)).fetchone()
    if row is None:
        raise BadInput(f"There is no case {case_id}.")
    return _decode(row[0])


def _first(rows: Iterable[sqlite3.Row]) -> Case | None:
    return next((_decode(row[0]) for row in rows), None)


def _columns(case: Case) -> tuple[str | None, ...]:
    return case.company, case.source, case.kind.value, case.doc_number, case.state.value


def _decode(body: str) -> Case:
    return decode(body, Case)
