"""Reads the inbox's list: first its first rows, by ids in its order, each reader by a connection of its own."""

import sqlite3
import sys
import time
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from untwin.domain.cases.case import Case, State
from untwin.domain.cases.groups import Grouped
from untwin.domain.cases.source_ways import Lock, Numbers
from untwin.domain.inbox.entry import moment
from untwin.domain.inbox.filter_line import Filter, OfCompany, OfSource
from untwin.domain.inbox.query import Counts, Found, News, Query, Waiting
from untwin.domain.problems import Cancelled
from untwin.store import inbox_beside as beside
from untwin.store.case_bodies import case_of
from untwin.store.connection import connect, told
from untwin.store.database import Database
from untwin.store.filter_sql import Known, one_of
from untwin.store.inbox_counts import count
from untwin.store.inbox_sql import Statement
from untwin.store.versions import REVISION

_FEW = 3000  # hits that are put in order sooner than the order is walked along
_GLANCE = 1000  # steps of SQLite after which it looks at the clock
_DIGITS = 16  # of an id in such a text
_SLICE = 4000 * _DIGITS  # letters of it that are read at once: the window's thread waits for no more than that
_NAMED = 2000  # changes that are told one by one


@dataclass(slots=True)
class StoredInbox:
    """Honours the port `Inbox`."""

    database: Database
    _opened: list[sqlite3.Connection] = field(default_factory=list)

    def apart(self) -> "StoredInbox":
        """Another reader, with another connection."""
        return StoredInbox(self.database)

    def stop(self) -> None:
        """Interrupts what is being read by this one."""
        for connection in self._opened:
            connection.interrupt()

    def close(self) -> None:
        """Closes the connection."""
        while self._opened:
            self._opened.pop().close()

    def counts(self, query: Query, views: Sequence[Filter], *, at_once: bool = False) -> Counts:
        """By the tally that is kept with every change, as far as a view goes by what is counted there."""
        with self._reading() as connection:
            return count(connection, query, views, None if at_once else self._known(connection, query))

    def first(self, query: Query, count: int, seconds: float) -> Found:
        """The first ids: by the index of letters where it finds few, else along the order."""
        end = time.perf_counter() + seconds
        with self._reading() as connection:
            statement = self._statement(connection, query)
            connection.set_progress_handler(lambda: time.perf_counter() > end, _GLANCE)
            try:
                return _first(connection, statement, count)
            finally:
                connection.set_progress_handler(None, 0)

    def ids(self, query: Query) -> "array[int]":
        """All ids, as one text that SQLite puts together: a row each, or a figure each, would hold Python up."""
        with self._reading() as connection:
            statement = self._statement(connection, query)
            sql = statement.found() if statement.match else statement.walked()
            digits = f"SELECT group_concat(printf('%016x', id), '') FROM ({sql.text})"  # noqa: S608 - nothing but marks
            row = connection.execute(digits, sql.values).fetchone()
        return _numbers(row[0] or "")

    def fitting(self, query: Query, among: Iterable[int]) -> "array[int]":
        """Those of some that the query lists."""
        with self._reading() as connection:
            statement = self._statement(connection, query)
            sql, place = statement.among(among), len(statement.order_terms) - 1
            return array("q", (row[place] for row in connection.execute(sql.text, sql.values)))

    def key(self, query: Query, case_id: int) -> tuple[object, ...] | None:
        """What it is ordered by."""
        with self._reading() as connection:
            terms = self._statement(connection, query).order_terms
            names = ", ".join(term.split()[0] for term in terms)
            row = connection.execute(f"SELECT {names} FROM inbox WHERE id = ?", (case_id,)).fetchone()  # noqa: S608
        return None if row is None else _comparable(row, backwards=terms[0].endswith(" DESC"))

    def cases(self, ids: Sequence[int]) -> Mapping[int, Case]:
        """The cases themselves."""
        which = one_of("id", ids)
        with self._reading() as connection:
            rows = connection.execute(f"SELECT id, body FROM cases WHERE {which.text}").fetchall()  # noqa: S608
        return {case_id: case_of(body) for case_id, body in rows}

    def news(self, since: int) -> News:
        """What has changed, by its revisions."""
        with self._reading() as connection:
            revision = int(connection.execute(REVISION).fetchone()[0])
            if revision == since:
                return News(revision)
            rows = connection.execute(_NEWS, {"since": since, "most": _NAMED + 1}).fetchall()
        many = len(rows) > _NAMED or revision < since
        return News(revision, frozenset() if many else frozenset(row[0] for row in rows), many)

    def in_company(self, company: str) -> int:
        """By the tally."""
        with self._reading() as connection:
            return beside.in_company(connection, company)

    def waiting(self) -> tuple[Waiting, ...]:
        """All that wait to post."""
        with self._reading() as connection:
            return beside.waiting(connection)

    def wakes(self, now: datetime) -> int:
        """By the index of those that are put off."""
        with self._reading() as connection:
            return beside.wakes(connection, moment(now))

    def in_state(self, state: State) -> tuple[str, ...]:
        """The ids in a state."""
        with self._reading() as connection:
            return beside.in_state(connection, state)

    def locks(self, case: Case) -> Mapping[Lock, Numbers]:
        """What locks the ways of a case's source."""
        with self._reading() as connection:
            return beside.locks(connection, case)

    def grouped(self, company: str | None) -> tuple[Grouped, ...]:
        """What groups are made of."""
        with self._reading() as connection:
            return beside.grouped(connection, company)

    def _statement(self, connection: sqlite3.Connection, query: Query) -> Statement:
        return Statement(query, self._known(connection, query))

    @staticmethod
    def _known(connection: sqlite3.Connection, query: Query) -> Known:
        terms = {type(term.condition) for term in (*query.view.terms, *query.typed.terms)}
        named = connection.execute("SELECT realm, name FROM companies") if OfCompany in terms else ()
        sources = connection.execute("SELECT DISTINCT source FROM inbox_tally") if OfSource in terms else ()
        return Known(query.now, dict(named), tuple(row[0] for row in sources))

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with told(self.database.path):
            if not self._opened:
                self._opened.append(connect(self.database.path))
            try:
                yield self._opened[0]
            except sqlite3.OperationalError as error:
                if _interrupted(error):
                    raise Cancelled from None
                raise


_NEWS = (
    "SELECT id FROM inbox WHERE revision > :since UNION ALL SELECT id FROM inbox_gone WHERE revision > :since"
    " LIMIT :most"
)


def _first(connection: sqlite3.Connection, statement: Statement, count: int) -> Found:
    ids: list[int] = []
    try:
        sql = statement.found(count) if _finds_few(connection, statement) else statement.walked(count)
        place = len(statement.order_terms) - 1
        ids.extend(row[place] for row in connection.execute(sql.text, sql.values))
    except sqlite3.OperationalError as error:
        if not _interrupted(error):
            raise
        return Found(ids, whole=False)
    return Found(ids, whole=len(ids) < count)


def _finds_few(connection: sqlite3.Connection, statement: Statement) -> bool:
    if not statement.match:
        return False
    look = "SELECT count(*) FROM (SELECT 1 FROM inbox_find WHERE inbox_find MATCH ? LIMIT ?)"
    return int(connection.execute(look, (statement.match, _FEW)).fetchone()[0]) < _FEW


def _interrupted(error: sqlite3.Error) -> bool:
    return str(error) == "interrupted"


def _numbers(text: str) -> "array[int]":
    """The ids in a text, each of as many digits; in slices, so that other threads have their turn."""
    found = array("q")
    for start in range(0, len(text), _SLICE):
        found.frombytes(bytes.fromhex(text[start : start + _SLICE]))
    if sys.byteorder == "little":
        found.byteswap()
    return found


@dataclass(frozen=True, slots=True, order=False)
class _Falling:
    """A value that comes earlier the greater it is."""

    value: tuple[object, ...]

    def __lt__(self, other: "_Falling") -> bool:
        return other.value < self.value


def _comparable(row: tuple[object, ...], *, backwards: bool) -> tuple[object, ...]:
    # What isn't known comes first, as SQLite has it.
    terms = [(value is not None, value or 0) if not isinstance(value, str) else (True, value) for value in row]
    return (_Falling(terms[0]), *terms[1:]) if backwards else tuple(terms)
