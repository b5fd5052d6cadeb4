"""What a line of a form can hold, by its kind, as data."""

from dataclasses import dataclass

_LINE = (
    "Id LineNum Description Amount DetailType LinkedTxn CustomField CustomExtensions LineEx Received ProjectRef Tag"
    " ReceivedQty"
)
_SOLD = "ItemRef ClassRef UnitPrice RatePercent PriceLevelRef MarkupInfo Qty UOMRef ItemAccountRef InventorySiteRef"
_SPENT = "CustomerRef ClassRef TaxCodeRef MarkupInfo BillableStatus TaxAmount TaxInclusiveAmt ProjectRef"


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """One kind of line."""

    name: str
    fields: str
    required: tuple[str, ...] = ()
    """What it can't be without."""
    holds: str = ""
    """The property that holds its details, where that isn't called as the kind is."""
    has_amount: bool = True

    @property
    def known(self) -> frozenset[str]:
        """Every property it may carry."""
        return frozenset(self.fields.split())

    @property
    def around(self) -> str:
        """The property that holds its details."""
        return self.holds or self.name


DETAILS = {
    detail.name: detail
    for detail in (
        Detail(
            name="SalesItemLineDetail",
            fields=(
                f"{_SOLD} TaxCodeRef ServiceDate TaxInclusiveAmt DiscountRate DiscountAmt DeferredRevenue"
                " TaxClassificationRef ProjectRef"
            ),
        ),
        Detail(
            name="ItemBasedExpenseLineDetail",
            fields=f"{_SOLD} {_SPENT} ItemReceipt",
            required=("ItemRef",),
        ),
        Detail(name="AccountBasedExpenseLineDetail", fields=f"{_SPENT} AccountRef", required=("AccountRef",)),
        Detail(
            name="JournalEntryLineDetail",
            fields=(
                "PostingType Entity AccountRef ClassRef DepartmentRef TaxCodeRef TaxRateRef TaxApplicableOn TaxAmount"
                " BillableStatus JournalCodeRef TaxInclusiveAmt ProjectRef"
            ),
            required=("PostingType", "AccountRef"),
        ),
        Detail(
            name="DepositLineDetail",
            fields=(
                "Entity ClassRef AccountRef PaymentMethodRef CheckNum TxnType TaxCodeRef TaxApplicableOn ProjectRef"
            ),
        ),
        Detail(
            name="DiscountLineDetail",
            fields=(
                "Discount PercentBased DiscountPercent DiscountAccountRef ClassRef TaxCodeRef ServiceDate DiscountRef"
                " TaxInclusiveAmt"
            ),
            has_amount=False,
        ),
        Detail(
            name="SubTotalLineDetail",
            fields=f"{_SOLD} ServiceDate TaxCodeRef",
            has_amount=False,
        ),
        Detail(
            name="GroupLineDetail",
            fields="GroupItemRef Quantity UOMRef Line ServiceDate Qty ClassRef",
            has_amount=False,
        ),
        Detail(
            name="DescriptionOnly",
            fields="ServiceDate TaxCodeRef",
            holds="DescriptionLineDetail",
            has_amount=False,
        ),
        Detail(name="TDSLineDetail", fields="TDSSectionTypeId"),
        Detail(name="TaxLineDetail", fields="TaxRateRef PercentBased TaxPercent NetAmountTaxable TaxInclusiveAmount"),
        Detail(name="PaymentLineDetail", fields="ItemRef ServiceDate ClassRef Balance Discount"),
        Detail(
            name="ItemAdjustmentLineDetail",
            fields=f"{_SOLD} QtyDiff NewQty",
            required=("ItemRef",),
            has_amount=False,
        ),
        Detail(name="ReimburseLineDetail", fields=f"{_SOLD} TaxCodeRef", has_amount=False),
    )
}
# Each library writes the unused ones its own way.
LINE = frozenset(_LINE.split()) | {detail.around for detail in DETAILS.values()} | {"SubtotalLineDetail"}
