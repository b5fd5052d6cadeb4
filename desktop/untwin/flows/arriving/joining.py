"""Joins what was read out of several files into one reading, and out of several bill lists into one list."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from untwin.domain.errors.bills import NO_BILLS, NO_LIST, BillList, joined_bills
from untwin.domain.errors.columns import TableSeen
from untwin.domain.errors.faults import Reading, joined_readings


def joined(readings: Sequence[Reading]) -> Reading:
    """One reading; a list counts as one beside errors only where its own file holds errors."""
    return joined_readings([reading if reading.findings else replace(reading, beside=NO_BILLS) for reading in readings])


def joined_lists(lists: Sequence[BillList]) -> BillList:
    """One bill list, with what could not be read; that something is no list at all says nobody who called it none."""
    joined = joined_bills(lists)
    return replace(joined, unread=tuple(sentence for sentence in joined.unread if sentence != NO_LIST))


def nothing_in(readings: Mapping[Path, Reading], lists: Mapping[Path, BillList]) -> tuple[str, ...]:
    """A sentence for each file with neither an error nor an invoice list in it, of which nothing else is said."""
    silent = [path for path, reading in readings.items() if not reading.unread and not lists[path].rows]
    return tuple(f"{path.name}: no error and no invoice list was found in it." for path in silent)


def tables_of(found: Reading | BillList) -> tuple[TableSeen, ...]:
    """All tables that were met, those of a bill list beside errors, too."""
    return (*found.tables, *found.beside.tables) if isinstance(found, Reading) else found.tables
