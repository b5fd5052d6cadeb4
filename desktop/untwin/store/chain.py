"""The chain of links: each carries the hash of the one before, so that none is changed or removed unnoticed."""

import hashlib
import json
import sqlite3
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum


class Kind(StrEnum):
    """What a link records."""

    INTENT = "intent"
    STEP = "step"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Link:
    """One link before it has its place. `body` holds the SHA-256 of `image`, which lies beside the chain."""

    at: str
    kind: Kind
    company: str
    case_id: str
    request_id: str
    body: str
    image: str = field(default="", repr=False)


def append(connection: sqlite3.Connection, link: Link) -> int:
    """Adds a link at the end; its place. The transaction must hold SQLite's write lock already."""
    last = connection.execute("SELECT place, hash FROM links ORDER BY place DESC LIMIT 1").fetchone()
    place, previous = (last[0] + 1, last[1]) if last else (1, "")
    columns = (place, link.at, link.kind.value, link.company, link.case_id, link.request_id, link.body)
    connection.execute("INSERT INTO links VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*columns, link_hash(previous, columns)))
    if link.image:
        connection.execute("INSERT INTO images (place, raw) VALUES (?, ?)", (place, link.image))
    return place


def link_hash(previous: str, columns: tuple[object, ...]) -> str:
    """SHA-256 of the JSON list of the hash before and of all columns, in UTF-8 and without blanks."""
    return sha256(json.dumps([previous, *columns], ensure_ascii=False, separators=(",", ":")))


def sha256(text: str) -> str:
    """The SHA-256 of a text, in hexadecimal."""
    # What was damaged on the disk may hold half a character; it must still have a hash to differ by.
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def moment(at: datetime) -> str:
    """A time as it lies in the chain; these texts sort as the times do."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
