"""What a QuickBooks document is to Untwin: its type, its number space and the facts that a verdict needs."""

import datetime as dt
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum


class Side(StrEnum):
    """Which side of the books a type stands on; only sales forms may ever be renumbered."""

    SALES = "sales"
    JOURNAL = "journal"
    PURCHASE = "purchase"
    UNNUMBERED = "unnumbered"


@dataclass(frozen=True, slots=True)
class DocType:
    """One row of the type table.

    Attributes:
        entity: QuickBooks' API name, e.g. `CreditMemo`.
        title: the words people see, e.g. `credit memo`.
        slug: the path in QuickBooks' web address.
        side: sales, journal, purchase or unnumbered.
        space: types with one space share their numbers; None where there is no number to look up.
        prefix: what the house rule puts before a number that must make way, e.g. `CM`.
    """

    entity: str
    title: str
    slug: str
    side: Side
    space: str | None
    prefix: str

    @property
    def one(self) -> str:
        """One of them in a sentence: `an invoice`, `a check`."""
        return f"{'an' if self.title[0] in 'aeiou' else 'a'} {self.title}"


TYPES: dict[str, DocType] = {
    row.entity: row
    for row in (
        DocType("Invoice", "invoice", "invoice", Side.SALES, "sales", "INV"),
        DocType("CreditMemo", "credit memo", "creditmemo", Side.SALES, "sales", "CM"),
        DocType("SalesReceipt", "sales receipt", "salesreceipt", Side.SALES, "sales", "SR"),
        DocType("RefundReceipt", "refund receipt", "refundreceipt", Side.SALES, "sales", "RR"),
        DocType("Estimate", "estimate", "estimate", Side.SALES, "estimate", "EST"),
        DocType("JournalEntry", "journal entry", "journal", Side.JOURNAL, "journal", "JE"),
        DocType("Bill", "vendor bill", "bill", Side.PURCHASE, "bill", ""),
        DocType("BillPayment", "bill payment", "billpayment", Side.PURCHASE, "billpayment", ""),
        DocType("VendorCredit", "vendor credit", "vendorcredit", Side.PURCHASE, "vendorcredit", ""),
        DocType("Purchase", "check or expense", "expense", Side.PURCHASE, "purchase", ""),
        DocType("PurchaseOrder", "purchase order", "purchaseorder", Side.PURCHASE, "purchaseorder", ""),
        DocType("Payment", "payment", "recvpayment", Side.PURCHASE, None, ""),
        DocType("Deposit", "deposit", "deposit", Side.UNNUMBERED, None, ""),
        DocType("Transfer", "transfer", "transfer", Side.UNNUMBERED, None, ""),
    )
}


class Variant(StrEnum):
    """Which type people see, where QuickBooks keeps several of them as one."""

    CHECK = "check"
    EXPENSE = "expense"
    CARD_CHARGE = "card_charge"
    CARD_CREDIT = "card_credit"
    PAID_BY_CHECK = "paid_by_check"
    PAID_BY_CARD = "paid_by_card"


VARIANTS: dict[Variant, DocType] = {
    Variant.CHECK: replace(TYPES["Purchase"], title="check", slug="check"),
    Variant.EXPENSE: replace(TYPES["Purchase"], title="expense"),
    Variant.CARD_CHARGE: replace(TYPES["Purchase"], title="credit card charge"),
    Variant.CARD_CREDIT: replace(TYPES["Purchase"], title="credit card credit", slug="creditcardcredit"),
    Variant.PAID_BY_CHECK: replace(TYPES["BillPayment"], title="bill payment (check)"),
    Variant.PAID_BY_CARD: replace(TYPES["BillPayment"], title="bill payment (credit card)"),
}

NUMBERED = tuple(t.entity for t in TYPES.values() if t.space)
SALES_SPACE = tuple(t.entity for t in TYPES.values() if t.space == "sales")


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer of one company as QuickBooks has it.

    `parent_id` is set for a sub-customer. `aliases` are its other names: its company, its person, what checks say.
    """

    id: str
    name: str
    email: str | None = None
    active: bool = True
    parent_id: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a document: what it says, its amount, and the accounts it posts to (as printed names).

    A deposit's line says from whom the money came; `linked` ones deposit what stands in the books by itself.
    """

    description: str
    amount: Decimal | None
    accounts: tuple[str, ...] = ()
    customer_id: str | None = None
    customer_name: str | None = None
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link from one document to another, e.g. the payment on an invoice."""

    entity: str
    id: str


@dataclass(frozen=True, slots=True)
class Document:
    """A QuickBooks document as it was read.

    Money is `Decimal` in `currency`; `total` is never negative, the type says the direction. The customer is the
    vendor or payee on the purchase side. `changed_by` is QuickBooks' id of who changed it last, "0" for an app or
    QuickBooks itself; nothing says who made it. `variant` is set where an entity alone doesn't say what people see.
    `deposit` is what was paid ahead and taken off the balance. `marks` are its custom fields, as
    `name: text`.
    `raw` is the JSON text exactly as QuickBooks sent it: what the before/after check compares.
    """

    entity: str
    id: str
    sync_token: str
    number: str | None
    date: dt.date | None
    customer_id: str | None
    customer_name: str | None
    total: Decimal | None
    currency: str | None
    subtotal: Decimal | None = None
    balance: Decimal | None = None
    home_total: Decimal | None = None
    discount: Decimal | None = None
    tax: Decimal | None = None
    deposit: Decimal | None = None
    lines: tuple[Line, ...] = ()
    links: tuple[Link, ...] = ()
    accounts: tuple[str, ...] = ()
    memo: str = ""
    email: str | None = None
    emailed: bool = False
    voided: bool = False
    created_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None
    changed_by: str | None = None
    variant: Variant | None = None
    marks: tuple[str, ...] = ()
    raw: str = field(default="", repr=False)

    @property
    def type(self) -> DocType:
        """Its row of the type table."""
        return type_of(self.entity, self.variant)

    @property
    def title(self) -> str:
        """How people name it: `credit memo 1234`."""
        number = (self.number or "").strip()  # some are kept with a blank at their end
        return f"{self.type.title} {number}" if number else f"{self.type.title} without a number"

    @property
    def who(self) -> str:
        """Its customer, vendor or payee in a sentence."""
        return self.customer_name or ("no payee" if self.type.side is Side.PURCHASE else "no customer")

    @property
    def paid(self) -> bool:
        """Whether money has moved on it: nothing or only a part is still open."""
        return self.balance is not None and self.total is not None and self.balance < self.total

    @property
    def words(self) -> str:
        """Everything that is written on it, for finding a matter or a reference."""
        return "\n".join((self.memo, *(line.description for line in self.lines), *self.marks))


def type_of(entity: str, variant: Variant | None = None) -> DocType:
    """What people see of an entity: its row of the type table, or of the table of variants."""
    return VARIANTS[variant] if variant else TYPES[entity]


def owners_of(document: Document) -> tuple[str, ...]:
    """The ids of the customers whose document it is; a deposit has one for each of its lines."""
    ids = (document.customer_id, *(line.customer_id for line in document.lines))
    return tuple(dict.fromkeys(each for each in ids if each))


def receipts(deposit: Document) -> tuple[Document, ...]:
    """The single receipts that a deposit is made of, without those that stand in the books by themselves."""
    return tuple(_receipt(deposit, line) for line in deposit.lines if not line.linked)


def _receipt(deposit: Document, line: Line) -> Document:
    amount = None if line.amount is None else abs(line.amount)
    alone = replace(deposit, total=amount, lines=(line,), links=())
    return replace(alone, customer_id=line.customer_id, customer_name=line.customer_name)


def same_number(one: str | None, other: str | None) -> bool:
    """Whether two numbers count as one: blanks at the ends and upper or lower case make no difference."""
    return one is not None and other is not None and fold_number(one) == fold_number(other)


def fold_number(number: str) -> str:
    """A number in the form in which numbers are compared; 0123 and 123 stay different."""
    return number.strip().casefold()
