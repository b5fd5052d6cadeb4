"""Finds the cases of errors that name no number, by their words and what their rows tell."""

import sqlite3
from collections.abc import Iterable

from untwin.domain.cases.case import Case
from untwin.domain.cases.same_words import words_in
from untwin.store.case_bodies import case_of

# So many cases that can't be told apart are looked at; without an end, a list of equal rows would take for ever.
_LOOKED_AT = 50


def put_words(connection: sqlite3.Connection, cases: Iterable[Case]) -> None:
    """Keeps the words of cases that are stored in the same transaction; those of before stay."""
    rows = [(words, int(case.id)) for case in cases for words in words_in(case)]
    connection.executemany("INSERT OR IGNORE INTO case_words VALUES (?, ?)", rows)


def alike_by_words(connection: sqlite3.Connection, case: Case) -> tuple[Case, ...]:
    """The stored cases that share the words of this one, of the same company and source: the newest, in their order."""
    wanted = words_in(case)
    rows = connection.execute(
        "SELECT body FROM cases WHERE id IN ("  # noqa: S608 - nothing but marks
        f" SELECT case_id FROM case_words WHERE words IN ({', '.join('?' * len(wanted))})"
        f") AND company IS ? AND source IS ? ORDER BY id DESC LIMIT {_LOOKED_AT}",
        (*wanted, case.company, case.source),
    ).fetchall()
    return tuple(case_of(body) for [body] in reversed(rows))


def words_of_old(connection: sqlite3.Connection) -> None:
    """Finds the words of the cases that are there already; a number that stood in for them leaves its place."""
    rows = connection.execute(
        "SELECT id, body FROM cases WHERE json_extract(body, '$.findings[0].doc_number') IS NULL ORDER BY id"
    )
    for case_id, body in rows:
        words = ((words, case_id) for words in words_in(case_of(body)))
        connection.executemany("INSERT OR IGNORE INTO case_words VALUES (?, ?)", words)
    connection.execute("UPDATE cases SET doc_number = NULL WHERE substr(doc_number, 1, 1) = char(10)")
