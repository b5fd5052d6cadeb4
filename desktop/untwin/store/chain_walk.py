"""Walks the whole chain and tells the first link that is not as it was recorded."""

import sqlite3
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

import msgspec

from untwin.domain.changes.history import Entry, Verified
from untwin.store.chain import Kind, link_hash, sha256

_ALL = (
    "SELECT l.place, l.at, l.kind, l.company, l.case_id, l.request_id, l.body, l.hash, i.place IS NOT NULL, i.raw"
    " FROM links AS l LEFT JOIN images AS i ON i.place = l.place ORDER BY l.place"
)


def walk(connection: sqlite3.Connection, head: str = "") -> Verified:
    """Recomputes every link from the first on, with one in memory at a time; what only helps to find isn't asked."""
    connection.text_factory = _text
    # What others add meanwhile belongs to the next walk.
    connection.execute("BEGIN")
    seen = _Seen(head.strip().lower())
    for row in connection.execute(_ALL):
        seen.link(_Row(*row))
    [left_over] = connection.execute("SELECT count(*) FROM images WHERE place > ?", (seen.place,)).fetchone()
    if left_over:
        seen.tell(f"The end of the record is missing: copies of documents from after entry {seen.place} are left.")
    connection.rollback()
    return Verified(seen.entries, seen.hash, seen.problem, seen.found, seen.blanked)


class _Row(NamedTuple):
    place: int
    at: str
    kind: str
    company: str
    case_id: str
    request_id: str
    body: str
    hash: str
    has_image: int
    raw: str | None

    @property
    def words(self) -> str:
        return f"Entry {self.named}"

    @property
    def named(self) -> str:
        return f"{self.place} of {self.at[:19].replace('T', ' ')} UTC"


class _Carried(msgspec.Struct):
    """Where a body holds the hash of an image: an intent in `before`, a step in `image`."""

    before: str = ""
    image: str = ""


@dataclass(slots=True)
class _Seen:
    """What the walk knows up to where it is."""

    head: str
    place: int = 0
    hash: str = ""
    entries: int = 0
    blanked: int = 0
    problem: str = ""
    found: Entry | None = None
    begun: set[str] = field(default_factory=set)

    def tell(self, problem: str) -> None:
        """Keeps the first problem; those after it may follow from it."""
        self.problem = self.problem or problem

    def link(self, row: _Row) -> None:
        """Takes the next link."""
        if row.place != self.place + 1:
            self.tell(f"Entry {self.place + 1} is missing; entry {row.named} comes next.")
        if link_hash(self.hash, row[:7]) != row.hash:
            self.tell(f"{row.words} is not as it was recorded, or not where it was.")
        elif row.hash == self.head:
            self.found = Entry(row.place, datetime.fromisoformat(row.at), row.hash)
        self._change(row)
        self._image(row)
        self.place, self.hash, self.entries = row.place, row.hash, self.entries + 1

    def _change(self, row: _Row) -> None:
        if row.kind == Kind.STEP and row.request_id not in self.begun:
            self.tell(f"{row.words} is a step of a change that was never recorded.")
        if row.kind == Kind.INTENT:
            if row.request_id in self.begun:
                self.tell(f"{row.words} begins a change that was begun before.")
            self.begun.add(row.request_id)

    def _image(self, row: _Row) -> None:
        recorded = "" if row.kind == Kind.NOTE else _image_hash(row.body)
        if bool(recorded) != bool(row.has_image):
            lacks = "lacks its copy of the document" if recorded else "has a copy of a document that wasn't recorded"
            self.tell(f"{row.words} {lacks}.")
        elif row.raw is not None and sha256(row.raw) != recorded:
            self.tell(f"{row.words} has another copy of the document than was recorded.")
        elif recorded and row.raw is None:
            self.blanked += 1


def _image_hash(body: str) -> str:
    try:
        carried = msgspec.json.decode(body, type=_Carried)
    except (msgspec.DecodeError, UnicodeEncodeError):
        return ""
    return carried.before or carried.image


def _text(raw: bytes) -> str:
    """Damage may leave bytes that are no text; they are not as recorded, and that can be said."""
    return raw.decode("utf-8", "surrogateescape")
