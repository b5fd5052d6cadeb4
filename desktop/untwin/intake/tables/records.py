"""Reads JSON records, one a line or in one list, as rows whose cells are named by their keys."""

import json
import re
from collections.abc import Callable, Iterator

from untwin.intake.tables.grid import CELLS, Grid, GridRow
from untwin.intake.tables.headers import named_columns

# So many records without a known name are no table.
STRANGERS = 1_000
# Lists that are looked into where the first one is no table.
INNER_LISTS = 20
# Records within records, as `customer: {name: ..}`.
DEPTH = 3


def record_grids(text: str, where: str = "") -> list[Grid]:
    """One table for each set of keys, in the order in which they are met; text that isn't JSON after all has none."""
    list_start = _LIST_START.match(text)
    grids = _grids_at(text, list_start.end() if list_start else 0, where)
    tries = 0
    # An answer in which the list lies deeper, behind what the program says of itself.
    for inner in _INNER_LIST.finditer(text) if not grids else ():
        grids, tries = _grids_at(text, inner.start() + 1, where), tries + 1
        if grids or tries > INNER_LISTS:
            break
    return grids


def _grids_at(text: str, at: int, where: str) -> list[Grid]:
    rows: dict[tuple[str, ...], list[GridRow]] = {}
    strangers = 0
    for start, end, record in _objects(text, at):
        cells = dict(list(_flat(record, DEPTH))[:CELLS])
        header = tuple(cells)
        strangers = 0 if named_columns(header) else strangers + 1
        if strangers > STRANGERS:
            break
        rows.setdefault(header, []).append(GridRow(start, end, 0, tuple(cells.values())))
    return [Grid(header, found, where) for header, found in rows.items() if named_columns(header)]


def _flat(record: dict[str, object], depth: int) -> Iterator[tuple[str, str]]:
    """The record's values by their names; those of a record in it by both names."""
    for key, value in record.items():
        if isinstance(value, dict) and depth:
            wrapped = key.lower() in _WRAPPERS
            yield from ((name if wrapped else f"{key} {name}", inner) for name, inner in _flat(value, depth - 1))
        elif isinstance(value, str | int | float):
            yield key, str(value)


def _objects(text: str, at: int) -> Iterator[tuple[int, int, dict[str, object]]]:
    decode = json.JSONDecoder(parse_float=str, parse_int=str).raw_decode
    while True:
        at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr]
        found = _object_at(text, at, decode)
        if found is None:
            return
        record, end = found
        if isinstance(record, dict):
            yield at, end, record
        at = end


def _object_at(text: str, at: int, decode: Callable[[str, int], tuple[object, int]]) -> tuple[object, int] | None:
    if text[at : at + 1] != "{":
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
