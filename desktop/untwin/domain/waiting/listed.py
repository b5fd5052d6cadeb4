"""The waiting document as a list tells it: a bill list's row, or the rest of the row that an error stands in."""

import re
from collections.abc import Iterable

from untwin.domain.errors.bills import BillRow
from untwin.domain.errors.columns import Holds, TableSeen
from untwin.domain.errors.faults import Finding
from untwin.domain.sources.document_words import kind_of, state_of
from untwin.domain.sources.incoming import Incoming, IncomingKind, IncomingState
from untwin.domain.words.plain_text import plain


def of_bill(row: BillRow) -> Incoming:
    """What a bill list's row says. It is a list of bills: a row that names no kind is a bill."""
    return Incoming(
        kind=row.kind if row.kind is not IncomingKind.UNKNOWN else IncomingKind.BILL,
        number=row.number,
        customer=row.customer,
        total=row.total,
        currency=row.currency,
        date=row.date,
        balance=row.balance,
        state=row.state,
        known_from=f"pasted invoice list, {row.where}" if row.where.startswith("row ") else f"invoice list {row.where}",
        customer_email=row.email,
        references=(row.matter,) if row.matter else (),
        listed=True,
    )


def of_finding(finding: Finding, *, bills: bool) -> Incoming | None:
    """What the rest of an error's row says; None where it says nothing of customer, amount or day.

    A row that names another kind than a bill says enough alone: it is not the bill of that number that failed.

    `bills` says that the table numbers its rows as bills or invoices. What failed may still be a payment of one: a row
    whose own number is another one than the error's is of no known kind.
    """
    columns = finding.columns
    if columns is None:
        return None
    kind = kind_of(columns.kind) if columns.kind else None
    if kind in (None, IncomingKind.BILL) and not (columns.customer or columns.total is not None or columns.day):
        return None
    own, wanted = columns.incoming_number, finding.doc_number
    agree = own is None or wanted is None or own.strip().casefold() == wanted.strip().casefold()
    if kind is None:
        kind = IncomingKind.BILL if bills and own is not None and agree else IncomingKind.UNKNOWN
    return Incoming(
        kind=kind,
        number=wanted or own,
        customer=columns.customer,
        total=columns.total,
        currency=columns.currency,
        date=columns.day,
        state=(state_of(columns.state) if columns.state else None) or IncomingState.UNKNOWN,
        known_from=f"{_BESIDE[bool(_ROW.search(finding.where))]}, {finding.where}",
        customer_email=columns.email,
        references=(columns.matter,) if columns.matter else (),
        listed=True,
    )


def number_bills(tables: Iterable[TableSeen]) -> bool:
    """Whether all of the tables number their rows as bills or invoices, by the header of that column."""
    headers = [column.header for table in tables for column in table.columns if column.holds is Holds.NUMBER]
    return bool(headers) and all(_BILL.search(plain(header)) for header in headers)


_ROW = re.compile(r"\brow \d+\Z")
_BESIDE = {True: "the error's own row", False: "what stands beside the error"}
_BILL = re.compile(r"\b(?:bill|invoice|inv|facture|rechnung|factura|factuur|fattura|fatura)")
