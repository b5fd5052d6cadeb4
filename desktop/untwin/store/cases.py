"""Keeps the inbox's cases."""

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from untwin.domain.books.documents import fold_number
from untwin.domain.cases.case import Case, State
from untwin.domain.cases.marks import Marks
from untwin.domain.inbox.entry import parts_of
from untwin.domain.inbox.inbox import in_order
from untwin.domain.inbox.tally import Tallies
from untwin.domain.problems import BadInput, NotAllowed
from untwin.store.case_bodies import case_of
from untwin.store.codec import decode, encode, storable
from untwin.store.database import Database
from untwin.store.inbox import StoredInbox
from untwin.store.inbox_entries import put_entries
from untwin.store.same_words import alike_by_words, put_words
from untwin.store.tallies import count_cases


@dataclass(frozen=True, slots=True)
class StoredCases:
    """Honours the port `Cases`."""

    database: Database

    def reader(self) -> StoredInbox:
        """A reader of the inbox's list, with a connection of its own."""
        return StoredInbox(self.database)

    def add(self, case: Case) -> Case:
        """Stores a new case and gives it its id."""
        return self.keep([case])[0]

    def keep(self, new: Sequence[Case], changed: Sequence[tuple[Case, State]] = ()) -> tuple[Case, ...]:
        """Stores new cases and changed ones in one transaction."""
        with self.database.transaction() as connection:
            _save(connection, changed)
            return _add(connection, new)

    def save(self, case: Case, seen: State) -> None:
        """Stores a case unless somebody else moved it meanwhile."""
        self.save_all([(case, seen)])

    def save_all(self, cases: Sequence[tuple[Case, State]]) -> None:
        """Stores cases unless somebody else moved one of them meanwhile."""
        with self.database.transaction() as connection:
            _save(connection, cases)

    def mark(self, marks: Sequence[tuple[str, Marks]]) -> None:
        """Puts marks on cases, whatever their states."""
        with self.database.transaction() as connection:
            put_entries(connection, (_mark(connection, case_id, each) for case_id, each in marks))

    def snoozed(self) -> tuple[Case, ...]:
        """The cases that a person has put off."""
        with self.database.reading() as connection:
            rows = connection.execute(
                "SELECT body FROM cases WHERE id IN (SELECT id FROM inbox WHERE put_off <> 0) ORDER BY id"
            )
            return tuple(case_of(row[0]) for row in rows)

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
            return tuple(case_of(row[0]) for row in rows)

    def all(self) -> tuple[Case, ...]:
        """Every case in the inbox's order: by urgency, then by value, then the oldest first."""
        with self.database.reading() as connection:
            cases = [case_of(row[0]) for row in connection.execute("SELECT body FROM cases ORDER BY id")]
        return tuple(in_order(cases))

    def any(self) -> bool:
        """Whether there is a case at all."""
        with self.database.reading() as connection:
            return connection.execute("SELECT 1 FROM cases LIMIT 1").fetchone() is not None

    def tallies(self, states: Collection[State]) -> Tallies:
        """The counts of cases in some states, and their money, as they stand at one moment."""
        with self.database.reading() as connection:
            connection.execute("BEGIN")
            return count_cases(connection, states)

    def newest(self, company: str, count: int) -> tuple[Case, ...]:
        """The cases of a company that came last."""
        with self.database.reading() as connection:
            rows = connection.execute(
                "SELECT body FROM cases WHERE company = ? ORDER BY id DESC LIMIT ?", (company, count)
            )
            return tuple(case_of(row[0]) for row in rows)

    def beside(self, company: str, numbers: Collection[str], totals: Collection[Decimal]) -> tuple[Case, ...]:
        """A company's cases about one of some numbers, or whose waiting document has one of some totals."""
        wanted = {fold_number(number) for number in numbers if number.strip()}
        amounts = {parts_of(total) for total in totals} - {None}
        with self.database.reading() as connection:
            rows = connection.execute(
                "SELECT body FROM cases WHERE id IN ("  # noqa: S608 - nothing but marks
                f" SELECT id FROM inbox WHERE company = ? AND folded IN (NULL{', ?' * len(wanted)})"
                f" UNION SELECT id FROM inbox WHERE company = ? AND value IN (NULL{', ?' * len(amounts)})"
                ") ORDER BY id",
                [company, *wanted, company, *amounts],
            )
            return tuple(case_of(row[0]) for row in rows)

    def alike(self, cases: Sequence[Case]) -> tuple[tuple[Case, ...], ...]:
        """The stored cases about the same number of the same company and source, or with the same words."""
        with self.database.reading() as connection:
            connection.execute("BEGIN")
            return tuple(_alike(connection, storable(case)) for case in cases)

    def join(self, case: Case, seen: State, gone: Case) -> None:
        """Stores a case and removes the one that joined it."""
        with self.database.transaction() as connection:
            _save(connection, [(case, seen)])
            if not connection.execute("DELETE FROM cases WHERE id = ? AND state = ?", (gone.id, gone.state)).rowcount:
                raise NotAllowed(*_MOVED)


def _add(connection: sqlite3.Connection, new: Sequence[Case]) -> tuple[Case, ...]:
    """Stores new cases; whoever writes is alone, so the next ids are known beforehand."""
    last = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'cases'").fetchone()
    numbered = enumerate(new, start=(int(last[0]) if last else 0) + 1)
    stored = tuple(replace(storable(case), id=str(number)) for number, case in numbered)
    connection.executemany(
        "INSERT INTO cases (id, company, source, kind, doc_number, state, created_at, updated_at, body)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((int(c.id), *_columns(c), c.created_at.isoformat(), c.updated_at.isoformat(), encode(c)) for c in stored),
    )
    put_words(connection, stored)
    put_entries(connection, stored)
    return stored


def _mark(connection: sqlite3.Connection, case_id: str, marks: Marks) -> Case:
    body = "json_set(body, '$.marks', json(?))"
    values = (encode(storable(marks)), case_id)
    marked = f"UPDATE cases SET body = {body} WHERE id = ? RETURNING body"  # noqa: S608 - words of our own
    stored = connection.execute(marked, values).fetchall()
    if not stored:
        raise _missing(case_id)
    return case_of(stored[0][0])


def _alike(connection: sqlite3.Connection, case: Case) -> tuple[Case, ...]:
    if case.doc_number is None:
        return alike_by_words(connection, case)
    rows = connection.execute(
        "SELECT body FROM cases WHERE kind = ? AND doc_number = ? AND company IS ? AND source IS ? ORDER BY id",
        (case.kind.value, case.doc_number, case.company, case.source),
    )
    return tuple(case_of(row[0]) for row in rows)


def _save(connection: sqlite3.Connection, cases: Iterable[tuple[Case, State]]) -> None:
    saved = [_saved(connection, storable(case), seen) for case, seen in cases]
    put_words(connection, saved)
    put_entries(connection, saved)


def _saved(connection: sqlite3.Connection, case: Case, seen: State) -> Case:
    # Marks are a person's: they stay as they are stored. A case of before there were any has its own.
    stored = connection.execute(
        "UPDATE cases SET company = ?, source = ?, kind = ?, doc_number = ?, state = ?, updated_at = ?,"
        " body = json_set(?, '$.marks', json(coalesce(json_extract(body, '$.marks'), '{}')))"
        " WHERE id = ? AND state = ? RETURNING json_extract(body, '$.marks')",
        (*_columns(case), case.updated_at.isoformat(), encode(case), case.id, seen.value),
    ).fetchall()
    if not stored:
        raise NotAllowed(*_MOVED)
    return replace(case, marks=decode(stored[0][0], Marks))


def _get(connection: sqlite3.Connection, case_id: str) -> Case:
    row = connection.execute("SELECT body FROM cases WHERE id = ?", (case_id,)).fetchone()
    if row is None:
        raise _missing(case_id)
    return case_of(row[0])


def _missing(case_id: str) -> BadInput:
    return BadInput(f"There is no case {case_id}.")


_MOVED = ("The case was changed in another place meanwhile.", "Look at it again.")


def _columns(case: Case) -> tuple[str | None, ...]:
    return case.company, case.source, case.kind.value, case.doc_number, case.state.value
