"""Reads QuickBooks' JSON into documents, customers and company facts; the raw text stays beside."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal

from untwin.domain.books.documents import Customer, Document, Variant, type_of
from untwin.domain.company.company import CompanyFacts
from untwin.domain.problems import Stumbled
from untwin.domain.verdicts.observed import NameRecord
from untwin.domain.words.reading import amount_of, day_of
from untwin.quickbooks.document_lines import (
    Raw,
    accounts_in,
    amount_of_line,
    entry_of,
    line_of,
    lines_in,
    links_in,
    payer_of,
    ref_of,
)


def parse(raw: str) -> Raw:
    """A JSON object with every number as `Decimal`."""
    parsed: Raw = json.loads(raw, parse_float=Decimal, parse_int=Decimal)
    return parsed


def document_of(entity: str, raw: str) -> Document:
    """One document out of its raw JSON. Fields that are missing are None; nothing is made up."""
    row = parse(raw)
    lines = list(lines_in(row))
    who = _who(row, lines)
    total = _total(entity, row, lines)
    memo = str(row.get("PrivateNote") or "")
    return Document(
        entity=entity,
        id=str(row["Id"]),
        sync_token=str(row.get("SyncToken", "")),
        number=_text(row.get("PaymentRefNum" if entity == "Payment" else "DocNumber")),
        date=day_of(row.get("TxnDate")),
        customer_id=who.get("value"),
        customer_name=who.get("name"),
        total=abs(total) if total is not None else None,
        currency=ref_of(row, "CurrencyRef").get("value"),
        subtotal=amount_of_line(lines, "SubTotalLineDetail"),
        balance=_open(entity, row),
        home_total=amount_of(row.get("HomeTotalAmt")),
        discount=amount_of_line(lines, "DiscountLineDetail"),
        tax=amount_of((row.get("TxnTaxDetail") or {}).get("TotalTax")),
        deposit=amount_of(row.get("Deposit")),
        lines=tuple(line_of(line) for line in lines if line.get("DetailType") != "SubTotalLineDetail"),
        links=tuple(dict.fromkeys(links_in([row, *lines]))),
        accounts=tuple(dict.fromkeys(accounts_in(row))),
        memo="\n".join(t for t in (memo, _memo_text(row.get("CustomerMemo")), _memo_text(row.get("Memo"))) if t),
        email=_text((row.get("BillEmail") or {}).get("Address")),
        emailed=row.get("EmailStatus") == "EmailSent",
        voided=memo.startswith("Voided") and not total,
        created_at=_moment(row, "CreateTime"),
        updated_at=_moment(row, "LastUpdatedTime"),
        changed_by=ref_of(row.get("MetaData") or {}, "LastModifiedByRef").get("value"),
        variant=_variant(entity, row),
        marks=tuple(_marks(row)),
        raw=raw,
    )


def documents_of(entity: str, rows: Iterable[str]) -> list[Document]:
    """The documents of some raw rows.

    Raises:
        Stumbled: one of them isn't what QuickBooks would send.
    """
    with _readable(type_of(entity).one):
        return [document_of(entity, raw) for raw in rows]


@contextmanager
def _readable(what: str) -> Iterator[None]:
    try:
        yield
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        words = f"QuickBooks sent {what} that can't be read; nothing was changed."
        raise Stumbled(words, "Try again in a few minutes.") from error


def id_of(raw: str) -> str:
    """A row's id."""
    return str(parse(raw)["Id"])


def customer_of(raw: str) -> Customer:
    """One customer out of its raw JSON."""
    row = parse(raw)
    return Customer(
        id=str(row["Id"]),
        name=str(row.get("DisplayName") or ""),
        email=_text((row.get("PrimaryEmailAddr") or {}).get("Address")),
        active=row.get("Active", True) is True,
        parent_id=ref_of(row, "ParentRef").get("value"),
        aliases=tuple(_aliases(row)),
    )


def name_records_of(entity: str, rows: Iterable[str]) -> list[NameRecord]:
    """Customers, vendors, employees, products or accounts out of some raw rows.

    Raises:
        Stumbled: one of them isn't what QuickBooks would send.
    """
    with _readable("a list of names"):
        return [_name_record(entity, parse(raw)) for raw in rows]


def _name_record(entity: str, row: Raw) -> NameRecord:
    return NameRecord(
        entity=entity,
        id=str(row["Id"]),
        name=str(row.get("DisplayName") or row.get("Name") or ""),
        company=str(row.get("CompanyName") or ""),
        email=_text((row.get("PrimaryEmailAddr") or {}).get("Address")),
        active=row.get("Active", True) is True,
        full_name=str(row.get("FullyQualifiedName") or ""),
    )


def _aliases(row: Raw) -> Iterable[str]:
    """The other names of a customer: its company, its person, what its checks say."""
    person = " ".join(str(row[key]) for key in ("GivenName", "MiddleName", "FamilyName") if row.get(key))
    others = (row.get("CompanyName"), person, row.get("PrintOnCheckName"), row.get("FullyQualifiedName"))
    return dict.fromkeys(str(name) for name in others if name and name != row.get("DisplayName"))


def full_name_of(raw: str) -> str:
    """A customer's name with its parents' names before it, as QuickBooks joins them."""
    row = parse(raw)
    return str(row.get("FullyQualifiedName") or row.get("DisplayName") or "")


def facts_of(company: Raw, preferences: Raw, accounts: Iterable[Raw], read_at: datetime) -> CompanyFacts:
    """Company facts out of CompanyInfo, Preferences and the accounts whose names speak of trust.

    Raises:
        Stumbled: they aren't what QuickBooks would send.
    """
    with _readable("a company's settings"):
        return _facts_of(company, preferences, accounts, read_at)


def _facts_of(company: Raw, preferences: Raw, accounts: Iterable[Raw], read_at: datetime) -> CompanyFacts:
    other = (preferences.get("OtherPrefs") or {}).get("NameValue") or []
    flags = {pair.get("Name"): pair.get("Value") for pair in other}
    sales = preferences.get("SalesFormsPrefs") or {}
    products = preferences.get("ProductAndServicesPrefs") or {}
    return CompanyFacts(
        name=str(company.get("CompanyName") or ""),
        country=_text(company.get("Country")),
        home_currency=ref_of(preferences.get("CurrencyPrefs") or {}, "HomeCurrency").get("value"),
        closed_through=_closing_date((preferences.get("AccountingInfoPrefs") or {}).get("BookCloseDate")),
        custom_numbers=_flag(sales.get("CustomTxnNumbers")),
        warn_duplicate_journal=_flag(flags.get("WarnDuplicateJournalNumber")),
        trust_accounts=tuple(str(a["Name"]) for a in accounts if a.get("Name")),
        read_at=read_at,
        warn_duplicate_bill=_flag(flags.get("WarnDuplicateBillNumber")),
        warn_duplicate_check=_flag(flags.get("WarnDuplicateCheckNumber")),
        revenue_recognition=_flag(products.get("RevenueRecognition")),
        multicurrency=_flag((preferences.get("CurrencyPrefs") or {}).get("MultiCurrencyEnabled")),
    )


def _closing_date(said: object) -> date | None:
    """The last closed day. Raises `ValueError` for one that can't be read: those books are not open."""
    if said in (None, ""):
        return None
    return date.fromisoformat(str(said)[:10])


def _moment(row: Raw, name: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str((row.get("MetaData") or {}).get(name)))
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _who(row: Raw, lines: list[Raw]) -> dict[str, str]:
    """The customer, vendor or payee; where the lines have their own, the customer whom all name that name one."""
    ref = ref_of(row, "CustomerRef") or ref_of(row, "VendorRef") or ref_of(row, "EntityRef")
    if ref:
        return ref
    named = [ref_of(entry_of(line).get("Entity") or {}, "EntityRef") or payer_of(line) for line in lines]
    told = {who["value"]: who for who in named if who.get("value")}
    return next(iter(told.values())) if len(told) == 1 else {}


def _total(entity: str, row: Raw, lines: list[Raw]) -> Decimal | None:
    """QuickBooks says of every journal entry that its total is zero: what it moves is the sum of its debits."""
    if entity != "JournalEntry":
        return amount_of(row.get("TotalAmt"))
    debits = [amount_of(line.get("Amount")) for line in lines if entry_of(line).get("PostingType") == "Debit"]
    known = [debit for debit in debits if debit is not None]
    return sum(known, Decimal(0)) if len(known) == len(debits) > 0 else None


def _open(entity: str, row: Raw) -> Decimal | None:
    """What isn't paid or applied yet."""
    if entity == "Payment":
        return amount_of(row.get("UnappliedAmt"))
    return amount_of(row.get("Balance", row.get("RemainingCredit")))


def _variant(entity: str, row: Raw) -> Variant | None:
    """Which type people see; None where QuickBooks doesn't say, and where the entity is the type."""
    if entity == "BillPayment":
        return {"Check": Variant.PAID_BY_CHECK, "CreditCard": Variant.PAID_BY_CARD}.get(str(row.get("PayType")))
    if entity != "Purchase":
        return None
    card = Variant.CARD_CREDIT if row.get("Credit") is True else Variant.CARD_CHARGE
    kinds = {"Check": Variant.CHECK, "Cash": Variant.EXPENSE, "CreditCard": card}
    return kinds.get(str(row.get("PaymentType")))


def _marks(row: Raw) -> Iterable[str]:
    """Its custom fields by name and text: where an app leaves its own id."""
    fields = [field for field in row.get("CustomField") or [] if isinstance(field, dict)]
    return (f"{field.get('Name') or ''}: {field['StringValue']}" for field in fields if field.get("StringValue"))


def _text(value: object) -> str | None:
    return str(value) if value not in (None, "") else None


def _memo_text(memo: object) -> str:
    """A memo to the customer is an object, one to the vendor (on a purchase order) plain text."""
    text = memo.get("value") if isinstance(memo, dict) else memo
    return str(text or "")


def _flag(value: object) -> bool | None:
    return {"true": True, "false": False}.get(str(value).lower())
