"""Answers a Query from a company's books, reading no more of them than it must."""

import re
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from itertools import islice
from typing import Any

from untwin.sample.clock import pacific
from untwin.sample.quickbooks import faults
from untwin.sample.quickbooks.books import Books
from untwin.sample.quickbooks.entities import entity_at
from untwin.sample.quickbooks.entity import Doc, Entity
from untwin.sample.quickbooks.index import Index
from untwin.sample.quickbooks.outward import outward
from untwin.sample.quickbooks.query import Condition, Query, Value


def select(query: Query, books: Books) -> Doc:
    """The inside of a QueryResponse; empty when nothing fits.

    Raises:
        FaultError: 4001, the query names what the entity doesn't have or can't filter by.
    """
    entity = check(query)
    conditions = _conditions(entity, query)
    if query.counts:
        return {"totalCount": _counted(entity, conditions, books)}
    page = _page(query, entity, conditions, books)
    if not page:
        return {}
    return {
        entity.around: [_chosen(query, outward(entity, row)) for row in page],
        "startPosition": query.start,
        "maxResults": len(page),
    }


def _counted(entity: Entity, conditions: list[Condition], books: Books) -> int:
    if not conditions:
        return len(books.index(entity.name).ids)
    return sum(1 for _ in _matching(entity, conditions, books, newest_first=True))


def _page(query: Query, entity: Entity, conditions: list[Condition], books: Books) -> list[Doc]:
    first, last = query.start - 1, query.start - 1 + query.limit
    # Without an order QuickBooks gives the newest first.
    (name, descends), *more = query.order or (("Id", True),)
    if name != "Id" or more:
        found = list(_matching(entity, conditions, books, newest_first=True))
        return _ordered(query, found)[first:last]
    if conditions:
        return list(islice(_matching(entity, conditions, books, newest_first=descends), first, last))
    ids = books.index(entity.name).ids
    rows = books.of(entity.name)
    return [rows[id_] for id_ in (ids[::-1] if descends else ids)[first:last]]


def _matching(entity: Entity, conditions: list[Condition], books: Books, *, newest_first: bool) -> Iterator[Doc]:
    """The documents for which all conditions hold, in the order of their ids."""
    rows, index = books.of(entity.name), books.index(entity.name)
    few = [found for condition in conditions if (found := _candidates(condition, index)) is not None]
    ids = sorted((id_ for id_ in min(few, key=len) if id_ in rows), key=int) if few else index.ids
    for id_ in reversed(ids) if newest_first else ids:
        if all(_fits(rows[id_], condition) for condition in conditions):
            yield rows[id_]


def _candidates(condition: Condition, index: Index) -> set[str] | None:
    """All documents for which a condition can hold, where the index knows them."""
    if condition.operator in ("=", "IN"):
        return index.among(condition.name, condition.values)
    if condition.operator == "LIKE" and condition.name == "DocNumber":
        return index.like(str(condition.values[0]))
    return None


def check(query: Query) -> Entity:
    """The entity a query reads, after its names were checked."""
    entity = entity_at(query.entity)
    if entity is None:
        raise faults.invalid_query(f"Object {query.entity} is not found")
    for name in query.fields:
        if name.split(".")[0] not in entity.known:
            raise faults.invalid_query(f"Property {name} not found for Entity {entity.name}")
    for name in [condition.name for condition in query.conditions] + [name for name, _ in query.order]:
        if name.split(".")[0] not in entity.known:
            raise faults.invalid_query(f"Property {name} not found for Entity {entity.name}")
        if name not in entity.filterable:
            raise faults.invalid_query(f"property '{name}' is not queryable")
    return entity


def _conditions(entity: Entity, query: Query) -> list[Condition]:
    conditions = list(query.conditions)
    # Inactive names stay out of sight unless the query itself speaks of Active.
    if entity.is_list and all(condition.name != "Active" for condition in conditions):
        conditions.append(Condition("Active", "=", (True,)))
    return conditions


def _fits(row: Doc, condition: Condition) -> bool:
    stored = _stored(row, condition.name)
    if stored is None:
        return False
    if condition.operator == "LIKE":
        return _like(str(stored), str(condition.values[0]))
    if condition.operator == "IN":
        return any(_compare(stored, value) == 0 for value in condition.values)
    side = _compare(stored, condition.values[0])
    return {"=": side == 0, "<": side < 0, ">": side > 0, "<=": side <= 0, ">=": side >= 0}[condition.operator]


def _stored(row: Doc, name: str) -> Any:
    value: Any = row
    for part in name.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    if isinstance(value, dict):
        # A reference compares by its id, an e-mail by its address.
        return value.get("value", value.get("Address"))
    return value


def _compare(stored: Any, value: Value) -> int:
    """Below, equal or above as -1, 0, 1; what can't be compared is below, so it never equals."""
    left, right = _comparable(stored, value)
    return int(left > right) - int(left < right)


def _comparable(stored: Any, value: Value) -> tuple[Any, Any]:
    if isinstance(stored, bool):
        return str(stored).lower(), str(value).lower()
    if isinstance(stored, int | Decimal):
        return Decimal(stored), _number(value)
    text, other = str(stored), str(value)
    if "T" in text and _moment(text) and _moment(other):
        return _moment(text), _moment(other)
    if text.isdigit() and isinstance(value, Decimal):
        return Decimal(text), value
    return text.casefold(), other.casefold()


def _number(value: Value) -> Decimal:
    try:
        return Decimal(str(value))
    except ArithmeticError:
        raise faults.invalid_query(f"value {value} is not a number") from None


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=pacific(moment.date()))


def _like(text: str, pattern: str) -> bool:
    wanted = ".*".join(re.escape(part) for part in pattern.split("%"))
    return re.fullmatch(wanted, text, re.IGNORECASE | re.DOTALL) is not None


def _ordered(query: Query, rows: list[Doc]) -> list[Doc]:
    for name, descends in reversed(query.order):
        rows.sort(key=lambda row: _sortable(row, name), reverse=descends)
    return rows


def _sortable(row: Doc, name: str) -> tuple[int, Any]:
    value = _stored(row, name)
    if value is None:
        return 0, ""
    if isinstance(value, int | Decimal) or (name == "Id" and value.isdigit()):
        return 1, Decimal(value)
    moment = _moment(value) if "T" in str(value) else None
    return (2, moment) if moment else (3, str(value).casefold())


def _chosen(query: Query, row: Doc) -> Doc:
    if not query.fields:
        return row
    wanted = {name.split(".")[0] for name in query.fields}
    return {name: value for name, value in row.items() if name in wanted} | {"domain": "QBO", "sparse": True}
