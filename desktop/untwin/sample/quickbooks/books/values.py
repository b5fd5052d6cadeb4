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
_YES_OR_NO = (
    "Active Taxable Job BillWithParent SubAccount SubItem TrackQtyOnHand ApplyTaxAfterDiscount AllowIPNPayment"
    " AllowOnlinePayment AllowOnlineCreditCardPayment AllowOnlineACHPayment Adjustment Credit PercentBased Vendor1099"
    " IsProject SubClass SubDepartment ProcessPayment FreeFormAddress BillableTime Hidden sparse"
)
_SWITCHES = frozenset(_YES_OR_NO.split())
_NUMBERS = _AMOUNTS | _COUNTS
_LISTS = "Line LinkedTxn CustomField AttachableRef TaxLine TaxRateDetail BudgetDetail TaxRateDetails"
_INSIDE = (
    "BillEmail BillEmailCc BillEmailBcc PrimaryEmailAddr PrimaryPhone AlternatePhone Mobile Fax CustomerMemo MetaData"
    " CheckPayment CreditCardPayment DeliveryInfo RecurringInfo CashBack WebAddr"
)
_REPEATED, _OBJECTS = frozenset(_LISTS.split()), frozenset(_INSIDE.split())
_TRUTHS = {"true": True, "false": False}


def typed(name: str, value: Any) -> Any:
    """The value of a field, and all inside it, as the type that QuickBooks keeps.

    Raises:
        FaultError: 2010, it can't be of that type.
    """
    _check_kind(name, value)
    if isinstance(value, Mapping):
        return {inner: typed(inner, each) for inner, each in value.items()}
    if isinstance(value, list):
        return [typed("", each) for each in value]
    if isinstance(value, bool) or value is None:
        return value
    if name in _IDS:
        return _text(value)
    if isinstance(value, str):
        return _out_of(name, value)
    return value


def _check_kind(name: str, value: Any) -> None:
    """Refuses a list or an object where there can be none, and anything else where there must be one."""
    if value is None or value == "":
        return
    is_plain = not isinstance(value, list | Mapping)
    if name in _NUMBERS and not (is_plain and isinstance(value, str | int | Decimal) and not isinstance(value, bool)):
        raise faults.wrong_type("java.math.BigDecimal", str(value))
    if name in _SWITCHES and not (isinstance(value, bool) or str(value) in _TRUTHS):
        raise faults.wrong_type("java.lang.Boolean", str(value))
    # What hangs on a line in Java's dress has an object for its value.
    wrong_id = name in _IDS and (isinstance(value, list | bool) or (isinstance(value, Mapping) and name != "value"))
    wrong_list = name in _REPEATED and not _are_objects(value)
    wrong_object = _is_object(name) and not isinstance(value, Mapping)
    if wrong_id or wrong_list or wrong_object:
        raise faults.unreadable()


def _are_objects(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, Mapping) for each in value)


def _is_object(name: str) -> bool:
    ends = name.endswith(("Ref", "Addr", "Detail")) and name not in (*_REPEATED, "Detail")
    return ends or name in _OBJECTS


def _out_of(name: str, text: str) -> Any:
    if name in _NUMBERS:
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
