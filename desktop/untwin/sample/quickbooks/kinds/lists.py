"""The lists of names, and what a company has one of, as data."""

from untwin.sample.quickbooks.kinds.entity import CHANGED, OBJECT, Entity

_LIST = f"{OBJECT} Active FullyQualifiedName CurrencyRef"
_PERSON = (
    f"{_LIST} DisplayName Title GivenName MiddleName FamilyName Suffix CompanyName PrintOnCheckName PrimaryEmailAddr"
    " PrimaryPhone AlternatePhone Mobile Fax WebAddr BillAddr Balance Notes TaxIdentifier AcctNum V4IDPseudonym"
)
_ACTIVE = (("Active", True),)

LISTS = (
    Entity(
        name="Account",
        fields=(
            f"{_LIST} Name AcctNum AccountType AccountSubType Classification Description SubAccount ParentRef"
            " CurrentBalance CurrentBalanceWithSubAccounts TaxCodeRef"
        ),
        filters=(
            f"{CHANGED} Name Active AccountType AccountSubType Classification FullyQualifiedName SubAccount Description"
            " ParentRef AcctNum CurrentBalance CurrentBalanceWithSubAccounts TaxCodeRef"
        ),
        required=("Name", "AccountType"),
        unique=("FullyQualifiedName",),
        defaults=(*_ACTIVE, ("SubAccount", False), ("CurrentBalance", 0), ("CurrentBalanceWithSubAccounts", 0)),
    ),
    Entity(
        name="Customer",
        fields=(
            f"{_PERSON} ShipAddr Job BillWithParent ParentRef Level Taxable DefaultTaxCodeRef BalanceWithJobs IsProject"
            " PreferredDeliveryMethod SalesTermRef PaymentMethodRef ResaleNum ClientEntityId OpenBalanceDate"
            " CustomerTypeRef ARAccountRef PrimaryTaxIdentifier"
        ),
        filters=(
            f"{CHANGED} DisplayName Active GivenName FamilyName CompanyName FullyQualifiedName Balance"
            " PrimaryEmailAddr PrintOnCheckName Job ParentRef MiddleName Title Suffix BillWithParent Taxable Level"
            " BalanceWithJobs PreferredDeliveryMethod Notes ResaleNum IsProject"
        ),
        required=("DisplayName",),
        defaults=(
            *_ACTIVE,
            ("Taxable", False),
            ("Job", False),
            ("BillWithParent", False),
            ("IsProject", False),
            ("Balance", 0),
            ("BalanceWithJobs", 0),
            ("PreferredDeliveryMethod", "None"),
        ),
    ),
    Entity(
        name="Employee",
        fields=(
            f"{_PERSON} EmployeeNumber SSN BillRate CostRate BirthDate Gender HiredDate ReleasedDate Organization"
            " BillableTime PrimaryAddr EmailAddress"
        ),
        filters=(
            f"{CHANGED} DisplayName Active GivenName MiddleName FamilyName Title Suffix PrintOnCheckName EmployeeNumber"
            " PrimaryEmailAddr BillableTime HiredDate ReleasedDate"
        ),
        required=("FamilyName",),
        defaults=(*_ACTIVE, ("BillableTime", False)),
    ),
    Entity(
        name="Item",
        fields=(
            f"{_LIST} Name Sku Description Type UnitPrice Taxable IncomeAccountRef ExpenseAccountRef AssetAccountRef"
            " PurchaseCost PurchaseDesc TrackQtyOnHand QtyOnHand InvStartDate SubItem ParentRef Level PrefVendorRef"
            " AbatementRate ItemCategoryType PurchaseTaxCodeRef PurchaseTaxIncluded ReverseChargeRate SalesTaxCodeRef"
            " SalesTaxIncluded ServiceType ClassRef Source ReorderPoint TaxClassificationRef"
        ),
        filters=(
            f"{CHANGED} Name Active Type Sku FullyQualifiedName IncomeAccountRef ExpenseAccountRef AssetAccountRef"
            " Description UnitPrice PurchaseCost PurchaseDesc Taxable TrackQtyOnHand QtyOnHand SubItem ParentRef Level"
        ),
        required=("Name", "Type"),
        unique=("FullyQualifiedName",),
        defaults=(*_ACTIVE, ("Taxable", False), ("UnitPrice", 0), ("TrackQtyOnHand", False)),
    ),
    Entity(
        name="Vendor",
        fields=f"{_PERSON} Vendor1099 TermRef APAccountRef BillRate TaxReportingBasis",
        filters=(
            f"{CHANGED} DisplayName Active GivenName MiddleName FamilyName Title Suffix CompanyName Balance"
            " PrintOnCheckName PrimaryEmailAddr Vendor1099 AcctNum"
        ),
        required=("DisplayName",),
        defaults=(*_ACTIVE, ("Balance", 0), ("Vendor1099", False)),
    ),
)
SINGLES = (
    Entity(
        name="CompanyInfo",
        fields=(
            f"{OBJECT} CompanyName LegalName CompanyAddr LegalAddr CustomerCommunicationAddr Country Email WebAddr"
            " PrimaryPhone CompanyStartDate FiscalYearStartMonth SupportedLanguages NameValue EmployerId"
        ),
        filters=f"{CHANGED} CompanyName",
        single=True,
    ),
    Entity(
        name="Preferences",
        fields=(
            f"{OBJECT} AccountingInfoPrefs ProductAndServicesPrefs SalesFormsPrefs EmailMessagesPrefs OtherPrefs"
            " VendorAndPurchasesPrefs TimeTrackingPrefs TaxPrefs CurrencyPrefs ReportPrefs"
        ),
        filters=CHANGED,
        single=True,
    ),
)
