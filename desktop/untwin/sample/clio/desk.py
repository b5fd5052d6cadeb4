"""What the sample Clio knows: bills, what else it posts, and how far each came in syncing."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

SERVICES = "Legal services"
TRUST_LIABILITY = "Client Trust Liability"
TRUST_BANK = "Trust Bank (IOLTA)"
"""The item and accounts that Clio's settings name for posting."""


@dataclass(frozen=True, slots=True)
class Client:
    """A client of the firm; `name_in_quickbooks` is the display name Clio syncs it under."""

    id: int
    name: str
    name_in_quickbooks: str


@dataclass(frozen=True, slots=True)
class Bill:
    """A bill on one matter."""

    id: int
    number: str
    state: str
    total: Decimal
    balance: Decimal
    issued_at: date
    client: Client
    matter_id: int
    matter: str
    loses_answer: bool = False
    """Whether QuickBooks' first answer to this bill gets lost on the way."""
    meets: str = ""
    """The code of a fault that QuickBooks answered with on the day, and would not any more."""

    @property
    def syncs(self) -> bool:
        """Whether its state lets it go to QuickBooks."""
        return self.state in ("awaiting_payment", "paid")


@dataclass(frozen=True, slots=True)
class CreditMemo:
    """A credit memo; Clio gives them no number."""

    id: int
    day: date
    amount: Decimal
    description: str
    client: Client


@dataclass(frozen=True, slots=True)
class TrustRequest:
    """A trust transaction, which goes to QuickBooks as a journal entry."""

    number: str
    """Empty where QuickBooks is to number it."""
    day: date
    amount: Decimal
    client: Client
    matter: str


class Kind(StrEnum):
    """What a row is about, in the page's words."""

    BILL = "Bill"
    PAYMENT = "Payment"
    CREDIT_NOTE = "Credit note"
    INTEREST = "Interest charge"
    TRUST = "Trust transaction"
    DISBURSEMENT = "Disbursement"


@dataclass(frozen=True, slots=True)
class Entry:
    """Whatever else Clio posts: a payment, a credit note, an interest charge, a disbursement."""

    kind: Kind
    id: int
    number: str
    """A payment's is that of its bill; a credit note has none."""
    day: date
    amount: Decimal
    client: Client
    matter: str
    replaces: str = ""
    """QuickBooks' id of the payment that this one is posted in place of."""


Paper = Bill | TrustRequest | Entry


class Status(StrEnum):
    """The Sync Status of a row, in the page's words."""

    WAITING = "Waiting to sync"
    SYNCED = "Synced"
    FAILED = "Failed"
    SKIPPED = "Not synced"


@dataclass(slots=True)
class Row:
    """One row of the Bill Syncing page."""

    paper: Paper
    status: Status
    error: str = ""
    answer_was_lost: bool = False
    met: bool = False
    """Whether it met the fault of the day."""

    @property
    def number(self) -> str:
        """The number the person sees."""
        return self.paper.number

    @property
    def kind(self) -> Kind:
        """What it is about."""
        if isinstance(self.paper, Entry):
            return self.paper.kind
        return Kind.BILL if isinstance(self.paper, Bill) else Kind.TRUST

    @property
    def label(self) -> str:
        """What tells it from all other rows: the number, for all but bills and trust transactions with the kind."""
        plain = self.number and not isinstance(self.paper, Entry)
        return self.number if plain else f"{self.kind} {self.number}".strip()


@dataclass(slots=True)
class Desk:
    """Everything the sample Clio keeps."""

    user: str
    starts: date
    """Bills before this date don't sync."""
    bills: list[Bill]
    credits: list[CreditMemo]
    trust: list[TrustRequest]
    entries: list[Entry] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def __post_init__(self) -> None:
        papers: list[Paper] = [*self.bills, *self.trust, *self.entries]
        self.rows = [Row(paper, self._first_status(paper)) for paper in papers]

    def waiting(self) -> Iterator[Row]:
        """The rows the next cycle posts."""
        return (row for row in self.rows if row.status is Status.WAITING)

    def retry(self, label: str) -> bool:
        """Queues a failed row again; whether there was one."""
        row = next((row for row in self.rows if row.label == label and row.status is Status.FAILED), None)
        if row is not None:
            row.status, row.error = Status.WAITING, ""
        return row is not None

    def renumber(self, number: str, new: str) -> None:
        """Gives a bill another number, as a person does in Clio; its row waits for Retry as before."""
        row = next(row for row in self.rows if row.number == number and isinstance(row.paper, Bill))
        self._exchange(row, {"number": new})

    def regenerate(self, number: str, new: str) -> None:
        """Deletes a bill and makes it anew under the next number; the new one syncs by itself."""
        row = next(row for row in self.rows if row.number == number and isinstance(row.paper, Bill))
        self._exchange(row, {"number": new, "id": max(bill.id for bill in self.bills) + 7})
        row.status, row.error = Status.WAITING, ""

    def _exchange(self, row: Row, changes: dict[str, Any]) -> None:
        new = replace(row.paper, **changes)
        self.bills = [new if bill is row.paper and isinstance(new, Bill) else bill for bill in self.bills]
        row.paper = new

    def _first_status(self, paper: Paper) -> Status:
        if isinstance(paper, Bill) and (not paper.syncs or paper.issued_at < self.starts):
            return Status.SKIPPED
        return Status.WAITING
