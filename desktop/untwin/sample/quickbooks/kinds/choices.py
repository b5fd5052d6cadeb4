"""The short lists that documents choose from, as data: terms, payment methods, classes, places, taxes, currencies."""

from untwin.sample.quickbooks.kinds.entity import CHANGED, OBJECT, Entity

_CHOICE = f"{OBJECT} Name Active"
_ACTIVE = (("Active", True),)
_NAMED = f"{CHANGED} Name Active"

CHOICES = (
    Entity(
        name="Term",
        fields=(
            f"{_CHOICE} Type DiscountPercent DueDays DiscountDays DayOfMonthDue DueNextMonthDays DiscountDayOfMonth"
        ),
        filters=f"{_NAMED} Type DueDays",
        required=("Name",),
        unique=("Name",),
        defaults=(*_ACTIVE, ("Type", "STANDARD")),
    ),
    Entity(
        name="PaymentMethod",
        fields=f"{_CHOICE} Type",
        filters=f"{_NAMED} Type",
        required=("Name",),
        unique=("Name",),
        defaults=(*_ACTIVE, ("Type", "NON_CREDIT_CARD")),
    ),
    Entity(
        name="Class",
        fields=f"{_CHOICE} FullyQualifiedName SubClass ParentRef",
        filters=f"{_NAMED} FullyQualifiedName SubClass ParentRef",
        required=("Name",),
        unique=("FullyQualifiedName",),
        defaults=(*_ACTIVE, ("SubClass", False)),
    ),
    Entity(
        name="Department",
        fields=f"{_CHOICE} FullyQualifiedName SubDepartment ParentRef Address",
        filters=f"{_NAMED} FullyQualifiedName SubDepartment ParentRef",
        required=("Name",),
        unique=("FullyQualifiedName",),
        defaults=(*_ACTIVE, ("SubDepartment", False)),
    ),
    Entity(
        name="CustomerType",
        fields=_CHOICE,
        filters=_NAMED,
        defaults=_ACTIVE,
        read_only=True,
    ),
    Entity(
        name="CompanyCurrency",
        fields=f"{_CHOICE} Code",
        filters=f"{_NAMED} Code",
        required=("Code",),
        unique=("Code",),
        defaults=_ACTIVE,
    ),
    Entity(
        name="TaxAgency",
        fields=(
            f"{OBJECT} DisplayName TaxRegistrationNumber TaxTrackedOnSales TaxTrackedOnPurchases LastFileDate"
            " TaxAgencyConfig"
        ),
        filters=f"{CHANGED} DisplayName",
        required=("DisplayName",),
        unique=("DisplayName",),
        defaults=(("TaxTrackedOnSales", True), ("TaxTrackedOnPurchases", False), ("TaxAgencyConfig", "USER_DEFINED")),
    ),
    Entity(
        name="TaxCode",
        fields=(
            f"{_CHOICE} Description Hidden Taxable TaxGroup TaxCodeConfigType SalesTaxRateList PurchaseTaxRateList"
        ),
        filters=f"{_NAMED} Description Hidden Taxable TaxGroup",
        defaults=(*_ACTIVE, ("Hidden", False), ("Taxable", True), ("TaxGroup", True)),
        read_only=True,
    ),
    Entity(
        name="TaxRate",
        fields=(
            f"{_CHOICE} Description RateValue AgencyRef TaxReturnLineRef SpecialTaxType DisplayType EffectiveTaxRate"
            " OriginalTaxRate"
        ),
        filters=f"{_NAMED} Description RateValue AgencyRef SpecialTaxType",
        defaults=(*_ACTIVE, ("SpecialTaxType", "NONE"), ("DisplayType", "ReadOnly")),
        read_only=True,
    ),
    Entity(
        name="TaxClassification",
        fields=f"{OBJECT} Code Name Description Level ParentRef ApplicableTo",
        filters=f"{CHANGED} Code Name Level ParentRef",
        read_only=True,
    ),
    Entity(
        name="JournalCode",
        fields=f"{_CHOICE} Type Description",
        filters=f"{_NAMED} Type",
        required=("Name",),
        unique=("Name",),
        defaults=(*_ACTIVE, ("Type", "Others")),
    ),
    Entity(
        name="Budget",
        fields=f"{_CHOICE} StartDate EndDate BudgetType BudgetEntryType BudgetDetail",
        filters=f"{_NAMED} StartDate EndDate BudgetType",
        defaults=_ACTIVE,
        read_only=True,
    ),
    Entity(
        name="ExchangeRate",
        fields=f"{OBJECT} SourceCurrencyCode TargetCurrencyCode Rate AsOfDate",
        filters="SourceCurrencyCode TargetCurrencyCode AsOfDate MetaData.LastUpdatedTime",
        required=("SourceCurrencyCode", "Rate"),
        defaults=(("TargetCurrencyCode", "USD"),),
    ),
)
