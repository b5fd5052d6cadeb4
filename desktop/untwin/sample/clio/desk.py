"""What the sample Clio knows: bills, credit memos, trust transactions, and how far each came in syncing."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

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
    day: date
    amount: Decimal
    client: Client
    matter: str


class Status(StrEnum):
    """The Sync Status of a row, in the page's words."""

    WAITING = "Waiting to sync"
    SYNCED = "Synced"
    FAILED = "Failed"
    SKIPPED = "Not synced"


@dataclass(slots=True)
class Row:
    """One row of the Bill Syncing page."""

    paper: Bill | TrustRequest
    status: Status
    error: str = ""
    answer_was_lost: bool = False

    @property
    def number(self) -> str:
        """The number the person sees."""
        return self.paper.number


@dataclass(slots=True)
class Desk:
    """Everything the sample Clio keeps."""

    user: str
    starts: date
    """Bills before this date don't sync."""
    bills: list[Bill]
    credits: list[CreditMemo]
    trust: list[TrustRequest]
    rows: list[Row] = field(default_factory=list)

    def __post_init__(self) -> None:
        papers: list[Bill | TrustRequest] = [*self.bills, *self.trust]
        self.rows = [Row(paper, self._first_status(paper)) for paper in papers]

    def waiting(self) -> Iterator[Row]:
        """The rows the next cycle posts."""
        return (row for row in self.rows if row.status is Status.WAITING)

    def retry(self, number: str) -> bool:
        """Queues a failed row again; whether there was one."""
        row = next((row for row in self.rows if row.number == number and row.status is Status.FAILED), None)
        if row is not None:
            row.status, row.error = Status.WAITING, ""
        return row is not None

    def _first_status(self, paper: Bill | TrustRequest) -> Status:
        if isinstance(paper, Bill) and (not paper.syncs or paper.issued_at < self.starts):
            return Status.SKIPPED
        return Status.WAITING
