"""Reads JSON records, one a line or in one list, as rows whose cells are named by their keys."""

import json
import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from untwin.domain.errors.columns import Holds
from untwin.intake.tables.grid import CELLS, Grid, GridRow
from untwin.intake.tables.headers import is_header, named_columns

T = TypeVar("T")
# Lists above the one that names the columns.
TITLE_ROWS = 10
# So many records without a known name are no table.
STRANGERS = 1_000
# Lists that are looked into where the first one is no table.
INNER_LISTS = 20
# Records within records, as `customer: {name: ..}`.
DEPTH = 3


def record_grids(text: str, where: str = "") -> list[Grid]:
    """One table for each set of keys, in the order in which they are met; text that isn't JSON after all has none."""
    list_start = _LIST_START.match(text)
    grids, end = _grids_at(text, list_start.end() if list_start else 0, where)
    if not grids and list_start and text[list_start.end() : list_start.end() + 1] == "[":
        return _of_lists(text, list_start.end(), where)
    tries, end = 0, end if grids else 0
    # An answer in which the list lies deeper, behind what the program says of itself; further lists stand behind it.
    while tries <= INNER_LISTS and (inner := _INNER_LIST.search(text, end)):
        found, behind = _grids_at(text, inner.start() + 1, where)
        grids, end, tries = grids + found, max(behind, inner.end()) if found else inner.end() - 1, tries + 1
    return grids


def _of_lists(text: str, at: int, where: str) -> list[Grid]:
    """A table that is a list of lists, the first of which are the names of its columns."""
    rows = [
        GridRow(start, end, number, tuple(str(cell) if isinstance(cell, str | int | float) else "" for cell in cells))
        for number, (start, end, cells) in enumerate(_values(text, at, list), 1)
    ]
    names = next((row for row in rows[:TITLE_ROWS] if is_header(row.cells)), None)
    return [Grid(names.cells, rows[names.number :], where)] if names else []


def _grids_at(text: str, at: int, where: str) -> tuple[list[Grid], int]:
    rows: dict[tuple[str, ...], list[GridRow]] = {}
    strangers, end = 0, at
    for start, end, record in _values(text, at, dict):
        cells = dict(list(_flat(record, DEPTH))[:CELLS])
        header = tuple(cells)
        strangers = 0 if _is_record(header) else strangers + 1
        if strangers > STRANGERS:
            break
        rows.setdefault(header, []).append(GridRow(start, end, 0, tuple(cells.values())))
    return [Grid(header, found, where) for header, found in rows.items() if _is_record(header)], end


def _is_record(names: tuple[str, ...]) -> bool:
    """Whether these say what a record is about, and not only how many there are."""
    return not named_columns(names).keys().isdisjoint((Holds.NUMBER, Holds.ERROR, Holds.CODE, Holds.CUSTOMER))


def _flat(record: dict[str, object], depth: int) -> Iterator[tuple[str, str]]:
    """The record's values by their names; those of a record in it by both names."""
    for key, value in record.items():
        if isinstance(value, dict) and depth:
            wrapped = key.lower() in _WRAPPERS
            yield from ((name if wrapped else f"{key} {name}", inner) for name, inner in _flat(value, depth - 1))
        elif isinstance(value, str | int | float):
            yield key, str(value)


def _values(text: str, at: int, kind: type[T]) -> Iterator[tuple[int, int, T]]:
    """The values of this kind that stand behind one another from here on, each with its span."""
    decode = json.JSONDecoder(parse_float=str, parse_int=str).raw_decode
    while True:
        at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr]
        found = _object_at(text, at, decode)
        if found is None:
            return
        record, end = found
        if isinstance(record, kind):
            yield at, end, record
        at = end


def _object_at(text: str, at: int, decode: Callable[[str, int], tuple[object, int]]) -> tuple[object, int] | None:
    if text[at : at + 1] not in ("{", "["):
        return None
    try:
        return decode(text, at)
    except (ValueError, RecursionError):
        # Not JSON, or nested to exhaust a parser: the scan has read its errors, only the columns stay unknown.
        return None


# Around a record's own values some programs put one more name, which says nothing.
_WRAPPERS = frozenset(("properties", "attributes", "fields", "node", "values"))
_INNER_LIST = re.compile(r"\[\s{0,200}\{")
_LIST_START = re.compile(r"\ufeff?\s*+(?:\{\s*+\"\w{1,40}\"\s*+:\s*+)?\[")
_BETWEEN = re.compile(r"[\s,]*+")
