"""Reports: their figures are those of the books, in the rows and columns that clients read."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from sample.caller import Caller, fault
from sample.landscaped import landscaped
from untwin.sample.quickbooks.reading.periods import columns_of, period_of

Doc = dict[str, Any]
LONG = {"start_date": "2020-01-01", "end_date": "2026-12-31"}
ALL = (
    "AccountList AgedPayableDetail AgedPayables AgedReceivableDetail AgedReceivables BalanceSheet CashFlow ClassSales"
    " CustomerBalance CustomerBalanceDetail CustomerIncome CustomerSales DepartmentSales GeneralLedger"
    " InventoryValuationDetail InventoryValuationSummary ItemSales JournalReport ProfitAndLoss ProfitAndLossDetail"
    " SalesByClassSummary TaxSummary TransactionList TransactionListByCustomer TransactionListByVendor"
    " TransactionListWithSplits TrialBalance VendorBalance VendorBalanceDetail VendorExpenses"
)


@pytest.fixture(scope="module")
def books() -> Iterator[Caller]:
    with landscaped() as caller:
        yield caller


def _report(books: Caller, name: str, **params: str) -> Doc:
    answer = books.call("GET", f"reports/{name}", params=LONG | params)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def _rows(rows: Doc) -> Iterator[Doc]:
    for row in rows.get("Row", []):
        yield row
        yield from _rows(row.get("Rows", {}))


def _summed(report: Doc, group: str) -> list[Decimal]:
    """The figures in the summary of a group."""
    row = next(row for row in _rows(report["Rows"]) if row.get("group") == group)
    cells = row["Summary"]["ColData"] if "Summary" in row else row["ColData"]
    return [Decimal(each["value"]) for each in cells[1:]]


@pytest.mark.parametrize("name", ALL.split())
def test_each_report_has_a_head_columns_and_rows_that_fit_them(books: Caller, name: str) -> None:
    report = _report(books, name)
    head, columns = report["Header"], report["Columns"]["Column"]
    assert (head["ReportName"], head["StartPeriod"], head["EndPeriod"]) == (name, *LONG.values())
    assert all({"ColTitle", "ColType"} <= set(each) for each in columns)
    rows = [row for row in _rows(report["Rows"]) if row.get("type") == "Data"]
    assert all(len(row["ColData"]) == len(columns) for row in rows)
    assert {"Name": "NoReportData", "Value": "false" if report["Rows"] else "true"} in head["Option"]


def test_assets_equal_liabilities_and_equity_and_debits_credits(books: Caller) -> None:
    sheet = _report(books, "BalanceSheet")
    assert _summed(sheet, "TotalAssets") == _summed(sheet, "TotalLiabilitiesAndEquity") != [0]
    debits, credits_ = _summed(_report(books, "TrialBalance"), "GrandTotal")
    assert debits == credits_ > 0
    income = _summed(_report(books, "ProfitAndLoss"), "NetIncome")
    assert _summed(sheet, "NetIncome") == income == _summed(_report(books, "CashFlow"), "NetIncome")


def test_months_add_up_to_the_whole_period(books: Caller) -> None:
    span = {"start_date": "2026-08-15", "end_date": "2026-11-30"}
    whole = _report(books, "ProfitAndLoss", **span)
    months = _report(books, "ProfitAndLoss", summarize_column_by="Month", **span)
    assert [each["ColTitle"] for each in months["Columns"]["Column"]] == [
        *("", "Aug 2026", "Sep 2026", "Oct 2026", "Nov 2026")
    ]
    for group in ("Income", "GrossProfit", "Expenses", "NetOperatingIncome", "NetIncome"):
        assert sum(_summed(months, group)) == _summed(whole, group)[0]


def test_a_new_sale_shows_at_once(books: Caller) -> None:
    def figures() -> list[Decimal]:
        receivable = _summed(_report(books, "AgedReceivables"), "GrandTotal")
        return [_summed(_report(books, "ProfitAndLoss"), "Income")[0], receivable[-1]]

    before = figures()
    line = {"Amount": 75, "DetailType": "SalesItemLineDetail", "SalesItemLineDetail": {"ItemRef": {"value": "4"}}}
    made = books.post("invoice", {"CustomerRef": {"value": "1"}, "Line": [line]}).json()["Invoice"]
    assert figures() == [before[0] + 75, before[1] + 75]
    found = _report(books, "TransactionList", columns="tx_date,txn_type,doc_num,name,subt_nat_amount,nonsense")
    rows = [[each["value"] for each in row["ColData"]] for row in _rows(found["Rows"])]
    assert [made["TxnDate"], "Invoice", made["DocNumber"], "Amy's Bird Sanctuary", "75.00"] in rows
    alone = _report(books, "TransactionList", customer="1", columns="name")
    assert {row["ColData"][0]["value"] for row in _rows(alone["Rows"])} == {"Amy's Bird Sanctuary"}


@pytest.mark.parametrize(("kind", "name"), [("Customer", "CustomerBalance"), ("Vendor", "VendorBalance")])
def test_open_balances_are_those_of_the_names(books: Caller, kind: str, name: str) -> None:
    rows = [row["ColData"] for row in _rows(_report(books, name)["Rows"]) if "ColData" in row]
    told = {who["id"]: Decimal(amount["value"]) for who, amount in rows}
    names = books.query(f"SELECT * FROM {kind} WHERE Active IN (true, false) MAXRESULTS 1000")[kind]  # noqa: S608
    assert told == {each["Id"]: Decimal(str(each["Balance"])) for each in names if each["Balance"]}


def test_what_is_asked_wrongly_is_refused_and_xml_is_given(books: Caller) -> None:
    assert fault(books.call("GET", "reports/HoroscopeByMonth"))["code"] == "500"
    assert fault(books.call("GET", "reports/ProfitAndLoss", params={"start_date": "soon"}))["code"] == "4001"
    marked = books.call("GET", "reports/TrialBalance", more={"Accept": "application/xml"})
    assert "<ReportName>TrialBalance</ReportName>" in marked.text


@pytest.mark.parametrize(
    ("macro", "first", "last"),
    [
        ("Today", "2026-11-20", "2026-11-20"),
        ("This Month", "2026-11-01", "2026-11-30"),
        ("Last Month", "2026-10-01", "2026-10-31"),
        ("This Fiscal Quarter", "2026-10-01", "2026-12-31"),
        ("Last Fiscal Year", "2025-01-01", "2025-12-31"),
        ("This Fiscal Year-to-date", "2026-01-01", "2026-11-20"),
        ("This Week", "2026-11-15", "2026-11-21"),
        ("", "2026-01-01", "2026-11-20"),
    ],
)
def test_a_period_has_words(macro: str, first: str, last: str) -> None:
    period = period_of({"date_macro": macro}, date(2026, 11, 20))
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)


def test_columns_cut_a_period_without_a_gap() -> None:
    period = period_of({"start_date": "2025-11-15", "end_date": "2026-05-10"}, date(2026, 11, 20))
    for by, count in (("Month", 7), ("Quarter", 3), ("Year", 2), ("Total", 1), ("Customers", 1)):
        columns = columns_of(period, by)
        assert (len(columns), columns[0].first, columns[-1].last) == (count, period.first, period.last)
        assert all((after.first - before.last).days == 1 for before, after in pairwise(columns))
