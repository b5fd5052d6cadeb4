"""Writes QuickBooks queries, sends them in batches of up to 30, and keeps every row's raw text."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TypeVar

import msgspec

from untwin.domain.problems import Stumbled, Throttled
from untwin.quickbooks.client import Client
from untwin.quickbooks.faults import Fault, problem_of_fault

PAGE = 1000  # the most rows QuickBooks gives at once
BATCH = 30  # the most queries in one batch
_VALUES = 250  # of one IN; how many QuickBooks takes is not documented
_PAUSE = 0.5  # seconds before a read is asked once more
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Select:
    """One query: everything of one entity where every condition holds, from a row on.

    `fields` are those that are wanted, all of them where none is named; QuickBooks may send more.
    """

    entity: str
    where: tuple[str, ...] = ()
    start: int = 1
    by_id: bool = False
    """In the order of ids, so that the rows of one page follow those of the page before."""
    fields: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The query as QuickBooks reads it."""
        conditions = f" WHERE {' AND '.join(self.where)}" if self.where else ""
        order = " ORDERBY Id" if self.by_id else ""
        start = f" STARTPOSITION {self.start}" if self.start > 1 else ""
        # Entities come from our own table, and every value went through `quoted`.
        return f"SELECT {', '.join(self.fields) or '*'} FROM {self.entity}{conditions}{order}{start} MAXRESULTS {PAGE}"  # noqa: S608


@dataclass(frozen=True, slots=True)
class Rows:
    """The raw rows of one query. `complete` is False when there were more than were read."""

    entity: str
    raw: tuple[str, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class Fetched:
    """The rows of every query in the order asked, and QuickBooks' clock at the first answer."""

    rows: tuple[Rows, ...]
    at: datetime

    def of(self, entity: str) -> Iterator[str]:
        """The raw rows of one entity, from every query about it."""
        return (raw for rows in self.rows if rows.entity == entity for raw in rows.raw)


class _Row(msgspec.Struct):
    Id: str


class _Error(msgspec.Struct):
    code: str | int = ""
    Message: str | None = None
    Detail: str | None = None


class _Fault(msgspec.Struct):
    Error: list[_Error]


class _Item(msgspec.Struct):
    bId: str = ""  # noqa: N815 - Intuit's spelling
    QueryResponse: dict[str, msgspec.Raw] | None = None
    # Not `msgspec.Raw | None`: msgspec reads that as None alone, and every fault would be unreadable.
    Fault: _Fault | None = None


class _Batch(msgspec.Struct):
    BatchItemResponse: list[_Item]


def fetch(client: Client, selects: Sequence[Select]) -> Fetched:
    """Runs the queries, 30 to a request; a request that failed for a passing reason is sent once more.

    Raises:
        OutsideProblem: any one of them failed; a part of the rows is no answer.
    """
    rows: list[Rows] = []
    at: datetime | None = None
    for start in range(0, len(selects), BATCH):
        found, answered = again(client, partial(_one_batch, client, selects[start : start + BATCH]))
        at = at or answered
        rows += found
    if at is None:
        raise ValueError("nothing was asked")
    return Fetched(tuple(rows), at)


def how_many(client: Client, entities: Sequence[str]) -> tuple[int, ...]:
    """How many rows there are of each entity, 30 to a request."""
    return again(client, lambda: _counted(client, entities))


def _counted(client: Client, entities: Sequence[str]) -> tuple[int, ...]:
    items = [{"bId": str(n), "Query": f"SELECT COUNT(*) FROM {entity}"} for n, entity in enumerate(entities)]  # noqa: S608
    answer = client.batch_operation(json.dumps({"BatchItemRequest": items}))
    try:
        found = {item.bId: item for item in msgspec.json.decode(answer.text, type=_Batch).BatchItemResponse}
        told = [found[str(n)].QueryResponse or {} for n in range(len(entities))]
        return tuple(msgspec.json.decode(each["totalCount"], type=int) for each in told)
    except (msgspec.DecodeError, KeyError):
        raise unreadable() from None


def again(client: Client, ask: Callable[[], T]) -> T:
    """What a reading function returns, asked once more after a passing failure."""
    try:
        return ask()
    except Stumbled:
        client.wire.patience.pause(_PAUSE)
        return ask()


def _one_batch(client: Client, part: Sequence[Select]) -> tuple[list[Rows], datetime]:
    items = [{"bId": str(n), "Query": select.text} for n, select in enumerate(part)]
    answer = client.batch_operation(json.dumps({"BatchItemRequest": items}))
    try:
        return _rows_of(answer.text, part), answer.at
    except Throttled as asked:
        raise client.wire.pace.rest(asked.wait_seconds) from None


def _rows_of(text: str, asked: Sequence[Select]) -> list[Rows]:
    try:
        items = {item.bId: item for item in msgspec.json.decode(text, type=_Batch).BatchItemResponse}
    except msgspec.DecodeError:
        raise unreadable() from None
    return [_rows(items.get(str(n)), select) for n, select in enumerate(asked)]


def _rows(item: _Item | None, select: Select) -> Rows:
    if item is not None and item.Fault is not None:
        raise problem_of_fault(_fault(item.Fault))
    if item is None or item.QueryResponse is None:
        raise unreadable()
    found = item.QueryResponse.get(select.entity)
    raw = _raw_rows(found) if found else ()
    return Rows(select.entity, raw, complete=len(raw) < PAGE)


def _raw_rows(found: msgspec.Raw) -> tuple[str, ...]:
    """Every row's text as it came, once it is seen that each is an object with an id."""
    try:
        msgspec.json.decode(found, type=list[_Row])
    except msgspec.DecodeError:
        raise unreadable() from None
    return tuple(bytes(row).decode() for row in msgspec.json.decode(found, type=list[msgspec.Raw]))


def _fault(fault: _Fault) -> Fault:
    if not fault.Error:
        raise unreadable()
    first = fault.Error[0]
    return Fault(str(first.code), first.Message or "", first.Detail or "")


def unreadable() -> Stumbled:
    """The problem of an answer that isn't what it should be."""
    return Stumbled("QuickBooks' answer could not be read; nothing was changed.", "Try again in a few minutes.")


def quoted(text: str) -> str:
    r"""A string literal: `\` and `'` escaped with a backslash, in that order."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def contains(field: str, text: str) -> str:
    """A condition that finds the text anywhere in the field; a `%` inside only widens the search."""
    return like(field, f"%{text}%")


def like(field: str, pattern: str) -> str:
    """A condition that the whole field is like the pattern, in which `%` stands for anything."""
    return f"{field} LIKE {quoted(pattern)}"


def in_parts(values: Sequence[str]) -> Iterator[Sequence[str]]:
    """Values in parts that one condition takes."""
    return (values[start : start + _VALUES] for start in range(0, len(values), _VALUES))


def one_of(field: str, values: Sequence[str]) -> str:
    """A condition that any of the values meets."""
    return f"{field} IN ({', '.join(quoted(v) for v in values)})"


def between(field: str, start: date, end: date) -> tuple[str, str]:
    """Two conditions: from `start` to `end`, both included."""
    return f"{field} >= {quoted(start.isoformat())}", f"{field} <= {quoted(end.isoformat())}"
