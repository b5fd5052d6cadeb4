"""Answers HubSpot's search: filters, order and pages of the objects of one kind."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from untwin.sample.hubspot.properties import PROPERTIES
from untwin.sample.hubspot.records import DEFAULTS, CrmObject
from untwin.sample.wire import Json

_MOST, _USUAL = 200, 10
_REACH = 10_000
"""So far a search can be paged through."""


class SearchError(ValueError):
    """The search can't be run; the text says why."""


def search(found: list[CrmObject], kind: str, asked: Json) -> Json:
    """The answer to a search's body.

    Raises:
        SearchError: a filter, the limit or the place to go on from is none.
    """
    limit, after = _whole(asked.get("limit", _USUAL), "limit"), _whole(asked.get("after") or 0, "after")
    if not 1 <= limit <= _MOST or after + limit > _REACH:
        raise SearchError(f"limit must be at most {_MOST}, and no more than {_REACH} objects can be paged through")
    groups = asked.get("filterGroups") or []
    if not isinstance(groups, list):
        raise SearchError("filterGroups must be a list")
    fitting = [o for o in found if not groups or any(_fits(o, group, kind) for group in groups)]
    wanted = tuple(asked.get("properties") or DEFAULTS[kind])
    page = [o.answer((*DEFAULTS[kind], *wanted)) for o in fitting[after : after + limit]]
    answer: Json = {"total": len(fitting), "results": page}
    if after + limit < len(fitting):
        answer["paging"] = {"next": {"after": str(after + limit)}}
    return answer


def _fits(found: CrmObject, group: Json, kind: str) -> bool:
    return all(_meets(found, one, kind) for one in group.get("filters") or [])


def _meets(found: CrmObject, one: Json, kind: str) -> bool:
    name, operator = str(one.get("propertyName")), str(one.get("operator"))
    if name.startswith("associations."):
        return any(str(one.get("value")) in map(str, ids) for ids in found.links.values())
    if name not in PROPERTIES[kind]:
        raise SearchError(f"There was a problem with the request: property {name} does not exist")
    value = found.properties.get(name) or ""
    if operator in ("IN", "NOT_IN"):
        return (value in map(str, one.get("values") or [])) is (operator == "IN")
    if operator in ("HAS_PROPERTY", "NOT_HAS_PROPERTY"):
        return bool(value) is (operator == "HAS_PROPERTY")
    if operator not in _OPERATORS:
        raise SearchError(f"{operator} is no operator")
    return _OPERATORS[operator](value, str(one.get("value", "")))


def _ordered(value: str, other: str) -> tuple[Decimal, Decimal] | tuple[str, str]:
    try:
        return Decimal(value), Decimal(other)
    except InvalidOperation:
        return value.casefold(), other.casefold()


def _same(value: str, other: str) -> bool:
    return value.casefold() == other.casefold()


def _at_least(value: str, other: str) -> bool:
    one, two = _ordered(value, other)
    return one >= two  # type: ignore[operator]


_OPERATORS: dict[str, Callable[[str, str], bool]] = {
    "EQ": _same,
    "NEQ": lambda value, other: not _same(value, other),
    "GTE": _at_least,
    "LTE": lambda value, other: _at_least(other, value),
    "GT": lambda value, other: not _at_least(other, value),
    "LT": lambda value, other: not _at_least(value, other),
    "CONTAINS_TOKEN": lambda value, other: other.strip("*").casefold() in value.casefold(),
}


def _whole(value: object, name: str) -> int:
    if not str(value).isdecimal():
        raise SearchError(f"{name} must be a whole number")
    return int(str(value))
