"""Answers a Query from a company's books, reading no more of them than it must."""

import heapq
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from functools import partial
from itertools import islice
from typing import Any

from untwin.sample.clock import pacific
from untwin.sample.quickbooks import faults
from untwin.sample.quickbooks.books.books import Books
from untwin.sample.quickbooks.books.index import Index
from untwin.sample.quickbooks.books.rows import Order, Rows
from untwin.sample.quickbooks.kinds.entities import entity_at
from untwin.sample.quickbooks.kinds.entity import Doc, Entity
from untwin.sample.quickbooks.query import Condition, Query, Value
from untwin.sample.quickbooks.reading.outward import outward

See = Callable[[Doc], Doc]
"""Shows a name with what isn't stored with it."""


def select(query: Query, books: Books) -> Doc:
    """The inside of a QueryResponse; empty when nothing fits.

    Raises:
        FaultError: 4001, the query names what the entity doesn't have or can't filter by.
    """
    query, entity = check(query)
    conditions = _conditions(entity, query)
    if query.counts:
        return {"totalCount": _counted(entity, conditions, books)}
    page = _page(query, entity, conditions, books)
    if not page:
        return {}
    return {
        entity.around: [_chosen(query, outward(entity, books.balances.shown(entity, row))) for row in page],
        # What a company has one of is told without a position.
        **({} if entity.single else {"startPosition": query.start}),
        "maxResults": len(page),
    }


def _counted(entity: Entity, conditions: list[Condition], books: Books) -> int:
    if not conditions:
        return len(books.of(entity.name))
    return sum(1 for _ in _matching(entity, conditions, books, newest_first=True))


def _page(query: Query, entity: Entity, conditions: list[Condition], books: Books) -> list[Doc]:
    first, last = query.start - 1, query.start - 1 + query.limit
    rows = books.of(entity.name)
    # Without an order QuickBooks gives the newest first.
    order = query.order or (("Id", True),)
    [(name, descends), *more] = order
    ids: Sequence[int]
    if name != "Id" or more:
        ids = _in_order(order, conditions, entity, books)[first:last]
    elif conditions:
        ids = list(islice(_matching(entity, conditions, books, newest_first=descends), first, last))
    else:
        whole = len(rows)
        ids = rows.ids[max(whole - last, 0) : max(whole - first, 0)][::-1] if descends else rows.ids[first:last]
    return [rows[str(id_)] for id_ in ids]


def _in_order(order: Order, conditions: list[Condition], entity: Entity, books: Books) -> list[int]:
    rows = books.of(entity.name)
    if order in rows.orders and not conditions:
        return rows.orders[order]
    ids = list(_matching(entity, conditions, books, newest_first=True) if conditions else reversed(rows.ids))
    for name, descends in reversed(order):
        see = partial(books.balances.shown, entity) if entity.is_list else _as_it_is
        ids.sort(key=partial(_key, rows, see, name), reverse=descends)
    if not conditions:
        rows.orders[order] = ids
    return ids


def _matching(entity: Entity, conditions: list[Condition], books: Books, *, newest_first: bool) -> Iterator[int]:
    """The ids of the documents for which all conditions hold, in their order."""
    rows = books.of(entity.name)
    see = partial(books.balances.shown, entity)
    own = _own(rows, conditions, see, newest_first=newest_first)
    if rows.crowd is None:
        return own
    crowd, hidden = rows.crowd, rows.hidden
    found = crowd.matching(conditions, fits, newest_first=newest_first)
    return heapq.merge(own, (crowd.ids[place] for place in found if place not in hidden), reverse=newest_first)


def _own(rows: Rows, conditions: list[Condition], see: See, *, newest_first: bool) -> Iterator[int]:
    few = [found for condition in conditions if (found := _candidates(condition, rows.index)) is not None]
    ids = (id_ for id_ in min(few, key=len) if id_ in rows.own) if few else rows.own
    for id_ in sorted(map(int, ids), reverse=newest_first):
        if not conditions or all(fits(see(rows.own[str(id_)]), condition) for condition in conditions):
            yield id_


def _candidates(condition: Condition, index: Index) -> set[str] | None:
    """All documents for which a condition can hold, where the index knows them."""
    if condition.operator in ("=", "IN"):
        return index.among(condition.name, condition.values)
    if condition.operator == "LIKE" and condition.name == "DocNumber":
        return index.like(str(condition.values[0]))
    return None


def check(query: Query) -> tuple[Query, Entity]:
    """A query with its names as QuickBooks writes them, and the entity that it reads.

    Raises:
        FaultError: 4001, a name isn't known, or nothing can be filtered or ordered by it.
    """
    entity = entity_at(query.entity)
    if entity is None:
        raise faults.invalid_query(f"Object {query.entity} is not found")
    for name in query.fields:
        _known(entity, name)
    conditions = tuple(replace(each, name=_filterable(entity, each.name)) for each in query.conditions)
    order = tuple((_filterable(entity, name), descends) for name, descends in query.order)
    fields = tuple(_known(entity, name) for name in query.fields)
    return replace(query, fields=fields, conditions=conditions, order=order), entity


def _known(entity: Entity, name: str) -> str:
    """The property that a name begins with, whatever its case."""
    first = name.split(".", maxsplit=1)[0].lower()
    found = next((each for each in entity.known if each.lower() == first), None)
    if found is None:
        raise faults.invalid_query(f"Property {name} not found for Entity {entity.name}")
    return found


def _filterable(entity: Entity, name: str) -> str:
    _known(entity, name)
    found = next((each for each in entity.filterable if each.lower() == name.lower()), None)
    if found is None:
        raise faults.invalid_query(f"property '{name}' is not queryable")
    return found


def _conditions(entity: Entity, query: Query) -> list[Condition]:
    conditions = list(query.conditions)
    # Inactive names stay out of sight unless the query itself speaks of Active.
    if entity.is_list and all(condition.name != "Active" for condition in conditions):
        conditions.append(Condition("Active", "=", (True,)))
    return conditions


def fits(row: Doc, condition: Condition) -> bool:
    """Whether a condition holds for a document."""
    return any(_meets(stored, condition) for stored in _all_stored(row, condition.name.split(".")))


def _meets(stored: Any, condition: Condition) -> bool:
    if condition.operator == "LIKE":
        return _like(str(stored), str(condition.values[0]))
    if condition.operator == "IN":
        return any(_compare(stored, value) == 0 for value in condition.values)
    side = _compare(stored, condition.values[0])
    return {"=": side == 0, "<": side < 0, ">": side > 0, "<=": side <= 0, ">=": side >= 0}[condition.operator]


def _stored(row: Doc, name: str) -> Any:
    value = row.get(name)
    # Most have no parts, and a crowd is read by the hundred thousands.
    return value if isinstance(value, str | int | Decimal) else next(_all_stored(row, name.split(".")), None)


def _all_stored(value: Any, path: list[str]) -> Iterator[Any]:
    """What stands at a path: one value, or one of each member where a list stands on the way."""
    if isinstance(value, list):
        for each in value:
            yield from _all_stored(each, path)
    elif path and isinstance(value, dict):
        # A reference's kind is its `type`, which queries write `Type`.
        first, *rest = path
        yield from _all_stored(value.get(first, value.get(first.lower())), rest)
    elif isinstance(value, dict):
        # A reference compares by its id, an e-mail by its address.
        yield from _all_stored(value.get("value", value.get("Address")), [])
    elif value is not None:
        yield value


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


def _sortable(row: Doc, name: str) -> tuple[int, Any]:
    value = _stored(row, name)
    if value is None:
        return 0, ""
    if isinstance(value, int | Decimal) or (name == "Id" and value.isdigit()):
        return 1, Decimal(value)
    moment = _moment(value) if "T" in str(value) else None
    return (2, moment) if moment else (3, str(value).casefold())


def _key(rows: Rows, see: See, name: str, id_: int) -> tuple[int, Any]:
    return _sortable(see(rows.part(id_, (name.split(".", maxsplit=1)[0],))), name)


def _as_it_is(doc: Doc) -> Doc:
    return doc


def _chosen(query: Query, row: Doc) -> Doc:
    if not query.fields:
        return row
    return {name: value for name, value in row.items() if name in query.fields} | {"domain": "QBO", "sparse": True}
