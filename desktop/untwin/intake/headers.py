"""Knows what a table's columns hold by their plain English names, and picks a row's values by them."""

import re
from dataclasses import dataclass
from enum import Enum

from untwin.domain.faults import Columns


class Holds(Enum):
    """What a column holds."""

    CUSTOMER = "customer"
    AMOUNT = "amount"
    DATE = "date"
    NUMBER = "incoming_number"
    LINK = "link"
    ERROR = "error"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table that are understood, by their place in a row."""

    places: dict[Holds, int]

    def columns(self, cells: list[str]) -> Columns | None:
        """What a row says about the waiting document; None when nothing."""
        values = {
            holds.value: self.cell(cells, holds)
            for holds in (Holds.CUSTOMER, Holds.AMOUNT, Holds.DATE, Holds.NUMBER, Holds.LINK)
        }
        return Columns(**values) if any(values.values()) else None

    def cell(self, cells: list[str], holds: Holds) -> str | None:
        """One cell of the row, trimmed; None when empty or when there is no such column."""
        place = self.places.get(holds)
        if place is None or place >= len(cells):
            return None
        return " ".join(cells[place].split()) or None


def header(cells: list[str]) -> Header | None:
    """The header that this row is; None if it isn't one: two known columns at least, one of them not the error."""
    best: dict[Holds, tuple[int, int]] = {}
    for place, cell in enumerate(cells):
        known = _KNOWN.get(column_name(cell))
        if known and (known[0] not in best or known[1] < best[known[0]][0]):
            best[known[0]] = (known[1], place)
    if len(best) < 2 or not best.keys() - {Holds.ERROR, Holds.CODE}:
        return None
    return Header({holds: place for holds, (_, place) in best.items()})


def column_name(printed: str) -> str:
    """A column's or key's name as the list has it: `Invoice #`, `invoice_no.` and `invoiceNo` are "invoice no"."""
    spaced = _HUMP.sub(" ", printed[:80]).lower().replace("#", " no ")
    return " ".join(_NOT_A_WORD.sub(" ", spaced).split())


# The first name that is there wins: the most telling first.
_NAMES: dict[Holds, tuple[str, ...]] = {
    Holds.ERROR: (
        *("error message", "sync error", "error details", "error detail", "error description", "failure reason"),
        *("reason for failure", "error", "errors", "failure", "qbo error", "quickbooks error", "quickbooks message"),
        *("reason", "message", "details", "detail", "error category"),
    ),
    Holds.CODE: ("error code", "code", "error no", "error number", "qbo code"),
    Holds.CUSTOMER: (
        *("customer name", "customer", "client name", "client", "contact name", "contact", "bill to", "billed to"),
        *("company name", "account name"),
    ),
    Holds.AMOUNT: (
        *("total amount", "total", "amount", "invoice total", "bill total", "invoice amount", "bill amount"),
        *("amount billed", "amount due", "balance due", "balance"),
    ),
    Holds.DATE: (
        *("invoice date", "bill date", "issue date", "issued", "issued at", "issued on", "date issued", "txn date"),
        *("transaction date", "document date", "date"),
    ),
    Holds.NUMBER: (
        *("invoice number", "invoice no", "invoice num", "bill number", "bill no", "document number", "document no"),
        *("doc number", "doc no", "credit note number", "invoice id", "bill id", "number", "no", "num", "invoice"),
        *("bill", "record name", "record", "reference"),
    ),
    Holds.LINK: ("link", "url", "invoice link", "bill link", "record link", "invoice url", "record url", "href"),
}
_KNOWN = {name: (holds, rank) for holds, names in _NAMES.items() for rank, name in enumerate(names)}
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
