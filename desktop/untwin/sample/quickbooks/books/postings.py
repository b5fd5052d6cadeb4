"""What each document does to the accounts, and to what customers and vendors owe or are owed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from untwin.sample.quickbooks.kinds.entity import Doc, Entity

Look = Callable[[str, str], Doc | None]
Who = tuple[str, str]
"""The kind and the id of a name."""


@dataclass(frozen=True, slots=True)
class Posting:
    """So much to the debit of an account; to its credit where it is below zero."""

    account: str
    amount: Decimal
    who: Who | None = None
    memo: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """The accounts that QuickBooks takes where a document names none, by id, and the items' own."""

    look: Look
    receivable: str
    payable: str
    undeposited: str
    tax: str
    income: str
    expense: str

    @classmethod
    def of(cls, accounts: Mapping[str, Doc], look: Look) -> "Chart":
        """The chart of a company's accounts."""

        def first(field: str, value: str) -> str:
            found = (id_ for id_, account in accounts.items() if account.get(field) == value)
            return next(found, "")

        return cls(
            look,
            receivable=first("AccountType", "Accounts Receivable"),
            payable=first("AccountType", "Accounts Payable"),
            undeposited=first("AccountSubType", "UndepositedFunds"),
            tax=first("AccountSubType", "SalesTaxPayable") or first("AccountType", "Other Current Liability"),
            income=first("AccountType", "Income"),
            expense=first("AccountType", "Expense"),
        )

    def of_item(self, detail: Doc, *fields: str) -> str:
        """The account of an item, by the first of the fields that it has."""
        item = self.look("Item", detail.get("ItemRef", {}).get("value", "")) or {}
        return next((str(item[field]["value"]) for field in fields if item.get(field)), "")


def postings(entity: Entity, doc: Doc, chart: Chart) -> list[Posting]:
    """What a document posts: its debits and credits are equal."""
    make = _POSTED.get(entity.name)
    return [posting for posting in make(doc, chart) if posting.amount] if make else []


def owed(entity: Entity, doc: Doc, chart: Chart) -> Iterator[tuple[Who, Decimal]]:
    """What a document adds to the balance of a customer or a vendor."""
    for field, sign, kind in _OWED.get(entity.name, ()):
        who = doc.get(f"{kind}Ref", {}).get("value")
        if who and doc.get(field):
            yield (kind, str(who)), sign * Decimal(doc[field])
    if entity.name == "JournalEntry":
        for posting in _journal(doc, chart):
            if posting.who and posting.account in (chart.receivable, chart.payable):
                sign = 1 if posting.account == chart.receivable else -1
                yield posting.who, sign * posting.amount


# By kind: the field that holds what is open, whether it is owed to the company, and by whom.
_OWED: dict[str, tuple[tuple[str, int, str], ...]] = {
    "Invoice": (("Balance", 1, "Customer"),),
    "CreditMemo": (("RemainingCredit", -1, "Customer"),),
    "Payment": (("UnappliedAmt", -1, "Customer"),),
    "Bill": (("Balance", 1, "Vendor"),),
    "VendorCredit": (("Balance", -1, "Vendor"),),
}


def _total(doc: Doc) -> Decimal:
    return Decimal(doc.get("TotalAmt") or doc.get("Amount") or 0)


def _reference(doc: Doc, field: str) -> str:
    return str((doc.get(field) or {}).get("value", ""))


def _named(doc: Doc) -> Who | None:
    for kind in ("Customer", "Vendor"):
        if doc.get(f"{kind}Ref"):
            return kind, _reference(doc, f"{kind}Ref")
    told = doc.get("EntityRef") or doc.get("Entity") or {}
    told = told | (told.get("EntityRef") or {})
    kind = str(told.get("type") or told.get("Type") or "").capitalize()
    return (kind, str(told["value"])) if kind and told.get("value") else None


def _sold(doc: Doc, chart: Chart, into: str) -> Iterator[Posting]:
    """A sale: its total into one account, its lines out of those of their items, its tax out of the tax account."""
    who = _named(doc)
    yield Posting(into, _total(doc), who)
    for line in _flat(doc.get("Line", [])):
        detail = line.get(line.get("DetailType", "")) or {}
        amount = Decimal(line.get("Amount") or 0)
        if "SalesItemLineDetail" in line:
            account = _reference(detail, "ItemAccountRef") or chart.of_item(detail, "IncomeAccountRef")
            yield Posting(account or chart.income, -amount, who, line.get("Description", ""))
        elif "DiscountLineDetail" in line:
            yield Posting(_reference(detail, "DiscountAccountRef") or chart.income, amount, who)
    yield Posting(chart.tax, -Decimal(doc.get("TxnTaxDetail", {}).get("TotalTax") or 0), who)


def _bought(doc: Doc, chart: Chart, out_of: str) -> Iterator[Posting]:
    """A cost: its total out of one account, its lines into those that they name."""
    who = _named(doc)
    yield Posting(out_of, -_total(doc), who)
    for line in doc.get("Line", []):
        detail = line.get(line.get("DetailType", "")) or {}
        account = _reference(detail, "AccountRef") or chart.of_item(detail, "ExpenseAccountRef", "AssetAccountRef")
        yield Posting(account or chart.expense, Decimal(line.get("Amount") or 0), who, line.get("Description", ""))
    yield Posting(chart.tax, Decimal(doc.get("TxnTaxDetail", {}).get("TotalTax") or 0), who)


def _flat(lines: list[Doc]) -> Iterator[Doc]:
    for line in lines:
        inner = line.get("GroupLineDetail", {}).get("Line")
        yield from inner or [line]


def _reversed(found: Iterator[Posting]) -> Iterator[Posting]:
    return (Posting(each.account, -each.amount, each.who, each.memo) for each in found)


def _journal(doc: Doc, _chart: Chart) -> Iterator[Posting]:
    for line in doc.get("Line", []):
        detail = line.get("JournalEntryLineDetail") or {}
        sign = -1 if detail.get("PostingType") == "Credit" else 1
        amount = sign * Decimal(line.get("Amount") or 0)
        yield Posting(_reference(detail, "AccountRef"), amount, _named(detail), line.get("Description", ""))


def _received(doc: Doc, chart: Chart) -> Iterator[Posting]:
    into = _reference(doc, "DepositToAccountRef") or chart.undeposited
    return _moved(doc, chart.receivable, into)


def _paid(doc: Doc, chart: Chart) -> Iterator[Posting]:
    check, card = doc.get("CheckPayment") or {}, doc.get("CreditCardPayment") or {}
    out_of = _reference(check, "BankAccountRef") or _reference(card, "CCAccountRef")
    return _moved(doc, out_of, chart.payable)


def _moved(doc: Doc, out_of: str, into: str) -> Iterator[Posting]:
    who = _named(doc)
    yield Posting(into, _total(doc), who)
    yield Posting(out_of, -_total(doc), who)


def _deposited(doc: Doc, chart: Chart) -> Iterator[Posting]:
    yield Posting(_reference(doc, "DepositToAccountRef"), _total(doc))
    for line in doc.get("Line", []):
        detail = line.get("DepositLineDetail") or {}
        account = _reference(detail, "AccountRef") or chart.undeposited
        yield Posting(account, -Decimal(line.get("Amount") or 0), _named(detail), line.get("Description", ""))


def _purchase(doc: Doc, chart: Chart) -> Iterator[Posting]:
    found = _bought(doc, chart, _reference(doc, "AccountRef"))
    return _reversed(found) if doc.get("Credit") is True else found


_POSTED: dict[str, Callable[[Doc, Chart], Iterator[Posting]]] = {
    "Invoice": lambda doc, chart: _sold(doc, chart, chart.receivable),
    "CreditMemo": lambda doc, chart: _reversed(_sold(doc, chart, chart.receivable)),
    "SalesReceipt": lambda d, chart: _sold(d, chart, _reference(d, "DepositToAccountRef") or chart.undeposited),
    "RefundReceipt": lambda doc, chart: _reversed(_sold(doc, chart, _reference(doc, "DepositToAccountRef"))),
    "Payment": _received,
    "Bill": lambda doc, chart: _bought(doc, chart, _reference(doc, "APAccountRef") or chart.payable),
    "VendorCredit": lambda d, chart: _reversed(_bought(d, chart, _reference(d, "APAccountRef") or chart.payable)),
    "BillPayment": _paid,
    "Purchase": _purchase,
    "JournalEntry": _journal,
    "Deposit": _deposited,
    "Transfer": lambda doc, _: _moved(doc, _reference(doc, "FromAccountRef"), _reference(doc, "ToAccountRef")),
    "CreditCardPayment": lambda doc, _: _moved(
        doc, _reference(doc, "BankAccountRef"), _reference(doc, "CreditCardAccountRef")
    ),
}
