"""Reports by name: their heads are right and their rows empty, since no program that is tried here needs a figure."""

from datetime import date

from untwin.sample.clock import Clock
from untwin.sample.quickbooks import faults
from untwin.sample.quickbooks.entity import Doc

_NAMES = [
    "AccountList",
    "AgedPayableDetail",
    "AgedPayables",
    "AgedReceivableDetail",
    "AgedReceivables",
    "BalanceSheet",
    "CashFlow",
    "ClassSales",
    "CustomerBalance",
    "CustomerBalanceDetail",
    "CustomerIncome",
    "CustomerSales",
    "DepartmentSales",
    "GeneralLedger",
    "InventoryValuationDetail",
    "InventoryValuationSummary",
    "ItemSales",
    "JournalReport",
    "ProfitAndLoss",
    "ProfitAndLossDetail",
    "SalesByClassSummary",
    "TaxSummary",
    "TransactionList",
    "TransactionListByCustomer",
    "TransactionListByVendor",
    "TransactionListWithSplits",
    "TrialBalance",
    "VendorBalance",
    "VendorBalanceDetail",
    "VendorExpenses",
]


def report(name: str, params: dict[str, str], clock: Clock) -> Doc:
    """The report of a name over a period, without rows, and saying so as QuickBooks does.

    Raises:
        FaultError: there is no report of that name, or an end of the period is no day.
    """
    known = next((each for each in _NAMES if each.lower() == name.lower()), None)
    if known is None:
        raise faults.unsupported_operation(f"/reports/{name}")
    today = clock.today()
    first = _day(params.get("start_date"), today.replace(month=1, day=1))
    head = {
        "Time": clock.now().isoformat(timespec="seconds"),
        "ReportName": known,
        "ReportBasis": params.get("accounting_method") or "Accrual",
        "StartPeriod": first,
        "EndPeriod": _day(params.get("end_date"), today),
        "SummarizeColumnsBy": params.get("summarize_column_by") or "Total",
        "Currency": "USD",
        "Option": [{"Name": "AccountingStandard", "Value": "GAAP"}, {"Name": "NoReportData", "Value": "true"}],
    }
    columns = [{"ColTitle": "", "ColType": "Account"}, {"ColTitle": "Total", "ColType": "Money"}]
    return {"Header": head, "Columns": {"Column": columns}, "Rows": {}}


def _day(text: str | None, otherwise: date) -> str:
    try:
        return (date.fromisoformat(text) if text else otherwise).isoformat()
    except ValueError:
        raise faults.invalid_query(f"{text} is not a date") from None
