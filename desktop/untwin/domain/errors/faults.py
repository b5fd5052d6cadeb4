"""Names the errors QuickBooks Online answers with: their kinds, and one finding in a text."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from untwin.domain.errors.bills import NO_BILLS, BillList, joined_bills
from untwin.domain.errors.columns import TableSeen


class FaultKind(StrEnum):
    """What an error is about; the value names its help page and stands in printed and stored findings."""

    DUPLICATE_DOC_NUMBER = "duplicate_doc_number"
    DUPLICATE_NAME = "duplicate_name"
    MISSING_CUSTOMER = "missing_customer"
    SERVICE_DATE_REQUIRED = "service_date_required"
    EXTERNAL_MODIFICATION = "external_modification"
    CLOSED_PERIOD = "closed_period"
    STALE_OBJECT = "stale_object"
    OBJECT_NOT_FOUND = "object_not_found"
    INVALID_REFERENCE = "invalid_reference"
    NUMBER_TOO_LONG = "number_too_long"
    DEPOSITED = "deposited"
    AUTH = "auth"
    THROTTLED = "throttled"
    SUBSCRIPTION = "subscription"
    VALIDATION = "validation"
    SYSTEM = "system"
    UNKNOWN = "unknown"

    @property
    def words(self) -> str:
        """The kind as lists name it, short."""
        return _WORDS[self]

    @property
    def spoken(self) -> str:
        """The kind as people and error texts call it; typed in a filter it finds the same."""
        return _SPOKEN.get(self) or self.value.replace("_", " ")


_WORDS = {
    FaultKind.DUPLICATE_DOC_NUMBER: "Number used already",
    FaultKind.DUPLICATE_NAME: "Name used already",
    FaultKind.MISSING_CUSTOMER: "Customer missing",
    FaultKind.SERVICE_DATE_REQUIRED: "Service date missing",
    FaultKind.EXTERNAL_MODIFICATION: "Changed outside",
    FaultKind.CLOSED_PERIOD: "Books are closed",
    FaultKind.STALE_OBJECT: "Changed meanwhile",
    FaultKind.OBJECT_NOT_FOUND: "Deleted or inactive",
    FaultKind.INVALID_REFERENCE: "Record missing",
    FaultKind.NUMBER_TOO_LONG: "Number too long",
    FaultKind.DEPOSITED: "Deposited already",
    FaultKind.AUTH: "Connection refused",
    FaultKind.THROTTLED: "Too many requests",
    FaultKind.SUBSCRIPTION: "Subscription ended",
    FaultKind.VALIDATION: "Refused",
    FaultKind.SYSTEM: "Fault in QuickBooks",
    FaultKind.UNKNOWN: "Unknown error",
}
_SPOKEN = {FaultKind.DUPLICATE_DOC_NUMBER: "duplicate number"}


@dataclass(frozen=True, slots=True)
class Columns:
    """What the rest of a table row says about the waiting document: as printed, None where the row is silent.

    `total` and `day` are the amount and the date as they were read, with the help of the column's other values;
    None where they can't be read or may mean two things. `currency` is a code such as EUR, from its column or from
    the amount's own sign.
    """

    customer: str | None = None
    amount: str | None = None
    date: str | None = None
    incoming_number: str | None = None
    link: str | None = None
    email: str | None = None
    balance: str | None = None
    currency: str | None = None
    state: str | None = None
    kind: str | None = None
    matter: str | None = None
    source: str | None = None
    total: Decimal | None = None
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One error recognised in a text.

    Attributes:
        kind: what it is about.
        code: the printed code, e.g. "6140"; None if none was printed.
        doc_number: the number in use, trimmed; None when missing or a placeholder such as `xxx`.
        txn_type: the type word as printed, e.g. "Credit Memo".
        entity: QuickBooks' name for that type; None when the word doesn't say.
        txn_id: QuickBooks' id of the document that uses the number, digits only.
        message: the sentence for people, escapes and line wraps undone.
        source: "clio", "hubspot" or None where the text doesn't tell.
        text: the exact slice of what was read.
        where: a place for people: "line 3", "sheet Bills, row 7", "mail.eml, line 3".
        columns: the rest of the table row; None outside tables.
    """

    kind: FaultKind
    code: str | None
    doc_number: str | None
    txn_type: str | None
    entity: str | None
    txn_id: str | None
    message: str
    source: str | None
    text: str
    where: str
    columns: Columns | None = None


@dataclass(frozen=True)
class Reading:
    """All errors of a text or file in their order, and a plain sentence for each thing that was not read.

    `tables` are those that the errors stand in, with what each column was taken for; `beside` is the bill list that
    stands in further tables of the same text or file, and is looked at only where there are errors.
    """

    findings: tuple[Finding, ...]
    unread: tuple[str, ...] = ()
    tables: tuple[TableSeen, ...] = ()
    beside: BillList = NO_BILLS


def joined_readings(readings: Sequence[Reading]) -> Reading:
    """One reading of all: what was found, what could not be read, the tables and the bill lists, in their order."""
    return Reading(
        tuple(finding for reading in readings for finding in reading.findings),
        tuple(sentence for reading in readings for sentence in reading.unread),
        tuple(table for reading in readings for table in reading.tables),
        joined_bills(reading.beside for reading in readings),
    )
