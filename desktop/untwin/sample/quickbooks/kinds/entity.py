"""What the sample knows about one kind of QuickBooks object, as data."""

from dataclasses import dataclass
from typing import Any, Literal

Doc = dict[str, Any]

OBJECT = "Id SyncToken MetaData domain sparse status AttachableRef CustomField"
FORM = (
    f"{OBJECT} TxnDate CurrencyRef ExchangeRate PrivateNote Line LinkedTxn DepartmentRef TxnSource TotalAmt"
    " HomeTotalAmt GlobalTaxCalculation TransactionLocationType TxnTaxDetail RecurDataRef Tag"
)
DATED = "Id TxnDate MetaData.CreateTime MetaData.LastUpdatedTime"
CHANGED = "Id MetaData.CreateTime MetaData.LastUpdatedTime"
"""Names that many kinds share: the fields of an object and of a transaction, and what those are filtered by."""


_SPACE = "{http://schema.intuit.com/finance/v3}NameValue"


def named(name: str, value: str) -> Doc:
    """A name and a value in the Java dress in which QuickBooks shows what its schema has no field for."""
    return {
        "name": _SPACE,
        "declaredType": "com.intuit.schema.finance.v3.NameValue",
        "scope": "javax.xml.bind.JAXBElement$GlobalScope",
        "value": {"Name": name, "Value": value},
        "nil": False,
        "globalScope": True,
        "typeSubstituted": False,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One kind of QuickBooks object."""

    name: str
    fields: str
    filters: str
    shown: str = ""
    """The type as duplicate-number faults print it."""
    required: tuple[str, ...] = ()
    total: Literal["lines", "sent", "zero", "none"] = "none"
    open: tuple[str, ...] = ()
    """The fields that hold what is still unpaid or unapplied."""
    settled: bool = False
    """Paid on the spot: its balance is always zero."""
    space: str = ""
    """Documents of one space share one counter and, where a rule says so, may not share a number."""
    defaults: tuple[tuple[str, Any], ...] = ()
    line_defaults: tuple[tuple[str, Any], ...] = ()
    """What each line has besides."""
    numbers_lines: bool = True
    kept: tuple[str, ...] = ()
    """Fields that stay as they are where a full update leaves them out."""
    dropped: tuple[str, ...] = ()
    """Fields that are accepted and thrown away."""
    unique: tuple[str, ...] = ()
    """The fields of which no two of the kind may be alike."""
    single: bool = False
    """One a company: it is changed, never created or deleted."""
    read_only: bool = False
    """The API only reads it; it is made in QuickBooks itself or by another path."""
    voidable: bool = False
    deletable: bool = False
    """Can be deleted although it is no form."""
    tells_editor: bool = False
    """Whether its MetaData tells in answers who changed it last; the recorded answers of most kinds don't."""
    unnamed: tuple[str, ...] = ()
    """The references that are answered without a name."""
    usual_account: str = ""
    """The field for an account that is filled in where nobody named one."""
    wrapper: str = ""
    """The name around it in answers, where that isn't its own."""

    @property
    def known(self) -> frozenset[str]:
        """Every property a body may carry."""
        return frozenset(self.fields.split())

    @property
    def filterable(self) -> frozenset[str]:
        """Every property a query may filter and order by."""
        return frozenset(self.filters.split())

    @property
    def is_form(self) -> bool:
        """A transaction with lines and a total."""
        return "TotalAmt" in self.known

    @property
    def is_list(self) -> bool:
        """A name in a list: it is made inactive, never deleted."""
        return "Active" in self.known

    @property
    def can_go(self) -> bool:
        """Whether it can be deleted; a name only becomes inactive."""
        return self.is_form or self.deletable

    @property
    def around(self) -> str:
        """The name around it in answers."""
        return self.wrapper or self.name

    @property
    def computed(self) -> frozenset[str]:
        """What QuickBooks works out itself and ignores when it is sent."""
        worked_out = {
            "MetaData",
            "domain",
            "sparse",
            "status",
            "HomeTotalAmt",
            "HomeBalance",
            "UnappliedAmt",
            *self.open,
        }
        if self.total in ("lines", "zero"):
            worked_out.add("TotalAmt")
        return frozenset(worked_out | {"Balance", "FullyQualifiedName"})
