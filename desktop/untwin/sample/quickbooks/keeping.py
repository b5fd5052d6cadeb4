"""Keeps what callers write in a file, so that it outlives the server: one SQLite file, one transaction an answer.

The file holds what differs from the start, which the seed, the date and the switches that it remembers make anew. What
an answer tells of is in the file before the caller sees the answer.
"""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from untwin.sample import wire
from untwin.sample.quickbooks.books.attachments import Files
from untwin.sample.quickbooks.books.books import Books, Gone
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.replays import Replays
from untwin.sample.quickbooks.signing.grants import Grants

_FORMAT = "1"
_TABLES = """
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS documents (
    realm TEXT, entity TEXT, id INTEGER, body TEXT, PRIMARY KEY (realm, entity, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS gone (realm TEXT, entity TEXT, id TEXT, at TEXT);
CREATE TABLE IF NOT EXISTS files (realm TEXT, id TEXT, content BLOB, PRIMARY KEY (realm, id));
CREATE TABLE IF NOT EXISTS replays (
    realm TEXT, request TEXT, method TEXT, path TEXT, body BLOB, answer BLOB, PRIMARY KEY (realm, request)
);
"""


class FileTroubleError(Exception):
    """A file can't be used to keep a sample in; the sentence says why."""


@dataclass(slots=True)
class Keeper:
    """The file of one run."""

    base: sqlite3.Connection
    _companies: dict[str, Books] = field(default_factory=dict)
    _grants: Grants | None = None
    _touched: set[tuple[str, str, str]] = field(default_factory=set)
    _gone: dict[str, int] = field(default_factory=dict)
    """How many deletions of each company are in the file."""
    _counters: dict[str, dict[str, int]] = field(default_factory=dict)
    _fresh: list[tuple[str, tuple[Any, ...]]] = field(default_factory=list)
    """Rows that are only ever added: files and answers to a requestid."""
    _standing: str = ""

    @classmethod
    def open(cls, path: Path) -> Self:
        """The keeper of a file, which is made where there is none.

        Raises:
            FileTroubleError: it can't be opened, another server has it, or it is something else.
        """
        try:
            base = sqlite3.connect(path, isolation_level=None)
            base.execute("PRAGMA locking_mode = EXCLUSIVE")
            base.execute("PRAGMA journal_mode = WAL")
            base.execute("PRAGMA synchronous = FULL")
            base.execute("BEGIN EXCLUSIVE")
            base.execute("COMMIT")
            base.executescript(_TABLES)
            keeper = cls(base)
            known = keeper.facts.get("format", _FORMAT)
        except sqlite3.OperationalError as trouble:
            words = "another server has it" if "locked" in str(trouble) else str(trouble)
            raise FileTroubleError(f"{path} can't be used: {words}.") from None
        except sqlite3.DatabaseError:
            raise FileTroubleError(f"{path} is no file that a sample was kept in.") from None
        if known != _FORMAT:
            raise FileTroubleError(f"{path} was kept by another version of the sample, which this one can't read.")
        return keeper

    @property
    def facts(self) -> dict[str, str]:
        """What the file was made with, empty while it is new."""
        return dict(self.base.execute("SELECT name, value FROM facts WHERE name <> 'grants'"))

    def remember(self, facts: Mapping[str, str]) -> None:
        """Notes what the file is made with."""
        rows = [("format", _FORMAT), *facts.items()]
        self.base.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", rows)

    def attach(self, companies: dict[str, Books], grants: Grants, files: Files, replays: Replays) -> None:
        """Puts back what the file holds, and from now on hears of whatever changes."""
        self._companies, self._grants = companies, grants
        self._put_back(companies)
        for realm, id_, content in self.base.execute("SELECT realm, id, content FROM files"):
            files.keep(realm, id_, content)
        for realm, request, *replay in self.base.execute("SELECT * FROM replays"):
            replays.restore(realm, request, *replay)
        for (text,) in self.base.execute("SELECT value FROM facts WHERE name = 'grants'"):
            grants.restore(json.loads(text))
        for realm, books in companies.items():
            self._gone[realm], self._counters[realm] = len(books.gone), dict(books.counters)
            books.tell = self._touched.add
        files.tell = lambda *row: self._fresh.append(("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", row))
        replays.tell = lambda *row: self._fresh.append(("INSERT INTO replays VALUES (?, ?, ?, ?, ?, ?)", row))
        self._standing = self._tokens()

    def commit(self) -> None:
        """Writes what changed since the last time, all of it or nothing."""
        tokens = self._tokens()
        if not (self._touched or self._fresh) and tokens == self._standing:
            return
        self.base.execute("BEGIN IMMEDIATE")
        self.base.executemany("INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?)", map(self._row, self._touched))
        for realm, books in self._companies.items():
            new = [(realm, gone.entity, gone.id, gone.at.isoformat()) for gone in books.gone[self._gone[realm] :]]
            self.base.executemany("INSERT INTO gone VALUES (?, ?, ?, ?)", new)
        for command, row in self._fresh:
            self.base.execute(command, row)
        counters = {realm: books.counters for realm, books in self._companies.items()}
        noted = [("counters", json.dumps(counters)), ("grants", tokens)]
        self.base.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", noted)
        self.base.execute("COMMIT")
        self._touched.clear()
        self._fresh.clear()
        self._gone = {realm: len(books.gone) for realm, books in self._companies.items()}
        self._standing = tokens

    def close(self) -> None:
        """Lets go of the file."""
        self.base.close()

    def _tokens(self) -> str:
        return json.dumps(self._grants.standing()) if self._grants else ""

    def _row(self, key: tuple[str, str, str]) -> tuple[str, str, int, str | None]:
        realm, entity, id_ = key
        doc = self._companies[realm].find(entity, id_)
        return realm, entity, int(id_), wire.write(doc).decode() if doc is not None else None

    def _put_back(self, companies: dict[str, Books]) -> None:
        for realm, entity, id_, body in self.base.execute("SELECT * FROM documents ORDER BY id"):
            if realm in companies:
                companies[realm].put_back(ENTITIES[entity], str(id_), wire.read(body) if body else None)
        for realm, entity, id_, at in self.base.execute("SELECT * FROM gone ORDER BY rowid"):
            if realm in companies:
                companies[realm].gone.append(Gone(entity, id_, datetime.fromisoformat(at)))
        for realm, counters in json.loads(self.facts.get("counters", "{}")).items():
            companies[realm].counters |= counters


class Kept:
    """An app that answers only once what it did is in the file."""

    def __init__(self, app: ASGIApp, keeper: Keeper) -> None:
        self._app = app
        self._keeper = keeper

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""

        async def said(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._keeper.commit()
            await send(message)

        await self._app(scope, receive, said)
