"""Reports by name: the statements over accounts, the lists over documents, and of all others an honest empty one."""

from collections.abc import Callable

from untwin.sample.clock import Clock
from untwin.sample.quickbooks import faults
from untwin.sample.quickbooks.books.books import Books
from untwin.sample.quickbooks.kinds.entity import Doc
from untwin.sample.quickbooks.reading.listings import (
    Told,
    account_list,
    aged,
    balances_of,
    general_ledger,
    item_sales,
    open_forms,
    sums_by,
    transaction_list,
)
from untwin.sample.quickbooks.reading.periods import Period, columns_of, period_of
from untwin.sample.quickbooks.reading.statements import STATEMENTS, heads

_SALES = (("Invoice", 1), ("SalesReceipt", 1), ("CreditMemo", -1), ("RefundReceipt", -1))
_LISTINGS: dict[str, Callable[[Books, Period, dict[str, str]], Told]] = {
    "AccountList": account_list,
    "AgedPayableDetail": open_forms("Vendor", "Bill"),
    "AgedPayables": aged("Vendor", "Bill"),
    "AgedReceivableDetail": open_forms("Customer", "Invoice"),
    "AgedReceivables": aged("Customer", "Invoice"),
    "CustomerBalance": balances_of("Customer"),
    "CustomerBalanceDetail": open_forms("Customer", "Invoice"),
    "CustomerIncome": sums_by("Customer", *_SALES),
    "CustomerSales": sums_by("Customer", *_SALES),
    "GeneralLedger": general_ledger,
    "ItemSales": item_sales,
    "JournalReport": transaction_list,
    "ProfitAndLossDetail": transaction_list,
    "TransactionList": transaction_list,
    "TransactionListByCustomer": transaction_list,
    "TransactionListByVendor": transaction_list,
    "TransactionListWithSplits": transaction_list,
    "VendorBalance": balances_of("Vendor"),
    "VendorBalanceDetail": open_forms("Vendor", "Bill"),
    "VendorExpenses": sums_by("Vendor", ("Bill", 1), ("Purchase", 1), ("VendorCredit", -1)),
}
# Nothing in the sample's books is about these.
_EMPTY = (
    "ClassSales",
    "DepartmentSales",
    "InventoryValuationDetail",
    "InventoryValuationSummary",
    "SalesByClassSummary",
    "TaxSummary",
)


def report(books: Books, name: str, params: dict[str, str], clock: Clock) -> Doc:
    """The report of a name over a period.

    Raises:
        FaultError: there is no report of that name, or an end of the period is no day.
    """
    known = next((each for each in (*STATEMENTS, *_LISTINGS, *_EMPTY) if each.lower() == name.lower()), None)
    if known is None:
        raise faults.unsupported_operation(f"/reports/{name}")
    period = period_of(params, clock.today())
    by = params.get("summarize_column_by") or "Total"
    columns, rows = _told(books, known, period, params | {"summarize_column_by": by})
    options = {"AccountingStandard": "GAAP", "NoReportData": "false" if rows else "true"}
    head = {
        "Time": clock.now().isoformat(timespec="seconds"),
        "ReportName": known,
        "ReportBasis": params.get("accounting_method") or "Accrual",
        "StartPeriod": period.first.isoformat(),
        "EndPeriod": period.last.isoformat(),
        "SummarizeColumnsBy": by,
        "Currency": "USD",
        "Option": [{"Name": option, "Value": value} for option, value in options.items()],
    }
    if params.get("date_macro"):
        head["DateMacro"] = params["date_macro"].lower()
    return {"Header": head, "Columns": {"Column": columns}, "Rows": {"Row": rows} if rows else {}}


def _told(books: Books, name: str, period: Period, params: dict[str, str]) -> Told:
    if name in STATEMENTS:
        return STATEMENTS[name](books, columns_of(period, params["summarize_column_by"]))
    return _LISTINGS[name](books, period, params) if name in _LISTINGS else (heads([period]), [])
