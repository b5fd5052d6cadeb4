"""The document of the source that waits to post, as far as it is known."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class IncomingKind(StrEnum):
    """What failed: not every error of a bill's number is about the bill."""

    BILL = "bill"
    PAYMENT = "payment"
    CREDIT_NOTE = "credit_note"
    INTEREST = "interest_charge"
    TRUST = "trust_transaction"
    UNKNOWN = "unknown"

    @property
    def words(self) -> str:
        """What it is called in a sentence where its source has no word of its own: a bill is a payable elsewhere."""
        plain = {IncomingKind.BILL: "invoice", IncomingKind.UNKNOWN: "document"}
        return plain.get(self) or self.value.replace("_", " ")

    @property
    def one(self) -> str:
        """The same with its article: `an invoice`."""
        return f"{'an' if self.words[0] in 'aeiou' else 'a'} {self.words}"


class IncomingState(StrEnum):
    """Whether the source will try to post it."""

    WAITING = "waiting"
    DRAFT = "draft"
    VOIDED = "voided"
    DELETED = "deleted"
    UNKNOWN = "unknown"

    @property
    def never_sent(self) -> bool:
        """The source won't send it as it is."""
        return self in (IncomingState.DRAFT, IncomingState.VOIDED, IncomingState.DELETED)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of the waiting document as its source has it."""

    description: str
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class Incoming:
    """The waiting document.

    Attributes:
        known_from: where these facts come from, in words for people: `Clio`, `typed by Ann`.
        source_id: the source's own id of the document, digits.
        customer_source_id: the source's id of the customer, digits.
        references: words that name the work in the source, e.g. the matter's display number.
        lines: what it bills for, as far as the source says it; none is no evidence, not an empty bill.
        in_home_currency: the source bills in the company's own currency, although it names none.
        typed: a person said it, so it outranks what a source answers.
        listed: a bill list or the error's own table row said it; what the source itself answers outranks it.
    """

    kind: IncomingKind
    number: str | None
    customer: str | None = None
    total: Decimal | None = None
    currency: str | None = None
    date: dt.date | None = None
    balance: Decimal | None = None
    state: IncomingState = IncomingState.UNKNOWN
    known_from: str = ""
    source_id: str | None = None
    customer_source_id: str | None = None
    customer_email: str | None = None
    references: tuple[str, ...] = ()
    typed: bool = False
    listed: bool = False
    lines: tuple[SourceLine, ...] = ()
    in_home_currency: bool = False

    @property
    def told(self) -> bool:
        """Whether it was brought along, by a person or in a list: no company's source was asked for it."""
        return self.typed or self.listed

    @property
    def complete(self) -> bool:
        """Whether enough is known to compare it with anything: customer, total and date."""
        return bool(self.customer) and self.total is not None and self.date is not None


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One entry of the source's own list: a bill or a credit note that the source has made."""

    kind: IncomingKind
    id: str
    number: str | None
    customer: str | None
    total: Decimal | None
    date: dt.date | None
    state: IncomingState = IncomingState.UNKNOWN

    @property
    def books_a_sale(self) -> bool:
        """Whether a document in QuickBooks may stand for it still: no draft, nothing taken back, no trust request."""
        return not self.state.never_sent and self.kind is not IncomingKind.TRUST


@dataclass(frozen=True, slots=True)
class SourceAnswer:
    """What a source says about one number.

    `incoming` is None when the source has no such document. `records` is its own list around it: all that
    carry the number and all of the same customer, credit notes included. `complete` is False when the list
    could not be read to its end; `problem` then says why in a sentence.
    """

    incoming: Incoming | None
    records: tuple[SourceRecord, ...] = ()
    complete: bool = False
    problem: str = ""
