"""Keeps the number index: each company's documents by type and id, and how far their reading is."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from untwin.domain.books.documents import fold_number
from untwin.domain.books.number_index import IndexState, Numbered
from untwin.domain.number_map.drawing import Entry
from untwin.store.codec import decode, encode
from untwin.store.database import Database

_COLUMNS = "entity, id, number, date, total, currency, customer, changed_at"


@dataclass(frozen=True, slots=True)
class StoredNumbers:
    """Honours the port `NumberIndex`."""

    database: Database

    def state(self, company: str) -> IndexState:
        """How far it is."""
        with self.database.reading() as connection:
            row = connection.execute("SELECT body FROM number_states WHERE company = ?", (company,)).fetchone()
        return IndexState() if row is None else decode(row[0], IndexState)

    def keep(self, company: str, state: IndexState, documents: Sequence[Numbered]) -> None:
        """Stores documents together with how far the index is now."""
        with self.database.transaction() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO numbers (company, entity, id, number, folded, date, total, currency,"
                " customer, changed_at, round) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                _rows(company, state.round, documents),
            )
            _put_state(connection, company, state)

    def end(self, company: str, state: IndexState, entity: str) -> None:
        """Ends the reading of one type; what was not seen again is gone."""
        with self.database.transaction() as connection:
            connection.execute(
                "DELETE FROM numbers WHERE company = ? AND entity = ? AND round < ?", (company, entity, state.round)
            )
            _put_state(connection, company, state)

    def drop(self, company: str, deleted: Sequence[tuple[str, str]]) -> None:
        """Removes documents by type and id."""
        with self.database.transaction() as connection:
            connection.executemany(
                "DELETE FROM numbers WHERE company = ? AND entity = ? AND id = ?",
                [(company, entity, document_id) for entity, document_id in deleted],
            )

    def with_number(self, company: str, number: str) -> tuple[Numbered, ...]:
        """The documents with a number, as the index remembers them."""
        with self.database.reading() as connection:
            rows = connection.execute(
                f"SELECT {_COLUMNS} FROM numbers WHERE company = ? AND folded = ? ORDER BY entity, id",  # noqa: S608
                (company, fold_number(number)),
            ).fetchall()
        return tuple(_numbered(row) for row in rows)

    def latest(self, company: str, entity: str, count: int) -> tuple[str, ...]:
        """The numbers of the newest documents of a type; QuickBooks' ids grow."""
        with self.database.reading() as connection:
            rows = connection.execute(
                "SELECT number FROM numbers WHERE company = ? AND entity = ? AND number IS NOT NULL"
                " ORDER BY length(id) DESC, id DESC LIMIT ?",
                (company, entity, count),
            ).fetchall()
        return tuple(row[0] for row in rows)

    def count(self, company: str) -> int:
        """How many documents it knows."""
        with self.database.reading() as connection:
            row = connection.execute("SELECT COUNT(*) FROM numbers WHERE company = ?", (company,)).fetchone()
        return int(row[0])

    def walk(self, company: str) -> Iterator[Entry]:
        """Every document, read as it is asked for, the shortest numbers first: then figures come in their order."""
        with self.database.reading() as connection:
            yield from connection.execute(
                "SELECT entity, id, number, date FROM numbers WHERE company = ? ORDER BY length(number), number",
                (company,),
            )

    def some(self, company: str, documents: Sequence[tuple[str, str]]) -> tuple[Numbered, ...]:
        """Documents by type and id."""
        with self.database.reading() as connection:
            rows = [
                connection.execute(
                    f"SELECT {_COLUMNS} FROM numbers WHERE company = ? AND entity = ? AND id = ?",  # noqa: S608
                    (company, entity, document_id),
                ).fetchone()
                for entity, document_id in documents
            ]
        return tuple(_numbered(row) for row in rows if row is not None)

    def clear(self, company: str) -> None:
        """Forgets a company's documents."""
        with self.database.transaction() as connection:
            connection.execute("DELETE FROM numbers WHERE company = ?", (company,))
            connection.execute("DELETE FROM number_states WHERE company = ?", (company,))


def _put_state(connection: sqlite3.Connection, company: str, state: IndexState) -> None:
    connection.execute("INSERT OR REPLACE INTO number_states (company, body) VALUES (?, ?)", (company, encode(state)))


def _rows(company: str, round_: int, documents: Sequence[Numbered]) -> Iterator[tuple[object, ...]]:
    for d in documents:
        number = None if d.number is None else fold_number(d.number)
        total = None if d.total is None else str(d.total)
        day = None if d.date is None else d.date.isoformat()
        changed = None if d.changed_at is None else d.changed_at.isoformat()
        yield (company, d.entity, d.id, d.number, number, day, total, d.currency, d.customer, changed, round_)


def _numbered(row: tuple[str, ...]) -> Numbered:
    entity, document_id, number, day, total, currency, customer, changed = row
    return Numbered(
        entity=entity,
        id=document_id,
        number=number,
        date=date.fromisoformat(day) if day else None,
        total=Decimal(total) if total else None,
        currency=currency,
        customer=customer,
        changed_at=datetime.fromisoformat(changed) if changed else None,
    )
