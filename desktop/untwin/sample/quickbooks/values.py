"""Which values are numbers, truths and texts, as data: callers dress each as they like, and QuickBooks takes them."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from untwin.sample.quickbooks import faults

_SUMS = (
    "Amount Qty UnitPrice RatePercent TotalAmt HomeTotalAmt Balance HomeBalance TotalTax TaxPercent NetAmountTaxable"
    " DiscountPercent DiscountAmt ExchangeRate Rate RateValue PurchaseCost QtyOnHand ReorderPoint HourlyRate CostRate"
    " BillRate Deposit UnappliedAmt RemainingCredit TaxInclusiveAmt OpenBalance CurrentBalance Percent"
    " CurrentBalanceWithSubAccounts BalanceWithJobs Received QtyDiff NewQty"
)
_WHOLE = (
    "DueDays DiscountDays DayOfMonthDue DueNextMonthDays DiscountDayOfMonth Hours Minutes Seconds BreakHours"
    " BreakMinutes LineNum Level NumInterval DayOfMonth TaxOrder"
)
_NAMING = "Id SyncToken TxnId TxnLineId DefinitionId DocNumber PaymentRefNum value CheckNum AcctNum"
_WRITTEN = (
    "Value Name Description StringValue PrivateNote Memo Note DisplayName GivenName FamilyName MiddleName CompanyName"
    " PrintOnCheckName Line1 Line2 Line3 Line4 Line5 City Notes Query FileName"
)
_AMOUNTS, _COUNTS = frozenset(_SUMS.split()), frozenset(_WHOLE.split())
_IDS, _FREE = frozenset(_NAMING.split()), frozenset(_WRITTEN.split())
_TRUTHS = {"true": True, "false": False}


def typed(name: str, value: Any) -> Any:
    """The value of a field, and all inside it, as the type that QuickBooks keeps.

    Raises:
        FaultError: 2010, it can't be of that type.
    """
    if isinstance(value, Mapping):
        return {inner: typed(inner, each) for inner, each in value.items()}
    if isinstance(value, list):
        return [typed(name, each) for each in value]
    if isinstance(value, bool) or value is None:
        return value
    if name in _IDS:
        return _text(value)
    if isinstance(value, str):
        return _out_of(name, value)
    return value


def _out_of(name: str, text: str) -> Any:
    if name in _AMOUNTS or name in _COUNTS:
        return _number(name, text) if text else None
    return _TRUTHS.get(text, text) if name not in _FREE else text


def _number(name: str, text: str) -> Decimal | int:
    try:
        return int(text) if name in _COUNTS else _finite(Decimal(text.strip()))
    except (ValueError, InvalidOperation):
        raise faults.wrong_type("java.math.BigDecimal" if name in _AMOUNTS else "java.lang.Integer", text) from None


def _finite(number: Decimal) -> Decimal:
    if not number.is_finite():
        raise ValueError(number)
    return number


def _text(value: Any) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
