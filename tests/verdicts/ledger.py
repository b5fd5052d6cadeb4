"""A firm's books under construction: QuickBooks documents as JSON bodies, each with the fields QuickBooks sends."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from verdicts.people import People

Body = dict[str, Any]
TODAY = date(2026, 11, 20)
HOME = "USD"
INCOME, CHECKING, RENT = "Legal Fee Income", "Operating Checking", "Rent Paid"
RECEIVABLE, PAYABLE, FLOAT = "Accounts Receivable (A/R)", "Accounts Payable (A/P)", "Undeposited Funds"
TRUST_BANK, TRUST_LIABILITY, HELD = "IOLTA Trust Bank", "Client Trust Liability", "Client Funds Held"
ACCOUNTS = (INCOME, CHECKING, RENT, RECEIVABLE, PAYABLE, FLOAT, TRUST_BANK, TRUST_LIABILITY, HELD)
_KINDS = {INCOME: "Income", RENT: "Expense", RECEIVABLE: "Accounts Receivable", PAYABLE: "Accounts Payable"}
SALES = ("Invoice", "CreditMemo", "SalesReceipt", "RefundReceipt", "Estimate")
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Who:
    """A customer, vendor or payee of these books."""

    id: str
    name: str
    email: str | None = None


@dataclass(slots=True)
class Row:
    """One object of the books. `odd` ones lack what QuickBooks always sends; a server would put that right."""

    entity: str
    body: Body
    odd: bool = False
    deleted: bool = False

    @property
    def id(self) -> str:
        return str(self.body["Id"])


@dataclass(slots=True)
class Ledger:
    """The books of one firm while they are made up; `first` is where its ids begin."""

    dice: Random
    first: int
    rows: list[Row] = field(default_factory=list)
    people: People = field(init=False)
    _amounts: set[Decimal] = field(default_factory=set)
    _numbers: int = 0

    def __post_init__(self) -> None:
        self.people = People(self.dice)
        for name in ACCOUNTS:
            kind = _KINDS.get(name, "Other Current Liability" if name in (TRUST_LIABILITY, HELD) else "Bank")
            self._add("Account", {"Name": name, "AccountType": kind, "Active": True})
        self._add("Item", {"Name": "Services", "Type": "Service", "IncomeAccountRef": self.account(INCOME)})

    def account(self, name: str) -> Body:
        """The reference to an account."""
        return {"value": str(self.first + ACCOUNTS.index(name)), "name": name}

    def customer(
        self, name: str, email: str | None = None, parent: Who | None = None, *, active: bool = True, **more: str
    ) -> Who:
        """A customer; its `parent` makes it a sub-customer."""
        body: Body = {"DisplayName": name, "FullyQualifiedName": name, "Active": active, **more}
        if email:
            body["PrimaryEmailAddr"] = {"Address": email}
        if parent:
            body |= {"ParentRef": {"value": parent.id}, "Job": True, "FullyQualifiedName": f"{parent.name}:{name}"}
        return Who(self._add("Customer", body).id, name, email)

    def vendor(self, name: str) -> Who:
        """A vendor; its id may not be taken for a customer's."""
        return Who(self._add("Vendor", {"DisplayName": name, "Active": True}).id, name)

    def amount(self) -> Decimal:
        """An amount that nothing else in these books comes within five cents of."""
        while True:
            draw = self.dice.choice((40_00, 250_00, 1_500_00, 9_000_00))
            amount = Decimal(self.dice.randrange(draw // 4, draw * 2)) * _CENT
            if not any(amount + cents * _CENT in self._amounts for cents in range(-5, 6)):
                self.keep(amount)
                return amount

    def keep(self, *amounts: Decimal) -> None:
        """Amounts that nothing else may come near."""
        self._amounts.update(amounts)

    def number(self) -> str:
        """A document number that nothing else has; those of these books are all of one form but for a prefix."""
        self._numbers += self.dice.randrange(1, 4)
        return str(self.first * 10 + self._numbers)

    def put(self, entity: str, day: date, who: Who | None, total: Decimal, **more: Any) -> Row:
        """A document; `None` for a field takes it out."""
        body: Body = {
            "TxnDate": day.isoformat(),
            "CurrencyRef": {"value": more.pop("currency", HOME)},
            "MetaData": {"CreateTime": f"{day}T10:00:00-07:00", "LastUpdatedTime": f"{day}T10:00:00-07:00"},
            "TotalAmt": total,
            **({"CustomerRef": {"value": who.id, "name": who.name}} if who else {}),
            **more,
        }
        self.keep(total)
        return self._add(entity, {name: value for name, value in body.items() if value is not None})

    def sale(self, entity: str, number: str | None, who: Who, amount: Decimal, day: date, **more: Any) -> Row:
        """A sales form over one service; `extra` are further lines, `tax` comes on top, `paid` is settled."""
        extra: tuple[Body, ...] = more.pop("extra", ())
        tax, paid = more.pop("tax", Decimal(0)), more.pop("paid", Decimal(0))
        lines = [self.line(amount, more.pop("about", "Professional services"), more.pop("account", INCOME)), *extra]
        subtotal = sum((_signed(line) for line in lines), Decimal(0))
        total = subtotal + tax
        self.keep(amount, subtotal, total, total - paid)
        body: Body = {
            "DocNumber": number,
            "Line": [*lines, {"Amount": subtotal, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}],
            "TxnTaxDetail": {"TotalTax": tax},
            "EmailStatus": "NotSet",
            "Balance": Decimal(0) if entity in ("SalesReceipt", "RefundReceipt") else total - paid,
        }
        if entity == "CreditMemo":
            body["RemainingCredit"] = total - paid
        if entity == "RefundReceipt":
            body["DepositToAccountRef"] = self.account(CHECKING)
        return self.put(entity, day, who, total, **(body | more))

    def line(self, amount: Decimal, about: str, account: str = INCOME) -> Body:
        """A line over a service."""
        item = {"value": str(self.first + len(ACCOUNTS)), "name": "Services"}
        detail = {"ItemRef": item, "ItemAccountRef": self.account(account), "TaxCodeRef": {"value": "NON"}}
        return {
            "Amount": amount,
            "Description": about,
            "DetailType": "SalesItemLineDetail",
            "SalesItemLineDetail": detail,
        }

    def discount(self, amount: Decimal) -> Body:
        """A discount line; QuickBooks writes its amount without a sign."""
        detail = {"PercentBased": False, "DiscountAccountRef": self.account(INCOME)}
        return {"Amount": amount, "DetailType": "DiscountLineDetail", "DiscountLineDetail": detail}

    def payment(self, who: Who, amount: Decimal, day: date, *, applied: Row | None = None, ref: str = "") -> Row:
        """A customer's payment, unapplied unless it settles a document."""
        links = [{"TxnId": applied.id, "TxnType": applied.entity}] if applied else []
        return self.put(
            "Payment",
            day,
            who,
            amount,
            PaymentRefNum=ref or None,
            UnappliedAmt=Decimal(0) if applied else amount,
            DepositToAccountRef=self.account(FLOAT),
            Line=[{"Amount": amount, "LinkedTxn": links}] if links else [],
        )

    def deposit(self, who: Who | None, amount: Decimal, day: date, account: str = CHECKING) -> Row:
        """A deposit, received from somebody or nobody knows whom."""
        line = self.received(who, amount)
        return self.put("Deposit", day, None, amount, DepositToAccountRef=self.account(account), Line=[line])

    def received(self, who: Who | None, amount: Decimal) -> Body:
        """One line of a deposit."""
        detail: Body = {"AccountRef": self.account(INCOME)}
        if who:
            detail["Entity"] = {"value": who.id, "name": who.name, "type": "CUSTOMER"}
        return {"Amount": amount, "DetailType": "DepositLineDetail", "DepositLineDetail": detail}

    def journal(
        self, number: str, amount: Decimal, day: date, accounts: tuple[str, str], who: Who | None = None
    ) -> Row:
        """A journal entry; QuickBooks says of each that its total is zero."""
        lines = []
        for side, account in zip(("Debit", "Credit"), accounts, strict=True):
            detail: Body = {"PostingType": side, "AccountRef": self.account(account)}
            if who:
                detail["Entity"] = {"Type": "Customer", "EntityRef": {"value": who.id, "name": who.name}}
            lines.append({"Amount": amount, "DetailType": "JournalEntryLineDetail", "JournalEntryLineDetail": detail})
        row = self.put("JournalEntry", day, None, Decimal(0), DocNumber=number, Line=lines)
        self.keep(amount)
        return row

    def purchase(self, entity: str, number: str, amount: Decimal, day: date, account: str = RENT, **more: Any) -> Row:
        """Something on the purchase side: a bill, a check, an expense, a credit, a bill's payment or an order."""
        vendor = self.vendor(f"{self.people.company()} Supply")
        ref = {"value": vendor.id, "name": vendor.name}
        detail = {"AccountRef": self.account(account), "BillableStatus": "NotBillable"}
        line = {
            "Amount": amount,
            "Description": "Monthly supplies",
            "DetailType": "AccountBasedExpenseLineDetail",
            "AccountBasedExpenseLineDetail": detail,
        }
        payee: Body = {"VendorRef": ref, "APAccountRef": self.account(PAYABLE)}
        if entity == "Purchase":
            bank, kind = more.pop("bank", CHECKING), more.pop("kind", "Check")
            payee = {"EntityRef": ref | {"type": "Vendor"}, "AccountRef": self.account(bank), "PaymentType": kind}
        if entity == "BillPayment":
            payee |= {"PayType": "Check", "CheckPayment": {"BankAccountRef": self.account(CHECKING)}}
            line = {"Amount": amount, "LinkedTxn": []}
        return self.put(entity, day, None, amount, DocNumber=number, Line=[line], **payee, **more)

    def void(self, row: Row) -> None:
        """What QuickBooks makes of a document that is voided: zeros and a word."""
        for line in row.body["Line"]:
            line["Amount"] = Decimal(0)
        zeros = {name: Decimal(0) for name in ("TotalAmt", "Balance", "RemainingCredit") if name in row.body}
        row.body |= zeros | {"PrivateNote": "Voided"}

    def _add(self, entity: str, body: Body) -> Row:
        row = Row(entity, {"Id": str(self.first + len(self.rows)), "SyncToken": "0", "domain": "QBO"} | body)
        self.rows.append(row)
        return row


def _signed(line: Body) -> Decimal:
    amount = Decimal(line["Amount"])
    return -amount if line["DetailType"] == "DiscountLineDetail" else amount
