"""The sales forms, which customers get, as data."""

from typing import Any

from untwin.sample.quickbooks.kinds.entity import DATED, FORM, Entity

_SALE = (
    f"{FORM} DocNumber CustomerRef CustomerMemo ProjectRef BillAddr ShipAddr ShipFromAddr FreeFormAddress ClassRef"
    " ApplyTaxAfterDiscount PrintStatus EmailStatus BillEmail BillEmailCc BillEmailBcc DeliveryInfo SalesTermRef"
    " ShipDate ShipMethodRef TrackingNum PaymentMethodRef PaymentRefNum Balance HomeBalance TaxExemptionRef"
    " PaymentType CheckPayment CreditCardPayment SalesRepRef PONumber FOB AutoDocNumber DueDate TemplateRef RemitToRef"
    " RecurringInfo TaxFormType TaxFormNum DiscountRate DiscountAmt ARAccountRef TxnStatus PaymentDetailsMessage"
    " GovtTxnRefIdentifier"
)
_INVOICE = (
    "AllowIPNPayment AllowOnlinePayment AllowOnlineCreditCardPayment AllowOnlineACHPayment InvoiceLink"
    " DepositToAccountRef Deposit EInvoiceStatus ECloudStatusTimeStamp InvoiceEx invoiceStatusLog callToAction LessCIS"
    " ConvenienceFeeDetail TxnApprovalInfo FinanceCharge"
)
_SOLD = (
    f"{DATED} DocNumber TotalAmt Balance CustomerRef DueDate SalesTermRef DepartmentRef ClassRef EmailStatus"
    " PrintStatus ShipDate TrackingNum CurrencyRef"
)
_PRINTED = (("ApplyTaxAfterDiscount", False), ("PrintStatus", "NeedToPrint"), ("EmailStatus", "NotSet"))
_ONLINE = (
    ("AllowIPNPayment", False),
    ("AllowOnlinePayment", False),
    ("AllowOnlineCreditCardPayment", False),
    ("AllowOnlineACHPayment", False),
)
_UNTAXED = (("TxnTaxDetail", {"TotalTax": 0}),)
_SALE_DEFAULTS: tuple[tuple[str, Any], ...] = (("CustomField", []), *_UNTAXED, *_PRINTED, ("FreeFormAddress", True))

SALES = (
    Entity(
        name="Invoice",
        shown="Invoice",
        tells_editor=True,
        fields=f"{_SALE} {_INVOICE}",
        filters=_SOLD,
        required=("CustomerRef", "Line"),
        total="lines",
        open=("Balance",),
        space="sales",
        defaults=(*_ONLINE, *_SALE_DEFAULTS, ("LinkedTxn", [])),
        voidable=True,
    ),
    Entity(
        name="CreditMemo",
        shown="Credit Memo",
        fields=f"{_SALE} RemainingCredit InvoiceRef DepositToAccountRef",
        filters=_SOLD,
        required=("CustomerRef", "Line"),
        total="lines",
        open=("RemainingCredit", "Balance"),
        space="sales",
        defaults=_SALE_DEFAULTS,
        voidable=True,
    ),
    Entity(
        name="SalesReceipt",
        kept=("DepositToAccountRef", "CustomField"),
        usual_account="DepositToAccountRef",
        shown="Sales Receipt",
        fields=f"{_SALE} DepositToAccountRef",
        filters=f"{_SOLD} DepositToAccountRef",
        required=("Line",),
        total="lines",
        settled=True,
        space="sales",
        defaults=_SALE_DEFAULTS,
        voidable=True,
    ),
    Entity(
        name="RefundReceipt",
        shown="Refund",
        fields=f"{_SALE} DepositToAccountRef",
        filters=f"{_SOLD} DepositToAccountRef",
        required=("Line", "DepositToAccountRef"),
        total="lines",
        settled=True,
        space="sales",
        defaults=_SALE_DEFAULTS,
        voidable=True,
    ),
    Entity(
        name="Estimate",
        shown="Estimate",
        fields=f"{_SALE} TxnStatus ExpirationDate AcceptedBy AcceptedDate",
        filters=f"{_SOLD} TxnStatus",
        required=("CustomerRef", "Line"),
        total="lines",
        space="estimate",
        defaults=(*_SALE_DEFAULTS, ("TxnStatus", "Pending")),
    ),
)
