"""The forms of the purchase side, as data."""

from untwin.sample.quickbooks.kinds.entity import DATED, FORM, Entity, named

_BOUGHT = f"{DATED} DocNumber TotalAmt Balance VendorRef DueDate APAccountRef DepartmentRef SalesTermRef CurrencyRef"


PURCHASES = (
    Entity(
        name="Bill",
        shown="Bill",
        tells_editor=True,
        fields=f"{FORM} DocNumber VendorRef VendorAddr APAccountRef SalesTermRef DueDate Balance HomeBalance",
        filters=_BOUGHT,
        required=("VendorRef", "Line"),
        total="lines",
        open=("Balance",),
        space="bill",
        usual_account="APAccountRef",
        line_defaults=(("LinkedTxn", []),),
    ),
    Entity(
        name="VendorCredit",
        shown="Vendor Credit",
        fields=f"{FORM} DocNumber VendorRef VendorAddr APAccountRef Balance FromAccountRef ToAccountRef",
        filters=_BOUGHT,
        required=("VendorRef", "Line"),
        total="lines",
        open=("Balance",),
        space="vendorcredit",
        usual_account="APAccountRef",
        defaults=(("LinkedTxn", []),),
    ),
    Entity(
        name="BillPayment",
        shown="Bill Payment (Check)",
        fields=f"{FORM} DocNumber VendorRef APAccountRef PayType CheckPayment CreditCardPayment ProcessBillPayment",
        filters=f"{DATED} DocNumber TotalAmt VendorRef APAccountRef PayType DepartmentRef",
        required=("VendorRef", "TotalAmt", "PayType", "Line"),
        total="sent",
        space="check",
        usual_account="APAccountRef",
        voidable=True,
    ),
    Entity(
        name="Purchase",
        shown="Expense",
        fields=(
            f"{FORM} DocNumber AccountRef PaymentType EntityRef Credit PaymentMethodRef PaymentRefNum PrintStatus"
            " RemitToAddr PurchaseEx"
        ),
        filters=f"{DATED} DocNumber TotalAmt AccountRef PaymentType EntityRef Credit DepartmentRef",
        required=("AccountRef", "PaymentType", "Line"),
        total="lines",
        space="expense",
        defaults=(("Credit", False), ("PurchaseEx", {"any": [named("TxnType", "1")]})),
        numbers_lines=False,
    ),
    Entity(
        name="PurchaseOrder",
        shown="Purchase Order",
        tells_editor=True,
        fields=(
            f"{FORM} DocNumber VendorRef VendorAddr APAccountRef POStatus EmailStatus Memo ShipAddr ShipMethodRef"
            " ShipTo POEmail SalesTermRef DueDate ClassRef TaxCodeRef"
        ),
        filters=f"{DATED} DocNumber TotalAmt VendorRef POStatus APAccountRef EmailStatus DueDate",
        required=("VendorRef", "Line", "APAccountRef"),
        total="lines",
        space="purchaseorder",
        line_defaults=(("Received", 0),),
        defaults=(("POStatus", "Open"), ("EmailStatus", "NotSet"), ("CustomField", []), ("LinkedTxn", [])),
    ),
)
