"""What is neither a form nor a name, as data: hours worked, attachments, card payments, forms that come again."""

from untwin.sample.quickbooks.kinds.entity import CHANGED, DATED, OBJECT, Entity

RECORDS = (
    Entity(
        name="TimeActivity",
        fields=(
            f"{OBJECT} TxnDate NameOf EmployeeRef VendorRef CustomerRef ItemRef ClassRef DepartmentRef PayrollItemRef"
            " BillableStatus Taxable HourlyRate CostRate Hours Minutes Seconds BreakHours BreakMinutes BreakSeconds"
            " StartTime EndTime Description TransactionLocationType LinkedTxn"
        ),
        filters=f"{DATED} EmployeeRef VendorRef CustomerRef BillableStatus",
        required=("NameOf",),
        defaults=(("BillableStatus", "NotBillable"), ("Taxable", False), ("HourlyRate", 0)),
        deletable=True,
    ),
    Entity(
        name="CreditCardPayment",
        wrapper="CreditCardPaymentTxn",
        fields=(
            f"{OBJECT} TxnDate Amount PrivateNote Memo PrintStatus CheckNum BankAccountRef CreditCardAccountRef"
            " VendorRef CurrencyRef LinkedTxn"
        ),
        filters=f"{DATED} Amount BankAccountRef CreditCardAccountRef",
        required=("Amount", "BankAccountRef", "CreditCardAccountRef"),
        deletable=True,
        voidable=True,
    ),
    Entity(
        name="InventoryAdjustment",
        fields=f"{OBJECT} TxnDate DocNumber PrivateNote AdjustAccountRef Line CurrencyRef DepartmentRef",
        filters=f"{DATED} DocNumber AdjustAccountRef",
        required=("AdjustAccountRef", "Line"),
        deletable=True,
    ),
    Entity(
        name="ReimburseCharge",
        fields=f"{OBJECT} TxnDate CustomerRef Amount HasBeenInvoiced Line LinkedTxn CurrencyRef PrivateNote",
        filters=f"{DATED} CustomerRef Amount HasBeenInvoiced",
        read_only=True,
    ),
    Entity(
        name="TaxPayment",
        fields=f"{OBJECT} PaymentDate PaymentAccountRef PaymentAmount Refund Description",
        filters=f"{CHANGED} PaymentDate Refund",
        read_only=True,
    ),
    Entity(
        name="Attachable",
        fields=(
            f"{OBJECT} FileName Note FileAccessUri TempDownloadUri Size ContentType Category Lat Long PlaceName Tag"
            " EntityRef ThumbnailFileAccessUri ThumbnailTempDownloadUri IncludeOnSend"
        ),
        filters=f"{CHANGED} FileName Category ContentType Note AttachableRef.EntityRef AttachableRef.EntityRef.Type"
        " AttachableRef.EntityRef.value",
        deletable=True,
    ),
    Entity(
        name="RecurringTransaction",
        fields=f"{OBJECT} RecurringInfo",
        filters=f"{CHANGED} Name Type",
        deletable=True,
    ),
)
