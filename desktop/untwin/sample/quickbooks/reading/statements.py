"""The reports over accounts: profit and loss, balance sheet, trial balance, cash flow."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from untwin.sample.quickbooks.books.books import Books
from untwin.sample.quickbooks.kinds.entity import Doc
from untwin.sample.quickbooks.reading.figures import cell, column, data, entries, money, section, summary
from untwin.sample.quickbooks.reading.periods import Period

Sums = list[Decimal]
_EARNING = {"Income": -1, "Other Income": -1, "Cost of Goods Sold": 1, "Expense": 1, "Other Expense": 1}
"""The types of account that make up the profit, and the side on which each is counted."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The figures of one company by account, a sum a column."""

    books: Books
    columns: Sequence[Period]
    sums: dict[str, Sums]

    @classmethod
    def of(cls, books: Books, columns: Sequence[Period], *, to_date: bool) -> "Statement":
        """The sums of each column's period, or of all up to its last day."""
        sums: dict[str, Sums] = defaultdict(lambda: [Decimal(0)] * len(columns))
        for entry in entries(books):
            for place, period in enumerate(columns):
                if entry.day <= period.last.isoformat() if to_date else period.holds(entry.day):
                    sums[entry.posting.account][place] += entry.posting.amount
        return cls(books, columns, dict(sums))

    def rows(self, sign: int, *types: str) -> tuple[list[Doc], Sums]:
        """A row for each account of the types that has figures, and what they add up to."""
        rows, whole = [], self.zeros()
        for id_, account in self.books.of("Account").items():
            if account.get("AccountType") in types and any(self.sums.get(id_, ())):
                amounts = [sign * amount for amount in self.sums[id_]]
                rows.append(data(cell(account["Name"], id_), *money(amounts)))
                whole = plus(whole, amounts)
        return rows, whole

    def earned(self) -> Sums:
        """The profit of each column."""
        whole = self.zeros()
        for kind, sign in _EARNING.items():
            amounts = self.rows(sign, kind)[1]
            whole = plus(whole, amounts if sign < 0 else [-amount for amount in amounts])
        return whole

    def zeros(self) -> Sums:
        """Nothing, in each column."""
        return [Decimal(0)] * len(self.columns)


def plus(left: Iterable[Decimal], right: Iterable[Decimal]) -> Sums:
    """Sums added column by column."""
    return [one + other for one, other in zip(left, right, strict=True)]


def _minus(left: Iterable[Decimal], right: Iterable[Decimal]) -> Sums:
    return [one - other for one, other in zip(left, right, strict=True)]


def heads(columns: Sequence[Period]) -> list[Doc]:
    """The heads of a report over accounts."""
    return [column("", "Account", "account"), *(_head(period) for period in columns)]


def _head(period: Period) -> Doc:
    if period.title == "Total":
        return column("Total", "Money", "total")
    days = {"StartDate": period.first, "EndDate": period.last, "ColKey": period.title}
    told = [{"Name": name, "Value": str(value)} for name, value in days.items()]
    return {"ColTitle": period.title, "ColType": "Money", "MetaData": told}


def profit_and_loss(books: Books, columns: Sequence[Period]) -> tuple[list[Doc], list[Doc]]:
    """What was earned and spent."""
    told = Statement.of(books, columns, to_date=False)
    income_rows, income = told.rows(-1, "Income")
    goods_rows, goods = told.rows(1, "Cost of Goods Sold")
    spent_rows, spent = told.rows(1, "Expense")
    more_rows, more = told.rows(-1, "Other Income")
    less_rows, less = told.rows(1, "Other Expense")
    gross = _minus(income, goods)
    rows = [
        section("Income", "Income", income_rows, income),
        *([section("Cost of Goods Sold", "COGS", goods_rows, goods)] if goods_rows else []),
        summary("Gross Profit", "GrossProfit", gross),
        section("Expenses", "Expenses", spent_rows, spent),
        summary("Net Operating Income", "NetOperatingIncome", _minus(gross, spent)),
        *([section("Other Income", "OtherIncome", more_rows, more)] if more_rows else []),
        *([section("Other Expenses", "OtherExpenses", less_rows, less)] if less_rows else []),
        summary("Net Income", "NetIncome", told.earned()),
    ]
    return heads(columns), rows


def balance_sheet(books: Books, columns: Sequence[Period]) -> tuple[list[Doc], list[Doc]]:
    """What there is, what is owed, and what is the owner's."""
    told = Statement.of(books, columns, to_date=True)
    earned = told.earned()

    def part(title: str, group: str, sign: int, *types: str) -> tuple[Doc, Sums]:
        rows, sums = told.rows(sign, *types)
        return section(title, group, rows, sums), sums

    def whole(title: str, group: str, *parts: tuple[Doc, Sums]) -> tuple[Doc, Sums]:
        sums = told.zeros()
        for _, each in parts:
            sums = plus(sums, each)
        return section(title, group, [row for row, _ in parts], sums), sums

    current = whole(
        "Current Assets",
        "CurrentAssets",
        part("Bank Accounts", "BankAccounts", 1, "Bank"),
        part("Accounts Receivable", "AR", 1, "Accounts Receivable"),
        part("Other Current Assets", "OtherCurrentAssets", 1, "Other Current Asset"),
    )
    fixed = part("Fixed Assets", "FixedAssets", 1, "Fixed Asset", "Other Asset")
    owed = whole(
        "Current Liabilities",
        "CurrentLiabilities",
        part("Accounts Payable", "AP", -1, "Accounts Payable"),
        part("Credit Cards", "CreditCards", -1, "Credit Card"),
        part("Other Current Liabilities", "OtherCurrentLiabilities", -1, "Other Current Liability"),
    )
    late = part("Long-Term Liabilities", "LongTermLiabilities", -1, "Long Term Liability")
    own_rows, own = told.rows(-1, "Equity")
    profit = {"ColData": [cell("Net Income"), *money(earned)], "type": "Data", "group": "NetIncome"}
    equity = section("Equity", "Equity", [*own_rows, profit], plus(own, earned)), plus(own, earned)
    assets = whole("ASSETS", "TotalAssets", current, fixed)[0]
    liabilities = whole("Liabilities", "Liabilities", owed, late)
    return heads(columns), [
        assets,
        whole("LIABILITIES AND EQUITY", "TotalLiabilitiesAndEquity", liabilities, equity)[0],
    ]


def trial_balance(books: Books, columns: Sequence[Period]) -> tuple[list[Doc], list[Doc]]:
    """Each account on the side where it stands; both sides add up to the same."""
    told = Statement.of(books, columns[-1:], to_date=True)
    rows, debits, credits_ = [], Decimal(0), Decimal(0)
    for id_, account in books.of("Account").items():
        [amount] = told.sums.get(id_, [Decimal(0)])
        if amount:
            sides = (cell(amount), cell("")) if amount > 0 else (cell(""), cell(-amount))
            rows.append(data(cell(account["FullyQualifiedName"], id_), *sides))
            debits, credits_ = debits + max(amount, Decimal(0)), credits_ - min(amount, Decimal(0))
    total = summary("TOTAL", "GrandTotal", (debits, credits_))
    return [column("", "Account"), column("Debit", "Money"), column("Credit", "Money")], [*rows, total]


def cash_flow(books: Books, columns: Sequence[Period]) -> tuple[list[Doc], list[Doc]]:
    """Where money came from and went to."""
    told = Statement.of(books, columns, to_date=False)
    earned = told.earned()
    profit = {"ColData": [cell("Net Income"), *money(earned)], "type": "Data", "group": "NetIncome"}
    moved = ("Accounts Receivable", "Other Current Asset", "Accounts Payable", "Credit Card", "Other Current Liability")
    adjusted_rows, adjusted = told.rows(-1, *moved)
    invested_rows, invested = told.rows(-1, "Fixed Asset", "Other Asset")
    financed_rows, financed = told.rows(-1, "Long Term Liability", "Equity")
    operating = plus(earned, adjusted)
    whole = plus(plus(operating, invested), financed)
    adjustments = section(
        "Adjustments to reconcile Net Income to Net Cash", "OperatingAdjustments", adjusted_rows, adjusted
    )
    rows = [
        section("OPERATING ACTIVITIES", "OperatingActivities", [profit, adjustments], operating),
        section("INVESTING ACTIVITIES", "InvestingActivities", invested_rows, invested),
        section("FINANCING ACTIVITIES", "FinancingActivities", financed_rows, financed),
        summary("Net cash increase for period", "CashIncrease", whole),
    ]
    return heads(columns), rows


STATEMENTS: dict[str, Callable[[Books, Sequence[Period]], tuple[list[Doc], list[Doc]]]] = {
    "ProfitAndLoss": profit_and_loss,
    "BalanceSheet": balance_sheet,
    "TrialBalance": trial_balance,
    "CashFlow": cash_flow,
}
