"""A firm's standing data: company, preferences, accounts, items and vendors."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from untwin.sample.clio.desk import SERVICES, TRUST_BANK, TRUST_LIABILITY
from untwin.sample.clock import at
from untwin.sample.firm.drafts import Drafts
from untwin.sample.quickbooks.books.books import Books, metadata
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.kinds.entity import Doc

RECEIVABLE, PAYABLE, CHECKING = "Accounts Receivable (A/R)", "Accounts Payable (A/P)", "Operating Checking"
SAVINGS, UNDEPOSITED, RENT, SUPPLIES = "Savings", "Undeposited Funds", "Rent", "Office Supplies"
TRUST_ITEM, CONSULTATION = "Trust deposit", "Consultation"
LANDLORD, STATIONER = "Bayfront Properties", "Golden Gate Office Supply"
_ACCOUNTS = (
    (CHECKING, "Bank", "Checking", "Asset"),
    (SAVINGS, "Bank", "Savings", "Asset"),
    (TRUST_BANK, "Bank", "TrustAccounts", "Asset"),
    (UNDEPOSITED, "Other Current Asset", "UndepositedFunds", "Asset"),
    (RECEIVABLE, "Accounts Receivable", "AccountsReceivable", "Asset"),
    (PAYABLE, "Accounts Payable", "AccountsPayable", "Liability"),
    (TRUST_LIABILITY, "Other Current Liability", "TrustAccountsLiabilities", "Liability"),
    (RENT, "Expense", "RentOrLeaseOfBuildings", "Expense"),
    (SUPPLIES, "Expense", "OfficeGeneralAdministrativeExpenses", "Expense"),
)
_WARNINGS = (
    ("WarnDuplicateCheckNumber", "true"),
    ("WarnDuplicateBillNumber", "false"),
    ("WarnDuplicateJournalNumber", "true"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """What one firm has that another has not."""

    income: str = "Legal Fee Income"
    services: tuple[str, ...] = (SERVICES, CONSULTATION)
    """Items on the income account."""
    vendors: tuple[str, ...] = (LANDLORD, STATIONER)
    mail: str = "books@harlowpike.invalid"
    street: str = "1200 Broadway, Suite 400"
    has_trust: bool = True
    recognises: tuple[str, ...] = ()
    """Items whose revenue is recognised over a time; where there are any, the setting is on."""
    costs: str = ""
    """An account for what is laid out for clients, where there is one."""
    customers: str = "Clients"


def furnish(drafts: Drafts, firm: Furniture) -> None:
    """Adds everything that stands before the first paper."""
    _single(drafts, "CompanyInfo", _company(drafts.books, firm))
    _single(drafts, "Preferences", _preferences(drafts.closed, firm))
    income = (firm.income, "Income", "ServiceFeeIncome", "Revenue")
    for name, kind, detail, group in _ACCOUNTS:
        if name == RENT:
            _account(drafts, *income)
        if firm.has_trust or not detail.startswith("TrustAccounts"):
            _account(drafts, name, kind, detail, group)
    if firm.costs:
        _account(drafts, firm.costs, "Expense", "OtherMiscellaneousServiceCost", "Expense")
    items = [(name, firm.income) for name in firm.services]
    for name, account in [*items, *([(TRUST_ITEM, TRUST_LIABILITY)] if firm.has_trust else [])]:
        made = drafts.name("Item", Name=name, Type="Service", IncomeAccountRef=drafts.reference("Account", account))
        if name in firm.recognises:
            drafts.books.recognised.add(made["Id"])
    for name in firm.vendors:
        drafts.name("Vendor", DisplayName=name, CompanyName=name)


def _account(drafts: Drafts, name: str, kind: str, detail: str, group: str) -> None:
    drafts.name("Account", Name=name, AccountType=kind, AccountSubType=detail, Classification=group)


def _single(drafts: Drafts, entity: str, body: Doc) -> None:
    made = at(drafts.ago(420))
    ours = {"Id": "1", "SyncToken": "3", "domain": "QBO", "sparse": False}
    drafts.books.put(ENTITIES[entity], ours | {"MetaData": metadata(made, made, drafts.books.user.id)} | body)


def _company(books: Books, firm: Furniture) -> Doc:
    address = {
        "Id": "1",
        "Line1": firm.street,
        "City": "Oakland",
        "Country": "US",
        "CountrySubDivisionCode": "CA",
        "PostalCode": "94612",
    }
    return {
        "CompanyName": books.name,
        "LegalName": books.name,
        "CompanyAddr": address,
        "LegalAddr": address,
        "CustomerCommunicationAddr": address,
        "Country": "US",
        "Email": {"Address": firm.mail},
        "WebAddr": {},
        "PrimaryPhone": {"FreeFormNumber": "(510)555-0142"},
        "CompanyStartDate": "2019-01-01",
        "FiscalYearStartMonth": "January",
        "SupportedLanguages": "en",
        "NameValue": [
            {"Name": "NeoEnabled", "Value": "true"},
            {"Name": "OfferingSku", "Value": "QuickBooks Online Plus"},
        ],
    }


def _preferences(closed: date, firm: Furniture) -> Doc:
    others = (("SalesFormsPrefs.DefaultItem", "1"), *_WARNINGS, ("AccountingInfoPrefs.ShowAccountNumbers", "false"))
    sales: dict[str, Any] = {
        "CustomTxnNumbers": True,
        "EmailCopyToCompany": False,
        "AllowDeposit": False,
        "AllowDiscount": False,
        "AllowEstimates": True,
        "AllowServiceDate": False,
        "AllowShipping": False,
        "AutoApplyCredit": False,
        "AutoApplyPayments": False,
        "UsingPriceLevels": False,
    }
    return {
        "AccountingInfoPrefs": {
            "UseAccountNumbers": False,
            "TrackDepartments": False,
            "ClassTrackingPerTxn": False,
            "ClassTrackingPerTxnLine": False,
            "FirstMonthOfFiscalYear": "January",
            "TaxYearMonth": "January",
            "BookCloseDate": closed.isoformat(),
            "CustomerTerminology": firm.customers,
        },
        "ProductAndServicesPrefs": {"ForSales": True, "ForPurchase": True, "RevenueRecognition": bool(firm.recognises)},
        "SalesFormsPrefs": sales,
        "VendorAndPurchasesPrefs": {"TrackingByCustomer": False, "BillableExpenseTracking": False},
        "TimeTrackingPrefs": {"UseServices": False, "WorkWeekStartDate": "Monday"},
        "TaxPrefs": {"UsingSalesTax": False, "PartnerTaxEnabled": False},
        "CurrencyPrefs": {"MultiCurrencyEnabled": False, "HomeCurrency": {"value": "USD"}},
        "ReportPrefs": {"ReportBasis": "Accrual", "CalcAgingReportFromTxnDate": False},
        "OtherPrefs": {"NameValue": [{"Name": name, "Value": value} for name, value in others]},
    }
