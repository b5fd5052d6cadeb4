"""The entries, payments and transfers between accounts, as data."""

from untwin.sample.quickbooks.kinds.entity import DATED, FORM, Entity

LEDGER = (
    Entity(
        name="JournalEntry",
        shown="Journal Entry",
        fields=f"{FORM} DocNumber Adjustment",
        filters=f"{DATED} DocNumber Adjustment CurrencyRef TotalAmt",
        required=("Line",),
        total="zero",
        space="journal",
        numbers_lines=False,
        defaults=(("Adjustment", False), ("TxnTaxDetail", {})),
    ),
    Entity(
        name="Payment",
        shown="Payment",
        fields=(
            f"{FORM} DocNumber CustomerRef ProjectRef DepositToAccountRef PaymentMethodRef PaymentRefNum UnappliedAmt"
            " ProcessPayment ARAccountRef CreditCardPayment PaymentType CheckPayment"
            " TaxExemptionRef TxnStatus"
        ),
        filters=(
            f"{DATED} TotalAmt CustomerRef PaymentRefNum PaymentMethodRef UnappliedAmt DepositToAccountRef ARAccountRef"
            " CurrencyRef"
        ),
        required=("CustomerRef", "TotalAmt"),
        total="sent",
        open=("UnappliedAmt",),
        defaults=(("ProcessPayment", False), ("Line", [])),
        dropped=("DocNumber",),
        usual_account="DepositToAccountRef",
        unnamed=("DepositToAccountRef",),
        voidable=True,
    ),
    Entity(
        name="Deposit",
        shown="Deposit",
        fields=f"{FORM} DocNumber DepositToAccountRef CashBack TxnStatus",
        filters=f"{DATED} TotalAmt DepositToAccountRef DepartmentRef CurrencyRef",
        required=("DepositToAccountRef", "Line"),
        total="lines",
        dropped=("DocNumber",),
        defaults=(("TxnTaxDetail", {"TotalTax": 0}),),
    ),
    Entity(
        name="Transfer",
        shown="Transfer",
        fields=f"{FORM} FromAccountRef ToAccountRef Amount",
        filters=f"{DATED} Amount FromAccountRef ToAccountRef",
        required=("FromAccountRef", "ToAccountRef", "Amount"),
    ),
)
