"""What the sample HubSpot keeps: contacts, invoices with their lines, and how far each invoice came in syncing."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

SERVICES = "Studio services"
"""The item in QuickBooks that lines are posted on where they name none."""


@dataclass(slots=True)
class Contact:
    """A person or a business in the CRM."""

    id: int
    email: str
    first: str
    last: str
    company: str
    day: date
    """When it was added."""

    @property
    def display_name(self) -> str:
        """The name under which it is put into QuickBooks: the firm maps the company's name, where there is one."""
        return self.company or f"{self.last}, {self.first}"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an invoice."""

    id: int
    name: str
    amount: Decimal
    item: str = SERVICES


@dataclass(slots=True)
class Invoice:
    """An invoice made in HubSpot. `status` is one of draft, open, paid, voided."""

    id: int
    number: str
    status: str
    day: date
    contact: Contact
    lines: tuple[Line, ...]
    title: str
    balance: Decimal
    loses_answer: bool = False
    """Whether QuickBooks' first answer to it gets lost on the way."""

    @property
    def total(self) -> Decimal:
        """What its lines add up to."""
        return sum((line.amount for line in self.lines), Decimal(0))

    @property
    def syncs(self) -> bool:
        """Whether its status lets it go to QuickBooks."""
        return self.status in ("open", "paid")


class Status(StrEnum):
    """How far an invoice came, in the page's words."""

    WAITING = "Waiting to sync"
    SYNCED = "In sync"
    FAILED = "Failing to sync"
    SKIPPED = "Not syncing"


@dataclass(slots=True)
class Row:
    """One invoice in the sync. `posted` is the id of its QuickBooks invoice, empty while there is none."""

    invoice: Invoice
    status: Status
    category: str = ""
    error: str = ""
    posted: str = ""
    answer_was_lost: bool = False

    @property
    def number(self) -> str:
        """The number the person sees."""
        return self.invoice.number


@dataclass(slots=True)
class Hub:
    """One HubSpot account."""

    portal: int
    contacts: list[Contact] = field(default_factory=list)
    invoices: list[Invoice] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rows = [Row(i, Status.WAITING if i.syncs else Status.SKIPPED) for i in self.invoices]

    def waiting(self) -> Iterator[Row]:
        """The rows that the next cycle posts."""
        return (row for row in self.rows if row.status is Status.WAITING)

    def saved(self, invoice: Invoice) -> None:
        """A record that is saved goes to QuickBooks once more, whatever became of it before."""
        for row in self.rows:
            if row.invoice is invoice and invoice.syncs:
                row.status, row.category, row.error = Status.WAITING, "", ""
