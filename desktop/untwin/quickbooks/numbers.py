"""Reads documents for the number index: page by page, then what changed, and of each only what the index keeps."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import TypeVar

import msgspec

from untwin.domain.books.number_index import Numbered, Place
from untwin.domain.problems import Stumbled
from untwin.domain.words.reading import amount_of, day_of
from untwin.ports.books import NumberChanges, NumberPage
from untwin.quickbooks.client import Answer, Client
from untwin.quickbooks.pages import STEP
from untwin.quickbooks.queries import PAGE, Select, again, unreadable

MOST_CHANGES = 1000  # objects in one answer of change data capture
T = TypeVar("T")


class _Ref(msgspec.Struct):
    value: str = ""
    name: str = ""


class _Meta(msgspec.Struct):
    LastUpdatedTime: str = ""


class _Row(msgspec.Struct):
    """What the index reads of a document; everything else of it is passed over."""

    Id: str
    DocNumber: str | None = None
    TxnDate: str | None = None
    TotalAmt: Decimal | None = None
    CurrencyRef: _Ref | None = None
    CustomerRef: _Ref | None = None
    VendorRef: _Ref | None = None
    EntityRef: _Ref | None = None
    MetaData: _Meta | None = None
    status: str = ""


class _Page(msgspec.Struct):
    QueryResponse: dict[str, msgspec.Raw]


class _Changed(msgspec.Struct):
    QueryResponse: list[dict[str, msgspec.Raw]] = []


class _Changes(msgspec.Struct):
    CDCResponse: list[_Changed]


def number_page(client: Client, entity: str, place: Place) -> NumberPage:
    """The next page of one type, by id.

    Raises:
        Stumbled: the row at the place isn't the one that stood there: something was deleted meanwhile.
    """
    select = Select(entity, start=place.start, by_id=True)
    answer = again(client, lambda: _asked(client, select))
    rows = _rows(_decoded(answer, _Page).QueryResponse.get(entity))
    if place.last_id and (not rows or rows[0].Id != place.last_id):
        raise Stumbled("Documents were deleted while the numbers were read.", "They are read again.")
    new = rows[1:] if place.last_id else rows
    full = len(rows) >= PAGE
    further = Place(place.start + STEP, rows[-1].Id) if full else None
    return NumberPage(tuple(_numbered(entity, row) for row in new), further, answer.at)


def number_changes(client: Client, entities: Sequence[str], since: datetime) -> NumberChanges:
    """What has changed since a moment: in one request, and one for each type where that wasn't enough."""
    answer, found = _changes(client, entities, since)
    if sum(len(rows) for rows in found.values()) < MOST_CHANGES:
        return _told(found, (), answer.at)
    each = [_changes(client, [entity], since)[1] for entity in entities]
    apart = {entity: rows for part in each for entity, rows in part.items()}
    cut_short = tuple(entity for entity, rows in apart.items() if len(rows) >= MOST_CHANGES)
    return _told(apart, cut_short, answer.at)


def _asked(client: Client, select: Select) -> Answer:
    answer: Answer = client.query(select.text)
    return answer


def _changes(client: Client, entities: Sequence[str], since: datetime) -> tuple[Answer, dict[str, list[_Row]]]:
    def asked() -> Answer:
        answer: Answer = client.change_data_capture(",".join(entities), since.isoformat(timespec="seconds"))
        return answer

    answer = again(client, asked)
    parts = [part for changed in _decoded(answer, _Changes).CDCResponse for part in changed.QueryResponse]
    return answer, {entity: _rows(part[entity]) for part in parts for entity in entities if entity in part}


def _told(found: dict[str, list[_Row]], cut_short: tuple[str, ...], at: datetime) -> NumberChanges:
    gone = tuple((entity, row.Id) for entity, rows in found.items() for row in rows if row.status == "Deleted")
    there = tuple(_numbered(e, row) for e, rows in found.items() for row in rows if row.status != "Deleted")
    return NumberChanges(there, gone, cut_short, at)


def _decoded(answer: Answer, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(answer.text, type=kind)
    except msgspec.DecodeError:
        raise unreadable() from None


def _rows(found: msgspec.Raw | None) -> list[_Row]:
    if found is None:
        return []
    try:
        return msgspec.json.decode(found, type=list[_Row])
    except msgspec.DecodeError:
        raise unreadable() from None


def _numbered(entity: str, row: _Row) -> Numbered:
    who = row.CustomerRef or row.VendorRef or row.EntityRef
    return Numbered(
        entity=entity,
        id=row.Id,
        number=row.DocNumber or None,
        date=day_of(row.TxnDate),
        total=amount_of(row.TotalAmt),
        currency=row.CurrencyRef.value if row.CurrencyRef else None,
        customer=who.name or None if who else None,
        changed_at=_moment(row.MetaData.LastUpdatedTime if row.MetaData else ""),
    )


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
