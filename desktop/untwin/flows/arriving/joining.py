"""Joins what was read out of several files into one reading, and out of several bill lists into one list."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from untwin.domain.errors.bills import NO_LIST, BillList, joined_bills
from untwin.domain.errors.columns import TableSeen
from untwin.domain.errors.faults import Reading


def joined(readings: Sequence[Reading]) -> Reading:
    """One reading: what was found, what could not be read, the tables and the lists beside errors, in their order."""
    return Reading(
        tuple(finding for reading in readings for finding in reading.findings),
        tuple(sentence for reading in readings for sentence in reading.unread),
        tuple(table for reading in readings for table in reading.tables),
        joined_bills(reading.beside for reading in readings if reading.findings),
    )


def joined_lists(lists: Sequence[BillList]) -> BillList:
    """One bill list, with what could not be read; that something is no list at all says nobody who called it none."""
    return BillList(
        tuple(row for each in lists for row in each.rows),
        tuple(table for each in lists for table in each.tables),
        tuple(sentence for each in lists for sentence in each.unread if sentence != NO_LIST),
    )


def nothing_in(readings: Mapping[Path, Reading], lists: Mapping[Path, BillList]) -> tuple[str, ...]:
    """A sentence for each file with neither an error nor an invoice list in it, of which nothing else is said."""
    silent = [path for path, reading in readings.items() if not reading.unread and not lists[path].rows]
    return tuple(f"{path.name}: no error and no invoice list was found in it." for path in silent)


def tables_of(found: Reading | BillList) -> tuple[TableSeen, ...]:
    """All tables that were met, those of a bill list beside errors, too."""
    return (*found.tables, *found.beside.tables) if isinstance(found, Reading) else found.tables
