"""A bill list out of a source: what each row says about one document that may be waiting to post."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from untwin.domain.errors.columns import TableSeen
from untwin.domain.sources.incoming import IncomingKind, IncomingState


@dataclass(frozen=True, slots=True)
class BillRow:
    """One row of a bill list; what could not be read is None and named in `unread`.

    Attributes:
        number: the document's number as printed, e.g. "INV-0204".
        state, kind: what the row's words come to; UNKNOWN where it has none that are known.
        state_word: the state as printed.
        link: the document's address in its source, as printed: never opened by itself.
        unread: a short sentence for each cell that could not be read, e.g. "The date 03/04/2026 may mean two days."
        where: its place for people, e.g. "bills.csv, row 7".
    """

    number: str | None
    customer: str | None
    total: Decimal | None
    balance: Decimal | None
    currency: str | None
    date: dt.date | None
    state: IncomingState
    kind: IncomingKind
    where: str
    state_word: str | None = None
    email: str | None = None
    matter: str | None = None
    link: str | None = None
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BillList:
    """All rows in their order, the tables they came from, and a sentence for each thing that was not read."""

    rows: tuple[BillRow, ...]
    tables: tuple[TableSeen, ...] = ()
    unread: tuple[str, ...] = ()


# What is said of a text or file without a bill list, where somebody has called it one.
NO_LIST = "No invoice list was found: no column with an invoice's number."
NO_BILLS = BillList(())


def joined_bills(lists: Iterable[BillList]) -> BillList:
    """One list of all: rows, tables and what was not read, in their order."""
    lists = tuple(lists)
    return BillList(
        tuple(row for each in lists for row in each.rows),
        tuple(table for each in lists for table in each.tables),
        tuple(sentence for each in lists for sentence in each.unread),
    )
